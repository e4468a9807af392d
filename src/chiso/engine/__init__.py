"""Answers in, scores out: the pure engine.

It knows no web, file format (except `loading`), clock, chance or environment.
"""
