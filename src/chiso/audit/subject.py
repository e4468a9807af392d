"""What is audited: a document's tables with their meaning, its prose, and the framework where one is named."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from fractions import Fraction
from functools import cached_property

from chiso.audit.fitting import Fit, fit
from chiso.audit.published import Published, same
from chiso.audit.ranked import Way
from chiso.audit.recomputing import text
from chiso.engine.framework import Framework
from chiso.tables.cells import Address, Document, Paragraph
from chiso.tables.habits import habits
from chiso.tables.numbers import Number, Reading, Writing, write

_TITLED = re.compile(r"(?<!so với )năm (20\d\d|19\d\d)")
ALIKE = Fraction(3, 5)
"""The share of the names of the smaller of two tables from which on they are taken to be about the same units."""


class Subject:
    """A document as the checks see it. decimal: the mark that the caller states for all its numbers."""

    def __init__(self, document: Document, framework: Framework | None = None, decimal: str = "") -> None:
        self.document, self.framework = document, framework
        found = zip(document.tables, habits(document, decimal), strict=True)
        self.tables = tuple(Published(table, each) for table, each in found)
        written = {standing.unit for table in self.tables for standing in table.standings}
        single = {name for name in written if not _is_list(name, written)}
        for table in self.tables:
            table.known = single
            table.__dict__.pop("standings", None)

    @property
    def prose(self) -> tuple[Paragraph, ...]:
        """The paragraphs, in order."""
        return self.document.prose

    @property
    def start(self) -> Address:
        """The beginning of the document."""
        return Address(self.document.source)

    @cached_property
    def year(self) -> str:
        """The year that the document is about: the one that its first lines name most often; empty for none."""
        head = " ".join(paragraph.text for paragraph in self.prose[:12])
        titles = " ".join(table.table.title for table in self.tables)
        counted = Counter(_TITLED.findall(f"{head} {titles}".lower()))
        return counted.most_common(1)[0][0] if counted else ""

    def way(self, table: Published) -> Way | None:
        """The way of ranking that the framework lays down for a table; None where it is to be found out."""
        found = self.fit(table)
        return None if found is None else found.way

    def fit(self, table: Published) -> Fit | None:
        """The part of the framework that a table shows; None where it shows none, or no framework is named."""
        return None if self.framework is None else fit(table, self.framework)

    @cached_property
    def groups(self) -> tuple[tuple[Published, ...], ...]:
        """The ranked tables, those about the same units together."""
        found: list[tuple[set[str], list[Published]]] = []
        for table in self.tables:
            units = {same(standing.unit) for standing in table.standings}
            if not table.ranked or not units:
                continue
            for known, tables in found:
                if len(known & units) >= ALIKE * min(len(known), len(units)):
                    known |= units
                    tables.append(table)
                    break
            else:
                found.append((units, [table]))
        return tuple(tuple(tables) for _, tables in found)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The units of all ranked tables: the usual writing of each by its key."""
        counted: dict[str, Counter[str]] = {}
        for group in self.groups:
            for table in group:
                for standing in table.standings:
                    counted.setdefault(same(standing.unit), Counter())[standing.unit] += 1
        return {each: names.most_common(1)[0][0] for each, names in counted.items()}


def _is_list(name: str, written: set[str]) -> bool:
    """Whether a name is several names with commas between them."""
    parts = [part.strip() for part in name.split(",")]
    return len(parts) > 1 and all(part in written for part in parts)


def title_at(table: Published) -> Address:
    """Where a table's title stands, or its header where it has none."""
    return table.table.titled or table.table.at


def like(value: Fraction, reading: Reading, decimals: int | None = None) -> str:
    """A number written as a printed one is; decimals: those of the printed one where none are said."""
    places = reading.number.decimals if decimals is None else decimals
    digits = text(value, places)
    number = Number(int(digits.replace(".", "")), places, reading.number.percent)
    writing = Writing(reading.writing.decimal, reading.writing.group, 1, reading.writing.percent, "-")
    return write(number, writing)


def fully(value: Fraction, reading: Reading) -> str:
    """A number with all its decimals, at least as many as printed, in the writing of a printed one."""
    own = len(text(value).partition(".")[2])
    return like(value, reading, max(own, reading.number.decimals))
