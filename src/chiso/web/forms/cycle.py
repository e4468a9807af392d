"""Forms by which a cycle is made, dated and moved."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chiso.web.models import Cycle, Phase
from chiso.web.models.phases import BY_ACT, NEXT

DATED = (Phase.COLLECTING, Phase.VERIFYING, Phase.EXPLAINING, Phase.VERIFYING_AGAIN)
"""The phases that have a window."""


class Moment(forms.SplitDateTimeField):
    """A day and an hour in Vietnam, each in a field of its own that browsers have a picker for."""

    def __init__(self, **options: Any) -> None:
        day: dict[str, Any] = {"type": "date", "aria-label": _("Day")}
        hour: dict[str, Any] = {"type": "time", "aria-label": _("Hour")}
        widget = forms.SplitDateTimeWidget(date_format="%Y-%m-%d", time_format="%H:%M", date_attrs=day, time_attrs=hour)
        super().__init__(
            widget=widget, input_date_formats=["%Y-%m-%d"], input_time_formats=["%H:%M", "%H:%M:%S"], **options
        )


class NewCycle(forms.Form):
    """What a cycle begins with."""

    title = forms.CharField(label=_("Title"), max_length=300)
    code = forms.SlugField(
        label=_("Code"), max_length=80, help_text=_("Letters, digits and hyphens; it stands in the addresses.")
    )
    year = forms.IntegerField(label=_("Year"), min_value=2000, max_value=2100)
    framework = forms.FileField(label=_("Framework (framework.yaml)"))
    previous = forms.ModelChoiceField(
        label=_("The cycle before"), queryset=Cycle.objects.none(), required=False,
        help_text=_("Its answers stand beside the new ones, and its framework is compared with the new one."),
    )  # fmt: skip

    def __init__(self, *arguments: Any, cycles: Any = None, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.fields["previous"].queryset = cycles if cycles is not None else Cycle.objects.none()  # type: ignore[attr-defined]


class FrameworkFileForm(forms.Form):
    """Another framework for a cycle in preparation."""

    framework = forms.FileField(label=_("Framework (framework.yaml)"))


class WindowForm(forms.Form):
    """When a phase is open."""

    phase = forms.ChoiceField(label=_("Phase"), choices=[(phase.value, phase.label) for phase in DATED])
    opens_at = Moment(label=_("Opens"))
    closes_at = Moment(label=_("Closes"))


class MoveForm(forms.Form):
    """Where a cycle goes next; into and out of a settled result it goes by the acts on that result alone."""

    to = forms.TypedChoiceField(label=_("Next phase"), coerce=Phase)
    reason = forms.CharField(label=_("Reason"), max_length=500, required=False)

    def __init__(self, cycle: Cycle, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        now = Phase(cycle.phase)
        following = () if now in BY_ACT else tuple(phase for phase in NEXT[now] if phase not in BY_ACT)
        self.fields["to"].choices = [(phase.value, phase.label) for phase in following]  # type: ignore[attr-defined]


class ExtensionForm(forms.Form):
    """A later deadline, or a form opened again."""

    until = Moment(label=_("Until"))
    reason = forms.CharField(label=_("Reason"), max_length=500)


class AnnouncementForm(forms.Form):
    """A message to all who take part."""

    title = forms.CharField(label=_("Title"), max_length=200)
    text = forms.CharField(label=_("Text"), widget=forms.Textarea(attrs={"rows": 4}))
