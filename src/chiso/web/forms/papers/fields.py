"""Days, times and lists as officials write them, and as a document's keys hold them."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from chiso.web.forms.cycle import Moment

_DAY = re.compile(r"(?:(?:(\d{1,2})[/.-])?(\d{1,2})[/.-])?(\d{4})")
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


class DayField(forms.CharField):
    """`27/03/2026`, `03/2026` where the day is still open, `2026` where the month is too; kept as `2026-03-27`."""

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, max_length=10, **options)

    def prepare_value(self, value: Any) -> Any:
        """The day as it is written here."""
        found = _ISO.fullmatch(value) if isinstance(value, str) else None
        return value if found is None else "/".join(part for part in reversed(found.groups()) if part)

    def clean(self, value: Any) -> str:
        """The day as it is kept; ValidationError where it is none."""
        text = str(super().clean(value)).strip()
        if not text:
            return ""
        found = _DAY.fullmatch(text)
        if found is None:
            raise forms.ValidationError(_("Write a day as 27/03/2026, or 03/2026 where the day is still open."))
        day, month, year = found.groups()
        return "-".join([year, *(part.zfill(2) for part in (month, day) if part)])


class MomentField(Moment):
    """A day and an hour in Vietnam, kept as `2026-03-27 08:30`."""

    def prepare_value(self, value: Any) -> Any:
        """The moment as its two fields show it."""
        return datetime.fromisoformat(value) if isinstance(value, str) and value else value

    def clean(self, value: Any) -> str:
        """The moment as it is kept, empty for none."""
        found = super().clean(value)
        return timezone.localtime(found).strftime("%Y-%m-%d %H:%M") if found else ""


class LinesField(forms.CharField):
    """A list, an item on each line; empty lines are left out."""

    def __init__(self, *, rows: int = 3, **options: Any) -> None:
        super().__init__(required=False, widget=forms.Textarea(attrs={"rows": rows}), **options)

    def prepare_value(self, value: Any) -> Any:
        """The list as lines."""
        return "\n".join(value) if isinstance(value, list | tuple) else value

    def clean(self, value: Any) -> list[str]:
        """The items."""
        return [line.strip() for line in str(super().clean(value)).splitlines() if line.strip()]
