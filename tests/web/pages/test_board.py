"""The follow-up board and the lists around it: parts of forms, confirmations, reminders, and their queries."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from chiso.web.actions.cycle.reminding import remind
from chiso.web.actions.people.inviting import invite
from chiso.web.actions.submission.closing import close, confirm
from chiso.web.bridge.board import Wanted, rows
from chiso.web.models import Participant, Person, Unit
from tests.web.making import answer, cycle, submission, take_in
from tests.web.people import World

pytestmark = pytest.mark.django_db
BOARD = "/cycles/thu/board/"


@pytest.fixture
def organiser(world: World, client: Client) -> Client:
    client.force_login(world.people["organiser"])
    return client


def units(found: Any) -> list[str]:
    return [each.unit.code for each in found.context["told"].page]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("part=1&below=100", ["so-cong-thuong", "so-y-te"]),
        ("part=1&below=50", ["so-y-te"]),
        ("part=1&below=1", ["so-y-te"]),
        ("part=1&below=nonsense", ["so-cong-thuong", "so-y-te"]),
        ("part=nowhere", []),
    ],
)
def test_units_are_asked_for_by_what_is_left_of_a_part(
    organiser: Client, world: World, query: str, expected: list[str]
) -> None:
    answer(submission(world.cycle, world.unit), world.people["reporter"], can_bo="10", may="8", may_mang="6")
    assert units(organiser.get(f"{BOARD}?{query}")) == expected


def test_every_part_is_counted_over_its_units(organiser: Client, world: World) -> None:
    take_in(world.cycle, Unit.objects.create(code="xa-an", name="Xã An"), block="xa")
    answer(submission(world.cycle, world.unit), world.people["reporter"], can_bo="10", may="8", may_mang="9",
           quy_che="yes")  # fmt: skip
    told = [
        (block.id, [(part.code, part.answered, part.asked, part.share, part.complete, part.unbegun, part.units,
                     part.errors) for part in block.parts])
        for block in organiser.get(f"{BOARD}parts/").context["blocks"]
    ]  # fmt: skip
    assert told == [
        ("so", [("1", 4, 8, 50, 1, 1, 2, 1), ("2", 0, 4, 0, 0, 2, 2, 0)]),
        ("xa", [("1", 0, 4, 0, 0, 1, 1, 0), ("2", 0, 2, 0, 0, 1, 1, 0)]),
    ]


def test_both_confirmations_stand_on_the_board(organiser: Client, world: World) -> None:
    form, leader = submission(world.cycle, world.unit), world.people["leader"]
    answer(form, leader, may="8")
    close(form, by=leader)
    assert units(organiser.get(f"{BOARD}?standing=unconfirmed")) == ["so-cong-thuong"]
    confirm(form, 1, by=leader)
    found = organiser.get(f"{BOARD}?standing=first")
    assert (units(found), units(organiser.get(f"{BOARD}?standing=unconfirmed"))) == (["so-cong-thuong"], [])
    assert "sau khi thu thập" in found.content.decode()
    confirm(form, 2, by=leader)
    assert units(organiser.get(f"{BOARD}?standing=second")) == ["so-cong-thuong"]


def test_reminders_are_listed_with_whom_they_went_to(organiser: Client, world: World, settings: Any) -> None:
    assert "Chưa nhắc đơn vị nào" in organiser.get("/cycles/thu/reminders/").content.decode()
    remind(world.cycle, rows(world.cycle, Wanted(words="Công Thương"), timezone.now()), by=None)
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = "/var/thu"
    found = organiser.get("/cycles/thu/reminders/")
    assert [(each.participant.name, str(why), each.sent_to) for each, why in found.context["told"]] == [
        ("Sở Công Thương", "do người tổ chức gửi", ["leader@example.vn", "reporter@example.vn"])
    ]
    assert "<code>/var/thu</code>" in found.content.decode()


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(
    ("address", "queries"),
    [(BOARD, 10), (f"{BOARD}parts/", 5), ("/cycles/thu/register/", 6), ("/cycles/thu/reminders/", 6),
     ("/cycles/thu/counts/", 5), ("/people/", 7), ("/cycles/", 4)],
)  # fmt: skip
def test_lists_ask_as_often_for_three_rows_as_for_one(
    organiser: Client, world: World, django_assert_num_queries: Any, address: str, queries: int, count: int
) -> None:
    Participant.objects.all().delete()
    Person.objects.exclude(username="organiser").delete()
    made = [Unit.objects.create(code=f"u{n}", name=f"Đơn vị {n}", email=f"u{n}@example.vn") for n in range(count)]
    take_in(world.cycle, *made)
    for unit in made:
        invite(unit=unit, roles=["reporter"], by=world.people["organiser"])
        Person.objects.create_user(f"p{unit.code}", "", unit=unit)
        cycle(f"ky-{unit.code}")
    remind(world.cycle, rows(world.cycle, Wanted(), timezone.now()), by=None)
    organiser.get(address)
    with django_assert_num_queries(queries):
        organiser.get(address)
