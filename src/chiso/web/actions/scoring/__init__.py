"""Runs, grants, and the four acts that end a cycle."""
