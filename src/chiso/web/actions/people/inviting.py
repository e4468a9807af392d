"""Invitations: made, sent or printed, and taken up once."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from chiso.bundle.digests import digest
from chiso.web.actions.history import locked, record
from chiso.web.actions.refusal import Refused
from chiso.web.models import Duty, Invitation, Office, Person, Unit
from chiso.web.models.people import Role

PEOPLE = "*people"
"""The chain of history of accounts; no cycle can have this code."""
LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Those that a printed code is read from without doubt: no I, O, 0, 1."""
GROUPS, GROUP = 4, 4
VALID = timedelta(days=30)


def new_code() -> str:
    """A code of 80 bits as it is printed, `ABCD-EFGH-JKLM-NPQR`."""
    groups = ("".join(secrets.choice(LETTERS) for _letter in range(GROUP)) for _group in range(GROUPS))
    return "-".join(groups)


def plain(code: str) -> str:
    """A code as it is looked up, whatever blanks, hyphens and small letters it was typed with."""
    return "".join(letter for letter in code.upper() if letter in LETTERS)


@transaction.atomic
def invite(
    *, unit: Unit | None, roles: Sequence[str], by: Person, email: str = "", office: Office | None = None
) -> tuple[Invitation, str]:
    """An invitation and its code, which is kept nowhere; sent where an address is given."""
    chosen = [role for role in Role.values if role in roles]
    if not chosen:
        raise Refused("roles", _("Choose at least one role."))
    if {Role.REPORTER, Role.LEADER} & set(chosen) and unit is None:
        raise Refused("unit", _("Reporters and leaders belong to a unit: choose it."))
    now, code = timezone.now(), new_code()
    invitation = Invitation.objects.create(
        unit=unit, office=office, email=email, roles=chosen, digest=digest(plain(code).encode()), by=by, at=now,
        until=now + VALID,
    )  # fmt: skip
    what = {"unit": unit.code if unit else "", "roles": chosen, "email": email}
    record(locked(PEOPLE), "invite", by=by, what=what, at=now)
    if email:
        letter = _letter(invitation, code)
        transaction.on_commit(lambda: letter.send() and None)
    return invitation, code


def open_invitation(code: str, *, at: datetime | None = None) -> Invitation | None:
    """The invitation of a code that is still open; None where it was used, is too old, or there is none."""
    found = Invitation.objects.select_related("unit", "office").filter(digest=digest(plain(code).encode())).first()
    return found if found and found.used_at is None and (at or timezone.now()) < found.until else None


@transaction.atomic
def take_up(code: str, *, username: str, name: str, password: str) -> Person:
    """The account that an invitation makes."""
    from django.contrib.auth.password_validation import validate_password

    chain = locked(PEOPLE)
    invitation = open_invitation(code)
    if invitation is None:
        raise Refused("code", _("This code was used already, or is too old. Ask the organiser for another one."))
    if Person.objects.filter(username__iexact=username).exists():
        raise Refused("username", _("Somebody has this name already. Choose another one."))
    try:
        validate_password(password)
    except ValidationError as error:
        raise Refused("password", " ".join(error.messages)) from error
    person = Person.objects.create_user(
        username, invitation.email, password, name=name, unit=invitation.unit, office=invitation.office
    )
    Duty.objects.bulk_create(Duty(person=person, role=role) for role in invitation.roles)
    invitation.used_at, invitation.used_by = timezone.now(), person
    invitation.save(update_fields=("used_at", "used_by"))
    record(chain, "take_up", by=person, what={"roles": invitation.roles})
    return person


def _letter(invitation: Invitation, code: str) -> EmailMessage:
    told = _("You are invited to Chiso ({unit}). Make your account here by {day}; the address works once:").format(
        unit=invitation.unit or _("no unit"), day=date_format(timezone.localtime(invitation.until), "DATE_FORMAT")
    )
    return EmailMessage(
        _("Invitation to Chiso"), f"{told}\n\n{settings.PUBLIC_URL}/join/{code}/\n", to=[invitation.email]
    )
