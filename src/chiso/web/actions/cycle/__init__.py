"""What an organiser does with a cycle."""
