"""Uploaded bytes that wait for a yes: kept for an hour under a token that nobody guesses."""

from __future__ import annotations

import secrets

from django.core.cache import cache

HOUR = 3600


def kept(raw: bytes, name: str) -> str:
    """The token under which the bytes of a file wait."""
    token = secrets.token_urlsafe(24)
    cache.set(f"waiting/{token}", (raw, name), HOUR)
    return token


def taken(token: str) -> tuple[bytes, str] | None:
    """The bytes and the name that wait under a token, once; None where nothing does."""
    key = f"waiting/{token}"
    found: tuple[bytes, str] | None = cache.get(key) if token else None
    if found is not None:
        cache.delete(key)
    return found
