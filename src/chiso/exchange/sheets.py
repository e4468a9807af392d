"""What a worksheet's own XML tells that its values do not: its size, percentages, errors, formulas without a value."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.parsers import expat

from chiso.engine.errors import InputError, message
from chiso.exchange.files import refused

MOST_CELLS = 4_000_000
"""Cells of the rectangle that a sheet's values span: two cells in far corners would fill the memory."""
_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
_PERCENT_FORMATS = {"9", "10"}

Cell = tuple[int, int]
"""Row and column, from 1."""


@dataclass
class Marks:
    """What stands out in a sheet: its size, and the cells that hold a percentage, an error, or a bare formula."""

    rows: int = 0
    columns: int = 0
    percentages: set[Cell] = field(default_factory=set)
    errors: dict[Cell, str] = field(default_factory=dict)
    bare: list[Cell] = field(default_factory=list)


def column_name(number: int) -> str:
    """The letters of a column: 28 is AB."""
    letters = ""
    while number:
        number, digit = divmod(number - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return letters


def marks(xml: bytes, percent_styles: frozenset[str], where: str) -> Marks:
    """What stands out in a sheet's XML; InputError where it is no plain XML or spans too many cells."""
    reader = _Sheet(percent_styles)
    parsed(xml, where, reader.start, reader.end, reader.text)
    found = reader.marks
    if found.rows * found.columns > MOST_CELLS:
        raise refused(
            where, message("values that span {rows} rows and {columns} columns", rows=found.rows,
                           columns=found.columns),
            message("at most {most} cells", most=MOST_CELLS), message("delete what stands far from the table"),
        )  # fmt: skip
    return found


def percent_styles(xml: bytes, where: str) -> frozenset[str]:
    """The numbers of the cell styles that show a percentage."""
    reader = _Styles()
    parsed(xml, where, reader.start, reader.end)
    return frozenset(str(number) for number, form in enumerate(reader.used) if form in reader.percent)


def parsed(xml: bytes, where: str, start: object, end: object, text: object = None) -> None:
    """Reads XML without entities of its own through these callbacks; InputError where it is broken."""
    parser = expat.ParserCreate()

    def refuse(*_arguments: object) -> None:
        raise refused(
            where, message("XML with declarations"), message("a workbook as Excel or LibreOffice writes it"),
            message("open it there and save it again as .xlsx"),
        )  # fmt: skip

    parser.StartDoctypeDeclHandler = refuse
    for handler, function in (("StartElement", start), ("EndElement", end), ("CharacterData", text)):
        if function is not None:
            setattr(parser, f"{handler}Handler", function)
    try:
        parser.Parse(xml, True)
    except expat.ExpatError:
        raise damaged(where) from None


def damaged(where: str) -> InputError:
    """The error of a workbook that cannot be read."""
    return refused(
        where, message("a damaged workbook"), message("a workbook as Excel or LibreOffice writes it"),
        message("open it there and save it again as .xlsx"),
    )  # fmt: skip


def _plain(name: str) -> str:
    return name.rpartition(":")[2]


class _Sheet:
    """The cells of a sheet, one after the other."""

    def __init__(self, percent_styles: frozenset[str]) -> None:
        self.marks = Marks()
        self._percent = percent_styles
        self._row = self._column = 0
        self._attributes: dict[str, str] = {}
        self._formula, self._value, self._inside = False, "", False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = _plain(name)
        if name == "row":
            written = attributes.get("r", "")
            self._row = int(written) if written.isdecimal() and len(written) < 8 else self._row + 1
            self._column = 0
        elif name == "c":
            self._begin(attributes)
        elif name == "f":
            self._formula = True
        elif name in ("v", "is"):
            self._inside = True

    def _begin(self, attributes: dict[str, str]) -> None:
        self._attributes, self._formula, self._value = attributes, False, ""
        match = _REFERENCE.fullmatch(attributes.get("r", ""))
        if match is None:
            self._column += 1
            return
        self._row, self._column = int(match.group(2)), 0
        for letter in match.group(1):
            self._column = self._column * 26 + ord(letter) - ord("A") + 1

    def text(self, text: str) -> None:
        if self._inside and len(self._value) < 40:
            self._value += text

    def end(self, name: str) -> None:
        name = _plain(name)
        if name in ("v", "is"):
            self._inside = False
        elif name == "c":
            self._finish()

    def _finish(self) -> None:
        found, cell = self.marks, (self._row, self._column)
        if not self._value and not self._formula:
            return
        found.rows, found.columns = max(found.rows, self._row), max(found.columns, self._column)
        kind = self._attributes.get("t", "n")
        if kind == "e":
            found.errors[cell] = self._value
        elif not self._value and kind != "str":
            found.bare.append(cell)
        elif kind == "n" and self._attributes.get("s") in self._percent:
            found.percentages.add(cell)


class _Styles:
    """The number formats that show a percentage, and the format of each cell style in order."""

    def __init__(self) -> None:
        self.percent = set(_PERCENT_FORMATS)
        self.used: list[str] = []
        self._inside = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = _plain(name)
        if name == "numFmt" and "%" in attributes.get("formatCode", ""):
            self.percent.add(attributes.get("numFmtId", ""))
        elif name == "cellXfs":
            self._inside = True
        elif name == "xf" and self._inside:
            self.used.append(attributes.get("numFmtId", ""))

    def end(self, name: str) -> None:
        if _plain(name) == "cellXfs":
            self._inside = False
