"""Vietnamese writing and exact numbers, each way."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chiso.tables.numbers import Number, Reading, Writing, absent, parse, within, write

SURE = [
    ("0,999", Number(999, 3), Writing(",")),
    ("1.234,5", Number(12345, 1), Writing(",", ".")),
    ("1,234.5", Number(12345, 1), Writing(".", ",")),
    ("21.383.410", Number(21383410), Writing(",", ".")),
    ("89,5", Number(895, 1), Writing(",")),
    ("852.4", Number(8524, 1), Writing(".")),
    ("97,93%", Number(9793, 2, percent=True), Writing(",")),
    ("92.36%", Number(9236, 2, percent=True), Writing(".")),
    ("100 %", Number(100, percent=True), Writing(percent=" %")),
    ("7/27", Number(7, whole=27), Writing()),
    ("10/10", Number(10, whole=10), Writing()),
    ("2.188/5.968", Number(2188, whole=5968), Writing(",", ".")),
    ("53/63 tỉnh", Number(53, whole=63, measure="tỉnh"), Writing()),
    ("01 dịch vụ", Number(1, measure="dịch vụ"), Writing(digits=2)),
    ("3,08 người/cơ quan", Number(308, 2, measure="người/cơ quan"), Writing(",")),
    ("khoảng 5.295.415", Number(5295415, qualifier="khoảng"), Writing(",", ".")),
    ("-10", Number(-10), Writing()),
    ("−0,5", Number(-5, 1), Writing(",", sign="−")),
    ("+10", Number(10), Writing(sign="+")),
    ("1 234 567", Number(1234567), Writing(",", " ")),
    ("12.", Number(12), Writing(end=".")),
    ("1374", Number(1374), Writing()),
    ("0", Number(0), Writing()),
]


@pytest.mark.parametrize(("text", "number", "writing"), SURE, ids=[text for text, _, _ in SURE])
def test_a_form_with_one_reading_is_read_so(text: str, number: Number, writing: Writing) -> None:
    assert parse(text) == (Reading(number, writing),)
    assert write(number, writing) == text


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1.374", [Fraction(1374), Fraction(1374, 1000)]),
        ("1,000", [Fraction(1000), Fraction(1)]),
        ("khoảng 295.415", [Fraction(295415), Fraction(295415, 1000)]),
        ("-12.345", [Fraction(-12345), Fraction(-12345, 1000)]),
    ],
)
def test_a_form_with_two_readings_has_both(text: str, values: list[Fraction]) -> None:
    assert [reading.number.value for reading in parse(text)] == values


@pytest.mark.parametrize(
    "text",
    [
        "", "Không có số liệu", "1.2.3", "1.234.5", "1,23,456", "74,66% 79,18%", "0.123.456", "mức 3", "3a", "--5",
        "04 dịch vụ có số lượng hồ sơ xử lý trực tuyến trong năm là 80.216.",
    ],
)  # fmt: skip
def test_what_is_no_number_has_no_reading(text: str) -> None:
    assert parse(text) == ()


def test_blanks_of_any_kind_and_decomposed_letters_are_read_alike() -> None:
    assert parse("\u00a01\u202f234,5 \u200b")[0].number == Number(12345, 1)
    assert parse("01 di\u0323ch vu\u0323")[0].number == Number(1, measure="dịch vụ")


def test_the_plain_text_of_a_number_has_a_dot_and_no_thousands() -> None:
    texts = ["0,999", "21.383.410", "97,93%", "7/27", "khoảng 5.295.415", "-0,05", "01 dịch vụ", "100 %"]
    assert [str(parse(text)[0].number) for text in texts] == [
        "0.999", "21383410", "97.93%", "7/27", "~5295415", "-0.05", "1", "100%",
    ]  # fmt: skip


def test_a_cell_says_that_there_is_no_number() -> None:
    said = ["", "-", "…", "x", "N/A", "Không có số liệu", "Chưa có dịch vụ hoạt động", "Không có số lượng cụ thể"]
    unsaid = ["0", "Không", "Tốt", "Bộ Y tế", "Chưa đạt"]
    assert [text for text in said + unsaid if absent(text)] == said


def test_numbers_in_prose_leave_documents_dates_and_items_out() -> None:
    prose = (
        "(1) Theo Quyết định số 1819/QĐ-TTg ngày 26/10/2015: có 17/19 (89,47%) Bộ, với 2.472 dịch vụ,"
        " đạt 92.36%; trong đó 100 % đơn vị."
    )
    found = [
        (prose[each.start : each.end], [str(reading.number) for reading in each.readings]) for each in within(prose)
    ]
    assert found == [
        ("17/19", ["17/19"]),
        ("89,47%", ["89.47%"]),
        ("2.472", ["2472", "2.472"]),
        ("92.36%", ["92.36%"]),
        ("100 %", ["100%"]),
    ]


numbers = st.builds(
    Number,
    mantissa=st.integers(min_value=-(10**12), max_value=10**12),
    decimals=st.integers(min_value=0, max_value=6),
    percent=st.booleans(),
    qualifier=st.sampled_from(["", "khoảng", "gần"]),
    measure=st.sampled_from(["", "dịch vụ", "người/cơ quan"]),
)
writings = st.sampled_from([(",", ""), (".", ""), (",", "."), (".", ","), (",", " ")]).flatmap(
    lambda marks: st.builds(
        Writing,
        decimal=st.just(marks[0]),
        group=st.just(marks[1]),
        percent=st.sampled_from(["%", " %"]),
        sign=st.sampled_from(["-", "−", "–"]),
    )
)


@given(numbers, writings)
def test_a_written_number_is_read_again(number: Number, writing: Writing) -> None:
    text = write(number, writing)
    readings = parse(text)
    assert number in [reading.number for reading in readings], text
    assert len(readings) == 1 or "." in text or "," in text


@given(st.from_regex(r"\A(khoảng )?[-+]?[0-9]{1,4}([., ][0-9]{1,4}){0,3}(/[0-9]{1,4})?( ?%)?( hồ sơ)?\.?\Z"))
def test_every_reading_writes_the_text_again(text: str) -> None:
    assert [write(*reading) for reading in parse(text)] == [text] * len(parse(text))
    assert len(parse(text)) <= 2
