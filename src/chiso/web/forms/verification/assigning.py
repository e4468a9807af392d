"""The form by which verifiers are assigned."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chiso.web.bridge.scope import assignable, blocks, criteria
from chiso.web.models import Cycle, Participant, Person
from chiso.web.models.people import Role

ALL = "*"


class AssignmentForm(forms.Form):
    """Who verifies which units and criteria."""

    person = forms.ModelChoiceField(label=_("Verifier"), queryset=Person.objects.none())
    block = forms.ChoiceField(
        label=_("Whole block"), required=False,
        help_text=_("Every unit of the block but the verifier's own; or choose single units below."),
    )  # fmt: skip
    units = forms.MultipleChoiceField(
        label=_("Units"), required=False, widget=forms.SelectMultiple(attrs={"size": 8}),
        help_text=_("With neither a block nor units: every unit of the cycle."),
    )  # fmt: skip
    criterion = forms.ChoiceField(
        label=_("Criterion"), required=False, help_text=_("The criterion and all below it; none: the whole form.")
    )
    double = forms.BooleanField(
        label=_("Blind second check"), required=False,
        help_text=_("These verdicts count for nothing but the figure of agreement; the first ones are not shown."),
    )  # fmt: skip

    def __init__(self, cycle: Cycle, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.cycle = cycle
        verifiers = Person.objects.filter(is_active=True, duties__role=Role.VERIFIER).order_by("name", "username")
        self.fields["person"].queryset = verifiers  # type: ignore[attr-defined]
        self.fields["block"].choices = [("", "—"), *blocks(cycle)]  # type: ignore[attr-defined]
        self.fields["criterion"].choices = [("", "—"), *criteria(cycle)]  # type: ignore[attr-defined]
        taking_part = cycle.participants.filter(status__in=("ranked", "listed")).order_by("place", "pk")
        self.fields["units"].choices = [  # type: ignore[attr-defined]
            (code, name) for code, name in taking_part.values_list("unit__code", "name")
        ]

    def wanted(self) -> list[Participant]:
        """The units that were chosen: of a block, or one by one; none for all."""
        block, codes = self.cleaned_data["block"], self.cleaned_data["units"]
        found = assignable(self.cycle, block) if block else []
        if codes:
            found += self.cycle.participants.filter(unit__code__in=codes).select_related("unit")
        return list({each.pk: each for each in found}.values())
