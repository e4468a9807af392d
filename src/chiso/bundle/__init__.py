"""The published folder: writing it byte for byte alike, reading it safely, signing, verifying by recomputing."""
