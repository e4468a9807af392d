"""What the cells of a workbook's sheets hold, as texts and exact decimals.

A workbook of before 2007 is read in a process of its own, since the library ends in a panic, or never, on some damaged
ones: `main` takes its bytes and answers with the sheets.
"""

from __future__ import annotations

import datetime
import io
import json
import subprocess
import sys
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from chiso.tables.reading import merging, unpacking
from chiso.tables.reading.blocks import MOST_CELLS, too_many
from chiso.tables.reading.merging import Range

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

Value = tuple[str, str]
"""The text of a cell, and its decimal where it was typed as a number."""

MOST_SECONDS = 60
"""How long a workbook of before 2007 may take."""
_LOCKED, _BROKEN, _TOO_MANY = 3, 4, 5


@dataclass(frozen=True)
class Sheet:
    """A visible sheet: its rows of values from the first cell on, and its merged ranges."""

    title: str
    rows: list[list[Value]]
    merged: list[Range]


class _TooMany(Exception):
    """A sheet of more cells than any table has."""


def sheets(raw: bytes, name: str) -> tuple[list[Sheet], int]:
    """The visible sheets of a workbook, and how many are hidden.

    Raises:
        Unreadable: the workbook is damaged, has a password, or is larger than any that is published.
    """
    import python_calamine as calamine

    if not raw.startswith(b"PK"):
        return _apart(raw, name)
    unpacking.weigh(raw, name)
    try:
        return _opened(raw, merging.ranges(raw, name))
    except calamine.PasswordError:
        raise unpacking.locked(name) from None
    except (calamine.CalamineError, OSError, ValueError):
        raise unpacking.broken(name) from None
    except _TooMany:
        raise too_many(name) from None


def _opened(raw: bytes, merged: dict[str, list[Range]]) -> tuple[list[Sheet], int]:
    import python_calamine as calamine

    with calamine.load_workbook(io.BytesIO(raw)) as workbook:
        listed = [each for each in workbook.sheets_metadata if each.typ == calamine.SheetTypeEnum.WorkSheet]
        shown = [each.name for each in listed if each.visible == calamine.SheetVisibleEnum.Visible]
        found = [_sheet(workbook.get_sheet_by_name(title), merged.get(title, [])) for title in shown]
    return found, len(listed) - len(shown)


def _sheet(sheet: CalamineSheet, merged: list[Range]) -> Sheet:
    if sheet.total_height * sheet.total_width > MOST_CELLS:
        raise _TooMany
    rows = [[_said(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
    return Sheet(sheet.name, rows, merged or list(sheet.merged_cell_ranges or []))


def _said(value: Any) -> Value:
    if isinstance(value, bool):
        return ("TRUE" if value else "FALSE"), ""
    if isinstance(value, int | float):
        # The shortest decimal that is the same binary number is what was typed.
        exact = format(Decimal(repr(value)), "f")
        exact = exact.rstrip("0").rstrip(".") if "." in exact else exact
        return exact, exact
    if isinstance(value, datetime.date | datetime.datetime | datetime.time):
        return value.isoformat(), ""
    return str(value), ""


def _apart(raw: bytes, name: str) -> tuple[list[Sheet], int]:
    """The sheets as a process of its own reads them; one that crashes or does not end has met a damaged file."""
    # Without -P the process would import what lies in the current folder.
    command = [sys.executable, "-P", "-c", f"import sys; from {__name__} import main; sys.exit(main())"]
    try:
        ran = subprocess.run(command, input=raw, capture_output=True, timeout=MOST_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        raise unpacking.broken(name) from None
    if ran.returncode == _LOCKED:
        raise unpacking.locked(name)
    if ran.returncode == _TOO_MANY:
        raise too_many(name)
    if ran.returncode:
        raise unpacking.broken(name)
    told, hidden = json.loads(ran.stdout)
    return [
        Sheet(title, [[(text, exact) for text, exact in row] for row in rows], merged) for title, rows, merged in told
    ], hidden


def main() -> int:
    """Reads a workbook from standard input and writes its sheets to standard output; the exit code says what failed."""
    import python_calamine as calamine

    try:
        found, hidden = _opened(sys.stdin.buffer.read(), {})
    except calamine.PasswordError:
        return _LOCKED
    except _TooMany:
        return _TOO_MANY
    except (calamine.CalamineError, OSError, ValueError):
        return _BROKEN
    told = [[sheet.title, sheet.rows, sheet.merged] for sheet in found]
    sys.stdout.write(json.dumps([told, hidden]))
    return 0
