"""What people tell of one document, as a form: its keys, its passages, its tables; checked as the document is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from pydantic import ValidationError

from chiso.language import sentence
from chiso.messages import Message
from chiso.report.kinds.names import Kind
from chiso.report.official.meta import Meta
from chiso.web.bridge.naming import blocks, codes
from chiso.web.forms.papers.fields import DayField, LinesField, MomentField
from chiso.web.forms.papers.kinds import ASKS, KEYS, PASSAGES, ROWS, Asks
from chiso.web.forms.papers.rows import rows_of, told_by
from chiso.web.models import Cycle

TEXTS = (
    "superior",
    "issuer",
    "number",
    "symbol",
    "place",
    "subject",
    "decides",
    "executors",
    "channel",
    "contact",
    "venue",
)
DAYS = ("date", "deadline")
MOMENTS = ("opened", "closed")
LINES = ("grounds", "to", "recipients", "agenda", "attached")
AUTHORITIES = (
    ("", "—"), ("TM", _("TM. (on behalf of a collective)")), ("KT", _("KT. (signing for the head)")),
    ("TL", _("TL. (by order)")), ("TUQ", _("TUQ. (mandated)")),
)  # fmt: skip
HELP: Mapping[str, Any] = {
    "number": _("134 alone; left empty, there is room for the registry to write it."),
    "symbol": _("What follows the number: QĐ-UBND."),
    "date": _("27/03/2026; 03/2026 where the day is still open."),
    "subject": _("Left empty, it is made of the framework's title."),
    "grounds": _("A ground on each line, without the semicolon."),
    "recipients": _("A recipient on each line."),
    "to": _("An addressee on each line."),
    "agenda": _("A point on each line."),
    "attached": _("A paper on each line."),
}


class Draft(forms.Form):
    """The parts of a kind of document that a person tells."""

    def __init__(self, cycle: Cycle, kind: str, told: Mapping[str, Any], *, version: int, posted: Any = None) -> None:
        first = {**_initial(told), "version": version}
        super().__init__(posted, initial=first)
        self.cycle, self.asks = cycle, ASKS[Kind(kind)]
        self.fields["version"] = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
        for key in self.asks.all:
            self._add(key)
        for key in self.asks.passages:
            name = f"passage_{key}"
            self.fields[name] = LinesField(label=PASSAGES[key], rows=4, help_text=_("A paragraph on each line."))
        named = codes(cycle) if {"checked", "asked"} & set(self.asks.rows) else []
        self.tables = [(key, ROWS[key], rows_of(key, told, posted, named)) for key in self.asks.rows]

    def _add(self, key: str) -> None:
        for name, field in _fields(self.cycle, key):
            self.fields[name] = field

    def is_valid(self) -> bool:
        """Whether everything that was told fits, the tables too, as the document itself would take it."""
        own = super().is_valid()
        tables = [rows.is_valid() for _key, _name, rows in self.tables]
        if not (own and all(tables)):
            return False
        try:
            Meta.model_validate(self.told())
        except ValidationError as error:
            for detail in error.errors():
                self.add_error(_field(self, detail["loc"]), _sentence(detail))
            return False
        return True

    def told(self) -> dict[str, Any]:
        """The keys that were told, as the document has them; what is left empty is left out."""
        found = {key: value for key, value in _told(self.cleaned_data, self.asks) if value}
        for key, _name, rows in self.tables:
            found |= told_by(key, rows)
        return found


def _fields(cycle: Cycle, key: str) -> Iterator[tuple[str, forms.Field]]:
    label, help_text = KEYS[key], HELP.get(key, "")
    if key in TEXTS:
        yield key, forms.CharField(label=label, max_length=2000, required=False, help_text=help_text)
    elif key in DAYS:
        yield key, DayField(label=label, help_text=help_text)
    elif key in MOMENTS:
        yield key, MomentField(label=label, required=False)
    elif key in LINES:
        yield key, LinesField(label=label, help_text=help_text)
    elif key == "period":
        yield "period_from", DayField(label=_("Numbers from"))
        yield "period_to", DayField(label=_("Numbers until"))
    elif key == "submission":
        yield "submission_by", forms.CharField(label=_("Proposed by"), max_length=300, required=False)
        yield "submission_number", forms.CharField(label=_("Number of the submission"), max_length=100, required=False)
        yield "submission_date", DayField(label=_("Day of the submission"))
    elif key == "block":
        choices = [("", gettext("all blocks")), *blocks(cycle)]
        yield "block", forms.ChoiceField(label=label, choices=choices, required=False)
    else:
        yield from _signer()


def _signer() -> Iterator[tuple[str, forms.Field]]:
    for place in (1, 2):
        yield (
            f"authority_{place}",
            forms.ChoiceField(
                label=_("Authority") if place == 1 else _("Further authority"),
                choices=AUTHORITIES,
                required=False,
            ),
        )
        yield f"authority_{place}_of", forms.CharField(label=_("of (body or post)"), max_length=300, required=False)
    yield "acting", forms.BooleanField(label=_("Q. (acting in the post)"), required=False)
    yield "post", forms.CharField(label=_("Post of the signer"), max_length=300, required=False)
    yield "name", forms.CharField(label=_("Name of the signer"), max_length=300, required=False)


def _initial(told: Mapping[str, Any]) -> dict[str, Any]:
    first = {key: value for key, value in told.items() if key not in ("signer", "passages", "period", "submission")}
    signer = told.get("signer", {})
    for place, authority in enumerate(signer.get("authority", ())[:2], 1):
        first |= {f"authority_{place}": authority["form"], f"authority_{place}_of": authority["of"]}
    first |= {"post": signer.get("post", ""), "name": signer.get("name", ""), "acting": signer.get("acting") == "yes"}
    first |= {f"passage_{key}": value for key, value in told.get("passages", {}).items()}
    first |= {f"period_{key}": value for key, value in told.get("period", {}).items()}
    return first | {f"submission_{key}": value for key, value in told.get("submission", {}).items()}


def _told(given: Mapping[str, Any], asks: Asks) -> Iterator[tuple[str, Any]]:
    for key in asks.all:
        if key in ("period", "submission"):
            parts = {"period": ("from", "to"), "submission": ("by", "number", "date")}[key]
            yield key, {part: given[f"{key}_{part}"] for part in parts if given[f"{key}_{part}"]}
        elif key == "signer":
            yield key, _signed(given)
        else:
            yield key, given[key]
    yield "passages", {key: given[f"passage_{key}"] for key in asks.passages if given[f"passage_{key}"]}


def _signed(given: Mapping[str, Any]) -> dict[str, Any]:
    pairs = [(given[f"authority_{place}"], given[f"authority_{place}_of"]) for place in (1, 2)]
    found: dict[str, Any] = {"authority": [{"form": form, "of": of} for form, of in pairs if form or of]}
    found |= {"post": given["post"], "name": given["name"], "acting": "yes" if given["acting"] else ""}
    return {key: value for key, value in found.items() if value}


def _field(form: forms.Form, location: tuple[str | int, ...]) -> str | None:
    """The field that a fault stands at; None where there is none of its own."""
    head, *rest = [str(part) for part in location]
    place = int(rest[1]) + 1 if head == "signer" and rest[:1] == ["authority"] and len(rest) > 1 else 1
    named = {
        "signer": f"authority_{place}_of" if rest[:1] == ["authority"] else rest[0] if rest else "post",
        "passages": f"passage_{rest[0]}" if rest else "",
        "period": f"period_{rest[0]}" if rest else "period_from",
        "submission": f"submission_{rest[0]}" if rest else "submission_by",
    }.get(head, head)
    return named if named in form.fields else None


def _sentence(detail: Any) -> str:
    """What is expected, in words."""
    if detail["type"] in ("missing", "string_too_short"):
        return gettext("Fill this in too, or leave all of it empty.")
    if detail["type"] == "string_too_long":
        return gettext("At most 2,000 characters.")
    told: str = detail["msg"]
    expected = sentence(Message(told))
    return gettext("Expected: {what}.").format(what=expected)
