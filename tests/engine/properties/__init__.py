"""What must hold of every framework and all answers."""
