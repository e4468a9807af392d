"""E-Government Development Index 2014, 2016, 2018: published values and ranks from the three components.

Source: United Nations E-Government Survey 2014, 2016, 2018 (CC BY 4.0).
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from chiso.engine.answers import Row
from chiso.engine.quantities import exact
from chiso.engine.ranking import Table, rank
from tests.conformance.published import fixed, framework, rows, scored

EDITIONS = ("2014", "2016", "2018")
COMPONENTS = ("OSI", "HCI", "TII")
# The editions of 2014 and 2016 publish five decimals, that of 2018 four.
DECIMALS = {"2014": 5, "2016": 5, "2018": 4}


def ranked(edition: str, components: Mapping[str, tuple[str, ...]]) -> Table:
    """The ranking of an edition from components by country."""
    scores = scored(framework(f"egdi-{edition}/framework.yaml"), dict.fromkeys(components, "member"), given(components))
    return rank(scores).table("EGDI", "member")


def given(components: Mapping[str, tuple[str, ...]]) -> Iterable[Row]:
    for country, values in components.items():
        for code, value in zip(COMPONENTS, values, strict=True):
            yield Row(country, "", code, value)


def test_in_2018_equal_printed_places_are_equal_ranks() -> None:
    """Serbia 0.71550 and Slovakia 0.71553 were both 49th, Iraq 0.33760 and Angola 0.33763 both 155th."""
    components = {
        "SRB": ("0.7361", "0.7896", "0.6208"),
        "SVK": ("0.7361", "0.8141", "0.5964"),
        "IRL": ("0.8264", "0.9626", "0.6970"),
        "IRQ": ("0.3194", "0.5094", "0.1840"),
        "AGO": ("0.4097", "0.5060", "0.0972"),
    }
    assert [(p.unit, p.points, p.rank) for p in ranked("2018", components).places] == [
        ("IRL", "0.8287", 1),
        ("SRB", "0.7155", 2),
        ("SVK", "0.7155", 2),
        ("IRQ", "0.3376", 4),
        ("AGO", "0.3376", 4),
    ]


def test_in_2014_equal_printed_places_are_not_equal_ranks() -> None:
    """Denmark 0.81620 was 16th and Israel 0.81615 was 17th, though both are 0.8162 at four places."""
    components = {"ISR": ("0.87401", "0.8545", "0.71998"), "DNK": ("0.66141", "0.9132", "0.87403")}
    assert [(p.unit, p.points, p.rank) for p in ranked("2014", components).places] == [
        ("DNK", "0.81621", 1),
        ("ISR", "0.81616", 2),
    ]


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.shared("reference/cases/un_egdi_2014_2018.csv")
def test_193_of_193_ranks_and_values(shared: Path, edition: str) -> None:
    table = [row for row in rows(shared) if row["year"] == edition]
    decimals = DECIMALS[edition]
    components = {row["iso3"]: tuple(fixed(row[c.lower()], decimals) for c in COMPONENTS) for row in table}
    found = ranked(edition, components).of
    assert [found[row["iso3"]].rank for row in table] == [int(fixed(row["egdi_rank"], 0)) for row in table]
    # The components are rounded themselves, so the last printed place of their mean may differ by one.
    far = [
        row["country"]
        for row in table
        if abs(exact(found[row["iso3"]].points or "-1") - exact(fixed(row["egdi"], decimals))) > exact("0.0001")
    ]
    assert (len(table), far) == (193, [])
