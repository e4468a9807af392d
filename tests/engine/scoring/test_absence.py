"""What an absent answer does: on the leaf, in its group, and inherited."""

import pytest

from chiso.engine.errors import AnswersError
from tests.engine.making import figures, framework, maxima, printed, scores, states


def tree(missing: str = "blank", not_applicable: str = "omit", leaf: str = "", group: str = "") -> str:
    return f"""
missing: {missing}
not_applicable: {not_applicable}
criteria:
  - code: T
    name: T
    children:
      - code: G
        name: G{group}
        children:
          - {{code: A, name: A, max: 10, formula: {{kind: given}}{leaf}}}
          - {{code: B, name: B, max: 6, formula: {{kind: given}}}}
      - {{code: C, name: C, max: 4, formula: {{kind: given}}}}
"""


TABLE = "unit A B C\nu - 3 2"


@pytest.mark.parametrize(
    ("rule", "leaf", "group", "total", "maximum", "seen", "figure"),
    [
        ("zero", "0.00", "3.00", "5.00", "20", ["missing", "scored", "scored"], "missing → 0 (zero)"),
        ("full", "10.00", "13.00", "15.00", "20", ["missing", "scored", "scored"], "missing → 10 (full)"),
        ("omit", None, "3.00", "5.00", "10", ["missing", "scored", "scored"], "missing → - (omit)"),
        ("blank", None, None, None, "20", ["missing", "no_result", "no_result"], "missing → - (blank)"),
    ],
)
def test_each_rule_for_a_missing_answer(
    rule: str, leaf: str | None, group: str | None, total: str | None, maximum: str, seen: list[str], figure: str
) -> None:
    fragment = tree(missing=rule)
    assert [printed(fragment, TABLE, code) for code in "AGT"] == [[leaf], [group], [total]]
    assert (maxima(fragment, TABLE, "T"), [states(fragment, TABLE, code)[0] for code in "AGT"]) == ([maximum], seen)
    assert figures(fragment, TABLE) == [figure]
    other = tree(missing="refuse", not_applicable=rule)
    table = TABLE.replace("-", "n/a")
    assert [printed(other, table, code) for code in "AGT"] == [[leaf], [group], [total]]
    assert states(other, table) == ["not_applicable"]


@pytest.mark.parametrize(
    ("fragment", "total"),
    [
        (tree(missing="zero", leaf=", missing: full"), "15.00"),
        (tree(missing="refuse", group="\n        missing: omit"), "5.00"),
        (tree(missing="refuse", leaf=", missing: zero", group="\n        missing: full"), "5.00"),
        (tree(missing="full", group="\n        not_applicable: zero"), "15.00"),
    ],
)
def test_the_nearest_rule_is_followed(fragment: str, total: str) -> None:
    assert printed(fragment, TABLE, "T") == [total]


@pytest.mark.parametrize(("answer", "found"), [("-", "no answer"), ("n/a", "n/a")])
def test_a_refused_absence_stops_and_names_units_and_criterion(answer: str, found: str) -> None:
    fragment = tree(missing="refuse", not_applicable="refuse")
    table = f"unit A B C\nu 1 1 1\nv {answer} 1 1\nw {answer} 1 1"
    for way in ("official", "exact"):
        with pytest.raises(AnswersError) as refused:
            scores(fragment, table, "exact" if way == "exact" else "official").printed("T")
        assert [(each.where, str(each.found)) for each in refused.value.problems] == [("v, A", found), ("w, A", found)]


def test_what_lacks_a_result_is_named_by_its_group() -> None:
    fragment = tree(leaf=", missing: omit")
    assert figures(fragment, "unit A B C\nu - - 2\nv - 3 -", "T") == ["no_result: G", "no_result: C"]
    assert figures(fragment, "unit A B C\nu - - 2\nv - 3 -", "G") == ["no_result: B", "sum: 3 → A (left_out)"]


def test_full_points_of_an_unknown_maximum_are_none() -> None:
    fragment = "unknown: true\n" + tree(missing="full").replace("max: 10", "max: unknown")
    assert (printed(fragment, TABLE), maxima(fragment, TABLE)) == (["0.00"], [None])


def test_a_unit_without_answers_is_scored_like_any_other_unless_it_is_only_listed() -> None:
    fragment = tree(missing="zero")
    table = "unit status A B C\nu ranked - - -\nv listed - - -\nw listed 1 - -\nx excluded 1 1 1"
    assert printed(fragment, table, "T") == ["0.00", None, "1.00", None]
    assert states(fragment, table, "T") == ["scored", "no_result", "scored", "-"]
    assert framework(fragment).id == "thu"


def test_a_question_that_nobody_answered_is_missing_everywhere() -> None:
    fragment = (
        "questions: [{id: q, name: q, type: count, unit: u}, {id: f, name: f, type: yes_no},"
        " {id: k, name: k, type: choice, options: [{id: x, name: x}, {id: y, name: y}]}]\n"
        "missing: zero\ncriteria:\n"
        "  - {code: A, name: A, max: 5, formula: {kind: expression, points: q}}\n"
        "  - {code: B, name: B, max: 5, formula: {kind: yes_no, question: f}}\n"
        "  - {code: C, name: C, max: 5, formula: {kind: yes_no, question: \"k = 'x'\"}}\n"
        "  - {code: D, name: D, max: 5, formula: {kind: given}}\n"
    )
    table = "unit D\nu 3\nv -"
    assert [(printed(fragment, table, code), states(fragment, table, code)) for code in "ABCD"] == [
        *[(["0.00", "0.00"], ["missing", "missing"])] * 3,
        (["3.00", "0.00"], ["granted", "missing"]),
    ]
