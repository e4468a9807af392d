"""Rows of answers, checked against the register and the framework before any is used."""

import pytest

from chiso.engine.answers import Answers, Row, Units, build
from chiso.engine.errors import AnswersError
from chiso.engine.framework import Framework
from tests.engine.making import framework

FRAMEWORK = """
unknown: true
blocks: [{id: so, name: Sở}, {id: xa, name: Xã}]
cases: [{id: dich_vu, name: Dịch vụ}]
questions:
  - {id: may, name: Máy, type: count, unit: máy}
  - {id: may_moi, name: Máy mới, type: count, unit: máy, at_most: may}
  - {id: mang, name: Mạng, type: yes_no, applies_to: [so]}
  - {id: ho_so, name: Hồ sơ, type: count, unit: hồ sơ, per: dich_vu}
  - {id: dung_han, name: Đúng hạn, type: count, unit: hồ sơ, per: dich_vu, at_most: ho_so}
criteria:
  - {code: "1.1", name: Một, max: {so: 40, xa: 50}, formula: {kind: given}}
  - {code: "1.2", name: Hai, max: 10, applies_to: [xa], formula: {kind: given, least: -5, most: 12}}
  - {code: "1.3", name: Ba, max: unknown, formula: {kind: given}}
"""
UNITS = Units(
    ("stc", "stp", "xa-1"), ("Sở Tài chính", "Sở Tư pháp", "Xã Một"), ("so", "so", "xa"),
    ("ranked", "listed", "ranked"), ("", "", ""),
)  # fmt: skip


@pytest.fixture(scope="module")
def made() -> Framework:
    return framework(FRAMEWORK)


def built(made: Framework, *rows: tuple[str, str, str, str]) -> Answers:
    return build(made, UNITS, [Row(*row, where=f"a.csv:{line}") for line, row in enumerate(rows, 2)])


def test_rows_become_columns_over_units_and_over_cases(made: Framework) -> None:
    answers = built(
        made,
        ("stp", "", "may", "7"),
        ("stc", "", "may", "5"),
        ("xa-1", "kt", "ho_so", "9"),
        ("stc", "b", "ho_so", "3"),
        ("stc", "a", "dung_han", "2"),
        ("stc", "a", "ho_so", "4"),
        ("xa-1", "", "1.2", "-2.5"),
        ("stc", "", "1.1", "n/a"),
    )
    assert list(answers.rows()) == [
        ("stc", "", "may", "5", ""),
        ("stp", "", "may", "7", ""),
        ("stc", "b", "ho_so", "3", ""),
        ("stc", "a", "ho_so", "4", ""),
        ("xa-1", "kt", "ho_so", "9", ""),
        ("stc", "a", "dung_han", "2", ""),
        ("stc", "", "1.1", "n/a", ""),
        ("xa-1", "", "1.2", "-2.5", ""),
    ]
    assert list(answers.columns) == ["may", "ho_so", "dung_han", "1.1", "1.2"]
    assert (answers.cases["dich_vu"].ids, answers.cases["dich_vu"].owners.tolist()) == (("b", "a", "kt"), [0, 0, 2])
    places = [("dung_han", "stc", "a"), ("dung_han", "stc", "b"), ("may", "xa-1"), ("mang", "stc"), ("1.1", "stc")]
    assert [answers.text(*place) for place in places] == ["2", "", "", "", "n/a"]


