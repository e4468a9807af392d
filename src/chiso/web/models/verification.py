"""What verifiers say of answers, what units explain, what was seen on site."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from chiso.web.models.cycle import Cycle, Participant
from chiso.web.models.people import Person
from chiso.web.models.submission import Evidence, Submission


class Assignment(models.Model):
    """What a verifier verifies: a unit, a criterion and all below it, or, where both are given, their meeting.

    participant None: every unit but the verifier's own; criterion empty: the whole form. double: whether these verdicts
    are the blind second ones, which count for nothing but the figure of agreement.
    """

    cycle = models.ForeignKey(Cycle, on_delete=models.CASCADE, related_name="assignments")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="assignments")
    participant = models.ForeignKey(
        Participant, on_delete=models.CASCADE, null=True, blank=True, related_name="assignments"
    )
    criterion = models.CharField(max_length=80, blank=True)
    double = models.BooleanField(default=False)

    class Meta:
        """The table."""

        ordering = ("cycle", "person", "participant", "criterion")
        constraints = (
            models.UniqueConstraint(
                fields=("cycle", "person", "participant", "criterion", "double"), name="assignment_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.person}: {self.participant or '*'} {self.criterion}".strip()


class Verdict(models.Model):
    """What a verifier says of an answer; it corrects the answer, never a score. The last one of a round counts.

    round: 1 in the first verification, 2 after explanations; value: the corrected canonical text where kind is
    `correct`; version: of the answer that was judged, 0 where there was none; double: a blind second verdict, which
    does not count; from_source: the system whose figure matched, where many answers were agreed with at once.
    """

    class Kind(models.TextChoices):
        """What is said."""

        AGREE = "agree", _("agreed")
        CORRECT = "correct", _("corrected")
        ASK = "ask", _("explanation asked for")

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="verdicts")
    question = models.CharField(max_length=80)
    case = models.CharField(max_length=200, blank=True)
    round = models.PositiveSmallIntegerField(default=1)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    value = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=0)
    double = models.BooleanField(default=False)
    from_source = models.CharField(max_length=100, blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """The table."""

        ordering = ("submission", "question", "case", "round", "id")
        indexes = (models.Index(fields=("submission", "question", "case"), name="verdict_answer"),)

    def __str__(self) -> str:
        return f"{self.question} {self.kind}"


class Explanation(models.Model):
    """What a unit is asked to explain of one answer, until when, and what it says.

    value: the answer that the unit now proposes instead, empty where it stands by its own; answered_at None: not yet.
    """

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="explanations")
    question = models.CharField(max_length=80)
    case = models.CharField(max_length=200, blank=True)
    why = models.TextField()
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)
    text = models.TextField(blank=True)
    value = models.TextField(blank=True)
    evidence = models.ManyToManyField(Evidence, blank=True, related_name="explanations")
    answered_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """The table."""

        ordering = ("submission", "question", "case", "asked_at")
        constraints = (models.UniqueConstraint(fields=("submission", "question", "case"), name="explanation_once"),)

    def __str__(self) -> str:
        return f"{self.question} {self.case}".strip()


class Remark(models.Model):
    """One word in the discussion of an answer; inside: between verifiers, not shown to the unit."""

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="remarks")
    question = models.CharField(max_length=80)
    case = models.CharField(max_length=200, blank=True)
    text = models.TextField()
    inside = models.BooleanField(default=False)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """The table."""

        ordering = ("submission", "question", "case", "at")

    def __str__(self) -> str:
        return self.text[:60]


class Visit(models.Model):
    """A check on site: when, where, who from both sides, what was seen of which answers.

    seen: for each answer, question, case, the value that was found, a note; minutes: the signed record.
    """

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="visits")
    on = models.DateField()
    place = models.CharField(max_length=300)
    checkers = models.JSONField(default=list)
    received_by = models.JSONField(default=list)
    seen = models.JSONField(default=list)
    conclusion = models.TextField(blank=True)
    minutes = models.ForeignKey(Evidence, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """The table."""

        ordering = ("submission", "on")

    def __str__(self) -> str:
        return f"{self.submission} {self.on}"


class Sample(models.Model):
    """How many answers of each question are looked at by lot.

    size: units for each question; seed: what the lot is drawn with, that nobody knew before the answers were closed:
    the units whose SHA-256 of seed, question and unit is smallest are drawn, so that anybody can draw again.
    """

    cycle = models.OneToOneField(Cycle, on_delete=models.CASCADE, related_name="sample")
    size = models.PositiveIntegerField()
    seed = models.CharField(max_length=200)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """The table."""

        ordering = ("cycle",)

    def __str__(self) -> str:
        return f"{self.cycle} {self.size}"


class Risk(models.Model):
    """One answer in the work list of verifiers: why it is to be looked at, and what was said of it.

    kinds: the bits of its kinds of risk (`bridge.risks.KINDS`); weight: their sum, by which the list is ordered; why:
    the numbers that each kind is explained with; version: of the answer; revision: of the form when it was weighed.
    """

    class State(models.TextChoices):
        """What was said of the answer."""

        OPEN = "open", _("not verified")
        AGREED = "agreed", _("agreed")
        CORRECTED = "corrected", _("corrected")
        ASKED = "asked", _("explanation asked for")
        EXPLAINED = "explained", _("explained")

    cycle = models.ForeignKey(Cycle, on_delete=models.CASCADE, related_name="risks", db_index=False)
    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="risks", db_index=False)
    question = models.CharField(max_length=80)
    case = models.CharField(max_length=200, blank=True)
    kinds = models.PositiveIntegerField(default=0)
    weight = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    why = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=0)
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        """The table; the list is found in one index, whatever it is filtered by."""

        ordering = ("cycle", "-weight", "id")
        constraints = (models.UniqueConstraint(fields=("submission", "question", "case"), name="risk_once"),)
        indexes = (
            models.Index(fields=("cycle", "-weight", "id", "kinds", "state", "question"), name="risk_list"),
            models.Index(fields=("submission", "state"), name="risk_unit"),
        )

    def __str__(self) -> str:
        return f"{self.submission} {self.question} {self.case}".strip()
