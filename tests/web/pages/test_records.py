"""The history of a whole cycle, on a page, as files, and held against its digests."""

import json
from typing import Any

import pytest
from django.test import Client

from chiso.web.actions.cycle.extending import announce, extend
from chiso.web.actions.cycle.opening import move
from chiso.web.models import Entry, Phase, Unit
from tests.web.making import answer, submission, take_in
from tests.web.people import World

pytestmark = pytest.mark.django_db
ADDRESS = "/cycles/thu/history/"


@pytest.fixture
def auditor(world: World, client: Client) -> Client:
    by, reporter = world.people["organiser"], world.people["reporter"]
    form = submission(world.cycle, world.unit)
    answer(form, reporter, can_bo="10", quy_che="yes")
    answer(form, reporter, can_bo="1200")
    extend(form.participant, world.cycle.windows.get().closes_at.replace(year=2099), reason="Mất điện", by=by)
    announce(world.cycle, "Hạn nộp", "Ngày 30", by=by)
    client.force_login(world.people["auditor"])
    return client


def told(found: Any) -> list[tuple[str, str, str, str, str, str]]:
    lines = found.context["lines"]
    return [(each.unit, each.name, str(each.did), each.about, each.before, each.after) for each in lines]


def test_the_history_of_a_cycle_is_told_newest_first(auditor: Client) -> None:
    assert told(auditor.get(ADDRESS)) == [
        ("", "organiser", "thông báo", "", "", ""),
        ("so-cong-thuong", "organiser", "gia hạn", "", "", ""),
        ("so-cong-thuong", "reporter", "trả lời", "Số cán bộ", "10", "1.200"),
        ("so-cong-thuong", "reporter", "trả lời", "Có quy chế an toàn", "", "có"),
        ("so-cong-thuong", "reporter", "trả lời", "Số cán bộ", "", "10"),
        ("", "", "đưa đơn vị vào", "", "", ""),
        ("", "", "mở kỳ đánh giá", "", "", ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("query", "count"),
    [("unit=so-cong-thuong", 4), ("unit=-", 3), ("verb=save", 3), ("by=organiser", 2), ("unit=nowhere", 0),
     ("by=organiser&unit=-", 1), ("before=²", 7), ("before=0", 7)],
)  # fmt: skip
def test_entries_are_filtered(auditor: Client, query: str, count: int) -> None:
    assert len(auditor.get(f"{ADDRESS}?{query}").context["lines"]) == count


def test_older_entries_follow_on_the_next_page(auditor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("chiso.web.access.history.PER_PAGE", 4)
    first = auditor.get(ADDRESS)
    second = auditor.get(f"{ADDRESS}?{first.context['older']}")
    numbers = [each.entry.pk for shown in (first, second) for each in shown.context["lines"]]
    assert (numbers, second.context["older"]) == (sorted(Entry.objects.values_list("pk", flat=True), reverse=True), "")


def test_files_hold_every_entry_with_what_its_digest_covers(auditor: Client) -> None:
    rows = json.loads(auditor.get(f"{ADDRESS}file.json").getvalue())
    assert [(row["chain"], row["number"], row["verb"]) for row in rows] == [
        ("thu", 1, "create"), ("thu", 2, "take_in"), ("thu/so-cong-thuong", 1, "save"),
        ("thu/so-cong-thuong", 2, "save"), ("thu/so-cong-thuong", 3, "save"), ("thu/so-cong-thuong", 4, "extend"),
        ("thu", 3, "announce"),
    ]  # fmt: skip
    assert [row["digest"] for row in rows] == list(Entry.objects.order_by("pk").values_list("digest", flat=True))
    lines = auditor.get(f"{ADDRESS}file.csv?unit=so-cong-thuong").getvalue().decode("utf-8-sig").splitlines()
    assert [line.split(",")[:2] for line in lines] == [
        ["chain", "number"], *(["thu/so-cong-thuong", str(number)] for number in (1, 2, 3, 4)),
    ]  # fmt: skip
    assert json.loads(auditor.get(f"{ADDRESS}file.json?unit=nowhere").getvalue()) == []


def test_a_history_that_holds_and_one_that_was_changed(auditor: Client, world: World) -> None:
    move(world.cycle, Phase.VERIFYING, by=world.people["organiser"])
    holds = auditor.post(f"{ADDRESS}check/")
    assert (holds.context["found"].broken, holds.context["found"].told.entries) == ([], 8)
    Entry.objects.filter(subject="answer/can_bo", number=1).update(what='{"value":"9"}')
    broken = auditor.post(f"{ADDRESS}check/")
    assert [(chain, number) for chain, number, _why in broken.context["found"].broken] == [("thu/so-cong-thuong", 1)]
    assert "đã bị sửa sau khi ghi" in broken.content.decode()


def test_too_long_a_history_is_left_to_the_command(auditor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("chiso.web.access.verifying.MOST", 6)
    assert "chiso verify-history thu" in auditor.post(f"{ADDRESS}check/").content.decode()


@pytest.mark.parametrize("role", ["reporter", "leader", "verifier", "council", "stranger"])
def test_others_verify_nothing(world: World, client: Client, role: str) -> None:
    client.force_login(world.people[role])
    assert client.post(f"{ADDRESS}check/").status_code == 403


@pytest.mark.parametrize("count", [1, 3])
def test_the_queries_do_not_grow_with_the_units(
    world: World, client: Client, django_assert_num_queries: Any, count: int
) -> None:
    units = [Unit.objects.create(code=f"u{n}", name=f"Đơn vị {n}") for n in range(count)]
    for each in take_in(world.cycle, *units):
        extend(each, world.cycle.windows.get().closes_at.replace(year=2099), reason="x", by=world.people["organiser"])
    client.force_login(world.people["auditor"])
    client.get(ADDRESS)
    with django_assert_num_queries(7):
        client.get(ADDRESS)
