"""`chiso verify-history` on the database of the tests."""

import json

import pytest

from chiso.web.models import Entry
from tests.cli.running import run
from tests.web.making import answer, submission
from tests.web.people import World

pytestmark = pytest.mark.django_db


def test_it_names_the_entry_after_one_changed_byte(world: World) -> None:
    form = submission(world.cycle, world.unit)
    answer(form, world.people["reporter"], can_bo="10", may="8")
    ran = run("verify-history", "thu")
    assert (ran.code, ran.out, ran.err) == (0, "thu: 4 entries in 2 chains. All hold.\n", "")
    entry = Entry.objects.get(chain__key="thu/so-cong-thuong", number=2)
    Entry.objects.filter(pk=entry.pk).update(what=entry.what.replace('"8"', '"9"'))
    ran = run("verify-history", "thu")
    assert (ran.code, ran.out.splitlines()) == (
        1,
        [
            "thu: 4 entries in 2 chains. 1 does not hold:",
            "  thu/so-cong-thuong, entry 2: what it says was changed after it was written",
        ],
    )
    ran = run("verify-history", "--format", "json")
    assert json.loads(ran.out)["broken"] == [
        {"cycle": "thu", "chain": "thu/so-cong-thuong", "entry": 2, "why": "content"}
    ]


def test_a_cycle_that_there_is_not(world: World) -> None:
    assert world.cycle.code == "thu"
    ran = run("verify-history", "khac")
    assert (ran.code, ran.err) == (2, "CYCLE: the cycle khac; expected: one of thu; name one.\n")
