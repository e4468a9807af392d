"""Roll-up: sums over subordinate units with k/N, the missing ones shown, taken over with a note."""

from typing import Any

import pytest
from django.test import Client

from chiso.language import use
from chiso.web.actions.submission.adopting import adopt
from chiso.web.bridge.collecting import sums
from chiso.web.models import Person, Unit
from tests.web.making import answer, submission, take_in
from tests.web.people import World

pytestmark = pytest.mark.django_db


@pytest.fixture
def below(world: World) -> list[Any]:
    """Three units that answer for the reporter's."""
    above = submission(world.cycle, world.unit).participant
    units = [Unit.objects.create(code=f"phong-{n}", name=f"Phòng {n}", parent=world.unit) for n in (1, 2, 3)]
    take_in(world.cycle, *units, status="feeder", collects_for=above)
    return units


def told(world: World) -> list[tuple[str, str, int, int, str]]:
    with use("vi"):
        found = sums(submission(world.cycle, world.unit))
    return [(each.question, each.total, each.answered, each.units, each.own) for each in found]


def test_sums_say_how_many_have_answered(world: World, below: list[Any]) -> None:
    by = world.people["reporter"]
    answer(submission(world.cycle, below[0]), by, can_bo="10", may="8")
    answer(submission(world.cycle, below[1]), by, can_bo="5")
    assert told(world) == [("can_bo", "15", 2, 3, ""), ("may", "8", 1, 3, ""), ("may_mang", "", 0, 3, "")]


def test_every_sum_opens_to_its_parts(world: World, below: list[Any]) -> None:
    answer(submission(world.cycle, below[1]), world.people["reporter"], can_bo="1250")
    with use("vi"):
        first = sums(submission(world.cycle, world.unit))[0]
    assert [(piece.name, piece.value) for piece in first.pieces] == [
        ("Phòng 1", ""), ("Phòng 2", "1.250"), ("Phòng 3", ""),
    ]  # fmt: skip


def test_a_sum_is_taken_over_with_a_note_and_only_where_chosen(world: World, below: list[Any]) -> None:
    by = world.people["reporter"]
    for unit in below:
        answer(submission(world.cycle, unit), by, can_bo="10", may="8")
    form = submission(world.cycle, world.unit)
    assert adopt(form, ["can_bo"], by=by) == 1
    assert [(each.question, each.value, each.note) for each in form.answers.all()] == [
        ("can_bo", "30", "Tổng hợp từ 3/3 đơn vị.")
    ]
    assert adopt(form, ["can_bo"], by=by) == 0


def test_a_unit_without_others_below_has_no_sums(world: World) -> None:
    assert told(world) == []


def test_those_below_are_read_by_the_unit_above_and_by_no_other(world: World, below: list[Any], client: Client) -> None:
    statuses = []
    for who in ("reporter", "stranger"):
        client.force_login(world.people[who])
        statuses.append(client.get(f"/cycles/thu/units/{below[0].code}/form/").status_code)
    assert statuses == [200, 404]
    own = Person.objects.create_user("phong1", "p1@example.vn", "x", unit=below[0])
    client.force_login(own)
    assert client.get("/cycles/thu/units/so-cong-thuong/form/").status_code == 404
