"""What people type, held against the framework."""
