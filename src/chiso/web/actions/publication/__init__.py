"""The official documents of a cycle: what is told of each, and each that is made."""
