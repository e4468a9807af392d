"""Chiso runs an official assessment from an agency's answer to a published rank that anyone can recompute."""

__version__ = "0.1.0"
