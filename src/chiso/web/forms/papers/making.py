"""A document to be made, its preview and its bytes, for pages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chiso.engine.errors import InputError
from chiso.language import sentence
from chiso.web.bridge.papering import (
    FORMATS,
    MEDIA,
    Unmade,
    content,
    of_framework,
    of_units,
    official,
    only_of_units,
    place_of,
    run_for,
)
from chiso.web.bridge.telling import told
from chiso.web.forms.papers.kinds import NAMES, blank_name
from chiso.web.models import Cycle

__all__ = ["MEDIA", "Order", "kinds", "of_framework", "place_of", "preview", "run_for", "told"]
ALL = "*"
WORDS: Mapping[str, Any] = {"pdf": "PDF", "docx": "Word (DOCX)", "xlsx": "Excel (XLSX)", "html": _("Page (HTML)")}


class Order(forms.Form):
    """In which format, of which unit, and why one that stands is replaced."""

    format = forms.ChoiceField(label=_("Format"), choices=[(each, WORDS[each]) for each in FORMATS])
    reason = forms.CharField(
        label=_("Why the document that stands is superseded"), max_length=500, required=False,
        help_text=_("Needed once the result is approved."),
    )  # fmt: skip

    def __init__(self, kind: str, units: list[tuple[str, str]], *, final: bool, posted: Any = None) -> None:
        super().__init__(posted)
        if of_units(kind):
            whole = [] if only_of_units(kind) else [("", _("one document for all"))]
            every = [(ALL, _("a document for each unit"))]
            self.fields["unit"] = forms.ChoiceField(
                label=_("Unit"), choices=[*whole, *every, *units], required=bool(not whole)
            )
        if not final:
            del self.fields["reason"]
        self.order_fields(("unit", "format", "reason"))

    def units(self, codes: list[str]) -> list[str]:
        """The codes of the units that a document is made of each; none for the whole."""
        wanted = self.cleaned_data.get("unit", "")
        return codes if wanted == ALL else [wanted] if wanted else []


def kinds() -> list[tuple[str, Any]]:
    """The kinds of documents with their names, in their order."""
    return [(kind.value, name) for kind, name in NAMES.items()]


def preview(cycle: Cycle, kind: str, unit: str) -> tuple[bytes, list[str], str]:
    """The page of a document, what is blank in it, and why there is none (empty where there is one)."""
    try:
        made = official(cycle, kind, told(cycle, kind), run=run_for(cycle), unit=unit)
        return content(made, "html"), [blank_name(key) for key in made.blanks], ""
    except Unmade as unmade:
        return b"", [], unmade.lacks
    except InputError as error:
        return b"", [], "; ".join(f"{sentence(each.found)}: {sentence(each.remedy)}" for each in error.problems)
