"""Following up: the board, its file, reminders, registers and mergers."""

import io
import zipfile
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from chiso.engine.errors import InputError
from chiso.web.actions.cycle.extending import extend
from chiso.web.actions.cycle.opening import change_framework, move
from chiso.web.actions.cycle.reminding import remind, remind_due
from chiso.web.actions.refusal import Refused
from chiso.web.actions.submission.closing import close
from chiso.web.actions.submission.registering import merge, register
from chiso.web.actions.submission.saving import Given, save
from chiso.web.bridge.board import STANDINGS, Wanted, rows, totals
from chiso.web.bridge.chains import broken
from chiso.web.bridge.register import lines
from chiso.web.models import Entry, Participant, Phase, Reminder, Unit
from tests.web.making import FRAMEWORK, answer, submission, take_in
from tests.web.people import World

pytestmark = pytest.mark.django_db
REGISTER = """\
unit,name,block,status,note,aliases,email,parent,collects_for
so-cong-thuong,Sở Công Thương,so,ranked,,SCT,sct@example.vn,,
so-y-te,Sở Y tế,so,listed,Mới lập,,,,
xa-an-binh,Xã An Bình,xa,ranked,,,,,
phong-1,Phòng 1,so,,,,,so-cong-thuong,so-cong-thuong
"""


def counted(world: World, at: Any = None) -> dict[str, int]:
    found = totals(world.cycle, at or timezone.now())
    return {name: found[name] for name in ("all", *STANDINGS) if found[name]}


def named(world: World, standing: str, at: Any = None) -> list[str]:
    return [each.unit.code for each in rows(world.cycle, Wanted(standing=standing), at or timezone.now())]


def test_every_unit_stands_where_it_is(world: World) -> None:
    reporter, leader = world.people["reporter"], world.people["leader"]
    answer(submission(world.cycle, world.unit), reporter, can_bo="10", may="8", may_mang="9")
    assert counted(world) == {"all": 2, "unopened": 1, "open": 1, "week": 2, "errors": 1}
    answer(submission(world.cycle, world.unit), reporter, may_mang="6")
    close(submission(world.cycle, world.unit), by=leader)
    later = timezone.now() + timedelta(days=4, hours=12)
    assert counted(world, later) == {"all": 2, "unopened": 1, "closed": 1, "week": 1, "day": 1, "unconfirmed": 1}
    after = timezone.now() + timedelta(days=6)
    assert (counted(world, after), named(world, "late", after)) == (
        {"all": 2, "unopened": 1, "closed": 1, "late": 1, "unconfirmed": 1},
        ["so-y-te"],
    )


def test_an_extension_moves_one_unit_off_the_late_ones(world: World) -> None:
    other = submission(world.cycle, world.other).participant
    extend(other, timezone.now() + timedelta(days=20), reason="Mất điện", by=world.people["organiser"])
    assert named(world, "late", timezone.now() + timedelta(days=6)) == ["so-cong-thuong"]


def test_the_file_of_the_board_has_a_line_for_each_unit(world: World, client: Client) -> None:
    client.force_login(world.people["organiser"])
    answered = client.get("/cycles/thu/board/file/?words=công")
    with zipfile.ZipFile(io.BytesIO(answered.content)) as archive:
        texts = archive.read("xl/sharedStrings.xml").decode()
    assert ("Sở Công Thương" in texts, "Sở Y tế" in texts) == (True, False)


@pytest.mark.parametrize("count", [1, 3])
def test_the_board_asks_as_often_for_three_units_as_for_one(
    world: World, client: Client, django_assert_num_queries: Any, count: int
) -> None:
    Participant.objects.all().delete()
    take_in(world.cycle, *(Unit.objects.create(code=f"u{n}", name=f"Đơn vị {n}") for n in range(count)))
    client.force_login(world.people["organiser"])
    client.get("/cycles/thu/board/")
    with django_assert_num_queries(10):
        client.get("/cycles/thu/board/")


def test_reminders_go_once_an_hour_to_people_or_to_the_unit(world: World) -> None:
    Unit.objects.filter(pk=world.other.pk).update(email="yte@example.vn")
    world.people["stranger"].delete()
    found = rows(world.cycle, Wanted(), timezone.now())
    by = world.people["organiser"]
    with_people = remind(world.cycle, found, by=by)
    again = remind(world.cycle, found, by=by)
    assert (with_people, again, Reminder.objects.count()) == (2, 0, 2)


def test_reminders_are_sent_when_the_transaction_is_done(world: World, django_capture_on_commit_callbacks: Any) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        remind(world.cycle, rows(world.cycle, Wanted(words="Công Thương"), timezone.now()), by=None)
    assert [(letter.to, letter.subject) for letter in mail.outbox] == [
        (["leader@example.vn", "reporter@example.vn"], "Nhắc việc: Kỳ thử")
    ]
    assert "0/6 câu hỏi" in mail.outbox[0].body


