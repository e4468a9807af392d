"""What is done: each action is one transaction and one entry of history."""
