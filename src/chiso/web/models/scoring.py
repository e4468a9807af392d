"""Runs of the engine over a stage, what the council grants, and the four acts that end a cycle."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from chiso.web.models.cycle import Cycle, Participant
from chiso.web.models.people import Person
from chiso.web.models.submission import Evidence


class Stage(models.TextChoices):
    """Whose answers count."""

    SELF = "self", _("self-assessment")
    VERIFIED = "verified", _("after verification")
    EXPLAINED = "explained", _("after explanations")
    FINAL = "final", _("final")


class Grant(models.Model):
    """Points that a council or another body gives: the answer to a criterion whose formula is `given`."""

    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="grants")
    criterion = models.CharField(max_length=80)
    points = models.CharField(max_length=40)
    reason = models.TextField()
    evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    version = models.PositiveIntegerField(default=1)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """The table."""

        ordering = ("participant", "criterion")
        constraints = (models.UniqueConstraint(fields=("participant", "criterion"), name="grant_once"),)

    def __str__(self) -> str:
        return f"{self.criterion}: {self.points}"


class Run(models.Model):
    """The scores of a stage as they were computed once; a later run never changes an earlier one.

    answers: the digest of the canonical text of all answers, kept beside it in the store; engine: the version that
    computed; shares: how far it is, in percent, while it is being computed.
    """

    cycle = models.ForeignKey(Cycle, on_delete=models.CASCADE, related_name="runs")
    number = models.PositiveIntegerField()
    stage = models.CharField(max_length=10, choices=Stage.choices)
    framework = models.CharField(max_length=64)
    answers = models.CharField(max_length=64, blank=True)
    engine = models.CharField(max_length=40)
    reason = models.CharField(max_length=500, blank=True)
    percent = models.PositiveSmallIntegerField(default=0)
    problem = models.TextField(blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """The table."""

        ordering = ("cycle", "-number")
        constraints = (models.UniqueConstraint(fields=("cycle", "number"), name="run_number"),)

    def __str__(self) -> str:
        return f"{self.cycle.code} {self.number}"


class Placed(models.Model):
    """One unit's points, rank and class on one ranked or classed criterion of a run, as they are printed."""

    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="places")
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="places")
    criterion = models.CharField(max_length=80)
    block = models.CharField(max_length=80)
    place = models.PositiveIntegerField()
    points = models.CharField(max_length=60, blank=True)
    rank = models.PositiveIntegerField(null=True, blank=True)
    classes = models.CharField(max_length=200, blank=True)
    note = models.CharField(max_length=40, blank=True)

    class Meta:
        """The table."""

        ordering = ("run", "criterion", "block", "place")
        constraints = (
            models.UniqueConstraint(fields=("run", "criterion", "block", "participant"), name="placed_once"),
        )

    def __str__(self) -> str:
        return f"{self.participant}: {self.points}"


class Objection(models.Model):
    """What a unit holds against its result, and what was answered."""

    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="objections")
    text = models.TextField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    reply = models.TextField(blank=True)
    replied_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    replied_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """The table."""

        ordering = ("participant", "at")

    def __str__(self) -> str:
        return self.text[:60]


class Meeting(models.Model):
    """A meeting of the council on a run: who was there, what was said and decided."""

    run = models.ForeignKey(Run, on_delete=models.PROTECT, related_name="meetings")
    on = models.DateField()
    place = models.CharField(max_length=300)
    chair = models.CharField(max_length=150)
    secretary = models.CharField(max_length=150)
    present = models.JSONField(default=list)
    opinions = models.TextField(blank=True)
    conclusion = models.TextField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """The table."""

        ordering = ("run", "on")

    def __str__(self) -> str:
        return f"{self.run} {self.on}"


class Settlement(models.Model):
    """The run that a cycle's result rests on, and what became of it.

    digest: SHA-256 of the frozen result (its `manifest.json`); supersedes: the settlement that this one corrects.
    """

    class State(models.TextChoices):
        """Where it stands."""

        SETTLED = "settled", _("settled")
        SUBMITTED = "submitted", _("submitted")
        SENT_BACK = "sent_back", _("sent back")
        APPROVED = "approved", _("approved")
        SUPERSEDED = "superseded", _("superseded")

    run = models.OneToOneField(Run, on_delete=models.PROTECT, related_name="settlement")
    state = models.CharField(max_length=12, choices=State.choices, default=State.SETTLED)
    digest = models.CharField(max_length=64)
    reason = models.CharField(max_length=500, blank=True)
    supersedes = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="followed_by")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        """The table."""

        ordering = ("-at",)

    def __str__(self) -> str:
        return f"{self.run} {self.state}"
