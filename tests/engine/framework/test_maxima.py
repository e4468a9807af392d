"""The greatest points of every criterion in every block."""

import pytest

from chiso.engine.quantities import decimal_text
from tests.engine.making import framework

BLOCKS = "blocks: [{id: so, name: Sở}, {id: xa, name: Xã}]\n"


def maxima(children: str, group: str = "") -> dict[str, str]:
    """The maximum of the group `T` in each block, `?` where unknown."""
    made = framework(f"unknown: true\n{BLOCKS}criteria:\n  - code: T\n    name: T\n{group}    children:\n{children}")
    found = {block: made.max_of("T", block) for block in made.block_ids}
    return {block: "?" if maximum is None else decimal_text(maximum) for block, maximum in found.items()}


def given(code: str, maximum: str, more: str = "") -> str:
    return f"      - {{code: {code}, name: {code}, max: {maximum}, formula: {{kind: given}}{more}}}\n"


ALIKE = given("A", "10", ", weight: 30%") + given("B", "10", ", weight: 50%") + given("C", "10", ", weight: 20%")
PAIR = given("A", "5") + given("B", "4", ", exclusive_with: A") + given("C", "10")


@pytest.mark.parametrize(
    ("children", "group", "expected"),
    [
        (given("A", "5") + given("B", "2.5"), "", {"so": "7.5", "xa": "7.5"}),
        (given("A", "{so: 40, xa: 50}") + given("B", "{so: 60, '*': 5}"), "", {"so": "100", "xa": "55"}),
        (given("A", "5", ", applies_to: [so]") + given("B", "2"), "", {"so": "7", "xa": "2"}),
        (given("A", "5", ", role: bonus") + given("B", "2", ", role: penalty") + given("C", "1"), "",
         {"so": "1", "xa": "1"}),
        (given("A", "5", ", scored: false") + given("B", "2"), "", {"so": "2", "xa": "2"}),
        (given("A", "5") + given("B", "2"), "    cap: 6\n", {"so": "6", "xa": "6"}),
        (given("A", "5", ", cap: 3") + given("B", "2"), "", {"so": "5", "xa": "5"}),
        (ALIKE, "    combine: {kind: weighted}\n", {"so": "10", "xa": "10"}),
        (ALIKE.replace("30%", "3").replace("50%", "5").replace("20%", "2"), "    combine: {kind: weighted}\n",
         {"so": "100", "xa": "100"}),
        (given("A", "10", ", weight: {so: 1, xa: 2}"), "    combine: {kind: weighted}\n", {"so": "10", "xa": "20"}),
        (given("A", "10") + given("B", "10"), "    combine: {kind: mean}\n", {"so": "10", "xa": "10"}),
        (ALIKE, "    combine: {kind: geometric}\n", {"so": "10", "xa": "10"}),
        (given("A", "5") + given("B", "7"), "    combine: {kind: best}\n", {"so": "7", "xa": "7"}),
        (given("A", "unknown") + given("B", "7"), "", {"so": "?", "xa": "?"}),
        (given("A", "{so: 5, xa: unknown}") + given("B", "7"), "", {"so": "12", "xa": "?"}),
        # Of an exclusive pair the maximum is that of the criterion that is named, wherever it is asked.
        (PAIR, "", {"so": "15", "xa": "15"}),
        (PAIR.replace("name: A, max: 5,", "name: A, max: 5, applies_to: [so],"), "", {"so": "15", "xa": "14"}),
        (PAIR.replace("name: B, max: 4,", "name: B, max: 4, applies_to: [so],"), "", {"so": "15", "xa": "15"}),
    ],
)  # fmt: skip
def test_the_maximum_of_a_group(children: str, group: str, expected: dict[str, str]) -> None:
    assert maxima(children, group) == expected


def test_points_may_be_granted_within_0_and_the_maximum_unless_it_is_said_otherwise() -> None:
    made = framework(
        f"unknown: true\n{BLOCKS}criteria:\n"
        "  - {code: A, name: A, max: {so: 40, xa: 50}, formula: {kind: given}}\n"
        "  - {code: B, name: B, max: 10, formula: {kind: given, least: -5, most: 12}}\n"
        "  - {code: C, name: C, max: unknown, formula: {kind: given}}\n"
        "  - {code: D, name: D, max: unknown, formula: {kind: given, most: 3}}\n"
    )
    found = {code: made.granted_within(code, "xa") for code in "ABCD"}
    assert {code: None if bounds is None else tuple(map(str, bounds)) for code, bounds in found.items()} == {
        "A": ("0", "50"),
        "B": ("-5", "12"),
        "C": None,
        "D": ("0", "3"),
    }
