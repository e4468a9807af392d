"""The kinds of official documents, each built from a result; every sentence in them comes from its numbers."""
