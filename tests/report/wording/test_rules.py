"""What a framework lays down, in words."""

from datetime import date

import pytest

from chiso.engine.framework import Classes, Decision
from chiso.language import use
from chiso.report.wording import class_words, condition_words, decision_words, limit_words, note_words, rank_words
from chiso.report.wording.rules import day
from tests.report.making import framework

CLASSES = Classes.model_validate(
    {
        "bands": [
            {"id": "tot", "name": {"vi": "Tốt", "en": "Good"}, "from": {"above": "840", "up_to": "1852.4"}},
            {"id": "kha", "name": {"vi": "Khá", "en": "Fair"}, "from": "700.5"},
            {"id": "tb", "name": {"vi": "Trung bình", "en": "Average"}, "from": {"up_to": "538.6"}},
            {"id": "yeu", "name": {"vi": "Yếu", "en": "Weak"}},
        ]
    }
)

RULED = """
missing: zero
not_applicable: refuse
blocks: [{id: a, name: A}]
questions:
  - {id: nhan_su, name: {vi: Số nhân sự, en: Staff}, type: count, unit: người}
  - {id: muc, name: Mức, type: choice, options: [{id: cao, name: Cao}, {id: thap, name: Thấp}]}
criteria:
  - code: T
    name: {vi: Tổng điểm, en: Total}
    rank:
      keys:
        - {by: "share([T])", decimals: 4}
        - {by: "[X]", order: ascending}
        - {by: nhan_su}
        - {by: nhan_su + 1}
        - {}
      ties: dense
      without_result: listed
    children:
      - {code: X, name: {vi: Hạ tầng, en: Infrastructure}, max: 10, formula: {kind: given}}
"""


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (date(2018, 3, 27), "27/3/2018"),
        (date(2016, 12, 1), "01/12/2016"),
        (date(2020, 1, 5), "05/01/2020"),
        (date(2017, 2, 28), "28/02/2017"),
    ],
)
def test_days_and_months_take_a_zero_as_official_documents_do(value: date, text: str) -> None:
    assert day(value) == text
    with use("en"):
        assert day(value) == value.isoformat()


def test_a_decision_is_cited_as_far_as_it_is_known() -> None:
    known = [
        Decision(number="Quyết định 1454/QĐ-UBND", date=date(2016, 12, 1), body="UBND tỉnh", title="Quy định"),
        Decision(number="Quyết định 1", body="UBND tỉnh"),
        Decision(date=date(2016, 12, 1)),
        Decision(),
    ]
    assert [decision_words(decision) for decision in known] == [
        "Quyết định 1454/QĐ-UBND ngày 01/12/2016, UBND tỉnh, Quy định",
        "Quyết định 1, UBND tỉnh",
        "01/12/2016",
        "",
    ]


def limits(classes: Classes) -> list[str]:
    return [limit_words(classes, band) for band in classes.bands]


def test_a_limit_is_a_number_an_interval_or_the_rest() -> None:
    assert limits(CLASSES) == [
        "từ một giới hạn chưa rõ nằm trên 840 và không quá 1.852,4",
        "từ 700,5",
        "từ một giới hạn chưa rõ, không quá 538,6",
        "còn lại",
    ]


def test_a_limit_closed_above_is_exceeded_and_one_of_shares_is_a_percentage() -> None:
    shares = Classes.model_validate(
        {"on": "share", "closed": "above", "bands": [{"id": "a", "name": "A", "from": "85%"}, {"id": "b", "name": "B"}]}
    )
    with use("en"):
        assert limits(shares) == ["above 85%", "the rest"]


@pytest.mark.parametrize(
    ("ids", "vietnamese", "english"),
    [
        ((), "", ""),
        (("kha",), "Khá", "Fair"),
        (("tot", "kha"), "chưa xác định: Tốt hoặc Khá", "undetermined: Good or Fair"),
        (("tot", "kha", "tb"), "chưa xác định: Tốt, Khá hoặc Trung bình", "undetermined: Good, Fair or Average"),
    ],
)
def test_a_class_or_the_possible_ones(ids: tuple[str, ...], vietnamese: str, english: str) -> None:
    assert (class_words(CLASSES, ids), class_words(CLASSES, ids, "en")) == (vietnamese, english)


def test_why_a_place_has_no_rank() -> None:
    assert [
        note_words("listed", "chưa thực hiện việc tự đánh giá, xếp loại"),
        note_words("no_result"),
        note_words("", "ghi chú"),
        note_words("listed", language="en"),
    ] == ["không xếp hạng: chưa thực hiện việc tự đánh giá, xếp loại", "không có kết quả", "ghi chú", "not ranked"]


def test_the_order_of_units_key_by_key() -> None:
    ruled = framework(RULED)
    rule = ruled.nodes["T"].rank
    assert rule is not None
    assert rank_words(ruled, "T", rule) == (
        "Theo tỷ lệ điểm trên điểm tối đa của đơn vị, từ cao xuống thấp (coi là bằng nhau khi trùng 4 chữ số thập"
        " phân), sau đó theo điểm của Hạ tầng, từ thấp lên cao, sau đó theo Số nhân sự, từ cao xuống thấp, sau đó theo"
        " Số nhân sự + 1, từ cao xuống thấp, sau đó theo điểm, từ cao xuống thấp;"
        " các đơn vị bằng nhau thì đồng hạng, hạng sau không bỏ số."
    )


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ("share([X]) >= 80%", "share of Infrastructure ≥ 80%"),
        ("[X] <= 5 and nhan_su != 0", "Infrastructure ≤ 5 and Staff ≠ 0"),
        ("muc = 'cao'", "Mức = “Cao”"),
        ("'thap' = muc or muc = 'khac' and la = 'cao'", "“Thấp” = Mức or Mức = 'khac' and la = “Cao”"),
        ("share([?]) > 1 or la", "share([?]) > 1 or la"),
    ],
)
def test_a_condition_names_criteria_and_questions(condition: str, words: str) -> None:
    with use("en"):
        assert condition_words(framework(RULED), condition) == words
