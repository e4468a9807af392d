"""Numbers as Vietnamese documents write them, and back: `1.234,5`, `97,93%`, `7/27`, `khoảng 295.415`, `01 dịch vụ`.

Reading and writing are inverse: `write(*reading) == text` for every reading of a text, and every number that is written
is among the readings of what was written. A text such as `1.374` has two readings; `chiso.tables.habits` finds out
from its column which one is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from chiso.tables.cells import tidy

OTHER = {",": ".", ".": ","}
"""The mark that separates thousands where the key separates decimals, and the reverse."""


@dataclass(frozen=True, slots=True)
class Number:
    """An exact number with what is printed around it.

    The value is mantissa / 10**decimals, in percent where `percent` is true; whole: the 27 of `7/27`, else None;
    qualifier: `khoảng`, as printed; measure: what is counted, as printed (`người/cơ quan`).
    """

    mantissa: int
    decimals: int = 0
    percent: bool = False
    whole: int | None = None
    qualifier: str = ""
    measure: str = ""

    @property
    def value(self) -> Fraction:
        """The number itself: 97.93 for `97,93%`, 7 for `7/27`."""
        return Fraction(self.mantissa, 10**self.decimals)

    def __str__(self) -> str:
        """The number with a decimal dot and no thousands: `97.93%`, `7/27`; `~` for a qualified one; no measure."""
        whole = "" if self.whole is None else f"/{self.whole}"
        sign = "-" if self.mantissa < 0 else ""
        text = sign + _digits(abs(self.mantissa), self.decimals, Writing(decimal="."))
        return f"{'~' if self.qualifier else ''}{text}{whole}{'%' if self.percent else ''}"


@dataclass(frozen=True, slots=True)
class Writing:
    """How a number is written: its marks, the least number of digits before the decimals, the blanks it stands with.

    decimal: `,` or `.`; group: the mark between thousands, empty where there is none; percent: `%` or ` %`;
    sign: what a negative number begins with, or `+` for a positive one; slash: between `7/27`; end: the `.` of `12.`.
    """

    decimal: str = ","
    group: str = ""
    digits: int = 1
    percent: str = "%"
    sign: str = "-"
    slash: str = "/"
    end: str = ""


class Reading(NamedTuple):
    """A number that a text may mean, and the way it would be written then."""

    number: Number
    writing: Writing


class Found(NamedTuple):
    """A number in running text: where it begins and ends there, and its readings."""

    start: int
    end: int
    readings: tuple[Reading, ...]


_DIGITS = r"\d+(?:[., ]\d+)*"
_QUALIFIERS = "khoảng|gần|trên|dưới|hơn|ít nhất|tối thiểu|tối đa|~|≈|≥|≤|>|<"
_CELL = re.compile(
    rf"(?P<qualifier>(?:{_QUALIFIERS})?)(?P<between> ?)(?P<sign>[-+−–]?)(?P<body>{_DIGITS})"
    rf"(?:(?P<slash> ?/ ?)(?P<whole>{_DIGITS}))?(?P<percent> ?%)?(?: (?P<measure>[^\W\d_][^\d.,;:!?|%]*))?"
    r"(?P<end>\.?)",
    re.IGNORECASE,
)
# In prose a blank ends a number, and the numbers of documents, dates and clauses are no numbers.
_IN_PROSE = re.compile(
    r"(?<![\w./,-])(?P<text>\d+(?:[.,]\d+)*(?: ?/ ?\d+(?:[.,]\d+)*(?![/\d]))?(?: ?%)?)(?![\w/]|[.,]\d|-\w)(?P<item>\)?)"
)
_MOST_WORDS = 5
_ABSENT = re.compile(
    r"[-–—…_.x/\s]*|n/?a|kxđ|\(?(?:không|chưa) (?:có|rõ|áp dụng|phát sinh|tổng hợp|báo cáo|cung cấp|đánh giá|tham gia"
    r"|xác định|thực hiện|công bố|triển khai)\b.*",
    re.IGNORECASE | re.DOTALL,
)


def parse(text: str) -> tuple[Reading, ...]:
    """The readings of a cell's text: none where it is no number, two where a mark may be either, else one."""
    text = tidy(text)
    match = _CELL.fullmatch(text)
    if match is None or len((match["measure"] or "").split()) > _MOST_WORDS:
        return ()
    return tuple(reading for reading in _readings(match) if write(*reading) == text)


