"""An uploaded register: its units, or what is wrong with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chiso.engine.errors import InputError
from chiso.web.bridge.register import Line, lines
from chiso.web.forms.faults import faults
from chiso.web.models import Cycle, Participant

LARGEST = 20 * 1024 * 1024
"""Bytes of a register: one of 11,000 units has under 2 MB."""


class RegisterFile(forms.Form):
    """The file."""

    register = forms.FileField(label=_("Register (XLSX or CSV)"))


class MergerForm(forms.Form):
    """Which unit took the place of another, and by which paper."""

    into = forms.ModelChoiceField(label=_("Into which unit"), queryset=Participant.objects.none())
    reason = forms.CharField(label=_("By which paper"), max_length=500)

    def __init__(self, participant: Participant, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        others = participant.cycle.participants.exclude(pk=participant.pk).filter(block=participant.block)
        self.fields["into"].queryset = others  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Read:
    """The lines of a register, or its faults in words."""

    lines: Sequence[Line] = ()
    faults: Sequence[str] = ()

    @property
    def new(self) -> int:
        """How many units are new."""
        return sum(line.change == "new" for line in self.lines)

    @property
    def changed(self) -> int:
        """How many are known otherwise."""
        return sum(line.change == "changed" for line in self.lines)


def read(cycle: Cycle, raw: bytes, name: str) -> Read:
    """What a file says, held against the cycle."""
    try:
        return Read(lines(cycle, raw, name))
    except InputError as error:
        return Read((), faults(error))
