"""What the audit of a document says, flat enough to be written down."""

from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from chiso.audit import Audit, audit
from chiso.audit.structured import structured
from chiso.tables.reading import read_bytes


class Told(NamedTuple):
    """A finding: its place as (line, table, row, column), what moves from what to what, its sentence in English."""

    kind: str
    at: tuple[int, int, int, int]
    certainty: str
    printed: str
    computed: str
    moves: list[tuple[str, str, str, str]]
    says: str


@cache
def audited(folder: Path, number: str) -> Audit:
    """The audit of the document whose file begins with a number."""
    (path,) = folder.glob(f"{number}_*.txt")
    return audit(read_bytes(path.read_bytes(), path.name))


def findings(folder: Path, number: str) -> list[Told]:
    """The findings, in their order."""
    return [_told(each) for each in _part(folder, number, "findings")]


def confirmed(folder: Path, number: str) -> list[tuple[str, int, int]]:
    """The kind, the line and the count of everything that holds."""
    return [(each["kind"], _line(each), int(each["count"])) for each in _part(folder, number, "confirmed")]


def undecided(folder: Path, number: str) -> list[tuple[str, int, str]]:
    """The kind, the line and the sentence of everything that cannot be checked."""
    return [(each["kind"], _line(each), each["says"]["en"]) for each in _part(folder, number, "undecided")]


def rules(folder: Path, number: str) -> list[tuple[str, int, str, int, int]]:
    """The kind, the line, the value and the rows that fit, of how many, of every rule."""
    found = _part(folder, number, "rules")
    return [(each["kind"], _line(each), each["value"], int(each["fits"]), int(each["of"])) for each in found]


def _part(folder: Path, number: str, name: str) -> list[dict[str, Any]]:
    found = structured(audited(folder, number))[name]
    assert isinstance(found, list)
    return found


def _told(finding: dict[str, Any]) -> Told:
    at = finding["at"]
    moves = [(move["unit"], move["what"], move["from"], move["to"]) for move in finding["moves"]]
    return Told(
        finding["kind"], (at.get("line", 0), at["table"], at["row"], at["column"]), finding["certainty"],
        finding["printed"], finding["computed"] or "", moves, finding["says"]["en"],
    )  # fmt: skip


def _line(told: dict[str, Any]) -> int:
    return int(told["at"].get("line", 0))
