"""Published tables and their Vietnamese habits: cells, numbers and names, read and written."""
