"""A table of texts: a header, and lines that know where they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from chiso.engine.errors import AnswersError, Problem, message

MOST_PROBLEMS = 50


class Line(NamedTuple):
    """The cells of a line, and its place: `answers.csv:12`."""

    where: str
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A table whose lines are read anew each time they are asked for, so that a large one is never held twice.

    name: what messages call it; where: the place of the header; header: the names of the columns.
    """

    name: str
    where: str
    header: tuple[str, ...]
    lines: Callable[[], Iterator[Line]]

    def records(self, optional: frozenset[str] = frozenset()) -> Iterator[tuple[str, dict[str, str]]]:
        """The place of each line that is not empty, and its cells by column.

        A line may lack the columns in `optional` at its end. AnswersError at the end of the lines, with the places of
        all that have more or fewer cells than the header.
        """
        problems: list[Problem] = []
        every = "" not in self.header
        for where, cells in self.lines():
            if not any(cells):
                continue
            fits = every and len(cells) == len(self.header)
            problem = None if fits else self._misfit(where, cells, optional)
            if problem is None:
                yield where, {name: cell for name, cell in zip(self.header, cells, strict=False) if name}
            elif len(problems) < MOST_PROBLEMS:
                problems.append(problem)
        if problems:
            raise AnswersError(problems)

    def _misfit(self, where: str, cells: tuple[str, ...], optional: frozenset[str]) -> Problem | None:
        width = len(self.header)
        loose = [cell for place, cell in enumerate(cells) if cell and (place >= width or not self.header[place])]
        if loose:
            return Problem(
                where, message("the cell {cell} under no column name", cell=repr(loose[0])[:60]),
                message("{count} columns, as the header has", count=len([name for name in self.header if name])),
                message("put a cell that holds the separator into quotation marks"),
            )  # fmt: skip
        lacking = [name for name in self.header[len(cells) :] if name and name not in optional]
        if lacking:
            return Problem(
                where, message("{count} cells, none for `{column}`", count=len(cells), column=lacking[0]),
                message("{count} columns, as the header has", count=width),
                message("write every cell, an empty one too"),
            )  # fmt: skip
        return None


def headed(name: str, where: str, header: list[str], lines: Callable[[], Iterator[Line]]) -> Table:
    """The table under this header, each name in it trimmed; AnswersError where a name stands twice."""
    names = tuple(cell.strip() for cell in header)
    while names and not names[-1]:
        names = names[:-1]
    twice = next((each for place, each in enumerate(names) if each and each in names[:place]), None)
    if twice is not None:
        raise AnswersError(
            [
                Problem(
                    where, message("the column {name} a second time", name=twice), message("every column once"),
                    message("keep one of the two"),
                )
            ]
        )  # fmt: skip
    if not names:
        raise empty(name)
    return Table(name, where, names, lines)


def empty(name: str) -> AnswersError:
    """The error of a file without a table."""
    found = message("an empty file")
    expected = message("a header and lines under it")
    return AnswersError([Problem(f"{name}:1", found, expected, message("see docs/bundle.md for the columns"))])
