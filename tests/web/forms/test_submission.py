"""What is typed and shown: references of documents, marks of what was changed, keys of rows, entries in words."""

from datetime import UTC, datetime

import pytest

from chiso.web.bridge.sheet import Field
from chiso.web.forms.submission.past import Past, as_csv
from chiso.web.forms.submission.references import Reference, iso, local, reference
from chiso.web.forms.submission.rows import Row, key_of, said
from chiso.web.forms.submission.typed import typed

KEPT = "26/KH-VP; 2026-03-18; Văn phòng; Kế hoạch; phần 1"


def test_a_reference_is_the_same_after_it_was_shown() -> None:
    found = reference(KEPT)
    assert found == Reference("26/KH-VP", "18/03/2026", "Văn phòng", "Kế hoạch; phần 1")
    assert (found.text, found.said) == (KEPT, "26/KH-VP, 18/03/2026, Văn phòng, Kế hoạch; phần 1")


def test_a_reference_of_another_shape_is_a_subject_and_none_is_none() -> None:
    assert (reference("Kế hoạch năm"), reference("").text) == (Reference(subject="Kế hoạch năm"), "")


def test_what_separates_the_parts_cannot_stand_in_them() -> None:
    assert Reference("1;2", "18/3/2026", "A; B", "C").text == "1,2; 2026-03-18; A, B; C"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("18/3/2026", "2026-03-18"), ("18.03.2026", "2026-03-18"), ("2026-03-18", "2026-03-18"),
        ("31/02/2026", "31/02/2026"), ("tháng 3", "tháng 3"), ("", ""),
    ],
)  # fmt: skip
def test_days(text: str, day: str) -> None:
    assert iso(text) == day


def test_a_day_is_shown_as_people_write_it() -> None:
    assert (local("2026-03-05"), local("không rõ")) == ("05/03/2026", "không rõ")


def test_rows_have_keys_that_no_case_can_break() -> None:
    assert (key_of("ho_so", ""), key_of("ho_so", '"><script>')) == ("ho_so", "ho_so.554299e984")
    assert key_of("ho_so", "a") != key_of("ho_so", "b")


def test_only_what_was_changed_counts_as_changed() -> None:
    row = Row(FIELD, "", text="1.250", note="theo sổ", version=3)
    shown = {"may-value": " 1.250 ", "may-note": "theo  sổ", "may-version": "3", "may-was": row.was}
    assert typed(shown, "may", "", "may").changed is False
    for change in ({"may-value": "1.251"}, {"may-note": ""}, {"may-na": "1"}, {"may-reply": "đúng"}):
        assert typed({**shown, **change}, "may", "", "may").changed is True


def test_a_version_that_is_none_is_0() -> None:
    assert [typed({"version": text}, "may", "").version for text in ("7", "", "-1", "x", "9" * 20)] == [7, 0, 0, 0, 0]


def test_answers_in_words() -> None:
    choice = Field(**{**vars(FIELD), "type": "choice", "options": (("a", "Có đủ"),)})
    assert [said(choice, "a"), said(choice, "b"), said(choice, "", applies=False)] == ["Có đủ", "b", "không áp dụng"]


def test_history_as_csv_opens_in_a_spreadsheet_as_words() -> None:
    entry = Past(1, datetime(2026, 3, 18, tzinfo=UTC), "an", "save", "answer/may", "", "-5", "@SUM(1)", "ab")
    assert as_csv([entry]) == (
        "\ufeffnumber,at,by,verb,subject,before,after,note,digest\r\n"
        "1,2026-03-18T00:00:00+00:00,an,save,answer/may,,'-5,'@SUM(1),ab\r\n"
    )


FIELD = Field("may", "Số máy", "count", "máy", "", "", (), "", "", "", ("1.1",), False, "")