def test_the_clock_reminds_a_week_before_a_day_before_and_when_late(world: World) -> None:
    now = timezone.now()
    sent = []
    for days in (0, 1, 4.5, 4.6, 6, 7):
        at = now + timedelta(days=days)
        sent.append(remind_due(world.cycle, rows(world.cycle, Wanted(words="Công"), at), at=at))
    assert sent == [1, 0, 1, 0, 1, 0]


def test_a_register_is_shown_and_then_applied(world: World) -> None:
    found = lines(world.cycle, REGISTER.encode(), "dv.csv")
    assert [(line.code, line.status, line.change) for line in found] == [
        ("so-cong-thuong", "ranked", "same"),
        ("so-y-te", "listed", "changed"),
        ("xa-an-binh", "ranked", "new"),
        ("phong-1", "feeder", "new"),
    ]
    assert register(world.cycle, found, by=world.people["organiser"]) == 3
    there = Participant.objects.order_by("place", "pk").values_list("unit__code", "block", "status", "note")
    assert list(there) == [
        ("so-cong-thuong", "so", "ranked", ""),
        ("so-y-te", "so", "listed", "Mới lập"),
        ("xa-an-binh", "xa", "ranked", ""),
        ("phong-1", "so", "feeder", ""),
    ]
    feeder = Participant.objects.get(unit__code="phong-1")
    assert (feeder.collects_for and feeder.collects_for.unit.code, feeder.unit.parent and feeder.unit.parent.code) == (
        "so-cong-thuong", "so-cong-thuong",
    )  # fmt: skip
    assert register(world.cycle, lines(world.cycle, REGISTER.encode(), "dv.csv"), by=None) == 0
    assert list(broken("thu")) == []


@pytest.mark.parametrize(
    "text",
    [
        "unit,name\na,A\n",
        "unit,block\na,khac\n",
        "unit,block\na,so\na,so\n",
        "unit,block,collects_for\na,so,a\n",
        "unit,block,collects_for\na,so,b\n",
        "unit,block,status\na,so,dropped\n",
        "unit,block\nsở/1,so\n",
        f"unit,block\n{'a' * 81},so\n",
        f"unit,name,block\na,{'Sở ' * 101},so\n",
        "unit,name,block\na,Sở \u202eY tế,so\n",
        f"unit,block,note\na,so,{'x' * 501}\n",
        "unit,block,email\na,so,a@x.vn; b@x.vn\n",
    ],
)
def test_a_register_with_a_fault_is_refused_whole(world: World, text: str) -> None:
    with pytest.raises(InputError):
        lines(world.cycle, text.encode(), "dv.csv")


def test_a_block_stays_once_the_cycle_has_begun(world: World) -> None:
    moved = lines(world.cycle, b"unit,name,block\nso-y-te,S,xa\n", "dv.csv")
    with pytest.raises(Refused) as refused:
        register(world.cycle, moved, by=None)
    assert (refused.value.code, Participant.objects.get(unit=world.other).block) == ("block", "so")


def test_a_unit_merged_in_mid_cycle_stays_readable_and_writes_no_more(world: World) -> None:
    form = submission(world.cycle, world.unit)
    answer(form, world.people["reporter"], may="8")
    into = submission(world.cycle, world.other).participant
    merge(form.participant, into, reason="Nghị quyết 12", by=world.people["organiser"])
    with pytest.raises(Refused) as refused:
        save(form, Given("may", "", "9", version=1), by=world.people["reporter"])
    unit = Unit.objects.get(pk=world.unit.pk)
    assert (refused.value.code, form.answers.get().value, unit.merged_into_id) == ("excluded", "8", world.other.pk)
    assert counted(world)["all"] == 1


def test_a_framework_is_frozen_once_the_cycle_collects(world: World) -> None:
    with pytest.raises(Refused) as refused:
        change_framework(world.cycle, framework=FRAMEWORK.encode(), name="x", by=world.people["organiser"])
    assert refused.value.code == "phase"


def test_a_phase_follows_another_and_seals_all_chains(world: World) -> None:
    by = world.people["organiser"]
    for to in (Phase.SETTLED, Phase.PUBLISHED, Phase.PREPARING):
        with pytest.raises(Refused):
            move(world.cycle, to, by=by)
    moved = move(world.cycle, Phase.VERIFYING, by=by)
    assert (moved.phase, Entry.objects.filter(verb="move").count()) == ("verifying", 1)
    settled = move(moved, Phase.SETTLED, by=by)
    with pytest.raises(Refused) as refused:
        move(settled, Phase.VERIFYING_AGAIN, by=by)
    assert refused.value.code == "reason"
    assert list(broken("thu")) == []
