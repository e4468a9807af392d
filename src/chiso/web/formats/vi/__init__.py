"""The Vietnamese ways."""
