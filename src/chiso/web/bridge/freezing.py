"""A run as a published folder: framework, register, answers, scores, ranking, corrections, with its digests."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from chiso.bundle.digests import digest
from chiso.bundle.making import Publication, made
from chiso.bundle.names import MANIFEST
from chiso.web.bridge.running import ranking_of, scores_of
from chiso.web.bridge.stages import corrections
from chiso.web.models import FrameworkFile, Run


def bundle(run: Run) -> dict[str, bytes]:
    """The files of the folder, the same bytes whenever they are made; `chiso verify` accepts them."""
    framework = bytes(FrameworkFile.objects.get(digest=run.framework).content)
    scores = scores_of(run)
    told = tuple(corrections(run.cycle, run.stage, scores.answers))
    return made(framework, scores, ranking_of(run), Publication(run.stage, _day(run), told))


def frozen_digest(run: Run) -> str:
    """The SHA-256 of the folder's manifest, which covers every file in it."""
    return digest(bundle(run)[MANIFEST])


def _day(run: Run) -> date:
    return timezone.localtime(run.at).date()
