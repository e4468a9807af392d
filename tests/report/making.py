"""Results to report on: those that ship, and small ones written for a test."""

import csv
from functools import cache
from pathlib import Path

from chiso.engine.answers import Row, Units, build
from chiso.engine.answers.units import STATUSES
from chiso.engine.framework import Framework
from chiso.engine.loading import load, loads
from chiso.engine.ranking import Ranking, rank
from chiso.engine.scoring import Scores, score
from tests.house.sources import PACKAGE


@cache
def shipped(id: str) -> tuple[Scores, Ranking]:
    """The scores and the ranking of a framework that ships, over the answers that ship with it."""
    framework = load(PACKAGE / "frameworks" / id / "framework.yaml")
    facts = PACKAGE / "facts" / id
    units = _lines(facts / "units.csv")
    register = Units(
        tuple(line["unit"] for line in units),
        tuple(line["name"] for line in units),
        tuple(line["block"] for line in units),
        tuple(next(status for status in STATUSES if status == line["status"]) for line in units),
        tuple(line["note"] for line in units),
    )
    rows = [
        Row(line["unit"], line["case"], line["question"], line["value"], line["note"], f"line {place}")
        for place, line in enumerate(_lines(facts / "answers.csv"), 2)
    ]
    scores = score(framework, build(framework, register, rows))
    return scores, rank(scores)


def _lines(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def framework(text: str) -> Framework:
    """The framework of a text, headed by the keys that every one needs."""
    head = "schema: 1\nid: thu\ntitle: {vi: Thử, en: Trial}\nnature: example\nprint: {leaf: 2, group: 2, total: 2}\n"
    return loads((head + text).encode(), "thu.yaml")


def scored(text: str, answers: str, units: Units | None = None) -> Scores:
    """The scores of a small framework; answers are lines of `unit question value`, or `unit/case question value`."""
    of = framework(text)
    rows = []
    for line in answers.strip().splitlines():
        who, question, value = line.split(maxsplit=2)
        unit, _, case = who.partition("/")
        rows.append(Row(unit, case, question, value, "", line))
    codes = tuple(dict.fromkeys(row.unit for row in rows))
    return score(of, build(of, units or Units.of(codes, of.block_ids[0]), rows))
