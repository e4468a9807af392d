"""A run as a published folder: framework, register, answers, scores, ranking, corrections, with its digests."""

from __future__ import annotations

import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from chiso.bundle.corrections import Correction
from chiso.bundle.digests import digest
from chiso.bundle.making import Publication, made, zipped
from chiso.bundle.names import MANIFEST
from chiso.engine.answers import Answers
from chiso.web.bridge.running import corrected, ranking_of, scores_of
from chiso.web.models import FrameworkFile, Run

AT_ONCE = 500
"""Units up to which a folder is made while somebody waits for it."""


def bundle(run: Run) -> dict[str, bytes]:
    """The files of the folder, the same bytes whenever they are made; `chiso verify` accepts them."""
    framework = bytes(FrameworkFile.objects.get(digest=run.framework).content)
    scores = scores_of(run)
    told = tuple(each for each in corrected(run) if _stands(scores.answers, each))
    return made(framework, scores, ranking_of(run), Publication(run.stage, _day(run), told))


def frozen_digest(run: Run) -> str:
    """The SHA-256 of the folder's manifest, which covers every file in it; made and kept where it is not there yet."""
    with zipfile.ZipFile(BytesIO(kept(run))) as archive:
        return digest(archive.read(MANIFEST))


def kept(run: Run) -> bytes:
    """The folder as a zip, made once and kept from then on."""
    place = place_of(run)
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        waiting = place.with_suffix(".new")
        waiting.write_bytes(zipped(bundle(run)))
        waiting.replace(place)
    return place.read_bytes()


def ready(run: Run) -> bool:
    """Whether the folder is there, or may be made while somebody waits."""
    return place_of(run).exists() or scores_of(run).answers.units.codes[AT_ONCE:] == ()


def place_of(run: Run) -> Path:
    """Where the zip of a run lies."""
    return Path(settings.FOLDER) / "runs" / "folders" / f"{run.cycle.code}-{run.number}-{run.answers[:16]}.zip"


def _stands(answers: Answers, correction: Correction) -> bool:
    """Whether a corrected answer counts: a part beyond its whole does not, and an answer may be struck out."""
    return answers.place(correction.question, correction.unit, correction.case) is not None


def _day(run: Run) -> date:
    return timezone.localtime(run.at).date()
