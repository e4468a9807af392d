"""A result to the files of a published folder: the same bytes for the same result, date and stage."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from chiso.bundle import signing
from chiso.bundle.corrections import Correction, correction_records
from chiso.bundle.manifest import manifest_bytes
from chiso.bundle.names import ALL, ANSWERS, CORRECTIONS, FRAMEWORK, MANIFEST, RANKING, SCORES, SIGNATURE, UNITS
from chiso.bundle.records import (
    Watch,
    answer_records,
    ranking_records,
    score_records,
    table_bytes,
    unit_records,
)
from chiso.engine.ranking import Ranking
from chiso.engine.scoring import Scores
from chiso.exchange.writing import write_file, write_folder

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

EPOCH = (1980, 1, 1, 0, 0, 0)
_UNIX, _PLAIN_FILE = 3, 0o100644 << 16


@dataclass(frozen=True)
class Publication:
    """What is said of a result by who publishes it.

    stage: of the answers, one of STAGES; day: the date of the result; corrections: what verification changed in the
    answers, as it stands in them now.
    """

    stage: str
    day: date
    corrections: Sequence[Correction] = ()


def made(
    raw_framework: bytes, scores: Scores, ranking: Ranking, publication: Publication, *,
    sign: Ed25519PrivateKey | None = None, watch: Watch = tuple,
) -> dict[str, bytes]:  # fmt: skip
    """The files of the published folder of a result, by name.

    raw_framework: the bytes that the framework of `scores` was read from; sign: the key that signs the manifest;
    watch: what the units go through one by one while they are scored, for a caller that shows how far the work is.
    """
    answers = answer_records(scores.framework, scores.answers)
    scored = list(score_records(scores, watch))
    placed = list(ranking_records(ranking))
    files = {
        FRAMEWORK: raw_framework,
        UNITS: table_bytes(UNITS, unit_records(scores.answers.units)),
        ANSWERS: table_bytes(ANSWERS, answers),
        SCORES: table_bytes(SCORES, scored),
        RANKING: table_bytes(RANKING, placed),
    }
    if publication.corrections:
        files[CORRECTIONS] = table_bytes(CORRECTIONS, correction_records(publication.corrections))
    counts = {"units": len(scores.answers.units), "answers": len(answers), "scores": len(scored), "places": len(placed)}
    signer = None if sign is None else signing.signer_text(sign.public_key())
    manifest = manifest_bytes(scores.framework, files, counts, publication.stage, publication.day, signer)
    files[MANIFEST] = manifest
    if sign is not None:
        files[SIGNATURE] = sign.sign(manifest)
    return files


def zipped(files: Mapping[str, bytes]) -> bytes:
    """The files in one zip: sorted, stored, dated 1980-01-01, alike on every system."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.create_system, entry.external_attr = _UNIX, _PLAIN_FILE
            archive.writestr(entry, content)
    return packed.getvalue()


def write(files: Mapping[str, bytes], target: Path) -> None:
    """Leaves the published folder at `target`, a zip where its name ends so; InputError where it cannot be written."""
    if target.suffix.casefold() == ".zip":
        write_file(target, zipped(files))
    else:
        write_folder(target, files, ALL)
