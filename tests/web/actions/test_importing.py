"""Counts of other systems: taken in whole or not at all, replaced by the same system, beside the answers."""

import pytest

from chiso.engine.errors import InputError
from chiso.web.actions.submission.importing import take_counts
from chiso.web.bridge.counts import counts
from chiso.web.models import Answer, Count, Unit
from tests.web.making import answer, submission
from tests.web.people import World

pytestmark = pytest.mark.django_db
GOOD = "unit,question,case,value\nso-cong-thuong,may,,1.234\nSở Y tế,ho_so,Cấp phép,12\nSCT,can_bo,,30\n"


def taken(world: World, text: str, system: str = "Một cửa") -> int:
    raw = text.encode()
    return take_counts(world.cycle, system, "so.csv", raw, counts(world.cycle, raw, "so.csv"),
                       by=world.people["organiser"])  # fmt: skip


def kept() -> list[tuple[str, str, str, str, str]]:
    found = Count.objects.order_by("pk").select_related("participant__unit")
    return [(each.system, each.participant.unit.code, each.question, each.case, each.value) for each in found]


def test_units_are_known_by_code_name_and_alias(world: World) -> None:
    Unit.objects.filter(pk=world.unit.pk).update(aliases=["SCT"])
    assert taken(world, GOOD) == 3
    assert kept() == [
        ("Một cửa", "so-cong-thuong", "may", "", "1234"),
        ("Một cửa", "so-y-te", "ho_so", "Cấp phép", "12"),
        ("Một cửa", "so-cong-thuong", "can_bo", "", "30"),
    ]


def test_a_system_replaces_its_own_and_touches_no_answer(world: World) -> None:
    answer(submission(world.cycle, world.unit), world.people["reporter"], may="5")
    taken(world, "unit,question,value\nso-cong-thuong,may,9\n", "Thư điện tử")
    taken(world, "unit,question,value\nso-cong-thuong,may,7\n")
    taken(world, "unit,question,value\nso-cong-thuong,may,8\n")
    assert [(each[0], each[4]) for each in kept()] == [("Thư điện tử", "9"), ("Một cửa", "8")]
    assert Answer.objects.get().value == "5"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("unit,value\na,1\n", "no column `question`"),
        ("unit,question,value\nla,may,1\n", "the unknown unit la"),
        ("unit,question,value\nso-y-te,khong,1\n", "the question khong"),
        ("unit,question,value\nso-y-te,ho_so,1\n", "the question ho_so"),
        ("unit,question,value\nso-y-te,may,nhiều\n", "so.csv:2"),
        ("unit,question,value\nso-y-te,may,1\nso-y-te,may,2\n", "a second figure of the same"),
    ],
)
def test_nothing_is_taken_in_where_a_line_is_wrong(world: World, text: str, said: str) -> None:
    with pytest.raises(InputError) as error:
        taken(world, text)
    assert said in str(error.value)
    assert kept() == []
