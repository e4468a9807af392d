"""Whether a published folder holds: its digests, its signature, and every number in it computed again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from chiso.bundle import manifest as manifests
from chiso.bundle import reading, signing
from chiso.bundle.finding import Finding, Trust, Verification
from chiso.bundle.manifest import Manifest
from chiso.bundle.names import MANIFEST, SIGNATURE
from chiso.bundle.recomputing import recomputed
from chiso.bundle.records import Watch
from chiso.bundle.whole import unlike_manifest

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


def verify(path: Path, key: Ed25519PublicKey | None = None, watch: Watch = tuple) -> Verification:
    """What a check of a published folder or zip found.

    key: the one that the reader trusts; a signature proves nothing without it. watch: what the units go through one
    by one while they are scored. BundleError where the place holds no published folder of a known format, InputError
    where it cannot be read safely.
    """
    return verify_files(reading.read(path), key, watch)


def verify_files(files: Mapping[str, bytes], key: Ed25519PublicKey | None = None, watch: Watch = tuple) -> Verification:
    """The same for the files of a published folder by name."""
    manifest = manifests.read(files[MANIFEST])
    findings = [*unlike_manifest(manifest, files), *_signature(manifest, files.get(SIGNATURE), key)]
    again = recomputed(manifest, files, watch)
    found = (*findings, *again.findings)
    return Verification(manifest, found, _trust(files.get(SIGNATURE), key, found), again.scores)


def _signature(manifest: Manifest, signature: bytes | None, key: Ed25519PublicKey | None) -> Iterator[Finding]:
    trusted = None if key is None else signing.signer_text(key)
    if signature is None:
        if trusted is not None or manifest.signer is not None:
            yield Finding("missing_file", SIGNATURE)
        return
    if trusted is not None and manifest.signer not in (None, trusted):
        yield Finding("signature", SIGNATURE, found=str(manifest.signer), expected=trusted)
        return
    signer = trusted or manifest.signer
    if signer is None or not signing.signed_by(signer, signature, manifest.raw):
        yield Finding("signature", SIGNATURE, expected=signer or "")


def _trust(signature: bytes | None, key: Ed25519PublicKey | None, findings: tuple[Finding, ...]) -> Trust:
    if signature is None:
        return "none"
    if any(finding.kind == "signature" for finding in findings):
        return "broken"
    return "valid" if key is not None else "untrusted"
