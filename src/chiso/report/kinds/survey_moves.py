"""Numbers of two times in words: what rose, what fell, what is highest and lowest, all of it from the numbers alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from chiso.language import gettext as _
from chiso.language import ngettext
from chiso.report.document import Cell
from chiso.report.numbers import number
from chiso.report.results.tables import NOTHING

WHOLE = Decimal(100)


@dataclass(frozen=True)
class Move:
    """A printed number and the same number of the time before; None where it is not known.

    percent: whether both are percentages, so that their difference is in percentage points;
    told: whether sentences speak of it; now_text, before_text: as they are printed.
    """

    name: str
    now: Decimal | None
    before: Decimal | None
    now_text: str
    before_text: str
    percent: bool = True
    told: bool = True

    @property
    def change(self) -> Decimal | None:
        """The difference of the printed numbers."""
        return None if self.now is None or self.before is None else self.now - self.before


def change_cell(move: Move) -> Cell:
    """The change with its sign; a dash where one of the two times is not known."""
    change = move.change
    if change is None:
        return Cell(NOTHING)
    return Cell(f"{'+' if change > 0 else ''}{number(change)}", change)


def assessment(moves: Sequence[Move], before: str) -> list[str]:
    """The sentences on a group of numbers; before: what the time before is called, as `Năm 2025`."""
    told = [move for move in moves if move.told]
    found = [*_full(told), *_changes(told, before), *_ends(told)]
    unknown = [small(move.name) for move in told if move.now is None]
    if unknown:
        found.append(_("Not in the source: {names}.").format(names="; ".join(unknown)))
    return found


def _full(moves: Sequence[Move]) -> Iterator[str]:
    """What stands at 100%."""
    names = [small(move.name) for move in moves if move.percent and move.now == WHOLE]
    if names:
        yield _("At 100%: {names}.").format(names="; ".join(names))


def _changes(moves: Sequence[Move], before: str) -> Iterator[str]:
    """What rose, fell and stayed since the time before, each with its two numbers."""
    known = [(move, move.change) for move in moves if move.change is not None]
    rose = [move for move, change in known if change and change > 0]
    fell = [move for move, change in known if change and change < 0]
    same = [move for move, change in known if not change]
    for group, some, every in (
        (rose, _("Up since {before}, {count} of {all}: {names}."), _("All {count} are up since {before}: {names}.")),
        (
            fell,
            _("Down since {before}, {count} of {all}: {names}."),
            _("All {count} are down since {before}: {names}."),
        ),
    ):
        if group:
            sentence = every if len(group) == len(known) > 1 else some
            names = "; ".join(_moved(move) for move in group)
            yield sentence.format(before=small(before), count=len(group), all=len(known), names=names)
    if same:
        names = "; ".join(f"{small(move.name)} ({move.now_text})" for move in same)
        yield _("Unchanged since {before}, {count} of {all}: {names}.").format(
            before=small(before), count=len(same), all=len(known), names=names
        )


def _moved(move: Move) -> str:
    change = move.change or Decimal(0)
    size = number(abs(change))
    if move.percent:
        said = _("up {n} percentage points") if change > 0 else _("down {n} percentage points")
    else:
        said = _("up {n}") if change > 0 else _("down {n}")
    return f"{small(move.name)} ({move.now_text}, {said.format(n=size)})"


def _ends(moves: Sequence[Move]) -> Iterator[str]:
    """The highest and the lowest percentage; what stands at 100% is told already."""
    known = [(move.now, move) for move in moves if move.percent and move.now is not None]
    below = [(value, move) for value, move in known if value != WHOLE]
    if len(known) < 2 or not below:
        return
    least = min(value for value, _move in below)
    if len(below) == len(known):
        most = max(value for value, _move in known)
        if most != least:
            yield _("Highest: {names}.").format(names=_holders(known, most))
    yield _("Lowest: {names}.").format(names=_holders(known, least))


def _holders(known: Sequence[tuple[Decimal, Move]], value: Decimal) -> str:
    return "; ".join(f"{small(move.name)} ({move.now_text})" for each, move in known if each == value)


def small(words: str) -> str:
    """A name inside a sentence: `năm 2025`; an abbreviation stays as it is."""
    return words if words[1:2].isupper() else f"{words[:1].lower()}{words[1:]}"


def capital(words: str) -> str:
    """A name of a time as the head of a column."""
    return f"{words[:1].upper()}{words[1:]}"


def agencies(count: int) -> str:
    """`12 cơ quan`."""
    return ngettext("{n} unit", "{n} units", count).format(n=number(count))
