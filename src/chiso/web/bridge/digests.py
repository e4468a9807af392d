"""Canonical text and its digest: the same for the same content on any machine."""

from __future__ import annotations

import hashlib
import json


def canonical(content: object) -> str:
    """Content as JSON with sorted keys and no spaces, in Unicode."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(text: str) -> str:
    """The SHA-256 of a text in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def digest_of(content: bytes) -> str:
    """The SHA-256 of bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()
