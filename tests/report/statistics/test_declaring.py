"""What is wrong with a report.yaml is told with its line and column."""

import pytest

from chiso.engine.errors import InputError
from chiso.report.statistics import read
from tests.report.statistics.making import declared, survey


def problems(indicators: str) -> list[str]:
    with pytest.raises(InputError) as refused:
        declared(indicators)
    return [str(problem) for problem in refused.value.problems]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "id: x, name: X, kind: share, condition: may_chuu",
            "report.yaml:6:50: the unknown name may_chuu in 'may_chuu', column 1; expected: a question, or a "
            "criterion's code in brackets; did you mean may_chu?",
        ),
        (
            "id: x, name: X, kind: share, condition: may",
            "report.yaml:6:50: may, which is of kind máy; expected: a condition, as a >= b; mend the formula",
        ),
        (
            "id: x, name: X, kind: mean, of: may_chu",
            "report.yaml:6:42: may_chu, which is of kind condition; expected: a number; mend the formula",
        ),
        (
            'id: x, name: X, kind: mean, of: "[1]"',
            "report.yaml:6:42: the points of the criterion 1; expected: questions alone; name the questions that are "
            "counted",
        ),
        (
            "id: x, name: X, kind: share, condition: may_chu, where: may > 1",
            "report.yaml:6:66: `where` without `filter`, or `filter` without `where`; expected: the condition in "
            "`where` and its words in `filter`; write both",
        ),
        (
            "id: x, name: X, kind: share, condition: may_chu, blocks: [tinh]",
            "report.yaml:6:67: the unknown name tinh; expected: one declared under `blocks`; declare it, or mend its "
            "spelling",
        ),
        (
            "id: x, name: X, kind: share, condition: mot_cua, blocks: [so]",
            "report.yaml:6:9: an indicator over units that are not asked all of it; expected: questions that at least "
            "one of its blocks is asked; mend `blocks` or the names",
        ),
        (
            "id: x, name: X, kind: count",
            "report.yaml:6:9: 0 of `condition`, `options`, `classes`; expected: one of the three; say what is counted",
        ),
        (
            "id: x, name: X, kind: count, options: ghi_chu",
            "report.yaml:6:48: the question ghi_chu, of type text; expected: a question of type choice, asked once; "
            "count by another question",
        ),
        (
            "id: x, name: X, kind: count, classes: '1'",
            "report.yaml:6:48: the criterion 1, which has no classes; expected: a criterion with classes; count by "
            "another criterion",
        ),
        (
            "id: x, name: X, kind: share, condition: may_chu, decimal: 2",
            "report.yaml:6:59: the unknown key `decimal`; expected: only the keys that docs/statistics.md lists; mend "
            "its spelling or leave it out",
        ),
        (
            "id: x, name: X, kind: ratio, part: may",
            "report.yaml:6:9: no `whole`; expected: the key `whole`; add it",
        ),
    ],
)  # fmt: skip
def test_one_thing_wrong(line: str, said: str) -> None:
    assert problems(line) == [said]


def test_every_id_once() -> None:
    twice = "id: x, name: X, kind: share, condition: may_chu\n" * 2
    assert problems(twice) == [
        "report.yaml:7:14: the id x a second time; expected: every id once; name one of the two anew"
    ]


def test_a_kind_that_is_none_and_a_file_that_is_none() -> None:
    assert [each.partition(";")[2] for each in problems("id: x, name: X, kind: median, of: may")] == [
        " expected: `kind:`, one of 'share', 'ratio', 'mean', 'count'; write it so"
    ]
    with pytest.raises(InputError) as refused:
        read(b"- a", survey().framework, "beside/report.yaml")
    assert [str(problem) for problem in refused.value.problems] == [
        "beside/report.yaml:1:1: an empty file, or one that is no mapping; expected: the indicators of a report: "
        "groups with indicators; see docs/statistics.md"
    ]
