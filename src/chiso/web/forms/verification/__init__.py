"""Verification as its pages show it."""
