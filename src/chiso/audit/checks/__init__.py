"""The checks: a file for each kind of contradiction, each a function from what is audited to what it found."""
