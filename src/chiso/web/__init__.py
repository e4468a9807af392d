"""The web application: a cycle from its opening to its publication."""
