"""The manifest: what a published folder holds, with the digests that name a change."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from chiso import __version__
from chiso.bundle.digests import canonical, column_digests, digest, line_digests, short
from chiso.bundle.names import FORMAT, GIVEN, MANIFEST
from chiso.engine.errors import BundleError, Message, Problem, message
from chiso.engine.framework import Framework

OPENED = ("framework", "counts", "files")
"""Keys whose inner keys have digests of their own."""
MOST_BRACKETS = 500


@dataclass(frozen=True)
class Manifest:
    """A manifest as it is read: its keys, and its bytes."""

    content: Mapping[str, Any]
    raw: bytes

    @property
    def engine(self) -> str:
        """The version that made the folder."""
        return str(self.content.get("engine", ""))

    @property
    def signer(self) -> str | None:
        """The public key that the folder says it is signed with."""
        found = self.content.get("signer")
        return found if isinstance(found, str) else None

    @property
    def files(self) -> Mapping[str, Mapping[str, Any]]:
        """What is told of each file; empty where the key is damaged."""
        found = self.content.get("files")
        if not isinstance(found, dict) or not all(isinstance(each, dict) for each in found.values()):
            return {}
        return found


def manifest_bytes(
    framework: Framework, files: Mapping[str, bytes], counts: Mapping[str, int], stage: str, day: date,
    signer: str | None = None,
) -> bytes:  # fmt: skip
    """The bytes of the manifest of these files.

    counts: how many units, answers, scores and places there are; stage and day: of the result, said by who publishes;
    signer: the public key that the manifest will be signed with.
    """
    content: dict[str, Any] = {
        "format": FORMAT,
        "framework": {"id": framework.id, "title": framework.title.model_dump(exclude_none=True)},
        "engine": __version__,
        "stage": stage,
        "date": day.isoformat(),
        "counts": dict(counts),
        "files": {name: _told(name, raw) for name, raw in sorted(files.items())},
    }
    if signer is not None:
        content["signer"] = signer
    content["parts"] = parts(content)
    content["digest"] = own_digest(content)
    return written(content)


def _told(name: str, raw: bytes) -> dict[str, Any]:
    told: dict[str, Any] = {"sha256": digest(raw), "bytes": len(raw)}
    if name in GIVEN:
        told["lines"] = line_digests(raw)
        if name.endswith(".csv"):
            told["columns"] = column_digests(raw)
    return told


def written(content: Mapping[str, Any]) -> bytes:
    """The one way to write a manifest's keys."""
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "surrogatepass")


def parts(content: Mapping[str, Any]) -> dict[str, str]:
    """A short digest of each key (of `framework`, `counts` and `files`: of each key inside), to name a change."""
    found: dict[str, str] = {}
    for key, value in content.items():
        if key in OPENED and isinstance(value, dict):
            found |= {f"{key}.{inner}": short(canonical(part)) for inner, part in value.items()}
        elif key not in ("parts", "digest"):
            found[key] = short(canonical(value))
    return found


def own_digest(content: Mapping[str, Any]) -> str:
    """The digest of the manifest's own keys, itself left out."""
    return digest(canonical({key: value for key, value in content.items() if key != "digest"}).encode())


def read(raw: bytes) -> Manifest:
    """The manifest in these bytes; BundleError where they are none, or of a format that this release does not know."""
    # No manifest of ours nests deeper than a few levels: thousands would exhaust the reader.
    if raw.count(b"[") + raw.count(b"{") > MOST_BRACKETS:
        raise _refused(MANIFEST, message("too many levels"))
    try:
        content = json.loads(raw.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise _refused(MANIFEST, message("no JSON: {reason}", reason=str(error)[:80])) from None
    if not isinstance(content, dict):
        raise _refused(MANIFEST, message("JSON of another shape"))
    if content.get("format") != FORMAT:
        shown = repr(content.get("format"))[:40]
        raise BundleError(
            [
                Problem(
                    MANIFEST, message("{found} in `{key}`", found=shown, key="format"),
                    message("format {format}", format=FORMAT), message("use a release of Chiso that knows it"),
                )
            ]
        )  # fmt: skip
    return Manifest(content, raw)


def _refused(where: str, found: Message) -> BundleError:
    expected = message("the manifest of a published folder")
    return BundleError([Problem(where, found, expected, message("use another copy of the folder"))])
