"""A run of the engine over a stage: what it rests on is stored, so that it can be scored again at any time."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Iterator, Sequence
from functools import lru_cache
from io import StringIO
from pathlib import Path
from threading import Lock

from django.conf import settings

from chiso.bundle.corrections import Correction, correction_records
from chiso.bundle.digests import digest
from chiso.bundle.names import ANSWERS, CORRECTIONS, UNITS
from chiso.bundle.records import class_text, note_of, table_bytes, unit_records
from chiso.engine.answers import Answers
from chiso.engine.ranking import Ranking, rank
from chiso.engine.scoring import Scores, score
from chiso.exchange.answers import from_files
from chiso.web.bridge.framework import loaded
from chiso.web.models import Participant, Placed, Run

KEPT = 4
"""How many scored runs a process keeps: those that are compared with each other."""


def stored(answers: Answers, corrected: Sequence[Correction] = ()) -> str:
    """The digest under which answers, their register and what was corrected in them are kept from now on.

    A run is scored again from these, and its published folder is made from these, whatever is corrected later.
    """
    content = b"\0".join((
        table_bytes(UNITS, unit_records(answers.units)),
        table_bytes(ANSWERS, answers.rows()),
        table_bytes(CORRECTIONS, correction_records(corrected)),
    ))  # fmt: skip
    name = digest(content)
    place = _place(name)
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        waiting = place.with_suffix(".new")
        waiting.write_bytes(gzip.compress(content, 1, mtime=0))
        waiting.replace(place)
    return name


def corrected(run: Run) -> tuple[Correction, ...]:
    """What verdicts had changed when a run was computed."""
    lines = csv.reader(StringIO(_parts(run.answers)[2].decode(), newline=""))
    next(lines)
    return tuple(Correction(*line) for line in lines)


def scores_of(run: Run) -> Scores:
    """The scores of a run, from what it rested on; kept in the process for the next page that asks."""
    return scored(run.framework, run.answers)


def ranking_of(run: Run) -> Ranking:
    """The ranking of a run."""
    return _ranking(run.framework, run.answers)


def scored(framework: str, answers: str) -> Scores:
    """The scores of a framework over answers, both by their digests."""
    key = (framework, answers)
    with _LOCK:
        found = _KNOWN.pop(key, None)
    if found is None:
        units, rows, _corrected = _parts(answers)
        read = loaded(framework)
        found = score(read, from_files({UNITS: units, ANSWERS: rows}, read, "run"))
    return _remembered(key, found)


def score_now(framework: str, answers: Answers, name: str) -> Scores:
    """The scores of answers that were just stored under a digest: they need not be read back."""
    return _remembered((framework, name), score(loaded(framework), answers))


def _remembered(key: tuple[str, str], found: Scores) -> Scores:
    with _LOCK:
        _KNOWN[key] = found
        while len(_KNOWN) > KEPT:
            del _KNOWN[next(iter(_KNOWN))]
    return found


_KNOWN: dict[tuple[str, str], Scores] = {}
_LOCK = Lock()


@lru_cache(maxsize=KEPT)
def _ranking(framework: str, answers: str) -> Ranking:
    return rank(scored(framework, answers))


def places(run: Run, participants: dict[str, Participant]) -> Iterator[Placed]:
    """The rows of every ranking of a run, as they are printed."""
    for table in ranking_of(run).tables:
        for number, place in enumerate(table.places, 1):
            yield Placed(
                run=run, participant=participants[place.unit], criterion=table.criterion, block=table.block,
                place=number, points=place.points or "", rank=place.rank, classes=class_text(place.classes),
                note=note_of(place),
            )  # fmt: skip


def _parts(name: str) -> list[bytes]:
    return gzip.decompress(_place(name).read_bytes()).split(b"\0")


def _place(name: str) -> Path:
    return Path(settings.FOLDER) / "runs" / name[:2] / f"{name}.gz"
