"""Who verifies what."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from chiso.web.actions.history import locked, record
from chiso.web.actions.refusal import Refused
from chiso.web.bridge.chains import cycle_chain
from chiso.web.bridge.scope import criteria
from chiso.web.models import Assignment, Cycle, Participant, Person
from chiso.web.models.people import Role


@transaction.atomic
def assign(
    cycle: Cycle, person: Person, units: Sequence[Participant], criterion: str, *, by: Person, double: bool = False
) -> int:  # fmt: skip
    """How many assignments a verifier was given: one for each unit, or one for all where none is named.

    Refused where the person is no verifier, belongs to a unit that is named alone, or the criterion is unknown; the
    own unit among several is left out. What is there already is not made twice.
    """
    chain = locked(cycle_chain(cycle.code))
    if not person.is_active or not person.duties.filter(role=Role.VERIFIER).exists():
        raise Refused("role", _("This person is no verifier. Give them the role first."))
    if criterion and criterion not in dict(criteria(cycle)):
        raise Refused("criterion", _("The framework has no such criterion."))
    others = [each for each in units if each.unit_id != person.unit_id]
    if units and not others:
        raise Refused("own", _("Nobody verifies the answers of their own unit."))
    made = []
    wanted: list[Participant | None] = [*others] or [None]
    for each in wanted:
        found, new = Assignment.objects.get_or_create(
            cycle=cycle, person=person, participant=each, criterion=criterion, double=double
        )
        if new:
            made.append(found)
    if made:
        record(chain, "assign_verifier", by=by, subject=f"verifier/{person.username}", what=_what(made))
    return len(made)


@transaction.atomic
def unassign(assignment: Assignment, *, by: Person) -> None:
    """Takes an assignment back; the verdicts that were given stay."""
    chain = locked(cycle_chain(assignment.cycle.code))
    what = _what([assignment])
    gone, _kinds = Assignment.objects.filter(pk=assignment.pk).delete()
    if gone:
        subject = f"verifier/{assignment.person.username}"
        record(chain, "unassign_verifier", by=by, subject=subject, what=what, at=timezone.now())


def _what(found: Sequence[Assignment]) -> dict[str, object]:
    first = found[0]
    units = [each.participant.unit.code for each in found if each.participant is not None]
    return {"units": units, "criterion": first.criterion, "double": first.double}
