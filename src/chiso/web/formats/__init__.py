"""How dates and numbers are read and written in each language: Django's own Vietnamese refuses 31/03/2026."""
