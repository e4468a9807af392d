"""The slope chart of ranks at two times."""

from decimal import Decimal

from chiso.language import use
from chiso.report.figures import Change
from chiso.report.results.numbering import Numbering
from chiso.report.results.two_times import Moved, slope


def test_what_had_a_rank_at_either_time_is_drawn() -> None:
    rows = [
        Moved("Một", 4, 1),
        Moved("Hai", 2, 3),
        Moved("Ba", None, 2),
        Moved("Bốn", 1, None),
        Moved("Năm", None, None),
    ]
    with use("vi"):
        found = slope(rows, "Thứ hạng hai kỳ", ("2012", "2013"), Numbering())
    assert found is not None
    assert found.changes == (
        Change("Một", Decimal(4), Decimal(1), "4", "1", "+3"),
        Change("Hai", Decimal(2), Decimal(3), "2", "3", "−1"),
        Change("Ba", None, Decimal(2), "–", "2", ""),
        Change("Bốn", Decimal(1), None, "1", "–", ""),
    )
    assert (found.title, found.before, found.after, found.better) == ("Hình 1. Thứ hạng hai kỳ", "2012", "2013", "less")
    assert found.alternative == "Hình 1. Thứ hạng hai kỳ. Một: 4 → 1; Hai: 2 → 3; Ba: – → 2; Bốn: 1 → –."


def test_one_line_is_no_comparison_and_many_are_told_by_the_table() -> None:
    assert slope([Moved("Một", 4, 1)], "Thứ hạng", ("2012", "2013"), Numbering()) is None
    many = slope([Moved(str(n), n, n) for n in range(1, 22)], "Thứ hạng", ("2012", "2013"), Numbering())
    assert many is not None
    assert many.alternative == "Hình 1. Thứ hạng: 21 cơ quan. Bảng xếp hạng ghi đủ các số."
