"""Tables to files: the cells as they are printed, merged cells merged, title above and notes below."""
