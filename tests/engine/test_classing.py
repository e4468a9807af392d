"""The steps from points to classes, on columns."""

from typing import Any

import numpy as np
import pytest
from flint import fmpq

from chiso.engine.classing import at_most, names, reached, share_of, together, undetermined, within_quota, without
from chiso.engine.framework import Classes, Quota
from chiso.engine.quantities import BoundedArithmetic, Decimals, RationalArithmetic

CLASSES = Classes.model_validate(
    {
        "bands": [
            {"id": "a", "name": "A", "from": "80"},
            {"id": "b", "name": "B", "from": {"above": "60", "up_to": "70"}},
            {"id": "c", "name": "C", "from": "50"},
        ]
    }
)
POINTS = Decimals(np.array([900, 800, 799, 700, 699, 601, 600, 500, 499]), 1)


def pairs(found: Any) -> list[tuple[int, int]]:
    return list(zip(found[0].tolist(), found[1].tolist(), strict=True))


@pytest.mark.parametrize("arithmetic", [BoundedArithmetic(9), RationalArithmetic(9)], ids=["bounded", "rational"])
def test_the_best_and_the_worst_class_that_points_may_have(arithmetic: Any) -> None:
    assert pairs(reached(CLASSES, arithmetic, arithmetic.column(POINTS))) == [
        (0, 0), (0, 0), (1, 1), (1, 1), (1, 2), (1, 2), (2, 2), (2, 2), (3, 3),
    ]  # fmt: skip


def test_what_is_not_known_may_be_any_class() -> None:
    assert pairs(undetermined(CLASSES, 2)) == [(0, 3), (0, 3)]
    last = Classes.model_validate({"bands": [{"id": "a", "name": "A", "from": "80"}, {"id": "b", "name": "B"}]})
    assert pairs(undetermined(last, 1)) == [(0, 1)]


@pytest.mark.parametrize(
    ("mixed", "expected"), [("lowest", [(2, 2), (1, 2), (0, 0)]), ("undetermined", [(0, 2), (1, 2), (0, 0)])]
)
def test_a_conjunction(mixed: str, expected: list[tuple[int, int]]) -> None:
    first = (np.array([0, 1, 0]), np.array([0, 1, 0])), np.array([True, True, True])
    second = (np.array([2, 1, 3]), np.array([2, 2, 3])), np.array([True, True, False])
    assert pairs(together([first, second], mixed, 3)) == expected


def test_a_class_is_passed_down_or_held() -> None:
    found = np.array([0, 0, 1]), np.array([0, 1, 1])
    assert pairs(without(found, 0, np.array([True, True, True]))) == [(1, 1), (1, 1), (1, 1)]
    assert pairs(at_most(found, 1, np.array([True, False, True]))) == [(1, 1), (0, 1), (1, 1)]


@pytest.mark.parametrize(
    ("share", "ties", "expected"),
    [
        ("1/2", "in", [3, 0, 1]),
        ("1/2", "out", [3]),
        ("3/4", "out", [3, 0, 1]),
        ("1", "out", [3, 0, 1, 2]),
        ("0", "in", []),
    ],
)
def test_those_within_a_quota(share: str, ties: str, expected: list[int]) -> None:
    quota = Quota.model_validate({"share": share, "ties": ties})
    assert within_quota(quota, np.array([0, 1, 2, 3]), np.array([1, 1, 2, 0]), 4).tolist() == expected


def test_the_names_of_a_range() -> None:
    assert [names(CLASSES.bands, *pair) for pair in ((0, 0), (1, 2), (2, 3), (3, 3))] == [
        ("a",), ("b", "c"), ("c", ""), ("",),
    ]  # fmt: skip


def test_a_share_of_0_is_0() -> None:
    arithmetic = RationalArithmetic(2)
    points, maximum = arithmetic.exacts([fmpq(3), fmpq(0)]), arithmetic.exacts([fmpq(4), fmpq(0)])
    assert share_of(points, maximum, arithmetic).values.tolist() == [fmpq(3, 4), fmpq(0)]
    assert share_of(points, None, arithmetic).values.tolist() == fmpq(0)
