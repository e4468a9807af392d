"""Who works in the model province: an account to try for each role, and somebody in each unit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from chiso.web.actions.history import locked, record
from chiso.web.actions.people.inviting import PEOPLE, invite, take_up
from chiso.web.environment import DEMO_PASSWORD
from chiso.web.models import Duty, Person, Unit
from chiso.web.models.people import Role

ORGANISER, REPORTING, VERIFYING = "so-khoa-hoc-cong-nghe", "so-nong-nghiep-moi-truong", "van-phong-ubnd"
"""The units of the organiser, of reporter and leader, and of the verifier."""
ADDRESS = "{}@tinh-mau.example"


@dataclass(frozen=True)
class Account:
    """One account to try; unit: its code, empty for none."""

    username: str
    name: str
    role: Role
    unit: str = ""


ADMINISTRATOR = Account("quan-tri", "Nguyễn Minh Quân", Role.ADMINISTRATOR)
ACCOUNTS = (
    Account("to-chuc", "Trần Thu Hà", Role.ORGANISER, ORGANISER),
    Account("nhap-lieu", "Lê Văn Bình", Role.REPORTER, REPORTING),
    Account("lanh-dao", "Phạm Thị Lan", Role.LEADER, REPORTING),
    Account("tham-dinh", "Hoàng Đức Anh", Role.VERIFIER, VERIFYING),
    Account("hoi-dong", "Vũ Hồng Nam", Role.COUNCIL),
    Account("kiem-toan", "Đặng Ngọc Mai", Role.AUDITOR),
)


def accounts() -> dict[str, Person]:
    """The people to try, by the name that signs in; the units of theirs must be there."""
    first = Person.objects.create_user(
        ADMINISTRATOR.username, ADDRESS.format(ADMINISTRATOR.username), DEMO_PASSWORD, name=ADMINISTRATOR.name
    )
    Duty.objects.create(person=first, role=ADMINISTRATOR.role)
    record(locked(PEOPLE), "take_up", by=first, what={"roles": [ADMINISTRATOR.role.value]})
    made = {first.username: first}
    for each in ACCOUNTS:
        made[each.username] = _invited(each, first)
    Person.objects.filter(pk__in=[person.pk for person in made.values()]).update(demo=True)
    return made


def _invited(account: Account, by: Person) -> Person:
    unit = Unit.objects.get(code=account.unit) if account.unit else None
    _invitation, code = invite(unit=unit, roles=[account.role], by=by)
    person = take_up(code, username=account.username, name=account.name, password=DEMO_PASSWORD)
    person.email = ADDRESS.format(account.username)
    person.save(update_fields=("email",))
    return person


def somebody_in(units: Iterable[Unit]) -> dict[str, Person]:
    """One person in each unit, by the unit's code, who fills in and closes its form; nobody can sign in as them."""
    people = [Person(username=unit.code, name=f"Cán bộ đầu mối {unit.name}"[:150], unit=unit, demo=True)
              for unit in units]  # fmt: skip
    for person in people:
        person.set_unusable_password()
    Person.objects.bulk_create(people)
    made = {
        person.username: person for person in Person.objects.filter(username__in=[each.username for each in people])
    }
    Duty.objects.bulk_create(
        Duty(person=person, role=role) for person in made.values() for role in (Role.REPORTER, Role.LEADER)
    )
    record(locked(PEOPLE), "take_up", by=None, what={"people": sorted(made), "roles": ["leader", "reporter"]})
    return made
