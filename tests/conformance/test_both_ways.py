"""What the official way of computing says of real numbers and of absent ones holds for the exact way too."""

from typing import Literal

import pytest

from chiso.engine.answers import Answers, Row, Units, build
from chiso.engine.loading import loads
from chiso.engine.scoring import score
from tests.conformance.published import framework

# UNDP, Human Development Report 2021/22. The income of Liechtenstein is above its goalpost, as is the life expectancy
# of Hong Kong: the logarithm of income over that of the goalpost is 1 there and no more.
INDICATORS = {
    "LIE": ("83.2575", "15.18157005", "12.53854", "146829.7006"),
    "HKG": ("85.4734", "17.27816963", "12.22620964", "62606.8454"),
}
QUESTIONS = ("life_expectancy", "expected_schooling", "mean_schooling", "income")
WAYS: tuple[Literal["official", "exact"], ...] = ("official", "exact")
PARTIAL = """
schema: 1
id: partial
title: Nhóm chưa đủ trả lời
nature: example
missing: blank
not_applicable: refuse
print: {leaf: 0, group: 0, total: 0}
blocks: [{id: all, name: Tất cả}]
criteria:
  - code: G
    name: Nhóm
    children:
      - {code: a, name: Phần một, max: 10, formula: {kind: given}}
      - {code: b, name: Phần hai, max: 10, formula: {kind: given}}
  - {code: X, name: Theo nhóm, max: 20, formula: {kind: expression, points: "[G]"}}
"""


def human_development() -> Answers:
    units = Units.of(tuple(INDICATORS), "country")
    answers = [
        Row(country, "", question, value)
        for country, values in INDICATORS.items()
        for question, value in zip(QUESTIONS, values, strict=True)
    ]
    return build(framework("hdi-2021/framework.yaml"), units, answers)


@pytest.mark.parametrize("way", WAYS)
def test_a_logarithm_at_its_goalpost_is_one(way: Literal["official", "exact"]) -> None:
    scores = score(framework("hdi-2021/framework.yaml"), human_development(), way=way)
    assert [scores.printed("living"), scores.printed("HDI")] == [["1.000", "0.973"], ["0.935", "0.952"]]


def test_a_reason_shows_digits() -> None:
    scores = score(framework("hdi-2021/framework.yaml"), human_development())
    found = scores.score("HKG", "HDI")
    assert found is not None
    assert "[" not in found.reason.figures()


@pytest.mark.parametrize("way", WAYS)
def test_a_group_without_a_result_gives_none_to_what_names_it(way: Literal["official", "exact"]) -> None:
    """Of a group that lacks a part nobody publishes 6 of 20 points, so nothing may be computed from them."""
    partial = loads(PARTIAL.encode())
    units = Units.of(("lacking", "complete"), "all")
    answers = [Row("lacking", "", "a", "6"), Row("complete", "", "a", "6"), Row("complete", "", "b", "6")]
    scores = score(partial, build(partial, units, answers), way=way)
    assert [scores.printed("G"), scores.printed("X")] == [[None, "12"], [None, "12"]]
