"""Deadline day on both databases, by a real load tool: `make bench-web`. No test asserts a time."""
