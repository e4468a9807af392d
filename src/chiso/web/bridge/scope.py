"""What a verifier verifies in a cycle: which questions of which units, for the count or as the blind second one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from chiso.engine.framework import Framework
from chiso.engine.framework.asking import below, uses
from chiso.language import chosen
from chiso.web.bridge.framework import framework_of
from chiso.web.models import Assignment, Cycle, Participant, Person, Submission

FIRST, DOUBLE = "first", "double"


@dataclass(frozen=True)
class Part:
    """Some questions of some units; None: all of them."""

    submission: int | None
    questions: frozenset[str] | None
    double: bool

    def covers(self, submission: int, question: str) -> bool:
        """Whether an answer is in it."""
        return self.submission in (None, submission) and (self.questions is None or question in self.questions)

    @property
    def where(self) -> Q:
        """The rows of the work list that are in it."""
        found = Q() if self.submission is None else Q(submission=self.submission)
        return found if self.questions is None else found & Q(question__in=sorted(self.questions))


@dataclass(frozen=True)
class Scope:
    """All parts of one verifier; own: the submissions of their own unit, which they never verify."""

    parts: tuple[Part, ...] = ()
    own: frozenset[int] = frozenset()

    def mode(self, submission: int, question: str) -> str:
        """`first` where their verdict counts, `double` where it is the blind second one, "" where it is not theirs."""
        if submission in self.own:
            return ""
        modes = {part.double for part in self.parts if part.covers(submission, question)}
        return FIRST if False in modes else DOUBLE if modes else ""

    def covers(self, submission: int) -> bool:
        """Whether any answer of a unit is theirs."""
        return submission not in self.own and any(part.submission in (None, submission) for part in self.parts)

    def where(self, *, double: bool) -> Q | None:
        """The rows of the work list that are theirs in a mode; None where there are none."""
        wanted = [part for part in self.parts if part.double == double]
        if not wanted:
            return None
        found = _any(part.where for part in wanted)
        return found & ~Q(submission__in=sorted(self.own)) if self.own else found


def scope(person: Person, cycle: Cycle) -> Scope:
    """What a person was assigned in a cycle."""
    framework = framework_of(cycle)
    rows = Assignment.objects.filter(cycle=cycle, person=person)
    found = list(rows.values_list("participant__submission", "participant", "criterion", "double"))
    if not found:
        return Scope()
    parts = tuple(
        Part(submission, questions_below(framework, criterion) if criterion else None, double)
        for submission, _participant, criterion, double in found
    )
    own = Submission.objects.filter(participant__cycle=cycle, participant__unit=person.unit_id)
    return Scope(parts, frozenset(own.values_list("pk", flat=True)) if person.unit_id else frozenset())


def questions_below(framework: Framework, code: str) -> frozenset[str]:
    """The questions that a criterion or one below it names; none where there is no such criterion."""
    return framework.kept(f"questions below {code}", lambda: _questions_below(framework, code))


def criteria(cycle: Cycle) -> list[tuple[str, str]]:
    """The criteria that may be assigned or filtered by, code and name with code, in the order of the tree."""
    return [(each.code, f"{each.code}. {each.name.of(chosen())}") for each in framework_of(cycle).walk()]


def blocks(cycle: Cycle) -> list[tuple[str, str]]:
    """The blocks of a cycle, id and name."""
    return [(each.id, each.name.of(chosen())) for each in framework_of(cycle).blocks]


def assignable(cycle: Cycle, block: str) -> list[Participant]:
    """The units of a block that take part with answers of their own."""
    return list(cycle.participants.filter(block=block, status__in=("ranked", "listed")).select_related("unit"))


def _questions_below(framework: Framework, code: str) -> frozenset[str]:
    node = framework.nodes.get(code)
    inside = frozenset(below(node)) if node is not None else frozenset()
    return frozenset(id for id, codes in uses(framework).items() if inside & set(codes))


def _any(conditions: Iterable[Q]) -> Q:
    found = Q(pk__in=[])
    for condition in conditions:
        if not condition:
            return Q()
        found |= condition
    return found
