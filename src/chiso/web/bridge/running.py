"""A run of the engine over a stage: what it rests on is stored, so that it can be scored again at any time."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from chiso.bundle.digests import digest
from chiso.bundle.names import ANSWERS, UNITS
from chiso.bundle.records import class_text, note_of, table_bytes, unit_records
from chiso.engine.answers import Answers
from chiso.engine.ranking import Ranking, rank
from chiso.engine.scoring import Scores, score
from chiso.exchange.answers import from_files
from chiso.web.bridge.framework import loaded
from chiso.web.models import Participant, Placed, Run

KEPT = 4
"""How many scored runs a process keeps: those that are compared with each other."""


def stored(answers: Answers) -> str:
    """The digest under which answers and their register are kept from now on, so that a run can be scored again."""
    framework = _framework_free(answers)
    content = b"\0".join(framework)
    name = digest(content)
    place = _place(name)
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        waiting = place.with_suffix(".new")
        waiting.write_bytes(gzip.compress(content, 6, mtime=0))
        waiting.replace(place)
    return name


def _framework_free(answers: Answers) -> tuple[bytes, bytes]:
    """The two tables, in the order of the columns: the framework's own order is not needed to read them back."""
    records = [(unit, case, question, value, note) for unit, case, question, value, note in answers.rows()]
    return table_bytes(UNITS, unit_records(answers.units)), table_bytes(ANSWERS, records)


def scores_of(run: Run) -> Scores:
    """The scores of a run, from what it rested on; kept in the process for the next page that asks."""
    return _scores(run.framework, run.answers)


def ranking_of(run: Run) -> Ranking:
    """The ranking of a run."""
    return _ranking(run.framework, run.answers)


@lru_cache(maxsize=KEPT)
def _scores(framework: str, answers: str) -> Scores:
    units, rows = gzip.decompress(_place(answers).read_bytes()).split(b"\0", 1)
    found = loaded(framework)
    return score(found, from_files({UNITS: units, ANSWERS: rows}, found, "run"))


@lru_cache(maxsize=KEPT)
def _ranking(framework: str, answers: str) -> Ranking:
    return rank(_scores(framework, answers))


def places(run: Run, participants: dict[str, Participant]) -> Iterator[Placed]:
    """The rows of every ranking of a run, as they are printed."""
    for table in ranking_of(run).tables:
        for number, place in enumerate(table.places, 1):
            yield Placed(
                run=run, participant=participants[place.unit], criterion=table.criterion, block=table.block,
                place=number, points=place.points or "", rank=place.rank, classes=class_text(place.classes),
                note=note_of(place),
            )  # fmt: skip


def _place(name: str) -> Path:
    return Path(settings.FOLDER) / "runs" / name[:2] / f"{name}.gz"