@pytest.mark.parametrize(
    ("row", "where", "found", "expected", "remedy"),
    [
        (("stx", "", "may", "5"), "stx, may", "the unknown name stx", "a unit of the register", "did you mean stp?"),
        (("zzz", "", "may", "5"), "zzz, may", "the unknown name zzz", "a unit of the register",
         "mend it, or leave the row out"),
        (("stc", "", "mai", "5"), "stc, mai", "the unknown name mai", "a question of the framework",
         "did you mean may?"),
        (("stc", "", "1.4", "5"), "stc, 1.4", "the unknown name 1.4", "a question of the framework",
         "did you mean 1.3?"),
        (("xa-1", "", "mang", "yes"), "xa-1, mang", "an answer of block xa", "a question that is asked of this block",
         "leave the row out"),
        (("stc", "", "1.2", "5"), "stc, 1.2", "an answer of block so", "a question that is asked of this block",
         "leave the row out"),
        (("stc", "k", "may", "5"), "stc, may, k", "the case 'k'",
         "a case for a question that repeats over cases, none for another", "mend the `case` column"),
        (("stc", "", "ho_so", "5"), "stc, ho_so", "the case ''",
         "a case for a question that repeats over cases, none for another", "mend the `case` column"),
        (("stc", "", "may", "5,5"), "stc, may", "'5,5', with ','",
         "a number with '.' as the decimal mark and no grouping",
         "mend the value, or leave it empty where there is none"),
        (("stc", "k", "ho_so", "-1"), "stc, ho_so, k", "-1", "at least 0",
         "mend the value, or leave it empty where there is none"),
        (("stc", "", "1.1", "40.01"), "stc, 1.1", "40.01 points", "0 to 40",
         "mend the value, or leave it empty where there is none"),
        (("xa-1", "", "1.1", "50.5"), "xa-1, 1.1", "50.5 points", "0 to 50",
         "mend the value, or leave it empty where there is none"),
        (("stc", "", "1.1", "-1"), "stc, 1.1", "-1 points", "0 to 40",
         "mend the value, or leave it empty where there is none"),
        (("xa-1", "", "1.2", "12.5"), "xa-1, 1.2", "12.5 points", "-5 to 12",
         "mend the value, or leave it empty where there is none"),
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_used_is_refused(
    made: Framework, row: tuple[str, str, str, str], where: str, found: str, expected: str, remedy: str
) -> None:
    with pytest.raises(AnswersError) as refused:
        built(made, ("stp", "", "may", "9"), row)
    first = refused.value.problems[0]
    assert (first.where, str(first.found), str(first.expected), str(first.remedy)) == (
        f"a.csv:3 ({where})", found, expected, remedy,
    )  # fmt: skip


def test_granted_points_of_an_unknown_maximum_have_no_bounds(made: Framework) -> None:
    assert built(made, ("stc", "", "1.3", "338.3"), ("stp", "", "1.3", "-15")).text("1.3", "stp") == "-15"


def problems(made: Framework, *rows: tuple[str, str, str, str]) -> list[str]:
    with pytest.raises(AnswersError) as refused:
        built(made, *rows)
    return [str(problem) for problem in refused.value.problems]


def test_a_second_answer_is_refused_even_where_it_is_the_same(made: Framework) -> None:
    expected = "a second answer to the same question; expected: one answer; keep one of the two rows"
    assert problems(made, ("stc", "", "may", "5"), ("stc", "", "may", "5")) == [f"a.csv:3 (stc, may): {expected}"]
    assert problems(made, ("stc", "a", "ho_so", ""), ("stc", "a", "ho_so", "1")) == [
        f"a.csv:3 (stc, ho_so, a): {expected}"
    ]


def test_a_part_greater_than_its_whole_is_refused(made: Framework) -> None:
    rest = "; mend one of the two answers"
    assert problems(made, ("stc", "", "may", "5"), ("stc", "", "may_moi", "6"), ("stp", "", "may_moi", "1")) == [
        f"stc, may_moi: 6; expected: at most 5, the answer to may{rest}"
    ]
    assert problems(
        made, ("xa-1", "b", "ho_so", "5"), ("xa-1", "a", "ho_so", "2"), ("xa-1", "a", "dung_han", "3"),
        ("xa-1", "b", "dung_han", "5"),
    ) == [f"xa-1, dung_han, a: 3; expected: at most 2, the answer to ho_so{rest}"]  # fmt: skip


def test_all_faults_are_told_together_up_to_fifty(made: Framework) -> None:
    rows = [("stc", f"k{i}", "ho_so", "x") for i in range(60)]
    assert len(problems(made, *rows[:3])) == 3
    assert len(problems(made, *rows)) == 51


def test_notes_are_kept_with_their_answer(made: Framework) -> None:
    answers = build(made, UNITS, [Row("stc", "", "may", "5", "số ước tính"), Row("stp", "", "may", "", "chưa báo cáo")])
    assert list(answers.rows()) == [("stc", "", "may", "5", "số ước tính"), ("stp", "", "may", "", "chưa báo cáo")]
