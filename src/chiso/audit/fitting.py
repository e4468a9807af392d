"""Which block and criteria of a framework a table shows."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from chiso.audit.matching import coverage, likeness
from chiso.audit.published import Published
from chiso.audit.ranked import Way
from chiso.engine.framework import Criterion, Framework
from chiso.tables.names import key

_LIKE = Fraction(1, 2)


@dataclass(frozen=True)
class Fit:
    """A table as a block of a framework: the criterion that it totals or lists, and the columns of given criteria.

    criteria: the code of each column of parts that is one, by the place of the column.
    """

    block: str
    node: Criterion
    criteria: dict[int, str]

    @property
    def whole(self) -> bool:
        """Whether every criterion below has its column, so that the total can be scored."""
        return bool(self.criteria) and {child.code for child in self.node.children} == set(self.criteria.values())

    @property
    def way(self) -> Way | None:
        """The way of ranking that the framework lays down, where it needs nothing but the printed total."""
        rank = self.node.rank
        if rank is None or len(rank.keys) != 1 or rank.keys[0].by is not None:
            return None
        return Way(rank.ties)


def fit(table: Published, framework: Framework) -> Fit | None:
    """The part of a framework that a table shows; None where it shows none."""
    block = _block(table, framework)
    if block is None:
        return None
    if table.places("part"):
        return _group(table, framework, block)
    if table.place("score") is None:
        return None
    leaves = [node for node in framework.walk() if node.rank is not None and framework.applies(node.code, block)]
    found = [(_about(table, node), -place) for place, node in enumerate(leaves)]
    best = max(found, default=(Fraction(0), 0))
    return Fit(block, leaves[-best[1]], {}) if best[0] >= _LIKE else None


def _about(table: Published, node: Criterion) -> Fraction:
    """How fully a title repeats the name of a criterion."""
    return max(coverage(name, table.table.title) for name in _names(node))


def _names(node: Criterion) -> tuple[str, ...]:
    """The Vietnamese name of a criterion, with and without what stands in brackets."""
    name = node.name.of("vi")
    return name, name.partition("(")[0].strip() or name


def _block(table: Published, framework: Framework) -> str | None:
    """The block whose name the title and the head of the names repeat most fully."""
    place = table.place("name")
    text = f"{table.table.title} {table.header(place) if place is not None else ''}"
    found = [(coverage(block.name.of("vi"), text), len(block.name.of("vi")), block.id) for block in framework.blocks]
    covered, _, block = max(found)
    return block if covered >= _LIKE or len(found) == 1 else None


def _group(table: Published, framework: Framework, block: str) -> Fit | None:
    """The group whose children the columns of parts are."""
    for node in framework.walk():
        children = [child for child in node.children if child.given and framework.applies(child.code, block)]
        criteria = {}
        for place in table.places("part"):
            best = max(children, key=lambda child: _alike(table.header(place), child), default=None)
            if best is not None and _alike(table.header(place), best) >= _LIKE:
                criteria[place] = best.code
        if len(set(criteria.values())) == len(table.places("part")) == len(children):
            return Fit(block, node, criteria)
    return None


def _alike(header: str, node: Criterion) -> Fraction:
    name = node.name.of("vi")
    return Fraction(1) if key(header) == key(name) else max(likeness(header, name), coverage(header, name))
