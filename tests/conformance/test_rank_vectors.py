"""Ranks with ties, both ways round, as scipy 1.x (`rankdata`) and pandas (`rank`) give them."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

import pytest

from chiso.engine.answers import Row
from chiso.engine.loading import loads
from chiso.engine.ranking import rank
from tests.conformance.published import rows, scored

TIES = {"min": "competition", "dense": "dense", "ordinal": "ordinal"}
FRAMEWORK = """
schema: 1
id: vector
title: Một cột điểm
nature: example
missing: blank
not_applicable: refuse
print: {{leaf: 1}}
blocks: [{{id: all, name: Tất cả}}]
criteria:
  - code: x
    name: Điểm
    max: 100
    formula: {{kind: given, least: -100}}
    rank: {{keys: [{{order: {order}}}], ties: {ties}, without_result: listed}}
"""


def ranks(values: Sequence[str], ties: str, order: str) -> list[int | None]:
    """The rank of each value; an empty one has no result."""
    units = [str(place) for place in range(len(values))]
    framework = loads(FRAMEWORK.format(ties=ties, order=order).encode())
    answers = [Row(unit, "", "x", value) for unit, value in zip(units, values, strict=True)]
    places = rank(scored(framework, dict.fromkeys(units, "all"), answers)).table("x", "all").of
    return [places[unit].rank for unit in units]


@pytest.mark.parametrize(
    ("ties", "order", "expected"),
    [
        ("competition", "ascending", [1, 2, 4, 2, None]),
        ("dense", "ascending", [1, 2, 3, 2, None]),
        ("ordinal", "ascending", [1, 2, 4, 3, None]),
        ("competition", "descending", [4, 2, 1, 2, None]),
        ("dense", "descending", [3, 2, 1, 2, None]),
        ("ordinal", "descending", [4, 2, 1, 3, None]),
    ],
)
def test_ties_of_the_documentation_of_scipy(ties: str, order: str, expected: list[int | None]) -> None:
    assert ranks(["0", "2", "3", "2", ""], ties, order) == expected


def test_numbers_that_differ_in_the_seventeenth_decimal_are_not_equal() -> None:
    assert ranks(["0.30000000000000004", "0.3", "0.30000000000000004"], "competition", "descending") == [1, 3, 1]


@pytest.mark.shared("reference/cases/rank_vectors_scipy_pandas.csv")
def test_54_of_54_vectors(shared: Path) -> None:
    published = {
        key: [(row["x"].replace("nan", ""), int(float(row["rank"])) if row["rank"] else None) for row in group]
        for key, group in groupby(
            (row for row in rows(shared) if row["method"] in TIES),
            lambda row: (row["vector"], row["method"], row["order"]),
        )
    }
    assert {
        (vector, method, order): ranks([value for value, _ in pairs], TIES[method], order)
        for (vector, method, order), pairs in published.items()
    } == {key: [place for _, place in pairs] for key, pairs in published.items()}
    assert len(published) == 9 * 3 * 2
