"""People and their roles, invitations by e-mail, by a printed code, or by a sheet of codes for a whole cycle."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from chiso.web.access.members import invitations, member, members, without_people
from chiso.web.access.people import allowed
from chiso.web.actions.people.changing import set_active, set_roles
from chiso.web.actions.people.inviting import invite, open_invitation, take_up
from chiso.web.actions.refusal import Refused
from chiso.web.forms.people import CodeForm, InvitationForm, JoinForm, RolesForm, SheetForm

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@login_required
def people(request: HttpRequest) -> HttpResponse:
    """Who has an account."""
    words = request.GET.get("words", "").strip()[:100]
    page = members(request.user, words, request.GET.get("page", "1"))
    return render(request, "people/list.html", {"page": page, "words": words, "open": invitations(request.user)})


@login_required
@never_cache
def invitation(request: HttpRequest) -> HttpResponse:
    """An invitation; its code is shown this once where it is not sent."""
    by = allowed(request.user, "manage_people")
    form, code = InvitationForm(request.POST or None), ""
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            made, code = invite(unit=told["unit"], roles=told["roles"], email=told["email"], by=by)
        except Refused as refused:
            form.add_error(refused.code, refused.text)
        else:
            if made.email:
                messages.success(request, _("The invitation is on its way."))
                return redirect("people")
            return render(request, "people/codes.html", {"codes": [(made, code)]})
    return render(request, "people/invite.html", {"form": form})


@login_required
@never_cache
def invitation_sheet(request: HttpRequest, code: str) -> HttpResponse:
    """Codes for every unit of a cycle without people, on one sheet to be printed and cut."""
    cycle, units = without_people(request.user, code)
    form = SheetForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        by = allowed(request.user, "manage_people")
        codes = [invite(unit=unit, roles=form.cleaned_data["roles"], by=by) for unit in units]
        return render(request, "people/codes.html", {"codes": codes, "cycle": cycle})
    return render(request, "people/sheet.html", {"form": form, "cycle": cycle, "count": len(units)})


@login_required
def person(request: HttpRequest, username: str) -> HttpResponse:
    """Somebody's roles."""
    found = member(request.user, username)
    form = RolesForm(request.POST or None, initial={"roles": [duty.role for duty in found.duties.all()]})
    if request.method == "POST" and form.is_valid():
        try:
            set_roles(found, form.cleaned_data["roles"], by=allowed(request.user, "manage_people"))
            messages.success(request, _("The roles are saved."))
            return redirect("people")
        except Refused as refused:
            form.add_error("roles", refused.text)
    return render(request, "people/person.html", {"person": found, "form": form})


@login_required
@require_POST
def person_state(request: HttpRequest, username: str) -> HttpResponse:
    """An account closed, or opened again."""
    found = member(request.user, username)
    try:
        set_active(found, not found.is_active, by=allowed(request.user, "manage_people"))
        messages.success(request, _("The account is open.") if found.is_active else _("The account is closed."))
    except Refused as refused:
        messages.error(request, refused.text)
    return redirect("person", username)


def join(request: HttpRequest) -> HttpResponse:
    """Where a printed code is typed in."""
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return redirect("join_code", form.cleaned_data["code"].replace(" ", ""))
    return render(request, "people/join.html", {"form": form})


@never_cache
def join_code(request: HttpRequest, code: str) -> HttpResponse:
    """The account that an invitation makes."""
    found = open_invitation(code)
    if found is None:
        messages.error(request, _("This code was used already, or is too old. Ask the organiser for another one."))
        return redirect("join")
    form = JoinForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            made = take_up(code, username=told["username"], name=told["name"], password=told["password"])
        except Refused as refused:
            form.add_error(refused.code if refused.code in form.fields else None, refused.text)
        else:
            login(request, made, backend=BACKEND)
            return redirect("home")
    return render(request, "people/account.html", {"form": form, "invitation": found})
