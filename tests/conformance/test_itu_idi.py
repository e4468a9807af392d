"""ICT Development Index 2010 of the Republic of Korea: eleven indicators against their ideal values.

Source: International Telecommunication Union, Measuring the Information Society 2011, worked example.
"""

from pathlib import Path

import pytest

from chiso.engine.answers import Row
from chiso.engine.scoring import Scores
from tests.conformance.published import fixed, framework, rows, scored

FRAMEWORK = "itu-idi-2010/framework.yaml"


def korea(values: dict[str, str]) -> Scores:
    """The scores of Korea from its indicators by code."""
    answers = [Row("KOR", "", f"q{code}", value) for code, value in values.items()]
    return scored(framework(FRAMEWORK), {"KOR": "economy"}, answers)


def test_bandwidth_is_compared_by_its_logarithm_and_enrolment_counts_at_most_once() -> None:
    """11,878.4 of 280,377 bit/s per user are 4% but 0.75 by logarithms; 102% enrolled are 1."""
    scores = korea({"c": "11878.4", "j": "102.0", "a": "59.2"})
    assert [scores.printed(code) for code in ("c", "j", "a")] == [["0.75"], ["1.00"], ["0.99"]]


@pytest.mark.shared("reference/cases/itu_idi_2010_korea_worked_example.csv")
def test_11_of_11_indicators(shared: Path) -> None:
    table = rows(shared)
    scores = korea({row["id"]: row["korea_2010"] for row in table})
    assert [scores.printed(row["id"]) for row in table] == [[fixed(row["z_published"], 2)] for row in table]
    assert len(table) == 11
