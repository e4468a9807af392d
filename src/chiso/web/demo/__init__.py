"""The model province as an installation to try: its people, its cycles of two years, its evidence."""
