"""The official documents of a cycle: what is told of each, and each that was made."""

from __future__ import annotations

from django.db import models

from chiso.web.models.cycle import Cycle
from chiso.web.models.people import Person
from chiso.web.models.scoring import Run


class Draft(models.Model):
    """What the people tell of one kind of document: bodies, grounds, signer, recipients, written passages.

    kind: as on the command line (`quyet-dinh`); told: the keys of meta.yaml with their values.
    """

    cycle = models.ForeignKey(Cycle, on_delete=models.CASCADE, related_name="drafts")
    kind = models.CharField(max_length=40)
    told = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """The table."""

        ordering = ("cycle", "kind")
        constraints = (models.UniqueConstraint(fields=("cycle", "kind"), name="draft_once"),)

    def __str__(self) -> str:
        return f"{self.cycle.code} {self.kind}"


class Paper(models.Model):
    """A document that was made: of which run, from which draft, in which format, with the digest of its bytes.

    unit: the code of the unit in a card, else empty; superseded_at: since when a later one takes its place.
    """

    cycle = models.ForeignKey(Cycle, on_delete=models.CASCADE, related_name="papers")
    kind = models.CharField(max_length=40)
    unit = models.CharField(max_length=80, blank=True)
    run = models.ForeignKey(Run, on_delete=models.PROTECT, null=True, blank=True, related_name="papers")
    told = models.JSONField(default=dict)
    format = models.CharField(max_length=5)
    digest = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    superseded_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """The table."""

        ordering = ("cycle", "kind", "unit", "-at")

    def __str__(self) -> str:
        return f"{self.kind} {self.unit} {self.format}".replace("  ", " ")
