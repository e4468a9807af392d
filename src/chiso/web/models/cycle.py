"""A cycle: its framework, its calendar, and the units that take part."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from chiso.web.models.people import Person, Unit
from chiso.web.models.phases import Phase


class FrameworkFile(models.Model):
    """The bytes of a framework.yaml as they were uploaded; digest: their SHA-256."""

    digest = models.CharField(max_length=64, primary_key=True)
    name = models.CharField(max_length=100)
    content = models.BinaryField()

    class Meta:
        """The table."""

        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class Cycle(models.Model):
    """One assessment, usually of a year.

    framework: frozen once the cycle collects; previous: the cycle whose answers stand beside this one's; organiser: the
    unit that runs it, ranked too where it takes part; version: grows with every change, so that two organisers cannot
    overwrite each other.
    """

    code = models.SlugField(max_length=80, unique=True)
    title = models.CharField(max_length=300)
    year = models.PositiveSmallIntegerField()
    framework = models.ForeignKey(FrameworkFile, on_delete=models.PROTECT, related_name="cycles")
    phase = models.CharField(max_length=20, choices=Phase.choices, default=Phase.PREPARING)
    previous = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="following")
    organiser = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="organised")
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField()

    class Meta:
        """The table."""

        ordering = ("-year", "code")

    def __str__(self) -> str:
        return self.title


class Window(models.Model):
    """When a phase is open; a save counts while now < closes_at."""

    cycle = models.ForeignKey(Cycle, on_delete=models.CASCADE, related_name="windows")
    phase = models.CharField(max_length=20, choices=Phase.choices)
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField()

    class Meta:
        """The table."""

        ordering = ("cycle", "opens_at")
        constraints = (models.UniqueConstraint(fields=("cycle", "phase"), name="window_once"),)

    def __str__(self) -> str:
        return f"{self.cycle.code} {self.phase}"


class Status(models.TextChoices):
    """How a unit takes part."""

    RANKED = "ranked", _("ranked")
    LISTED = "listed", _("listed only")
    EXCLUDED = "excluded", _("not assessed")
    FEEDER = "feeder", _("answers for another unit")


class Participant(models.Model):
    """A unit in a cycle, as it stood when it was taken into its register.

    name: the unit's name then; block: the id of its block; note: why it is only listed or not assessed; collects_for:
    the participant that this one's answers are summed up for; place: its order; until: its own deadline where one was
    granted.
    """

    cycle = models.ForeignKey(Cycle, on_delete=models.CASCADE, related_name="participants")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="participations")
    name = models.CharField(max_length=300)
    block = models.CharField(max_length=80)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.RANKED)
    note = models.CharField(max_length=500, blank=True)
    collects_for = models.ForeignKey("self", on_delete=models.CASCADE, null=True, blank=True, related_name="feeders")
    place = models.PositiveIntegerField(default=0)
    until = models.DateTimeField(null=True, blank=True)

    class Meta:
        """The table."""

        ordering = ("cycle", "place", "id")
        constraints = (models.UniqueConstraint(fields=("cycle", "unit"), name="participant_once"),)
        indexes = (models.Index(fields=("cycle", "block", "place"), name="participant_block"),)

    def __str__(self) -> str:
        return self.name


class Extension(models.Model):
    """A later deadline of one participant, and why."""

    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="extensions")
    until = models.DateTimeField()
    reason = models.CharField(max_length=500)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """The table."""

        ordering = ("participant", "at")

    def __str__(self) -> str:
        return f"{self.participant} {self.until}"


class Announcement(models.Model):
    """A message of the organiser to all who take part."""

    cycle = models.ForeignKey(Cycle, on_delete=models.CASCADE, related_name="announcements")
    title = models.CharField(max_length=200)
    text = models.TextField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """The table."""

        ordering = ("cycle", "-at")

    def __str__(self) -> str:
        return self.title


class Reminder(models.Model):
    """A reminder that was sent: kind says of what (`week`, `day`, `late`, or one by hand), once for each kind."""

    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="reminders")
    kind = models.CharField(max_length=40)
    sent_to = models.JSONField(default=list)
    at = models.DateTimeField()

    class Meta:
        """The table."""

        ordering = ("participant", "at")
        constraints = (models.UniqueConstraint(fields=("participant", "kind"), name="reminder_once"),)

    def __str__(self) -> str:
        return f"{self.participant} {self.kind}"
