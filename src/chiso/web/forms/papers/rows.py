"""The tables of a document: people, votes, steps of a calendar, tasks, what was found or is asked; a row each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.forms.utils import ErrorDict
from django.utils.translation import gettext_lazy as _

from chiso.web.forms.papers.fields import DayField, LinesField

SPARE = 2
"""Empty rows below those that are filled; saving gives new ones."""


class Row(forms.Form):
    """A row; one that is left empty, or is emptied, is no row and has no faults."""

    def full_clean(self) -> None:
        """Checks the row, unless it is empty."""
        names = [self.add_prefix(name) for name in self.fields if name != "role"]
        if self.is_bound and not any(str(self.data.get(name, "")).strip() for name in names):
            self._errors, self.cleaned_data = ErrorDict(), {}
            return
        super().full_clean()


class Person(Row):
    """Somebody at a meeting; of: the body that they came from."""

    name = forms.CharField(label=_("Full name"), max_length=200)
    post = forms.CharField(label=_("Post"), max_length=200, required=False)
    of = forms.CharField(label=_("Of"), max_length=300)
    role = forms.ChoiceField(
        label=_("Role"), choices=(("member", _("member")), ("chair", _("chair")), ("secretary", _("secretary")))
    )
    absent = forms.CharField(label=_("Why absent"), max_length=300, required=False)


class Vote(Row):
    """What was voted on, and the voices."""

    on = forms.CharField(label=_("Voted on"), max_length=500)
    agree = forms.IntegerField(label=_("Agree"), min_value=0, max_value=999_999)
    disagree = forms.IntegerField(label=_("Disagree"), min_value=0, max_value=999_999, required=False)
    other = forms.IntegerField(label=_("Other opinions"), min_value=0, max_value=999_999, required=False)


class Step(Row):
    """A step of the calendar; without a first day it is done by the last."""

    what = forms.CharField(label=_("What"), max_length=500)
    start = DayField(label=_("From"))
    end = DayField(label=_("Until"))
    who = forms.CharField(label=_("Who"), max_length=300, required=False)


class Task(Row):
    """What somebody is charged with."""

    who = forms.CharField(label=_("Who"), max_length=300)
    what = LinesField(label=_("What, a line each"), rows=2)


class Checked(Row):
    """What was found on site."""

    of = forms.ChoiceField(label=_("Question or criterion"))
    value = forms.CharField(label=_("Found"), max_length=300)
    note = forms.CharField(label=_("Note"), max_length=500, required=False)


class Asked(Row):
    """What is to be explained."""

    of = forms.ChoiceField(label=_("Question or criterion"))
    why = forms.CharField(label=_("Why"), max_length=1000)


FORMS: Mapping[str, type[Row]] = {
    "people": Person, "votes": Vote, "phases": Step, "tasks": Task, "checked": Checked, "asked": Asked,
}  # fmt: skip
_DAYS = {"start": "from", "end": "to"}


def rows_of(key: str, told: Mapping[str, Any], posted: Any, codes: Sequence[tuple[str, str]]) -> Any:
    """The rows of a table as forms, with empty ones below; codes: what a row may be about."""
    made = forms.formset_factory(FORMS[key], extra=SPARE, max_num=1000)
    found = made(posted, initial=list(_initial(key, told)), prefix=key)
    for form in found.forms:
        if "of" in form.fields and isinstance(form.fields["of"], forms.ChoiceField):
            form.fields["of"].choices = [("", "—"), *codes]
    return found


def _initial(key: str, told: Mapping[str, Any]) -> Iterable[Mapping[str, Any]]:
    if key == "people":
        return [{**person, "of": party["of"]} for party in told.get("parties", ()) for person in party["people"]]
    back = {value: name for name, value in _DAYS.items()}
    return [{back.get(name, name): value for name, value in row.items()} for row in told.get(key, ())]


def told_by(key: str, filled: Any) -> dict[str, Any]:
    """What the rows tell, under the document's own key; nothing where all are empty."""
    kept = [row for row in (_told(form.cleaned_data) for form in filled.forms) if row]
    if key != "people":
        return {key: kept} if kept else {}
    parties: dict[str, list[dict[str, Any]]] = {}
    for row in kept:
        parties.setdefault(row.pop("of"), []).append(row)
    return {"parties": [{"of": of, "people": people} for of, people in parties.items()]} if parties else {}


def _told(row: Mapping[str, Any]) -> dict[str, Any]:
    return {_DAYS.get(name, name): value for name, value in row.items() if value not in ("", None, [])}
