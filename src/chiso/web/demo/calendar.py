"""When things happened in the model province, counted from the day on which it is loaded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

END_OF_DAY = (17, 0)
YEAR = 365


@dataclass(frozen=True)
class Days:
    """The days around one on which a cycle stands; today: midnight of that day where the province is."""

    today: datetime

    def at(self, days: int, hour: int = 9, minute: int = 0) -> datetime:
        """A moment so many days later, before where negative."""
        return self.today + timedelta(days=days, hours=hour, minutes=minute)

    def end(self, days: int) -> datetime:
        """The end of office hours of that day."""
        return self.at(days, *END_OF_DAY)

    def a_year_before(self) -> Days:
        """The same days a year before."""
        return Days(self.today - timedelta(days=YEAR))


def days(now: datetime) -> Days:
    """The days around this moment."""
    return Days(timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0))
