"""A unit's own form as a workbook: written to be filled in offline, and read back."""
