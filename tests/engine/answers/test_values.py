"""One answer, from its text to a typed value and back."""

import pytest

from chiso.engine.answers import Value, parse_value, value_text
from chiso.engine.answers.values import Refused
from chiso.engine.framework import Framework
from tests.engine.making import framework

QUESTIONS = """questions:
  - {id: c, name: c, type: count, unit: máy}
  - {id: m, name: m, type: money}
  - {id: n, name: n, type: number, unit: giờ, least: 0.5, most: 7.25}
  - {id: z, name: z, type: number, unit: độ}
  - {id: s, name: s, type: share}
  - {id: y, name: y, type: yes_no, not_applicable: true}
  - {id: k, name: k, type: choice, options: [{id: low, name: Thấp}, {id: high, name: Cao}]}
  - {id: d, name: d, type: date}
  - {id: t, name: t, type: text}
criteria: [{code: A, name: A, max: 1, formula: {kind: given}}]
"""


@pytest.fixture(scope="module")
def made() -> Framework:
    return framework(QUESTIONS)


@pytest.mark.parametrize(
    ("question", "text", "value", "canonical"),
    [
        ("c", "5", Value(mantissa=5), "5"),
        ("c", " 007 ", Value(mantissa=7), "7"),
        ("c", "5.0", Value(mantissa=5), "5"),
        ("c", "0", Value(), "0"),
        ("c", "-0", Value(), "0"),
        ("c", "999999999999999999", Value(mantissa=999999999999999999), "999999999999999999"),
        ("m", "1500000", Value(mantissa=1500000), "1500000"),
        ("n", "0.5", Value(mantissa=5, decimals=1), "0.5"),
        ("n", "7.250", Value(mantissa=7250, decimals=3), "7.25"),
        ("n", "2.00", Value(mantissa=200, decimals=2), "2"),
        ("z", "-3.5", Value(mantissa=-35, decimals=1), "-3.5"),
        ("z", "0.00000000000000000001", Value(mantissa=1, decimals=20), "0.00000000000000000001"),
        ("s", "50", Value(mantissa=50), "50"),
        ("s", "87.5%", Value(mantissa=875, decimals=1), "87.5"),
        ("s", "100 %", Value(mantissa=100), "100"),
        ("y", "yes", Value(mantissa=1), "yes"),
        ("y", "Có", Value(mantissa=1), "yes"),
        ("y", "X", Value(mantissa=1), "yes"),
        ("y", "KHÔNG", Value(), "no"),
        ("y", "false", Value(), "no"),
        ("y", "n/a", Value(2), "n/a"),
        ("y", "N/A", Value(2), "n/a"),
        ("y", "", Value(1), ""),
        ("c", "  ", Value(1), ""),
        ("k", "high", Value(mantissa=1), "high"),
        ("k", "low", Value(), "low"),
        ("d", "2026-11-21", Value(text="2026-11-21"), "2026-11-21"),
        ("t", " Số 12/KH-UBND ", Value(text="Số 12/KH-UBND"), "Số 12/KH-UBND"),
        ("t", "0", Value(text="0"), "0"),
    ],
)
def test_an_answer_is_typed_and_written_back(
    made: Framework, question: str, text: str, value: Value, canonical: str
) -> None:
    asked = made.asked[question]
    found = parse_value(asked, text)
    assert (found.state, found.exact, found.decimals) == (value.state, value.exact, value.decimals)
    assert value_text(asked, found) == canonical
    again = parse_value(asked, canonical)
    assert (again.state, again.exact, value_text(asked, again)) == (value.state, value.exact, canonical)


HUGE = "a number of at most 18 digits before the decimal mark, without exponent"
DOT = "a number with '.' as the decimal mark and no grouping"


@pytest.mark.parametrize(
    ("question", "text", "found", "expected"),
    [
        ("c", "năm", "the text 'năm'", "a number"),
        ("c", "5 máy", "the text '5 máy'", "a number"),
        ("c", "5,0", "'5,0', with ','", DOT),
        ("c", "1,000", "'1,000', with ','", DOT),
        ("c", "1.5", "1.5", "a whole number"),
        ("c", "-1", "-1", "at least 0"),
        ("m", "-5", "-5", "at least 0"),
        ("m", "0.5", "0.5", "a whole number"),
        ("c", "1e3", "'1e3'", HUGE),
        ("c", "1E400", "'1E400'", HUGE),
        ("c", "1" + "0" * 400, f"'1{'0' * 36}…'", HUGE),
        ("c", "1000000000000000000", "'1000000000000000000'", HUGE),
        ("c", "inf", "'inf'", HUGE),
        ("c", "-Infinity", "'-Infinity'", HUGE),
        ("c", "NaN", "'NaN'", HUGE),
        ("c", "٣", "the text '٣'", "a number"),
        ("c", "10^400", "the text '10^400'", "a number"),
        ("c", "=1+1", "the text '=1+1'", "a number"),
        ("c", "n/a", "n/a", "an answer: the framework does not allow n/a here"),
        ("n", "0.4", "0.4", "at least 0.5"),
        ("n", "7.26", "7.26", "at most 7.25"),
        ("s", "100.01", "100.01", "at most 100"),
        ("s", "-1%", "-1%", "at least 0"),
        ("s", "50%%", "the text '50%%'", "a number"),
        ("s", "%", "the text '%'", "a number"),
        ("c", "50%", "the text '50%'", "a number"),
        ("y", "maybe", "'maybe'", "yes or no"),
        ("y", "2", "'2'", "yes or no"),
        ("k", "Cao", "'Cao'", "one of low, high"),
        ("d", "21/11/2026", "'21/11/2026'", "a date as 2026-11-21"),
        ("d", "20261121", "'20261121'", "a date as 2026-11-21"),
        ("d", "2026-W47-6", "'2026-W47-6'", "a date as 2026-11-21"),
        ("d", "2026-02-30", "'2026-02-30'", "a date as 2026-11-21"),
    ],
)
def test_an_answer_that_the_question_does_not_allow_is_refused(
    made: Framework, question: str, text: str, found: str, expected: str
) -> None:
    with pytest.raises(Refused) as refused:
        parse_value(made.asked[question], text)
    assert (str(refused.value.found), str(refused.value.expected)) == (found, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("2,5", "2.5"), ("7,250", "7.25"), ("3", "3")],
)
def test_the_comma_is_read_where_it_is_said_to_be_the_mark(made: Framework, text: str, expected: str) -> None:
    assert value_text(made.asked["n"], parse_value(made.asked["n"], text, comma=True)) == expected


@pytest.mark.parametrize("text", ["2.5", "1.000,5"])
def test_the_other_mark_is_refused(made: Framework, text: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_value(made.asked["n"], text, comma=True)
    assert (str(refused.value.found), str(refused.value.expected)) == (
        f"'{text}', with '.'",
        "a number with ',' as the decimal mark and no grouping",
    )
