"""What a unit confirms before settling: its answers as they count after verdicts, explanations and grants."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from chiso.bundle.digests import canonical, digest
from chiso.web.bridge.stages import said
from chiso.web.models import Answer, Confirmation, Cycle, Grant, Participant, Submission
from chiso.web.models.cycle import Status

SECOND = 2
"""The confirmation before settling."""


def counted_digest(submission: Submission) -> str:
    """The SHA-256 of one unit's answers as they count now."""
    return dict(_digests(submission.participant.cycle, (submission.pk,), submission))[submission.pk]


def confirmed(submission: Submission) -> bool:
    """Whether a unit has confirmed its answers as they count now; a later correction asks for it anew."""
    given = submission.confirmations.filter(which=SECOND).values_list("digest", flat=True).first()
    return given is not None and given == counted_digest(submission)


def unconfirmed_units(cycle: Cycle) -> Iterator[Participant]:
    """The ranked units that have not confirmed the answers that count now, in the order of the register."""
    ranked = list(cycle.participants.filter(status=Status.RANKED).select_related("unit", "submission"))
    given = dict(
        Confirmation.objects.filter(submission__participant__cycle=cycle, which=SECOND).values_list(
            "submission_id", "digest"
        )
    )
    now = dict(_digests(cycle, given)) if given else {}
    for each in ranked:
        owner = each.submission.pk
        if owner not in given or given[owner] != now[owner]:
            yield each


def _digests(cycle: Cycle, wanted: Iterable[int], alone: Submission | None = None) -> Iterator[tuple[int, str]]:
    """The digest of each wanted submission's answers; alone: the one submission that is read."""
    told = said(cycle, 2, alone)
    lines: dict[int, list[tuple[str, str, str]]] = {owner: [] for owner in wanted}
    own = Answer.objects.filter(**_of(cycle, alone)).values_list("submission_id", "question", "case", "value")
    left = dict.fromkeys(told.decided)
    for owner, question, case, value in own.iterator(chunk_size=20_000):
        left.pop((owner, question, case), None)
        if owner in lines:
            lines[owner].append((question, case, told.value((owner, question, case), value)))
    for owner, question, case in left:
        if owner in lines:
            lines[owner].append((question, case, told.value((owner, question, case), "")))
    for owner, criterion, points in _granted(cycle, alone):
        if owner in lines:
            lines[owner].append((criterion, "", points))
    for owner, found in lines.items():
        yield owner, digest(canonical(sorted(line for line in found if line[2])).encode())


def _of(cycle: Cycle, alone: Submission | None) -> dict[str, object]:
    return {"submission": alone} if alone is not None else {"submission__participant__cycle": cycle}


def _granted(cycle: Cycle, alone: Submission | None) -> Iterable[tuple[int, str, str]]:
    found = Grant.objects.filter(participant__cycle=cycle)
    if alone is not None:
        found = found.filter(participant=alone.participant_id)
    return found.values_list("participant__submission__pk", "criterion", "points")
