"""Forms of runs, grants, objections, meetings and of the acts on a result."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.paginator import Page, Paginator
from django.utils.translation import gettext_lazy as _

from chiso.web.bridge.freezing import kept as folder_of
from chiso.web.bridge.freezing import ready
from chiso.web.bridge.moving import Moved, at_once, moves, told
from chiso.web.bridge.results import Ranked, reasons, tables, words, workbook_of
from chiso.web.models import Run, Stage

PER_PAGE = 50
__all__ = [
    "ActForm", "BeginForm", "MeetingForm", "Moved", "ObjectionForm", "Ranked", "ReplyForm",
    "SettleForm", "at_once", "folder_of", "moved_page", "placed_page", "ready", "reasons", "tables",
    "workbook_of",
]  # fmt: skip


class BeginForm(forms.Form):
    """A run to be begun."""

    stage = forms.ChoiceField(label=_("Whose answers count"), choices=Stage.choices)
    reason = forms.CharField(label=_("Why a new run"), max_length=500, required=False)


class ObjectionForm(forms.Form):
    """What a unit holds against its result."""

    text = forms.CharField(label=_("What the unit objects to, and why"), widget=forms.Textarea(attrs={"rows": 4}))


class ReplyForm(forms.Form):
    """The reply to an objection."""

    reply = forms.CharField(label=_("Reply"), widget=forms.Textarea(attrs={"rows": 3}))


class MeetingForm(forms.Form):
    """A meeting of the council on a run."""

    on = forms.DateField(label=_("Day"), widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
    place = forms.CharField(label=_("Place"), max_length=300)
    chair = forms.CharField(label=_("Chair"), max_length=150)
    secretary = forms.CharField(label=_("Secretary"), max_length=150)
    present = forms.CharField(
        label=_("Present"), widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("A line for each member: name, then a comma and the post."),
    )  # fmt: skip
    opinions = forms.CharField(label=_("Opinions"), widget=forms.Textarea(attrs={"rows": 4}), required=False)
    conclusion = forms.CharField(label=_("Conclusion"), widget=forms.Textarea(attrs={"rows": 4}))

    def clean_present(self) -> list[str]:
        """The members, a line each."""
        return [line.strip() for line in self.cleaned_data["present"].splitlines() if line.strip()]


class SettleForm(forms.Form):
    """The settlement of a run; a reason is wanted where units have not confirmed."""

    unconfirmed_reason = forms.CharField(
        label=_("Why it is settled although units have not confirmed"), max_length=500, required=False
    )


class ActForm(forms.Form):
    """An act that needs a reason."""

    reason = forms.CharField(label=_("Reason"), max_length=500)


def placed_page(run: Run, table: Ranked, asked: str, number: str) -> Page[Any]:
    """A page of the places of a ranking, each with points, class and note in words; of units named by some words."""
    found = run.places.select_related("participant__unit").filter(criterion=table.criterion, block=table.block)
    if asked:
        found = found.filter(participant__name__icontains=asked)
    page: Page[Any] = Paginator(found.order_by("place"), PER_PAGE).get_page(number)
    page.object_list = [(place, *words(run, place)) for place in page.object_list]
    return page


def moved_page(
    before: Run, after: Run, wanted: tuple[str, str], number: str, *, everyone: bool = False, causes: bool = True
) -> Page[Any]:  # fmt: skip
    """A page of a ranking of the newer run: each place in words with its move, None where the unit did not move.

    wanted: the key of the ranking, and words in a unit's name; everyone: those who did not move too. Causes are
    computed for the units on the page alone.
    """
    criterion, _mark, block = wanted[0].partition("|")
    moved = {each.unit: each for each in moves(before, after, criterion, block)}
    found = after.places.select_related("participant__unit").filter(criterion=criterion, block=block).order_by("place")
    if wanted[1]:
        found = found.filter(participant__name__icontains=wanted[1])
    places = [each for each in found if everyone or each.participant.unit.code in moved]
    page: Page[Any] = Paginator(places, PER_PAGE).get_page(number)
    shown = [moved[place.participant.unit.code] for place in page.object_list if place.participant.unit.code in moved]
    by_unit = {each.code: each for each in told(before, after, shown, causes=causes)}
    page.object_list = [
        (place, *words(after, place), by_unit.get(place.participant.unit.code)) for place in page.object_list
    ]
    return page
