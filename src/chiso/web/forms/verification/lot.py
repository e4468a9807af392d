"""The lot that draws answers for verification."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from chiso.web.models import Cycle, Sample


class LotForm(forms.Form):
    """How many units are drawn for each question."""

    size = forms.IntegerField(
        label=_("Units drawn for each question"), min_value=0, max_value=1000,
        help_text=_("Drawn with the seal of history at the beginning of verification, which nobody knew before."),
    )  # fmt: skip


def sample_of(cycle: Cycle) -> Sample | None:
    """The lot of a cycle, None where none was drawn."""
    return Sample.objects.filter(cycle=cycle).select_related("by").first()
