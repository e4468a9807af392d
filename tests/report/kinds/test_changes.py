"""What changed since the time before, as numbers."""

from decimal import Decimal

from chiso.report.kinds.changes import Changed, Shift, Since, since, unjoined
from chiso.report.kinds.source import Source
from chiso.report.results.standings import standings
from tests.report.kinds.times import BEFORE, BEFORE_UNITS, NOW, UNITS, at, two_times


def departments(source: Source) -> Since:
    found = since(source, next(standings(source.scores, source.ranking)))
    assert found is not None
    return found


def told(each: Changed) -> tuple[object, ...]:
    return each.unit, each.state, each.ranks, each.points, each.classes


def test_every_unit_of_both_times() -> None:
    assert [told(each) for each in departments(two_times()).all()] == [
        ("b", "both", 1, Decimal("6.00"), 1),
        ("a", "both", -1, Decimal("-3.50"), -1),
        ("c", "both", 0, Decimal("0.25"), 0),
        ("d", "new", None, None, None),
        ("e", "unranked_now", None, None, None),
        ("z", "gone", None, None, None),
    ]


def test_who_went_up_and_down() -> None:
    found = departments(two_times())
    assert [each.unit for each in found.climbers(up=True)] == ["b"]
    assert [each.unit for each in found.climbers(up=False)] == ["a"]


def test_shares_of_classes_move_in_percentage_points() -> None:
    shifts = departments(two_times()).shifts()
    assert shifts == (Shift("tot", 1, 5, 1, 4), Shift("kha", 3, 5, 2, 4), Shift("tb", 1, 5, 1, 4))
    assert [shift.points for shift in shifts] == [Decimal("5.00"), Decimal("-10.00"), Decimal("5.00")]


def test_points_of_another_maximum_are_not_compared() -> None:
    same = departments(at(NOW, UNITS, at(BEFORE, BEFORE_UNITS, id="khac")))
    other = departments(at(NOW, UNITS, at(BEFORE, BEFORE_UNITS, id="khac", most=20)))
    assert told(same.of("b")) == ("b", "both", 1, Decimal("6.00"), 1)
    assert told(other.of("b")) == ("b", "both", 1, None, 1)


def test_without_a_time_before() -> None:
    source = at(NOW, UNITS)
    assert since(source, next(standings(source.scores, source.ranking))) is None
    assert unjoined(source) == ()
