"""Forms by which people are invited, join, and get their roles."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chiso.web.models import Unit
from chiso.web.models.people import Role


class InvitationForm(forms.Form):
    """Who is invited."""

    unit = forms.ModelChoiceField(
        label=_("Unit"), queryset=Unit.objects.order_by("name"), required=False, to_field_name="code"
    )
    roles = forms.MultipleChoiceField(label=_("Roles"), choices=Role.choices, widget=forms.CheckboxSelectMultiple)
    email = forms.EmailField(
        label=_("E-mail"), required=False, help_text=_("Left empty, the code is shown once, to be printed.")
    )


class SheetForm(forms.Form):
    """Codes for all units of a cycle that nobody belongs to yet."""

    roles = forms.MultipleChoiceField(
        label=_("Roles"), choices=[(role.value, role.label) for role in (Role.REPORTER, Role.LEADER)],
        widget=forms.CheckboxSelectMultiple, initial=[Role.REPORTER, Role.LEADER],
    )  # fmt: skip


class JoinForm(forms.Form):
    """The account that an invitation makes."""

    username = forms.RegexField(
        r"^[\w.@+-]+$", label=_("Name for signing in"), max_length=150,
        help_text=_("Letters, digits and . @ + - _"),
    )  # fmt: skip
    name = forms.CharField(label=_("Full name"), max_length=150)
    password = forms.CharField(label=_("Password"), widget=forms.PasswordInput(render_value=False), strip=False)
    again = forms.CharField(label=_("Password again"), widget=forms.PasswordInput(render_value=False), strip=False)

    def clean(self) -> dict[str, Any]:
        """The fields; both passwords must be the same."""
        told: dict[str, Any] = super().clean() or {}
        if told.get("password") != told.get("again"):
            self.add_error("again", str(_("The two passwords differ.")))
        return told


class CodeForm(forms.Form):
    """A printed code."""

    code = forms.CharField(label=_("Code"), max_length=40, help_text=_("As it is printed: ABCD-EFGH-JKLM-NPQR"))


class RolesForm(forms.Form):
    """The roles of somebody."""

    roles = forms.MultipleChoiceField(
        label=_("Roles"), choices=Role.choices, widget=forms.CheckboxSelectMultiple, required=False
    )
