"""Human Development Index 2021: all published values, ranks and classes from the four indicators.

Source: UNDP, Human Development Report 2021/22, statistical annex (CC BY 3.0 IGO).
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from chiso.engine.answers import Row
from chiso.engine.ranking import rank
from tests.conformance.published import fixed, framework, rows, scored

QUESTIONS = ("life_expectancy", "expected_schooling", "mean_schooling", "income")
COLUMNS = ("le_2021", "eys_2021", "mys_2021", "gnipc_2021")
CLASSES = {"Very High": "very-high", "High": "high", "Medium": "medium", "Low": "low"}
Line = tuple[str, str | None, int | None, tuple[str, ...]]

EXCERPT = {
    "CHE": ("83.9872", "16.50029945", "13.85966015", "66933.00454"),
    "HKG": ("85.4734", "17.27816963", "12.22620964", "62606.8454"),
    "ALB": ("76.4626", "14.44799995", "11.28645502", "14131.11039"),
    "AGO": ("61.6434", "12.1721", "5.417390823", "5465.617791"),
    "AFG": ("61.9824", "10.26384398", "2.98506999", "1824.190915"),
}


def computed(indicators: Mapping[str, tuple[str, ...]]) -> dict[str, Line]:
    """Value, rank and classes of each country from its four indicators."""
    scores = scored(framework("hdi-2021/framework.yaml"), dict.fromkeys(indicators, "country"), answers(indicators))
    places = rank(scores).table("HDI", "country").places
    return {place.unit: (place.unit, place.points, place.rank, place.classes) for place in places}


def answers(indicators: Mapping[str, tuple[str, ...]]) -> Iterable[Row]:
    for country, values in indicators.items():
        for question, value in zip(QUESTIONS, values, strict=True):
            yield Row(country, "", question, value)


def test_five_countries() -> None:
    """Hong Kong with a life expectancy above the goalpost of 85 years, and a country of each class."""
    assert list(computed(EXCERPT).values()) == [
        ("CHE", "0.962", 1, ("very-high",)),
        ("HKG", "0.952", 2, ("very-high",)),
        ("ALB", "0.796", 3, ("high",)),
        ("AGO", "0.586", 4, ("medium",)),
        ("AFG", "0.478", 5, ("low",)),
    ]


@pytest.mark.shared("reference/cases/undp_hdi_2021.csv")
def test_191_of_191_values_ranks_and_classes(shared: Path) -> None:
    table = rows(shared)
    found = computed({row["iso3"]: tuple(row[column] for column in COLUMNS) for row in table})
    published = [
        (row["iso3"], fixed(row["hdi_2021"], 3), int(fixed(row["hdi_rank_2021"], 0)), (CLASSES[row["hdicode"]],))
        for row in table
    ]
    assert [found[row["iso3"]] for row in table] == published
    assert len(published) == 191
