"""Lists of cases: added, renamed with all that hangs on them, removed without being forgotten."""

from typing import Any

import pytest

from chiso.web.actions.refusal import Refused
from chiso.web.actions.submission.cases import add_case, remove_case, rename_case
from chiso.web.actions.submission.closing import close
from chiso.web.actions.submission.offices import assign
from chiso.web.actions.submission.visiting import visit
from chiso.web.models import Answer, Cycle, Entry, Evidence, Office, Support
from tests.web.making import answer, submission
from tests.web.people import World

pytestmark = pytest.mark.django_db


@pytest.fixture
def form(world: World) -> Any:
    return submission(world.cycle, world.unit)


def entries() -> list[tuple[str, str, str]]:
    return [(each.verb, each.subject, each.what) for each in Entry.objects.filter(chain__key="thu/so-cong-thuong")]


def test_an_added_case_counts_before_it_is_answered(world: World, form: Any) -> None:
    assert add_case(form, "dich_vu", "  Cấp\tphép ", by=world.people["reporter"]) == "Cấp phép"
    add_case(form, "dich_vu", "Đăng ký", by=world.people["reporter"])
    form.refresh_from_db()
    assert (form.asked, form.answered, form.revision) == (8, 0, 2)
    assert entries() == [
        ("add_case", "case/dich_vu/Cấp phép", "{}"),
        ("add_case", "case/dich_vu/Đăng ký", "{}"),
    ]


def test_a_renamed_case_takes_its_answers_and_evidence_along(world: World, form: Any) -> None:
    by = world.people["reporter"]
    answer(form, by, ho_so={"Cấp phép": "10"}, truc_tuyen={"Cấp phép": "7"})
    piece = Evidence.objects.create(submission=form, kind="link", title="x", url="https://x", by=by, at=form.opened_at
                                    or world.cycle.created_at)  # fmt: skip
    Support.objects.create(evidence=piece, question="ho_so", case="Cấp phép")
    rename_case(form, "dich_vu", "Cấp phép", "Cấp giấy phép", by=by)
    assert [(each.question, each.case, each.value, each.version) for each in Answer.objects.all()] == [
        ("ho_so", "Cấp giấy phép", "10", 2),
        ("truc_tuyen", "Cấp giấy phép", "7", 2),
    ]
    assert Support.objects.get().case == "Cấp giấy phép"


def test_a_removed_case_is_kept_by_history(world: World, form: Any) -> None:
    answer(form, world.people["reporter"], ho_so={"Cấp phép": "10", "Đăng ký": "4"})
    remove_case(form, "dich_vu", "Cấp phép", by=world.people["leader"])
    remove_case(form, "dich_vu", "Cấp phép", by=world.people["leader"])
    assert [each.case for each in Answer.objects.all()] == ["Đăng ký"]
    assert entries()[-1] == (
        "remove_case", "case/dich_vu/Cấp phép", '{"before":{"ho_so":{"note":"","value":"10"}}}',
    )  # fmt: skip
    assert len(entries()) == 3


@pytest.mark.parametrize(
    ("per", "name", "code"),
    [
        ("dich_vu", "cấp PHÉP", "twice"),
        ("dich_vu", "\u202e \x07", "name"),
        ("dich_vu", "x" * 201, "long"),
        ("ho_so", "Cấp", "case"),
        ("", "Cấp", "case"),
    ],
)
def test_what_is_no_new_case_is_refused(world: World, form: Any, per: str, name: str, code: str) -> None:
    add_case(form, "dich_vu", "Cấp phép", by=world.people["reporter"])
    with pytest.raises(Refused) as refused:
        add_case(form, per, name, by=world.people["reporter"])
    assert refused.value.code == code
    assert Answer.objects.count() == 1


def test_a_closed_form_changes_no_case(world: World, form: Any) -> None:
    by = world.people["leader"]
    add_case(form, "dich_vu", "Cấp phép", by=by)
    close(form, by=by)
    for act in (
        lambda: add_case(form, "dich_vu", "Khác", by=by),
        lambda: rename_case(form, "dich_vu", "Cấp phép", "Khác", by=by),
        lambda: remove_case(form, "dich_vu", "Cấp phép", by=by),
    ):
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.code == "closed"
    assert [each.case for each in Answer.objects.all()] == ["Cấp phép"]


def test_a_leader_gives_sections_to_offices(world: World, form: Any) -> None:
    by = world.people["leader"]
    office = Office.objects.create(unit=world.unit, name="Văn phòng")
    elsewhere = Office.objects.create(unit=world.other, name="Của sở khác")
    assign(form, "1", [office.pk, elsewhere.pk], named=" Phòng  Tin học ", by=by)
    assert [str(each) for each in form.parts.order_by("office__name")] == ["1: Phòng Tin học", "1: Văn phòng"]
    assign(form, "1", [office.pk], by=by)
    assert [str(each) for each in form.parts.all()] == ["1: Văn phòng"]
    with pytest.raises(Refused) as refused:
        assign(form, "9", [office.pk], by=by)
    assert refused.value.code == "section"


def test_the_first_look_is_noted_once_and_only_while_the_cycle_collects(world: World) -> None:
    Cycle.objects.update(phase="preparing")
    early = submission(world.cycle, world.unit)
    early.participant.cycle.refresh_from_db()
    visit(early, by=world.people["reporter"])
    assert entries() == []
    Cycle.objects.update(phase="collecting")
    visit(submission(world.cycle, world.unit), by=world.people["reporter"])
    visit(submission(world.cycle, world.unit), by=world.people["leader"])
    assert entries() == [("open", "", "{}")]
    assert submission(world.cycle, world.unit).state == "open"
