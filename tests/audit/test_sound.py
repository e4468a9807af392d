"""Tables without an error have no finding: what is computed and printed by the rules is never called wrong."""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from chiso.audit.recomputing import ranks, text, totals
from tests.audit.making import confirmed, findings, table

NAMES = ("An Giang", "Bắc Ninh", "Cà Mau", "Hà Nam", "Lào Cai", "Phú Thọ", "Sơn La", "Trà Vinh", "Vĩnh Long", "Yên Bái")
TENTHS = st.integers(0, 400)
LIMITS = ((Fraction(90), "Tốt"), (Fraction(50), "Khá"), (Fraction(0), "Trung bình"))


def printed(value: Fraction) -> str:
    return text(value, 1).replace(".", ",")


@settings(max_examples=40)
@given(st.lists(st.tuples(TENTHS, TENTHS, TENTHS), min_size=2, max_size=len(NAMES)))
def test_a_ranked_table_with_totals_and_classes(parts: list[tuple[int, int, int]]) -> None:
    values = [[Fraction(part, 10) for part in row] for row in parts]
    sums = totals(values)
    rows = sorted(zip(sums, values, strict=True), key=lambda row: -row[0])
    places = ranks([(total,) for total, _ in rows])
    lines = [
        " | ".join([str(place), name, *map(printed, row), printed(total), classed(total)])
        for place, name, (total, row) in zip(places, NAMES, rows, strict=False)
    ]
    made = table("Thứ hạng | Tỉnh | Nhóm A | Nhóm B | Nhóm C | Tổng điểm | Xếp loại", *lines)
    assert findings(made) == []
    assert (confirmed(made, "sum"), confirmed(made, "rank"), confirmed(made, "class")) == (len(rows),) * 3


@given(st.integers(1, 63), st.integers(1, 63), st.integers(0, 3))
def test_a_rounded_share(count: int, whole: int, decimals: int) -> None:
    share = text(Fraction(100 * count, whole), decimals).replace(".", ",")
    assert findings(f"Có {count}/{whole} ({share}%) đơn vị đã triển khai.") == []


def classed(total: Fraction) -> str:
    return next(name for limit, name in LIMITS if total >= limit)
