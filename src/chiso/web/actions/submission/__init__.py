"""What a unit does with its form."""
