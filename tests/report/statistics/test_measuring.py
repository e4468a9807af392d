"""Indicators over a small survey: exact numbers, and what is missing is counted and never 0."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from chiso.engine.ranking import rank
from chiso.report.statistics import Line, lines
from chiso.report.statistics.comparing import printed
from tests.report.making import scored
from tests.report.statistics.making import FRAMEWORK, declared, measured


def told(line: Line) -> tuple[object, ...]:
    """Item, block, numerator, denominator, printed value; units, answered, missing, not applicable, outside."""
    of = line.measured
    numbers = tuple(None if each is None else str(each) for each in (of.part, of.whole))
    counts = (of.units, of.answered, of.missing, of.not_applicable, of.outside)
    return line.item, line.block, *numbers, None if printed(line) is None else str(printed(line)), counts


def test_a_ratio_of_sums_over_all_units_and_by_block() -> None:
    # C gives no computers, and F nothing: their people do not count in the denominator either.
    found = measured("id: may, name: Máy, kind: ratio, part: may, whole: nguoi, by_block: true")
    assert [told(line) for line in found] == [
        ("", "*", "36", "50", "72.00", (6, 4, 2, 0, 0)),
        ("", "so", "29", "40", "72.50", (3, 2, 1, 0, 0)),
        ("", "xa", "7", "10", "70.00", (3, 2, 1, 0, 0)),
    ]


def test_a_share_is_of_the_units_that_answered() -> None:
    found = measured("id: chu, name: Máy chủ, kind: share, condition: may_chu")
    assert [told(line) for line in found] == [("", "*", "2", "3", "66.67", (6, 3, 2, 1, 0))]


def test_only_blocks_that_are_asked_are_counted() -> None:
    found = measured("id: mot_cua, name: Một cửa, kind: share, condition: mot_cua, by_block: true")
    assert [told(line) for line in found] == [("", "*", "1", "2", "50.00", (3, 2, 1, 0, 0))]


def test_a_filter_leaves_units_out_and_one_without_an_answer_to_it_is_missing() -> None:
    found = measured(
        "id: chu, name: Máy chủ, kind: share, condition: may_chu, where: nguoi >= 10, filter: từ 10 người trở lên"
    )
    assert [told(line) for line in found] == [("", "*", "1", "2", "50.00", (4, 2, 1, 1, 2))]


def test_a_mean_of_shares_in_percent() -> None:
    found = measured("id: hl, name: Hài lòng, kind: mean, of: hai_long, shown: percent, decimals: 1")
    assert [told(line) for line in found] == [("", "*", "331/200", "2", "82.8", (6, 2, 4, 0, 0))]


def test_sums_over_cases_and_no_case_is_no_answer() -> None:
    found = measured("id: tt, name: Trực tuyến, kind: ratio, part: tổng(truc_tuyen), whole: tổng(nhan)")
    assert [told(line) for line in found] == [("", "*", "201", "250", "80.40", (6, 2, 4, 0, 0))]


def test_counts_by_condition_by_option_and_by_class() -> None:
    found = measured(
        "id: dem, name: Trên 5 máy, kind: count, condition: may > 5\n"
        "id: sl, name: Sao lưu, kind: count, options: sao_luu\n"
        "id: xl, name: Xếp loại, kind: count, classes: T, by_block: true"
    )
    assert [told(line) for line in found] == [
        ("", "*", "3", None, "3", (6, 4, 2, 0, 0)),
        ("khong", "*", "1", None, "1", (6, 3, 3, 0, 0)),
        ("co", "*", "2", None, "2", (6, 3, 3, 0, 0)),
        ("tot", "*", "2", None, "2", (6, 5, 1, 0, 0)),
        ("kem", "*", "3", None, "3", (6, 5, 1, 0, 0)),
        ("tot", "so", "1", None, "1", (3, 3, 0, 0, 0)),
        ("kem", "so", "2", None, "2", (3, 3, 0, 0, 0)),
        ("tot", "xa", "1", None, "1", (3, 2, 1, 0, 0)),
        ("kem", "xa", "1", None, "1", (3, 2, 1, 0, 0)),
    ]


def test_nothing_answered_has_no_value_and_neither_has_a_whole_of_0() -> None:
    scores = scored(FRAMEWORK, "a may 0\na nguoi 0\nb may 3")
    declaration = declared(
        "id: may, name: Máy, kind: ratio, part: may, whole: nguoi\nid: hl, name: Hài lòng, kind: mean, of: hai_long"
    )
    found = lines(declaration, scores, rank(scores))["g"]
    assert [told(line) for line in found] == [
        ("", "*", "0", "0", None, (2, 1, 1, 0, 0)),
        ("", "*", None, None, None, (2, 0, 2, 0, 0)),
    ]


def test_a_half_is_rounded_away_from_zero() -> None:
    # 1/8 = 12.5%.
    scores = scored(FRAMEWORK, "a may 1\na nguoi 8")
    declaration = declared("id: may, name: Máy, kind: ratio, part: may, whole: nguoi, decimals: 0")
    assert [printed(line) for line in lines(declaration, scores, rank(scores))["g"]] == [Decimal(13)]


@given(
    st.lists(st.tuples(st.integers(0, 10**15), st.integers(1, 10**15), st.booleans()), min_size=1, max_size=8),
)
def test_the_ratio_is_the_quotient_of_plain_sums(units: list[tuple[int, int, bool]]) -> None:
    told_of = [(part, whole) for part, whole, answered in units if answered]
    rows = [f"u{place} nguoi {whole}" for place, (_, whole, _) in enumerate(units)]
    rows += [f"u{place} may {part}" for place, (part, _, answered) in enumerate(units) if answered]
    scores = scored(FRAMEWORK, "\n".join(rows))
    declaration = declared("id: may, name: Máy, kind: ratio, part: may, whole: nguoi")
    (line,) = lines(declaration, scores, rank(scores))["g"]
    value = line.measured.value
    expected = Fraction(sum(p for p, _ in told_of), sum(w for _, w in told_of)) if told_of else None
    assert (None if value is None else Fraction(int(value.p), int(value.q))) == expected
    assert (line.measured.units, line.measured.answered) == (len(units), len(told_of))
