"""The reminders that units were sent, to an organiser."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.paginator import Paginator
from django.utils.translation import gettext_lazy as _

from chiso.web.access.cycle import organised
from chiso.web.models import Person, Reminder

PER_PAGE = 100
KINDS = {
    "hand": _("by hand"),
    "week": _("a week before the deadline"),
    "day": _("a day before the deadline"),
    "late": _("the deadline has passed"),
}
"""Why a unit was written to, by the first part of a reminder's kind."""


def reminders(person: Person | AnonymousUser, code: str, number: str) -> dict[str, Any]:
    """The cycle, a page of pairs of a reminder and why it was sent, and the folder of letters that go into files."""
    cycle = organised(person, code)
    found = Reminder.objects.filter(participant__cycle=cycle).select_related("participant").order_by("-at", "-pk")
    page = Paginator(found, PER_PAGE).get_page(number)
    told = [(each, KINDS.get(each.kind.partition("-")[0], each.kind)) for each in page]
    into_files = settings.EMAIL_BACKEND.endswith("filebased.EmailBackend")
    return {
        "cycle": cycle,
        "page": page,
        "told": told,
        "folder": getattr(settings, "EMAIL_FILE_PATH", "") if into_files else "",
    }
