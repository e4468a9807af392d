"""The commands: files in, files out, exit codes 0 (done), 1 (does not hold), 2 (bad input)."""