def write(number: Number, writing: Writing) -> str:
    """The text of a number in a given writing."""
    sign = writing.sign if (number.mantissa < 0) != (writing.sign == "+") else ""
    body = _digits(abs(number.mantissa), number.decimals, writing)
    whole = "" if number.whole is None else writing.slash + _grouped(str(number.whole), writing.group)
    percent = writing.percent if number.percent else ""
    measure = f" {number.measure}" if number.measure else ""
    return f"{number.qualifier}{' ' if number.qualifier else ''}{sign}{body}{whole}{percent}{measure}{writing.end}"


def within(text: str) -> Iterator[Found]:
    """The numbers in running text, in order; those of documents (`1819/QĐ-TTg`), dates and list items left out."""
    for match in _IN_PROSE.finditer(text):
        readings = () if match["item"] and match["text"].isdecimal() else parse(match["text"])
        if readings:
            yield Found(match.start("text"), match.end("text"), readings)


def absent(text: str) -> bool:
    """Whether a cell says that there is no number: blank, a dash, `Không có số liệu`, `Chưa có dịch vụ hoạt động`."""
    return _ABSENT.fullmatch(tidy(text)) is not None


def _readings(match: re.Match[str]) -> Iterator[Reading]:
    sign = match["sign"]
    for mantissa, decimals, marks in _bodies(match["body"]):
        whole = None
        if match["whole"]:
            if decimals or not _is_grouped(match["whole"], marks.group):
                continue
            whole = int(_plain(match["whole"]))
        number = Number(
            -mantissa if sign and sign != "+" else mantissa, decimals, bool(match["percent"]), whole,
            match["qualifier"], match["measure"] or "",
        )  # fmt: skip
        around = (match["percent"] or "%", sign or "-", match["slash"] or "/", match["end"])
        yield Reading(number, Writing(marks.decimal, marks.group, marks.digits, *around))


def _bodies(body: str) -> Iterator[tuple[int, int, Writing]]:
    """What the digits and marks may mean: the mantissa, its decimals and the marks."""
    marks = re.findall(r"[., ]", body)
    last = marks[-1] if marks else ""
    head, _, tail = body.rpartition(last) if marks else (body, "", "")
    if _is_grouped(body, last):
        yield int(_plain(body)), 0, Writing(OTHER.get(last, ","), last, _least(body))
    # `0,999` cannot be grouped: no number is written with a nought before its thousands.
    group = marks[0] if len(marks) > 1 else ""
    if last in OTHER and last != group and _is_grouped(head, group):
        yield int(_plain(head) + tail), len(tail), Writing(last, group, _least(head))


def _is_grouped(text: str, mark: str) -> bool:
    """Whether the digits stand in thousands with `mark` between; any digits where there is no mark."""
    if not mark or mark not in text:
        return text.isdecimal()
    return re.fullmatch(rf"[1-9]\d{{0,2}}(?:{re.escape(mark)}\d{{3}})+", text) is not None


def _least(text: str) -> int:
    """How many digits are printed at least: 2 for `01`."""
    return len(text) if text.startswith("0") and text.isdecimal() else 1


def _plain(text: str) -> str:
    return re.sub(r"[., ]", "", text)


def _digits(mantissa: int, decimals: int, writing: Writing) -> str:
    """The digits of a number that is not negative, with its marks."""
    digits = str(mantissa).rjust(decimals + writing.digits, "0")
    head, tail = digits[: len(digits) - decimals], digits[len(digits) - decimals :]
    return _grouped(head, writing.group) + (writing.decimal + tail if tail else "")


def _grouped(digits: str, mark: str) -> str:
    """The digits with `mark` between thousands."""
    if not mark:
        return digits
    first = len(digits) % 3 or 3
    return mark.join([digits[:first], *(digits[place : place + 3] for place in range(first, len(digits), 3))])
