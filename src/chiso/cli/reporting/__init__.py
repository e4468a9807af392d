"""The parts of `chiso report`: where a document comes from, what makes it, its bytes, a file for each unit."""
