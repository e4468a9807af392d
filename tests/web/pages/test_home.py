"""Where somebody arrives: what there is to do in their roles."""

import re
from typing import Any

import pytest
from django.test import Client

from tests.web.making import answer, submission
from tests.web.people import World

pytestmark = pytest.mark.django_db
FORM = "/cycles/thu/units/so-cong-thuong/form/"


def links(client: Client, person: Any) -> list[str]:
    """The addresses in the body of the home page that somebody sees, in order."""
    client.force_login(person)
    page = client.get("/").content.decode()
    body = page[page.index("<main") : page.index("</main>")]
    return re.findall(r'href="([^"]+)"', body)


def test_everybody_sees_what_there_is_to_do(world: World, client: Client) -> None:
    people = world.people
    assert {role: links(client, people[role]) for role in people} == {
        "administrator": ["/cycles/thu/", "/cycles/thu/board/"],
        "organiser": ["/cycles/thu/", "/cycles/thu/board/", "/cycles/thu/register/", "/cycles/thu/calendar/"],
        "reporter": [FORM, FORM + "upload/"],
        "leader": [FORM, FORM + "closing/", FORM + "upload/"],
        "verifier": ["/cycles/thu/", "/cycles/thu/"],
        "council": ["/cycles/thu/", "/cycles/thu/"],
        "auditor": ["/cycles/thu/", "/cycles/thu/board/"],
        "stranger": ["/cycles/thu/units/so-y-te/form/"],
    }


def test_the_leader_is_asked_to_confirm_once_the_form_is_closed(world: World, client: Client) -> None:
    from chiso.web.actions.submission.closing import close, confirm

    form, leader = submission(world.cycle, world.unit), world.people["leader"]
    answer(form, leader, can_bo="40")
    close(form, by=leader)
    assert links(client, leader) == [FORM, FORM + "closing/"]
    confirm(form, 1, by=leader)
    assert links(client, leader) == [FORM]


def test_nobody_stands_before_an_empty_page(world: World, client: Client) -> None:
    from chiso.web.models import Cycle

    Cycle.objects.update(phase="published")
    assert links(client, world.people["organiser"]) == ["/cycles/new/", "/cycles/thu/"]
    assert links(client, world.people["reporter"]) == ["/cycles/thu/"]
