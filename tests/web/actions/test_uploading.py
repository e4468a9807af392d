"""A filled-in workbook: what it would change, conflicts with what others entered, all or nothing."""

import io
import re
import zipfile
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from chiso.engine.errors import InputError
from chiso.language import use
from chiso.web.actions.refusal import Refused
from chiso.web.actions.submission.uploading import apply, upload
from chiso.web.bridge.chains import broken
from chiso.web.bridge.workbook import changes, workbook
from chiso.web.models import Answer
from tests.web.making import answer, cycle, submission, take_in
from tests.web.people import World

pytestmark = pytest.mark.django_db
BASE: dict[str, Any] = {"can_bo": "41", "may": "31", "may_mang": "21", "quy_che": "yes", "ho_so": {"Cấp phép": "51"}}


@pytest.fixture
def form(world: World) -> Any:
    found = submission(world.cycle, world.unit)
    answer(found, world.people["reporter"], **BASE)
    return type(found).objects.select_related("participant__unit", "participant__cycle").get(pk=found.pk)


def filled(form: Any, cells: dict[str, str]) -> bytes:
    """The form's workbook with other numbers in its cells, as a program for tables saves it."""
    out = io.BytesIO()
    with use("vi"):
        made = workbook(form)
    with zipfile.ZipFile(io.BytesIO(made)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name.startswith("xl/worksheets/sheet"):
                for before, after in cells.items():
                    # A cell with t="s" holds the place of a text, not a number.
                    text = re.sub(rb'(<c r="[A-Z]+\d+" s="\d+">)<v>%s</v>' % before.encode(),
                                  rb"\g<1><v>%s</v>" % after.encode(), text)  # fmt: skip
            new.writestr(name, text)
    return out.getvalue()


def told(form: Any, raw: bytes) -> list[tuple[str, str, str, str, bool, bool]]:
    with use("vi"):
        found = changes(form, raw, "phieu.xlsx")
    return [(each.question, each.case, each.now, each.new, each.conflict, bool(each.fault)) for each in found]


def test_an_untouched_workbook_changes_nothing_even_later(world: World, form: Any) -> None:
    raw = filled(form, {})
    assert told(form, raw) == []
    answer(form, world.people["leader"], may="32")
    assert told(form, raw) == []


def test_changes_cell_by_cell_with_conflicts_and_faults(world: World, form: Any) -> None:
    raw = filled(form, {"41": "45", "31": "39", "21": "2.5", "51": "60"})
    answer(form, world.people["leader"], may="33")
    assert told(form, raw) == [
        ("can_bo", "", "41", "45", False, False),
        ("may", "", "33", "39", True, False),
        ("may_mang", "", "21", "2,5", False, True),
        ("ho_so", "Cấp phép", "51", "60", False, False),
    ]


def uploaded(form: Any, raw: bytes, by: Any) -> Any:
    with use("vi"):
        return upload(form, "phieu.xlsx", raw, changes(form, raw, "phieu.xlsx"), by=by)


def values(form: Any) -> dict[str, str]:
    return {each.question: each.value for each in Answer.objects.filter(submission=form)}


def test_all_is_applied_and_conflicts_only_where_chosen(world: World, form: Any) -> None:
    by = world.people["reporter"]
    raw = filled(form, {"41": "45", "31": "39"})
    answer(form, world.people["leader"], may="33")
    made = uploaded(form, raw, by)
    assert apply(made, take=[], by=by) == 1
    assert (values(form)["can_bo"], values(form)["may"]) == ("45", "33")
    made = uploaded(form, raw, by)
    assert apply(made, take=["may|"], by=by) == 1
    assert values(form)["may"] == "39"
    assert list(broken("thu")) == []


def test_nothing_is_applied_where_a_cell_cannot_be_read(world: World, form: Any) -> None:
    by = world.people["reporter"]
    made = uploaded(form, filled(form, {"41": "45", "31": "-5"}), by)
    with pytest.raises(Refused) as refused:
        apply(made, take=[], by=by)
    assert (refused.value.code, values(form)["can_bo"]) == ("faults", "41")


def test_nothing_is_applied_where_an_answer_changed_since(world: World, form: Any) -> None:
    by = world.people["reporter"]
    made = uploaded(form, filled(form, {"41": "45", "31": "39"}), by)
    answer(form, world.people["leader"], may="33")
    with pytest.raises(Refused) as refused:
        apply(made, take=[], by=by)
    assert (refused.value.code, values(form)["can_bo"]) == ("changed", "41")


def test_a_file_is_applied_once(world: World, form: Any) -> None:
    by = world.people["reporter"]
    made = uploaded(form, filled(form, {"41": "45"}), by)
    assert apply(made, take=[], by=by) == 1
    with pytest.raises(Refused) as refused:
        apply(made, take=[], by=by)
    assert refused.value.code == "applied"


def test_another_units_or_another_cycles_file_is_refused(world: World, form: Any) -> None:
    raw = filled(form, {})
    other = submission(world.cycle, world.other)
    later = cycle("sau")
    take_in(later, world.unit)
    for foreign in (other, submission(later, world.unit)):
        with pytest.raises(InputError) as error:
            changes(foreign, raw, "phieu.xlsx")
        assert "the form of so-cong-thuong in thu" in str(error.value)


def test_so_many_workbooks_a_minute_and_no_more(world: World, form: Any) -> None:
    by, start = world.people["reporter"], timezone.now()
    for _ in range(10):
        upload(form, "phieu.xlsx", b"x", [], by=by, at=start)
    with pytest.raises(Refused) as refused:
        upload(form, "phieu.xlsx", b"x", [], by=by, at=start + timedelta(seconds=59))
    assert refused.value.code == "often"
    upload(form, "phieu.xlsx", b"x", [], by=by, at=start + timedelta(seconds=61))
    assert form.uploads.count() == 11
