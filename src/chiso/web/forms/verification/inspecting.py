"""The record of a check on site: its form, and the answers of a unit that may have been looked at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chiso.language import chosen
from chiso.web.bridge.sheet import Section, question_of
from chiso.web.bridge.workbook import worded
from chiso.web.forms.submission.laying import whole
from chiso.web.forms.submission.rows import Row
from chiso.web.forms.submission.typed import typed
from chiso.web.forms.verification.posted import canonical
from chiso.web.models import Risk, Submission, Visit


class InspectionForm(forms.Form):
    """When, where and by whom it was."""

    on = forms.DateField(
        label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), input_formats=["%Y-%m-%d"]
    )
    place = forms.CharField(label=_("Place"), max_length=300)
    checkers = forms.CharField(
        label=_("Who checked"), widget=forms.Textarea(attrs={"rows": 3}), help_text=_("One person a line: name, post.")
    )
    received_by = forms.CharField(
        label=_("Who received them for the unit"), widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One person a line: name, post."),
    )  # fmt: skip
    conclusion = forms.CharField(label=_("Conclusion"), required=False, widget=forms.Textarea(attrs={"rows": 4}))


class MinutesForm(forms.Form):
    """The signed minutes."""

    minutes = forms.FileField(label=_("Signed minutes (PDF or scan)"))


@dataclass(frozen=True)
class Judged:
    """A row of a unit's form with what was said of it."""

    row: Row
    state: Any
    badge: str


@dataclass(frozen=True)
class Told:
    """What was seen of one answer, in words."""

    name: str
    reported: str
    found: str
    note: str
    differs: bool


BADGES = {"open": "", "agreed": "state-good", "corrected": "state-warn", "asked": "state-on", "explained": "state-bad"}


def sections(submission: Submission, *, blind: bool = False) -> list[tuple[Section, list[Judged]]]:
    """The whole form with the state of every answer; blind: without the states."""
    states = {} if blind else {
        (question, case): state
        for question, case, state in Risk.objects.filter(submission=submission).values_list("question", "case", "state")
    }  # fmt: skip
    found = []
    for section, blocks in whole(submission):
        rows = [row for block in blocks for row in block.rows]
        found.append((section, [_judged(row, states.get((row.field.id, row.case), "open")) for row in rows]))
    return found


def _judged(row: Row, state: str) -> Judged:
    return Judged(row, Risk.State(state).label, BADGES[state])


def counts(submission: Submission) -> list[tuple[Any, int]]:
    """How many answers stand in each state."""
    found = list(Risk.objects.filter(submission=submission).values_list("state", flat=True))
    return [(state.label, found.count(state.value)) for state in Risk.State]


def seen_rows(submission: Submission, posted: Mapping[str, str]) -> tuple[list[tuple[str, str, str, str]], list[str]]:
    """What was posted as seen: question, case, canonical value and note; and what could not be read."""
    rows, refused = [], []
    for _section, blocks in whole(submission):
        for row in (row for block in blocks for row in block.rows):
            written = typed(posted, row.field.id, row.case, f"seen-{row.key}")
            value, why = canonical(submission, written) if written.text else ("", "")
            if why:
                refused.append(f"{row.field.name}: {why}")
            elif value or written.note:
                rows.append((row.field.id, row.case, value, written.note))
    return rows, refused


def seen_of(visit: Visit) -> list[Told]:
    """What a check found, line by line."""
    submission = visit.submission
    own = {(each.question, each.case): each.value for each in submission.answers.all()}
    found = []
    for each in visit.seen:
        question = question_of(submission.participant.cycle, submission.participant.block, each["question"])
        if question is None:
            continue
        name, value = question.name.of(chosen()), own.get((each["question"], each["case"]), "")
        found.append(
            Told(
                f"{name} ({each['case']})" if each["case"] else name, worded(question, value),
                worded(question, each["value"]), each["note"], bool(each["value"]) and each["value"] != value,
            )
        )  # fmt: skip
    return found


def visits_of(submission: Submission) -> list[Visit]:
    """The checks on site of a unit, newest first."""
    return list(submission.visits.select_related("by", "minutes").order_by("-on", "-pk"))
