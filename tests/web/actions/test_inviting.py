"""Invitations are used once, roles are given by who may, and one administrator is always left."""

import re
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from chiso.web.actions.people.changing import set_active, set_roles
from chiso.web.actions.people.inviting import invite, open_invitation, plain, take_up
from chiso.web.actions.refusal import Refused
from chiso.web.bridge.chains import broken
from chiso.web.models import Duty, Invitation, Person
from tests.web.people import World

pytestmark = pytest.mark.django_db
LONG = "một-mật-khẩu-dài-khác"


def invited(world: World, **told: Any) -> tuple[Invitation, str]:
    return invite(unit=world.unit, roles=["reporter", "leader"], by=world.people["organiser"], **told)


def test_a_printed_code_makes_an_account_once(world: World) -> None:
    _made, code = invited(world)
    assert re.fullmatch(r"([A-HJ-NP-Z2-9]{4}-){3}[A-HJ-NP-Z2-9]{4}", code)
    assert code not in str(Invitation.objects.values())
    person = take_up(code.lower().replace("-", " "), username="an", name="Nguyễn Văn An", password=LONG)
    roles = sorted(person.duties.values_list("role", flat=True))
    assert (person.unit, roles, person.check_password(LONG)) == (world.unit, ["leader", "reporter"], True)
    with pytest.raises(Refused) as refused:
        take_up(code, username="binh", name="B", password=LONG)
    assert (refused.value.code, open_invitation(code)) == ("code", None)
    assert list(broken("*people")) == []


def test_a_code_ends_after_thirty_days(world: World) -> None:
    _made, code = invited(world)
    now = timezone.now()
    assert open_invitation(code, at=now + timedelta(days=29)) is not None
    assert open_invitation(code, at=now + timedelta(days=30, seconds=1)) is None


def test_an_invitation_by_mail_carries_the_address(
    world: World, client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        invited(world, email="an@example.vn")
    path = re.search(r"/join/[A-Z2-9-]+/", str(mail.outbox[0].body))
    assert path is not None
    told = {"username": "an", "name": "An", "password": LONG, "again": LONG}
    answered: Any = client.post(path.group(), told)
    assert (answered.status_code, answered["Location"]) == (302, "/")
    assert Person.objects.get(username="an").email == "an@example.vn"
    assert client.get("/").status_code == 200


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"password": "ngan", "again": "ngan"}, "password"),
        ({"again": "khác"}, "again"),
        ({"username": "reporter"}, "username"),
        ({"username": "có dấu cách"}, "username"),
    ],
)
def test_an_account_that_cannot_be_made_says_why(
    world: World, client: Client, told: dict[str, str], field: str
) -> None:
    _made, code = invited(world)
    answered: Any = client.post(
        f"/join/{code}/", {"username": "an", "name": "An", "password": LONG, "again": LONG, **told}
    )
    assert (answered.status_code, list(answered.context["form"].errors)) == (200, [field])
    assert open_invitation(code) is not None


def test_a_reporter_belongs_to_a_unit(world: World) -> None:
    for roles, code in ((["reporter"], "unit"), ([], "roles"), (["king"], "roles")):
        with pytest.raises(Refused) as refused:
            invite(unit=None, roles=roles, by=world.people["organiser"])
        assert refused.value.code == code


def test_one_administrator_is_left(world: World) -> None:
    admin, organiser = world.people["administrator"], world.people["organiser"]
    acts: list[tuple[Callable[[], None], str]] = [
        (partial(set_roles, admin, ["auditor"], by=organiser), "last"),
        (partial(set_active, admin, False, by=organiser), "last"),
        (partial(set_roles, organiser, ["administrator"], by=organiser), "administrator"),
        (partial(set_active, organiser, False, by=organiser), "own"),
    ]
    for act, code in acts:
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.code == code
    set_roles(organiser, ["organiser", "administrator"], by=admin)
    set_roles(admin, ["auditor"], by=organiser)
    assert list(Duty.objects.filter(role="administrator").values_list("person__username", flat=True)) == ["organiser"]


def test_a_closed_account_signs_in_no_more(world: World, client: Client) -> None:
    client.force_login(world.people["reporter"])
    set_active(world.people["reporter"], False, by=world.people["administrator"])
    assert client.get("/cycles/").status_code == 302


def test_a_sheet_has_a_code_for_each_unit_without_people(world: World, client: Client) -> None:
    world.people["stranger"].delete()
    client.force_login(world.people["organiser"])
    answered = client.post("/cycles/thu/codes/", {"roles": ["reporter"]})
    codes = re.findall(r'class="code">([A-Z2-9-]+)<', answered.content.decode())
    assert [open_invitation(code) and open_invitation(code).unit for code in codes] == [world.other]  # type: ignore[union-attr]
    assert plain(codes[0]) == codes[0].replace("-", "")
