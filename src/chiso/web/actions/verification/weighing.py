"""Making the work list of verifiers, and drawing its lot."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Exists, F, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _

from chiso.web.actions.history import locked, record
from chiso.web.actions.refusal import Refused
from chiso.web.bridge.chains import cycle_chain
from chiso.web.bridge.weighing import overall, weighed
from chiso.web.models import Cycle, Person, Phase, Risk, Sample, Seal, Submission
from chiso.web.models.phases import ROUND

BATCH = 1000
MOST = 1000
"""Units of each question that the lot may fall on."""


def weigh(cycle: Cycle) -> int:
    """How many answers stand in the work list of a cycle, made anew from the answers and verdicts as they stand."""
    about, count = overall(cycle), 0
    taking_part = Submission.objects.filter(
        participant__cycle=cycle, participant__status__in=("ranked", "listed")
    ).select_related("participant__unit", "participant__cycle")
    with transaction.atomic():
        Risk.objects.filter(cycle=cycle).delete()
        for risks in weighed(cycle, taking_part.order_by("pk").iterator(chunk_size=500), about):
            Risk.objects.bulk_create(risks, batch_size=BATCH)
            count += len(risks)
    return count


def weigh_changed(cycle: Cycle) -> int:
    """How many forms were changed since the list was made, and are weighed anew; what is told over all units stays."""
    same = Risk.objects.filter(submission=OuterRef("pk"), revision=OuterRef("revision"))
    changed = Submission.objects.filter(
        ~Exists(same), participant__cycle=cycle, participant__status__in=("ranked", "listed"), answered__gt=0
    ).select_related("participant__unit", "participant__cycle")
    found = list(changed)
    if not found:
        return 0
    if not Risk.objects.filter(cycle=cycle).exists():
        weigh(cycle)
        return len(found)
    kept = {(risk.submission_id, risk.question, risk.case): risk for risk in Risk.objects.filter(submission__in=found)}
    about = overall(cycle)
    with transaction.atomic():
        Risk.objects.filter(pk__in=[risk.pk for risk in kept.values()]).delete()
        for risks in weighed(cycle, found, about):
            Risk.objects.bulk_create(risks, batch_size=BATCH)
    return len(found)


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
