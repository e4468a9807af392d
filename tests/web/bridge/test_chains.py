"""History: every change of one byte in the database is found, and the entry named."""

from typing import Any

import pytest

from chiso.web.actions.cycle.opening import move
from chiso.web.bridge.chains import Broken, broken
from chiso.web.models import Chain, Entry, Phase, Seal
from tests.web.making import answer, submission
from tests.web.people import World

UNIT = "thu/so-cong-thuong"


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("told")]


@pytest.fixture
def told(world: World) -> Any:
    form = submission(world.cycle, world.unit)
    answer(form, world.people["reporter"], can_bo="10", may="8", may_mang="6", quy_che="yes")
    move(world.cycle, Phase.VERIFYING, by=world.people["organiser"])
    return form


def change(place: int, **told: str) -> None:
    Entry.objects.filter(chain__key=UNIT, number=place).update(**told)


def test_a_history_that_nobody_touched_holds() -> None:
    assert list(broken("thu")) == []


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"what": '{"before":"","note":"","reply":"","value":"9","version":1}'}, "content"),
        ({"by": "leader"}, "content"),
        ({"verb": "close"}, "content"),
        ({"subject": "answer/quy_che"}, "content"),
        ({"at": "2026-01-01T00:00:00Z"}, "content"),
        ({"digest": "0" * 64}, "content"),
        ({"previous": "0" * 64}, "previous"),
        ({"what": "{"}, "content"),
        ({"number": "9"}, "number"),
    ],
)
def test_a_changed_entry_is_named(changed: dict[str, str], why: str) -> None:
    change(3, **changed)
    found = [each for each in broken("thu") if each.chain == UNIT]
    assert found[0] == Broken(UNIT, 4 if why == "number" else 3, why)


def test_an_entry_that_was_taken_out_is_missed() -> None:
    Entry.objects.filter(chain__key=UNIT, number=2).delete()
    assert Broken(UNIT, 3, "number") in list(broken("thu"))


def test_the_last_entry_taken_out_is_missed_by_the_head_and_the_seal() -> None:
    Entry.objects.filter(chain__key=UNIT, number=4).delete()
    assert [(each.number, each.why) for each in broken("thu")] == [(0, "head"), (4, "seal")]


def test_a_whole_chain_written_anew_fails_against_the_seal() -> None:
    from chiso.web.bridge.chains import entry_digest

    chain, previous = Chain.objects.get(key=UNIT), ""
    for entry in chain.entries.order_by("number"):
        entry.by, entry.previous = "leader", previous
        entry.digest = previous = entry_digest(entry, UNIT)
        entry.save()
    Chain.objects.filter(key=UNIT).update(head=previous)
    assert list(broken("thu")) == [Broken(UNIT, 4, "seal")]


def test_a_changed_seal_is_named() -> None:
    Seal.objects.update(heads="{}")
    assert list(broken("thu")) == [Broken("thu", 0, "seal")]
