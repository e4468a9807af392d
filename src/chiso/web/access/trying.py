"""The accounts of a demonstration, to everybody: their passwords are no secret."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings

from chiso.web.environment import DEMO_PASSWORD
from chiso.web.models import Person
from chiso.web.models.people import Role

NO_PASSWORD = "!"
"""What the password begins with of somebody who cannot sign in."""


@dataclass(frozen=True)
class Trying:
    """An account to try; role: its name, unit: empty where it has none."""

    username: str
    name: str
    role: str
    unit: str
    password: str


def accounts_to_try() -> list[Trying]:
    """The accounts, in the order of the roles; none where the installation is not a demonstration."""
    if not settings.DEMO:
        return []
    people = Person.objects.filter(demo=True, is_active=True).exclude(password__startswith=NO_PASSWORD)
    found = [(duty, person) for person in people.select_related("unit").prefetch_related("duties")
             for duty in person.duties.all()]  # fmt: skip
    order = list(Role.values)
    return [
        Trying(person.username, str(person), duty.get_role_display(), str(person.unit or ""), DEMO_PASSWORD)
        for duty, person in sorted(found, key=lambda pair: order.index(pair[0].role))
    ]
