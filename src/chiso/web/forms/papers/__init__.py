"""What people tell of official documents, as forms."""
