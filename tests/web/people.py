"""The people that every gate is tried by: one of each role, and a stranger without any."""

from dataclasses import dataclass
from typing import Any

from tests.web.making import cycle, take_in

PASSWORD = "một-mật-khẩu-dài"
NOBODY, STRANGER = "nobody", "stranger"


@dataclass(frozen=True)
class World:
    """What addresses are made from: the people by role, the units that they belong to, a cycle that collects."""

    people: dict[str, Any]
    unit: Any
    other: Any
    cycle: Any


def made() -> World:
    """One person of each role: reporter and leader of one unit, a stranger of another, the rest of none."""
    from chiso.web.models import Duty, Person, Unit
    from chiso.web.models.people import Role

    unit = Unit.objects.create(code="so-cong-thuong", name="Sở Công Thương")
    other = Unit.objects.create(code="so-y-te", name="Sở Y tế")
    units = {"reporter": unit, "leader": unit, STRANGER: other}
    people = {}
    for role in (*Role.values, STRANGER):
        people[role] = Person.objects.create_user(role, f"{role}@example.vn", PASSWORD, unit=units.get(role), name=role)
        if role != STRANGER:
            Duty.objects.create(person=people[role], role=role)
    found = cycle()
    take_in(found, unit, other)
    return World(people, unit, other, found)
