"""Making the work list of verifiers, and drawing its lot."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Exists, F, OuterRef, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from chiso.web.actions.history import locked, record
from chiso.web.actions.refusal import Refused
from chiso.web.bridge.chains import cycle_chain
from chiso.web.bridge.weighing import Around, overall, weighed
from chiso.web.models import Cycle, Participant, Person, Phase, Risk, Sample, Seal, Submission
from chiso.web.models.phases import ROUND

BATCH = 1000
FORMS = 100
"""Forms whose rows are written in one transaction."""
ASSESSED = ("ranked", "listed")
MOST = 1000
"""Units of each question that the lot may fall on."""


def weigh(cycle: Cycle) -> int:
    """How many answers stand in the work list of a cycle, made anew from the answers and verdicts as they stand.

    A batch of forms at a time: nobody who saves or judges meanwhile waits for all of them.
    """
    about = overall(cycle)
    taking_part = _taking_part(cycle).order_by("pk")
    kept = list(taking_part.values_list("pk", flat=True))
    Risk.objects.filter(cycle=cycle, submission__participant__in=_out(cycle)).delete()
    return sum(_written(cycle, kept[start : start + FORMS], about) for start in range(0, len(kept), FORMS))


def weigh_changed(cycle: Cycle) -> int:
    """How many forms were changed since the list was made, and were weighed anew."""
    same = Risk.objects.filter(submission=OuterRef("pk"), revision=OuterRef("revision"))
    changed = list(_taking_part(cycle).filter(~Exists(same), answered__gt=0).values_list("pk", flat=True))
    if changed:
        about = overall(cycle)
        for start in range(0, len(changed), FORMS):
            _written(cycle, changed[start : start + FORMS], about)
    return len(changed)


@transaction.atomic
def _written(cycle: Cycle, submissions: list[int], about: Around) -> int:
    """How many answers some forms have; their rows are written anew."""
    related = ("participant__unit", "participant__cycle")
    Risk.objects.filter(submission__in=submissions).delete()
    forms = Submission.objects.filter(pk__in=submissions).select_related(*related).order_by("pk")
    risks = weighed(cycle, list(forms), about)
    Risk.objects.bulk_create(risks, batch_size=BATCH)
    return len(risks)


def _taking_part(cycle: Cycle) -> QuerySet[Submission]:
    return Submission.objects.filter(participant__cycle=cycle, participant__status__in=ASSESSED)


def _out(cycle: Cycle) -> QuerySet[Participant]:
    """The participants whose answers are not verified: feeders, and who is not assessed."""
    return cycle.participants.exclude(status__in=ASSESSED)


@transaction.atomic
def draw(cycle: Cycle, size: int, *, by: Person, at: datetime | None = None) -> Sample:
    """The lot of a cycle with so many units for each question; a larger one keeps those of a smaller one.

    Its seed is the digest of all heads of history when verification began, which nobody knew while answers could still
    be chosen. Refused before that.
    """
    chain = locked(cycle_chain(cycle.code))
    cycle = Cycle.objects.get(pk=cycle.pk)
    if Phase(cycle.phase) not in ROUND:
        raise Refused("phase", _("The lot is drawn while answers are verified."))
    if not 0 <= size <= MOST:
        raise Refused("size", _("Choose from 0 to {most} units for each question.").format(most=MOST))
    seal = Seal.objects.filter(cycle=cycle.code, phase=Phase.VERIFYING).order_by("pk").first()
    seed = f"{cycle.code}/{seal.digest if seal is not None else cycle.framework_id}"
    now = at or timezone.now()
    sample, _made = Sample.objects.update_or_create(
        cycle=cycle, defaults={"size": size, "seed": seed, "by": by, "at": now}
    )
    record(chain, "draw", by=by, what={"size": size, "seed": seed}, at=now)
    return sample


def stale(cycle: Cycle) -> bool:
    """Whether the list of a cycle that is being verified was not made yet."""
    return Phase(cycle.phase) in ROUND and not Risk.objects.filter(cycle=cycle).exists()


def count_state(submission: Submission, question: str, case: str, state: str, version: int) -> None:
    """Notes in the work list what was said of an answer; in the transaction of whoever calls."""
    changed = Risk.objects.filter(submission=submission, question=question, case=case)
    if not changed.update(state=state):
        Risk.objects.create(
            cycle=submission.participant.cycle, submission=submission, question=question, case=case, state=state,
            version=version, revision=submission.revision,
        )  # fmt: skip
    weighed_down = changed.filter(kinds__gt=0).annotate(odd=F("kinds") % 2).filter(odd=1)
    for risk in weighed_down:
        risk.why.pop("changed", None)
        risk.kinds, risk.weight, risk.version = risk.kinds - 1, risk.weight - 8, version
        risk.save(update_fields=("kinds", "weight", "why", "version"))
