"""Who takes part: units of the register, their offices, people, their roles, and invitations."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class Unit(models.Model):
    """An agency of the register, whatever the cycle.

    code: stable, as in `units.csv`; aliases: other names that files call it by; parent: whose subordinate it is;
    merged_into: the unit that took its place, on merged_on; email: where reminders go when it has no people yet.
    """

    code = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=300)
    aliases = models.JSONField(default=list, blank=True)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="subordinates")
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged")
    merged_on = models.DateField(null=True, blank=True)
    email = models.EmailField(blank=True)

    class Meta:
        """The table."""

        ordering = ("code",)

    def __str__(self) -> str:
        return self.name


class Office(models.Model):
    """A part of a unit that answers parts of its form."""

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="offices")
    name = models.CharField(max_length=200)

    class Meta:
        """The table."""

        ordering = ("unit", "name")
        constraints = (models.UniqueConstraint(fields=("unit", "name"), name="office_name"),)

    def __str__(self) -> str:
        return self.name


class Person(AbstractUser):
    """Somebody who signs in; unit: the one that they belong to, whose answers they never verify or settle."""

    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    name = models.CharField(_("full name"), max_length=150, blank=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="people")
    office = models.ForeignKey(Office, on_delete=models.SET_NULL, null=True, blank=True, related_name="people")
    demo = models.BooleanField(default=False)

    REQUIRED_FIELDS = ["email"]  # noqa: RUF012 (the base class has a list)

    def get_full_name(self) -> str:
        """The full name, or the name that signs in."""
        return self.name or self.username

    def get_short_name(self) -> str:
        """The name that signs in."""
        return self.username

    def roles(self) -> frozenset[str]:
        """The roles that somebody has now, read anew."""
        return frozenset(self.duties.values_list("role", flat=True))

    def __str__(self) -> str:
        return self.get_full_name()


class Role(models.TextChoices):
    """What somebody may be; what each may do in each phase stands in `phases`."""

    ADMINISTRATOR = "administrator", _("administrator")
    ORGANISER = "organiser", _("organiser")
    REPORTER = "reporter", _("reporter")
    LEADER = "leader", _("unit leader")
    VERIFIER = "verifier", _("verifier")
    COUNCIL = "council", _("council member")
    AUDITOR = "auditor", _("auditor")


class Duty(models.Model):
    """One role of one person."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="duties")
    role = models.CharField(max_length=20, choices=Role.choices)

    class Meta:
        """The table."""

        ordering = ("person", "role")
        constraints = (models.UniqueConstraint(fields=("person", "role"), name="duty_once"),)

    def __str__(self) -> str:
        return f"{self.person}: {self.role}"


class Invitation(models.Model):
    """A one-time code by which somebody makes an account, sent by e-mail or printed.

    digest: SHA-256 of the code, which itself is kept nowhere; roles: what the account will have.
    """

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, null=True, blank=True, related_name="invitations")
    office = models.ForeignKey(Office, on_delete=models.SET_NULL, null=True, blank=True, related_name="invitations")
    email = models.EmailField(blank=True)
    roles = models.JSONField(default=list)
    digest = models.CharField(max_length=64, unique=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="invited")
    at = models.DateTimeField()
    until = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    used_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="invitation")

    class Meta:
        """The table."""

        ordering = ("-at",)

    def __str__(self) -> str:
        return self.email or str(self.unit or self.digest[:8])
