"""Days and times of day as a meta.yaml writes them; of a day, the month or the day may still be open."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, TypeAlias

from pydantic import BeforeValidator

from chiso.engine.errors import message
from chiso.engine.framework.schema import refusal

_DAY = re.compile(r"(?P<year>\d{4})(-(?P<month>0[1-9]|1[0-2])(-(?P<day>0[1-9]|[12]\d|3[01]))?)?")
_MOMENT = re.compile(r"(?P<day>\d{4}-\d\d-\d\d) (?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d)")
_DAYS = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}


@dataclass(frozen=True)
class Day:
    """A date of which the day, or the month too, may still be open."""

    year: int
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True)
class Moment:
    """A time on a whole day."""

    day: Day
    hour: int
    minute: int


def _found(text: str) -> Day | None:
    found = _DAY.fullmatch(text)
    if found is None:
        return None
    year, month, day = (int(found[name]) if found[name] else None for name in ("year", "month", "day"))
    return Day(year or 0, month, day) if day is None or day <= _last_day(year or 0, month or 1) else None


def _last_day(year: int, month: int) -> int:
    if month == 2 and (year % 4 or (year % 100 == 0 and year % 400)):
        return 28
    return _DAYS.get(month, 31)


def _day(value: object) -> object:
    found = value if isinstance(value, Day) else _found(value.strip()) if isinstance(value, str) else None
    if found is None:
        raise refusal("day", message("a date as 2026-03-27, or 2026-03 where the day is still open"))
    return found


def _moment(value: object) -> object:
    if isinstance(value, Moment):
        return value
    written = _MOMENT.fullmatch(value.strip()) if isinstance(value, str) else None
    day = None if written is None else _found(written["day"])
    if written is None or day is None:
        raise refusal("moment", message("a date and a time as 2026-03-27 08:30"))
    return Moment(day, int(written["hour"]), int(written["minute"]))


Date: TypeAlias = Annotated[Day, BeforeValidator(_day)]
Time: TypeAlias = Annotated[Moment, BeforeValidator(_moment)]
