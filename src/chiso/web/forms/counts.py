"""An uploaded file of another system's counts."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from chiso.engine.errors import InputError
from chiso.web.bridge.counts import Counted, counts
from chiso.web.forms.faults import faults
from chiso.web.models import Cycle

LARGEST = 50 * 1024 * 1024


class CountsFile(forms.Form):
    """The file, and the system that it comes from."""

    system = forms.CharField(
        label=_("System"), max_length=100, help_text=_("For example: document management, e-mail, one-stop, portal.")
    )
    file = forms.FileField(label=_("Counts (XLSX or CSV)"))


def read(cycle: Cycle, raw: bytes, name: str) -> tuple[list[Counted], list[str]]:
    """The figures of a file, or its faults in words."""
    try:
        return counts(cycle, raw, name), []
    except InputError as error:
        return [], faults(error)
