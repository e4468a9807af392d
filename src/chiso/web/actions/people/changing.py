"""Roles given and taken, accounts opened and closed."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from chiso.web.actions.history import locked, record
from chiso.web.actions.people.inviting import PEOPLE
from chiso.web.actions.refusal import Refused
from chiso.web.models import Duty, Person
from chiso.web.models.people import Role


@transaction.atomic
def set_roles(person: Person, roles: Sequence[str], *, by: Person) -> None:
    """The roles of somebody; nobody takes their own last administrator's role, so that one is always left."""
    chain = locked(PEOPLE)
    wanted = {role for role in Role.values if role in roles}
    held = person.roles()
    if Role.ADMINISTRATOR in held - wanted and not _others(person):
        raise Refused("last", _("One administrator must be left."))
    if (wanted - held) & {Role.ADMINISTRATOR} and Role.ADMINISTRATOR not in by.roles():
        raise Refused("administrator", _("Only an administrator makes another one."))
    person.duties.filter(role__in=held - wanted).delete()
    Duty.objects.bulk_create(Duty(person=person, role=role) for role in sorted(wanted - held))
    if wanted != held:
        what = {"person": person.get_username(), "before": sorted(held), "roles": sorted(wanted)}
        record(chain, "set_roles", by=by, what=what)


@transaction.atomic
def set_active(person: Person, active: bool, *, by: Person) -> None:
    """An account closed, or opened again; what its person did stays."""
    chain = locked(PEOPLE)
    if person.pk == by.pk:
        raise Refused("own", _("You cannot close your own account."))
    if not active and Role.ADMINISTRATOR in person.roles() and not _others(person):
        raise Refused("last", _("One administrator must be left."))
    person.is_active = active
    person.save(update_fields=("is_active",))
    record(chain, "set_active", by=by, what={"person": person.get_username(), "active": active})


def _others(person: Person) -> bool:
    return Duty.objects.filter(role=Role.ADMINISTRATOR, person__is_active=True).exclude(person=person).exists()
