"""Commands of `python -m chiso.web`."""
