"""Small frameworks from YAML, and answers from a table of text."""

from collections.abc import Mapping
from itertools import chain
from typing import get_args

import yaml

from chiso.engine.answers import Answers, Row, Units, build
from chiso.engine.answers.units import Status
from chiso.engine.framework import Framework
from chiso.engine.loading import loads
from chiso.engine.ranking import Table, rank
from chiso.engine.scoring import Scores, score
from chiso.engine.scoring.scores import Way

HEAD = {
    "schema": "1",
    "id": "thu",
    "title": "Thử",
    "nature": "example",
    "clause": "Điều 1",
    "blocks": "[{id: p, name: P}]",
    "missing": "blank",
    "not_applicable": "omit",
    "print": "{leaf: 2, group: 2, total: 2}",
}
"""What the text of a framework may leave out."""

NUMBERS = "questions:\n" + "".join(
    f"  - {{id: {id}, name: {id}, type: number, unit: u, not_applicable: true}}\n" for id in "abcd"
)
"""Four questions for any number of one measure."""
CASES = """cases: [{id: case, name: Case}]
questions:
  - {id: a, name: a, type: number, unit: u, per: case}
  - {id: b, name: b, type: number, unit: u, per: case}
  - {id: n, name: n, type: number, unit: u}
"""
"""Two questions asked for each case, and one asked once."""


def text(fragment: str) -> str:
    """The whole file that a fragment stands for, what it leaves out at its end."""
    written = yaml.load(fragment, Loader=yaml.BaseLoader)
    return fragment + "".join(f"{key}: {value}\n" for key, value in HEAD.items() if key not in written)


def framework(fragment: str) -> Framework:
    """The framework of a fragment."""
    return loads(text(fragment).encode())


def leaf(formula: str, more: str = "", *, maximum: str = "10", questions: str = NUMBERS) -> str:
    """The fragment of one leaf `A` with this formula."""
    return f"{questions}criteria:\n  - {{code: A, name: A, max: {maximum}, formula: {{{formula}}}{more}}}\n"


def _register(lines: list[dict[str, str]], blocks: tuple[str, ...]) -> Units:
    found = {line["unit"].partition(":")[0]: line for line in reversed(lines)}
    codes = tuple(dict.fromkeys(line["unit"].partition(":")[0] for line in lines))
    statuses = {status: status for status in get_args(Status)}
    return Units(
        codes,
        codes,
        tuple(found[code].get("block", blocks[0]) for code in codes),
        tuple(statuses[found[code].get("status", "ranked")] for code in codes),
        ("",) * len(codes),
    )


def _rows(line: Mapping[str, str]) -> list[Row]:
    unit, _, case = line["unit"].partition(":")
    asked = {key: value for key, value in line.items() if key not in ("unit", "block", "status")}
    return [Row(unit, case, question, value) for question, value in asked.items() if value != "-"]


def answers(framework: Framework, table: str, *, comma: bool = False) -> Answers:
    """The answers in a table: `unit`, perhaps `block` and `status`, then questions; `-` is no answer, `u:1` a case."""
    head, *body = (line.split() for line in table.strip().splitlines())
    lines = [dict(zip(head, cells, strict=True)) for cells in body]
    return build(framework, _register(lines, framework.block_ids), chain(*map(_rows, lines)), comma=comma)


def scores(fragment: str, table: str, way: Way = "official") -> Scores:
    """The scores of a table of answers to the framework of a fragment."""
    made = framework(fragment)
    return score(made, answers(made, table), way=way)


def printed(fragment: str, table: str, code: str = "A") -> list[str | None]:
    """The printed points of a criterion, the same by both ways of computing."""
    official, exact = (scores(fragment, table, way).printed(code) for way in ("official", "exact"))
    assert official == exact
    return official


def states(fragment: str, table: str, code: str = "A") -> list[str]:
    """Each unit's state on a criterion; `-` where it is not asked of the unit."""
    found = scores(fragment, table)
    each = [found.score(unit, code) for unit in found.answers.units.codes]
    return ["-" if score is None else score.state for score in each]


def maxima(fragment: str, table: str, code: str = "A") -> list[str | None]:
    """Each unit's own maximum on a criterion."""
    found = scores(fragment, table)
    each = [found.score(unit, code) for unit in found.answers.units.codes]
    return [None if score is None else score.maximum for score in each]


def figures(fragment: str, table: str, code: str = "A") -> list[str]:
    """Each unit's reason on a criterion, in figures."""
    found = scores(fragment, table)
    each = [found.score(unit, code) for unit in found.answers.units.codes]
    return ["-" if score is None else score.reason.figures() for score in each]


def tables(fragment: str, table: str) -> list[Table]:
    """The tables of all ranked or classed criteria, the same by both ways of computing."""
    official, exact = (rank(scores(fragment, table, way)).tables for way in ("official", "exact"))
    assert official == exact
    return list(official)


def ranked(fragment: str, table: str) -> list[tuple[str, int | None]]:
    """The units of the first table with their ranks, best first."""
    return [(place.unit, place.rank) for place in tables(fragment, table)[0].places]


def classed(fragment: str, table: str) -> dict[str, str]:
    """The possible classes of the units of the first table, joined by `|`."""
    return {place.unit: "|".join(place.classes) for place in tables(fragment, table)[0].places}
