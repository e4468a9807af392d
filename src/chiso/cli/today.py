"""Which day it is."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7))


def today() -> date:
    """The date in Việt Nam, which has no other time than UTC+7."""
    return datetime.now(VIETNAM).date()
