"""Answers from whatever they come in: a published folder, CSV, XLSX, JSON, or facts that ship."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from chiso.engine.answers import Answers, Row, Units, build
from chiso.engine.errors import AnswersError, InputError, Problem, message
from chiso.engine.framework import Framework
from chiso.exchange import delimited, objects, shapes, shipped, workbook
from chiso.exchange.archive import is_zip, members
from chiso.exchange.files import decoded, read_bytes, refused, standing
from chiso.exchange.register import units, units_beside
from chiso.exchange.tables import Table

FILES = ("answers.csv", "units.csv")
Watch: TypeAlias = Callable[[Iterator[Row]], Iterator[Row]]
_OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True)
class _Found:
    """The tables of a source; plain: written by Chiso, with a dot as the decimal mark."""

    answers: Table | None
    units: Table | None
    plain: bool = False


def read(
    name: str, framework: Framework, *, register: Path | None = None, comma: bool = False, watch: Watch = iter
) -> Answers:
    """The answers of a file, a folder, a zip, or of shipped facts; InputError with the place of everything wrong.

    register: a file of units; else the units come from the source itself: its `units.csv`, sheet or list `units`, or
    the `block` column beside the answers. comma: numbers in texts have the comma as their decimal mark. watch: what
    the rows go through one by one, for a caller that shows how far the work is.
    """
    mark = "," if comma else "."
    source = _source(name, mark)
    if source.answers is None:
        raise _without(name, "answers")
    shapes.checked(source.answers, framework)
    known = _units(name, source, framework, register)
    rows = watch(shapes.rows(source.answers, framework, known))
    return build(framework, known, rows, comma=comma and not source.plain)


def read_units(path: Path, framework: Framework) -> Units:
    """The units of a register in a file, a folder or a zip; InputError with the place of everything wrong."""
    return units(_register(_source(str(path), "."), str(path)), framework)


def register_of(raw: bytes, name: str) -> Table:
    """The register in the bytes of a file, as a table of texts; InputError where there is none."""
    return _register(_file(raw, name, "."), name)


def _register(source: _Found, name: str) -> Table:
    """The table of units, or the only one there is."""
    table = source.units or source.answers
    if table is None:
        raise _without(name, "units")
    return table


def from_files(files: Mapping[str, bytes], framework: Framework, name: str = "") -> Answers:
    """The answers of a published folder's `units.csv` and `answers.csv`; InputError with the place of what is wrong."""
    source = _folder(files, name)
    if source.answers is None or source.units is None:
        raise _without(name, "answers" if source.answers is None else "units")
    shapes.checked(source.answers, framework)
    known = units(source.units, framework)
    return build(framework, known, shapes.rows(source.answers, framework, known))


def _units(name: str, source: _Found, framework: Framework, register: Path | None) -> Units:
    if register is not None:
        return read_units(register, framework)
    if source.units is not None:
        return units(source.units, framework)
    assert source.answers is not None
    if "block" in source.answers.header or len(framework.blocks) == 1:
        return units_beside(source.answers, framework)
    raise refused(
        name, message("answers without the blocks of their units"),
        message("a register of units, or a column `block`"), message("give the register with --units FILE"),
    )  # fmt: skip


def _without(name: str, what: str) -> InputError:
    return AnswersError(
        [
            Problem(
                name, message("no table `{what}`", what=what), message("a table `{what}`", what=what),
                message("check that it is the right file"),
            )
        ]
    )  # fmt: skip


def _source(name: str, mark: str) -> _Found:
    path = Path(name)
    if standing(path) == "folder":
        inside = {file: read_bytes(path / file) for file in FILES if standing(path / file) == "file"}
        if not inside:
            raise refused(
                name, message("a folder without answers.csv"), message("a file of answers, or a published folder"),
                message("name the file inside it"),
            )  # fmt: skip
        return _folder(inside, name)
    if standing(path) == "nothing" and name in shipped.facts():
        return _folder(shipped.facts_files(name), name)
    return _file(read_bytes(path), name, mark)


def _folder(files: Mapping[str, bytes], name: str) -> _Found:
    def table(file: str) -> Table | None:
        where = f"{name}/{file}" if name else file
        return delimited.table(decoded(files[file], where), where) if file in files else None

    return _Found(table("answers.csv"), table("units.csv"), plain=True)


def _file(raw: bytes, name: str, mark: str) -> _Found:
    if is_zip(raw):
        files = members(raw, name)
        if "xl/workbook.xml" in files:
            return _sheets(workbook.tables(files, name, mark))
        return _folder(files, name)
    if raw[:4] == _OLD_WORKBOOK:
        raise refused(
            name, message("a workbook of the old kind (.xls), or one with a password"), message("an .xlsx workbook"),
            message("save it in Excel as .xlsx, without a password"),
        )  # fmt: skip
    text = decoded(raw, name)
    if name.casefold().endswith(".json") or text.lstrip()[:1] in ("[", "{"):
        tables = objects.tables(text, name, mark)
        return _Found(tables.get("answers"), tables.get("units"))
    return _Found(delimited.table(text, name), None)


def _sheets(tables: dict[str, Table]) -> _Found:
    named = {title.strip().casefold(): table for title, table in tables.items()}
    others = [table for title, table in named.items() if title != "units"]
    return _Found(named.get("answers") or (others[0] if others else None), named.get("units"))
