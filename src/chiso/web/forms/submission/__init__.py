"""The form of a unit as it is shown, and what was typed into it."""
