"""What was done, in chains: every entry holds the digest of the one before, so that none can be changed unseen."""

from __future__ import annotations

from django.db import models


class Chain(models.Model):
    """One chain of entries, of a cycle or of a unit in a cycle.

    key: `cycle` or `cycle/unit`; head: the digest of the last entry, empty before the first; length: how many entries.
    The row is what a writer locks: writers of different units do not wait for each other.
    """

    key = models.CharField(max_length=200, unique=True)
    head = models.CharField(max_length=64, default="")
    length = models.PositiveIntegerField(default=0)

    class Meta:
        """The table."""

        ordering = ("key",)

    def __str__(self) -> str:
        return self.key


class Entry(models.Model):
    """One act: who did what to which thing, when.

    number: from 1 on in its chain; by: the name that signs in, empty for the system itself; subject: what it was done
    to, as `answer/question/case`; what: canonical JSON; previous and digest: SHA-256 in hexadecimal; key: that of the
    request, so that one that arrives twice is done once.
    """

    chain = models.ForeignKey(Chain, on_delete=models.PROTECT, related_name="entries")
    number = models.PositiveIntegerField()
    at = models.DateTimeField()
    by = models.CharField(max_length=150, blank=True)
    verb = models.CharField(max_length=40)
    subject = models.CharField(max_length=300, blank=True)
    what = models.TextField()
    previous = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64)
    key = models.CharField(max_length=64, null=True)

    class Meta:
        """The table."""

        ordering = ("chain", "number")
        constraints = (
            models.UniqueConstraint(fields=("chain", "number"), name="entry_number"),
            models.UniqueConstraint(fields=("chain", "key"), name="entry_key"),
        )
        indexes = (models.Index(fields=("chain", "subject"), name="entry_subject"),)

    def __str__(self) -> str:
        return f"{self.chain.key} {self.number}: {self.verb}"


class Seal(models.Model):
    """The heads of all chains of a cycle when its phase changed.

    heads: canonical JSON, chain key to [length, head]; digest: its SHA-256.
    """

    cycle = models.CharField(max_length=100)
    phase = models.CharField(max_length=20)
    at = models.DateTimeField()
    heads = models.TextField()
    digest = models.CharField(max_length=64)

    class Meta:
        """The table."""

        ordering = ("cycle", "at")

    def __str__(self) -> str:
        return f"{self.cycle} {self.phase}"
