"""Labels moved apart: at least a step, within the picture, no farther than needed."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from chiso.report.charts.spreading import spread


def test_places_apart_stay_and_others_give_way_evenly() -> None:
    assert spread([10, 50, 90], 12, 100) == [10, 50, 90]
    assert spread([50, 50], 12, 100) == [44, 56]
    assert spread([0, 0, 0], 10, 100) == [0, 10, 20]
    assert spread([100, 0, 100], 10, 100) == [90, 0, 100]


@given(st.lists(st.integers(0, 1000), max_size=40))
def test_places_are_a_step_apart_in_their_order(wanted: list[int]) -> None:
    found = spread([float(each) for each in wanted], 12, 1000)
    ordered = sorted(found)
    assert all(after - before > 11.999 for before, after in pairwise(ordered))
    assert all(-0.001 < each < 1000.001 for each in found)
    for (one, placed), (two, beside) in pairwise(sorted(zip(wanted, found, strict=True))):
        assert one == two or placed < beside
