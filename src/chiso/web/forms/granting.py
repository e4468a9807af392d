"""What the council may grant to a unit, a form for each criterion, and what the calendar says of its delay."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from django import forms
from django.utils.translation import gettext_lazy as _

from chiso.report.numbers import number
from chiso.web.bridge.granting import Grantable, grantable
from chiso.web.bridge.storing import place_of
from chiso.web.models import Evidence, Grant, Participant, Phase, Window

A_DAY = timedelta(days=1)


class GrantForm(forms.Form):
    """Points of one unit on one criterion."""

    criterion = forms.CharField(widget=forms.HiddenInput)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    points = forms.CharField(
        label=_("Points"), max_length=40, required=False, help_text=_("Empty points take the grant back.")
    )
    reason = forms.CharField(label=_("Reason"), widget=forms.Textarea(attrs={"rows": 2}))
    file = forms.FileField(label=_("File (the proof, the proposal)"), required=False)


@dataclass(frozen=True)
class Late:
    """How late a unit was; days: begun days after the common deadline until its leader closed the form.

    by_itself: whether its leader never closed it, and the deadline did.
    """

    days: int
    by_itself: bool

    def __bool__(self) -> bool:
        return self.days > 0 or self.by_itself


@dataclass(frozen=True)
class Offered:
    """A criterion whose points may be granted, what was granted, and the form of it."""

    criterion: Grantable
    grant: Grant | None
    points: str
    form: GrantForm


def grant_forms(participant: Participant, grants: Mapping[str, Grant], bound: GrantForm | None) -> list[Offered]:
    """The criteria of the unit's block whose points are granted; bound: the form that was posted and had faults."""
    posted = bound["criterion"].value() if bound is not None else None
    found = []
    for each in grantable(participant.cycle, participant.block):
        grant = grants.get(each.code)
        points = number(grant.points) if grant is not None and grant.points else ""
        form = bound if bound is not None and posted == each.code else _form(each, grant, points)
        found.append(Offered(each, grant, points, form))
    return found


def _form(criterion: Grantable, grant: Grant | None, points: str) -> GrantForm:
    first = {"criterion": criterion.code, "version": 0, "points": points}
    if grant is not None:
        first |= {"version": grant.version, "reason": grant.reason}
    return GrantForm(initial=first, auto_id=f"id_{criterion.code}_%s")


def late_of(participant: Participant) -> Late:
    """How late a unit was, for the council to weigh; a later deadline that was granted does not count for it."""
    window = Window.objects.filter(cycle=participant.cycle_id, phase=Phase.COLLECTING).first()
    submission = participant.submission
    if submission.late:
        return Late(0, True)
    if window is None or submission.closed_at is None or submission.closed_at <= window.closes_at:
        return Late(0, False)
    return Late(-(-(submission.closed_at - window.closes_at) // A_DAY), False)


def file_of(piece: Evidence) -> Path | None:
    """Where the bytes of a file lie; None where they are not there."""
    path = place_of(piece.digest)
    return path if path.is_file() else None
