"""Ed25519 signatures over the manifest's bytes (RFC 8032), and the keys that make and check them."""

from __future__ import annotations

import base64
import binascii
from pathlib import Path
from typing import TYPE_CHECKING

from chiso.engine.errors import InputError, message
from chiso.exchange.files import read_bytes, refused

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

MOST_BYTES = 64 * 1024
"""Bytes of a file with a key."""


def private_key(path: Path) -> Ed25519PrivateKey:
    """The Ed25519 key of a PEM file without a password; InputError where it holds none."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        key = load_pem_private_key(read_bytes(path, MOST_BYTES), password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        raise _no_key(path, private=True) from None
    if not isinstance(key, Ed25519PrivateKey):
        raise _no_key(path, private=True)
    return key


def public_key(path: Path) -> Ed25519PublicKey:
    """The Ed25519 key of a PEM file, or of a file with the text of `signer`; InputError where it holds none."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from cryptography.hazmat.primitives.serialization import load_pem_public_key

    raw = read_bytes(path, MOST_BYTES)
    try:
        key = load_pem_public_key(raw) if b"-----BEGIN" in raw else _of_text(raw.decode("ascii").strip())
    except (ValueError, UnsupportedAlgorithm):
        raise _no_key(path, private=False) from None
    if not isinstance(key, Ed25519PublicKey):
        raise _no_key(path, private=False)
    return key


def _no_key(path: Path, *, private: bool) -> InputError:
    expected = (
        message("a private Ed25519 key in PEM, without a password")
        if private
        else message("a public Ed25519 key in PEM, or the text of `signer`")
    )
    return refused(
        str(path), message("no such key"), expected, message("see docs/bundle.md, which says how to make one")
    )


def signer_text(key: Ed25519PublicKey) -> str:
    """A public key as the manifest tells it: its 32 bytes in base64."""
    return base64.b64encode(key.public_bytes_raw()).decode("ascii")


def _of_text(text: str) -> Ed25519PublicKey:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        return Ed25519PublicKey.from_public_bytes(base64.b64decode(text, validate=True))
    except binascii.Error as error:
        raise ValueError(text) from error


def signed_by(signer: str, signature: bytes, content: bytes) -> bool:
    """Whether a signature over this content was made with the key that `signer` tells."""
    from cryptography.exceptions import InvalidSignature

    try:
        _of_text(signer).verify(signature, content)
    except (InvalidSignature, ValueError):
        return False
    return True
