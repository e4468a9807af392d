"""What a unit hands in: answers, evidence, uploads, its closing and its confirmations."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from chiso.web.models.cycle import Participant
from chiso.web.models.people import Office, Person


class State(models.TextChoices):
    """Where a submission stands."""

    UNOPENED = "unopened", _("not opened")
    OPEN = "open", _("being filled in")
    CLOSED = "closed", _("closed")


class Submission(models.Model):
    """The form of one participant.

    asked: how many questions it has (one for each case where they repeat); answered: how many of them are answered or
    do not apply; errors: how many errors block its closing; late: whether it was closed by the deadline and not by its
    leader; reopened: how often it was opened again; revision: grows with every change of an answer; sections: asked,
    answered and errors of each part of the form, by its code.
    """

    participant = models.OneToOneField(Participant, on_delete=models.CASCADE, related_name="submission")
    state = models.CharField(max_length=10, choices=State.choices, default=State.UNOPENED)
    asked = models.PositiveIntegerField(default=0)
    answered = models.PositiveIntegerField(default=0)
    errors = models.PositiveIntegerField(default=0)
    opened_at = models.DateTimeField(null=True, blank=True)
    changed_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    late = models.BooleanField(default=False)
    reopened = models.PositiveSmallIntegerField(default=0)
    revision = models.PositiveIntegerField(default=0)
    sections = models.JSONField(default=dict)

    class Meta:
        """The table."""

        ordering = ("participant",)
        indexes = (models.Index(fields=("state",), name="submission_state"),)

    def __str__(self) -> str:
        return str(self.participant)


class Answer(models.Model):
    """One answer as it stands now.

    value: canonical text as in `answers.csv`; `n/a` where the question does not apply, with the reason in note; empty
    where it was taken back. reply: what the unit says to a warning. version: grows with every change, so that a change
    made over an older one is shown and not lost.
    """

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="answers")
    question = models.CharField(max_length=80)
    case = models.CharField(max_length=200, blank=True)
    value = models.TextField(blank=True)
    note = models.TextField(blank=True)
    reply = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """The table."""

        ordering = ("submission", "question", "case")
        constraints = (models.UniqueConstraint(fields=("submission", "question", "case"), name="answer_once"),)

    def __str__(self) -> str:
        return f"{self.question} {self.case}".strip()


class Evidence(models.Model):
    """A piece of evidence: a file, a link, a document by its reference, or what was checked on site.

    digest: SHA-256 of a file's bytes, which are stored under it outside the web root; media: its type by content;
    reference: number, symbol, date, issuing body and subject of a document.
    """

    class Kind(models.TextChoices):
        """What it is."""

        FILE = "file", _("file")
        LINK = "link", _("link")
        DOCUMENT = "document", _("document")
        ON_SITE = "on_site", _("checked on site")

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="evidence")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    title = models.CharField(max_length=300)
    digest = models.CharField(max_length=64, blank=True)
    size = models.PositiveBigIntegerField(default=0)
    media = models.CharField(max_length=100, blank=True)
    file_name = models.CharField(max_length=255, blank=True)
    url = models.URLField(max_length=1000, blank=True)
    reference = models.JSONField(default=dict, blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """The table."""

        ordering = ("submission", "at", "id")
        indexes = (models.Index(fields=("digest",), name="evidence_digest"),)

    def __str__(self) -> str:
        return self.title


class Support(models.Model):
    """What a piece of evidence speaks for: a question, one case of it or all, and the page or section to look at."""

    evidence = models.ForeignKey(Evidence, on_delete=models.CASCADE, related_name="supports")
    question = models.CharField(max_length=80)
    case = models.CharField(max_length=200, blank=True)
    pointer = models.CharField(max_length=200, blank=True)

    class Meta:
        """The table."""

        ordering = ("evidence", "question", "case")
        constraints = (models.UniqueConstraint(fields=("evidence", "question", "case"), name="support_once"),)

    def __str__(self) -> str:
        return f"{self.evidence}: {self.question}"


class Part(models.Model):
    """A part of the form that an office of the unit answers, by the code of its criterion."""

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="parts")
    criterion = models.CharField(max_length=80)
    office = models.ForeignKey(Office, on_delete=models.CASCADE, related_name="parts")

    class Meta:
        """The table."""

        ordering = ("submission", "criterion")
        constraints = (models.UniqueConstraint(fields=("submission", "criterion", "office"), name="part_once"),)

    def __str__(self) -> str:
        return f"{self.criterion}: {self.office}"


class Count(models.Model):
    """What another system counts for a question: a second source beside the answer, never the answer itself."""

    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="counts")
    system = models.CharField(max_length=100)
    question = models.CharField(max_length=80)
    case = models.CharField(max_length=200, blank=True)
    value = models.CharField(max_length=100)
    file_name = models.CharField(max_length=255, blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """The table."""

        ordering = ("participant", "question", "case", "system")
        constraints = (
            models.UniqueConstraint(fields=("participant", "system", "question", "case"), name="count_once"),
        )

    def __str__(self) -> str:
        return f"{self.system}: {self.question} {self.value}"


class Upload(models.Model):
    """A filled-in workbook that was read and waits to be applied as a whole, or was.

    changes: for each cell that differs, question, case, the value in the workbook, the version of the answer that the
    workbook was made from; digest: SHA-256 of the file.
    """

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="uploads")
    file_name = models.CharField(max_length=255)
    digest = models.CharField(max_length=64)
    changes = models.JSONField(default=list)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    applied_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """The table."""

        ordering = ("submission", "-at")

    def __str__(self) -> str:
        return self.file_name


class Closing(models.Model):
    """A closing of a submission by its leader, or by the deadline where `by` is None.

    digest: SHA-256 of the canonical answers as they were closed; answers: those, as the text of an `answers.csv`;
    signed: the signed scan, or the digitally signed PDF, attached.
    """

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="closings")
    number = models.PositiveSmallIntegerField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()
    digest = models.CharField(max_length=64)
    answers = models.TextField()
    signed = models.ForeignKey(Evidence, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        """The table."""

        ordering = ("submission", "number")
        constraints = (models.UniqueConstraint(fields=("submission", "number"), name="closing_number"),)

    def __str__(self) -> str:
        return f"{self.submission} {self.number}"


class Confirmation(models.Model):
    """That a unit stands by its answers: after collecting (1), and before settling (2)."""

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="confirmations")
    which = models.PositiveSmallIntegerField(choices=((1, _("after collecting")), (2, _("before settling"))))
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    digest = models.CharField(max_length=64)

    class Meta:
        """The table."""

        ordering = ("submission", "which")
        constraints = (models.UniqueConstraint(fields=("submission", "which"), name="confirmation_once"),)

    def __str__(self) -> str:
        return f"{self.submission} {self.which}"
