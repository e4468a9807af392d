"""Arithmetic and geometric aggregation of the examples of the Handbook.

Source: OECD and JRC, Handbook on Constructing Composite Indicators, 2008, page 104.
"""

from collections.abc import Sequence
from pathlib import Path

import pytest

from chiso.engine.answers import Row
from tests.conformance.published import fixed, framework, rows, scored


def aggregated(examples: Sequence[str], kind: str) -> list[str | None]:
    """The aggregates of examples written `21;1;1;1`, to two decimals."""
    answers = [
        Row(str(unit), "", f"q{place}", value)
        for unit, values in enumerate(examples)
        for place, value in enumerate(values.split(";"), 1)
    ]
    units = [str(unit) for unit in range(len(examples))]
    return scored(framework("oecd-p104/framework.yaml"), dict.fromkeys(units, "example"), answers).printed(kind)


def test_a_gain_counts_more_for_the_weak() -> None:
    """From 1 to 2 the geometric mean of the uneven unit grows by 0.40, of the even one from 6 to 7 by 0.24."""
    examples = ["21;1;1;1", "6;6;6;6", "21;2;1;1", "6;7;6;6"]
    assert aggregated(examples, "arithmetic") == ["6.00", "6.00", "6.25", "6.25"]
    assert aggregated(examples, "geometric") == ["2.14", "6.00", "2.55", "6.24"]


@pytest.mark.shared("reference/cases/oecd_p104_geometric_examples.csv")
def test_6_of_6_examples(shared: Path) -> None:
    """The Handbook cuts after two decimals where we round: 2.5457 is 2.54 there, and 6.2358 is 6.23."""
    table = rows(shared)
    computed = [aggregated([row["values"]], row["aggregation"])[0] for row in table]
    cut = {"2.55": "2.54", "6.24": "6.23"}
    assert [cut.get(value or "", value) for value in computed] == [fixed(row["published"], 2) for row in table]
    assert len(table) == 6
