"""Colours are told apart by eyes without red or green cones, and in print by their lightness."""

from decimal import Decimal
from itertools import pairwise

import pytest

from chiso.report.charts import LEVELS, SERIES
from chiso.report.charts.looks import PAPER, SCREEN, Look
from chiso.report.charts.shades import inked, luminance, shade
from tests.report.charts.vision import EYES, ciede2000, lab, nearest


@pytest.mark.parametrize(
    ("one", "two", "distance"),
    [
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 2.5, 0.0), (50.0, 0.0, -2.5), 4.3065),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_the_distance_is_that_of_the_published_pairs(
    one: tuple[float, float, float], two: tuple[float, float, float], distance: float
) -> None:
    assert abs(ciede2000(one, two) - distance) < 0.0001


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("colours", [LEVELS, SERIES], ids=["levels", "series"])
def test_any_two_colours_are_apart(colours: tuple[str, ...], eye: str) -> None:
    """Twelve is some five times what is just noticed."""
    assert nearest(colours, eye) >= 12


@pytest.mark.parametrize("eye", EYES)
def test_better_and_worse_are_apart(eye: str) -> None:
    assert nearest((SCREEN.better, SCREEN.worse), eye) >= 20


def test_classes_in_print_grow_lighter_by_clear_steps() -> None:
    lightness = [lab(grey)[0] for grey in PAPER.levels]
    assert all(after - before >= 15 for before, after in pairwise(lightness))


def test_neighbouring_parts_in_print_are_of_other_lightness() -> None:
    assert nearest(PAPER.series, "normal", neighbours=True) >= 15


@pytest.mark.parametrize("look", [SCREEN, PAPER], ids=["screen", "paper"])
def test_a_number_is_read_on_its_shade(look: Look) -> None:
    for step in range(101):
        field = luminance(shade(Decimal(step) / 100, look))
        letters = luminance(inked(shade(Decimal(step) / 100, look)))
        assert (max(field, letters) + 0.05) / (min(field, letters) + 0.05) >= 4.5
