"""Classes: limits closed one way or the other, known only as intervals, on shares, under conditions, by quota."""

import pytest

from tests.engine.making import NUMBERS, classed, tables


def leaf(bands: str, more: str = "", maximum: str = "1000", head: str = "") -> str:
    return (
        f"{NUMBERS}{head}criteria:\n  - code: A\n    name: A\n    max: {maximum}\n    formula: {{kind: given}}\n"
        f"    classes: {{{more}bands: [{bands}]}}\n"
    )


def band(id: str, limit: str = "", more: str = "") -> str:
    return f"{{id: {id}, name: {id}{limit and ', from: ' + limit}{more}}}"


def bands(*each: str) -> str:
    return ", ".join(each)


def points(*numbers: str) -> str:
    return "unit A\n" + "".join(f"u{number} {number}\n" for number in numbers)


def found(fragment: str, *numbers: str) -> dict[str, str]:
    """The classes that these points may have."""
    return {unit.removeprefix("u"): names for unit, names in classed(fragment, points(*numbers)).items()}


# Thông tư 01/2018/TT-VPCP, Điều 15: xuất sắc từ 15, tốt từ 12 đến dưới 15, khá từ 9, trung bình từ 6, yếu dưới 6.
VPCP = bands(band("xuat-sac", "15"), band("tot", "12"), band("kha", "9"), band("trung-binh", "6"), band("yeu"))


def test_limits_closed_below() -> None:
    assert found(leaf(VPCP), "18", "15", "14.9", "14.99999999999999999999", "12", "9", "6", "5.9", "0") == {
        "18": "xuat-sac",
        "15": "xuat-sac",
        "14.9": "tot",
        "14.99999999999999999999": "tot",
        "12": "tot",
        "9": "kha",
        "6": "trung-binh",
        "5.9": "yeu",
        "0": "yeu",
    }


# Lào Cai 2022: dẫn dắt > 75%, nâng cao > 50% và <= 75%, hình thành > 25% và <= 50%, khởi động <= 25% số điểm tối đa.
LAO_CAI = bands(band("dan-dat", "75%"), band("nang-cao", "50%"), band("hinh-thanh", "25%"), band("khoi-dong"))


def test_limits_closed_above_on_the_share_of_the_maximum() -> None:
    fragment = leaf(LAO_CAI, "on: share, closed: above, ")
    assert found(fragment, "750.01", "750", "500", "500.00000000000000001", "250", "249", "0") == {
        "750.01": "dan-dat",
        "750": "nang-cao",
        "500": "hinh-thanh",
        "500.00000000000000001": "nang-cao",
        "250": "khoi-dong",
        "249": "khoi-dong",
        "0": "khoi-dong",
    }


def test_one_class_may_be_closed_the_other_way() -> None:
    fragment = leaf(
        bands(band("a", "75%", ", closed: below"), band("b", "50%"), band("c")), "on: share, closed: above, "
    )
    assert found(fragment, "750", "500", "500.1") == {"750": "a", "500": "c", "500.1": "b"}


def test_the_share_is_of_the_units_own_maximum() -> None:
    # Lào Cai: 1000 điểm, đơn vị đặc thù 750; and what is left out lowers it.
    fragment = f"""blocks: [{{id: p, name: P}}, {{id: q, name: Q}}]
criteria:
  - code: T
    name: T
    classes: {{on: share, closed: above, bands: [{LAO_CAI}]}}
    children:
      - {{code: A, name: A, max: {{p: 600, q: 350}}, formula: {{kind: given}}}}
      - {{code: B, name: B, max: 400, formula: {{kind: given}}}}
"""
    table = "unit block A B\nu p 350 300\nv q 300 300\nw p 460 n/a\nx q n/a 300\ny p n/a n/a"
    assert classed(fragment, table) == {
        "u": "nang-cao",  # 650 / 1000
        "w": "dan-dat",  # 460 / 600
        "y": "",
    }
    second = {place.unit: place.classes for place in tables(fragment, table)[1].places}
    assert second == {"v": ("dan-dat",), "x": ("nang-cao",)}  # 600 / 750, 300 / 400


# QĐ 134/QĐ-UBND Kon Tum: limits known only as the intervals that the printed results imply.
KON_TUM = bands(
    band("tot", "{above: 840.0, up_to: 852.4}"), band("kha", "{above: 688.4, up_to: 701.2}"),
    band("trung-binh", "{up_to: 538.6}"),
)  # fmt: skip


def test_a_limit_known_as_an_interval_leaves_what_lies_in_it_undetermined() -> None:
    assert found(leaf(KON_TUM), "859.5", "852.4", "852.3", "849.9", "840.1", "840.0", "793.5", "701.2", "701.1",
                 "688.5", "688.4", "538.6", "538.5", "0") == {
        "859.5": "tot",
        "852.4": "tot",
        "852.3": "tot|kha",
        "849.9": "tot|kha",
        "840.1": "tot|kha",
        "840.0": "kha",
        "793.5": "kha",
        "701.2": "kha",
        "701.1": "kha|trung-binh",
        "688.5": "kha|trung-binh",
        "688.4": "trung-binh",
        "538.6": "trung-binh",
        # The class below is not known: below all of them stands as nothing.
        "538.5": "trung-binh|",
        "0": "trung-binh|",
    }  # fmt: skip


def test_intervals_closed_above() -> None:
    assert found(leaf(KON_TUM, "closed: above, "), "852.4", "852.5", "840.1", "840.0", "538.6") == {
        "852.4": "tot|kha",
        "852.5": "tot",
        "840.1": "tot|kha",
        "840.0": "kha",
        "538.6": "trung-binh|",
    }


# Thanh Hóa 2837/QĐ-UBND: tốt 90–100, khá 70–89, trung bình 50–69, thấp dưới 50.
THANH_HOA = bands(
    band("tot", "{above: 89, up_to: 90}"), band("kha", "{above: 69, up_to: 70}"), band("trung-binh", "50"), band("thap")
)


def test_a_gap_in_the_text_is_undetermined() -> None:
    assert found(leaf(THANH_HOA), "90", "89.5", "89", "70", "69.5", "69", "50", "49.99") == {
        "90": "tot",
        "89.5": "tot|kha",
        "89": "kha",
        "70": "kha",
        "69.5": "kha|trung-binh",
        "69": "trung-binh",
        "50": "trung-binh",
        "49.99": "thap",
    }


@pytest.mark.parametrize(("closed", "expected"), [("below", "cao"), ("above", "vua")])
def test_irrational_points_at_a_limit(closed: str, expected: str) -> None:
    # 10 · ln 8 / ln 16 is 7.5 exactly; no finite precision shows it.
    fragment = leaf(bands(band("cao", "7.5"), band("vua", "5"), band("thap")), f"closed: {closed}, ", maximum="10")
    formula = "{kind: goalposts, of: a, low: 1, high: 16, logarithm: true}"
    table = "unit a\nu 8\nv 8.00000000000000000001\nw 7.99999999999999999999"
    assert classed(fragment.replace("{kind: given}", formula), table) == {"u": expected, "v": "cao", "w": "vua"}


def test_below_the_lowest_limit_there_is_no_class() -> None:
    fragment = leaf(bands(band("a", "80"), band("b", "50")))
    assert found(fragment, "80", "50", "49") == {"80": "a", "50": "b", "49": ""}
    places = tables(fragment, points("49"))[0].places
    assert (places[0].classes, places[0].determined) == (("",), True)


@pytest.mark.parametrize(
    ("decimals", "expected"), [("", "tot"), ("decimals: 1, ", "xuat-sac"), ("decimals: 2, ", "tot")]
)
def test_points_are_rounded_before_they_are_compared_where_it_is_said(decimals: str, expected: str) -> None:
    assert found(leaf(VPCP, decimals), "14.95") == {"14.95": expected}


def test_an_interval_and_a_limit_may_touch_but_not_cross() -> None:
    fragment = leaf(bands(band("a", "80"), band("b", "80", ", conditions: [a > 1]"), band("c")))
    assert classed(fragment, "unit A a\nu 80 0\nv 79 5") == {"u": "a", "v": "c"}


# Thanh Hóa, khung đánh giá HĐND: xuất sắc từ 90 với nhóm V >= 60% và >= 2 mô hình; tốt từ 80 với nhóm V >= 40%, >= 1.
CONDITIONS = f"""{NUMBERS}criteria:
  - code: T
    name: T
    classes:
      bands:
        - {{id: xuat-sac, name: X, from: 90, conditions: ["share([V]) >= 60%", a >= 2]}}
        - {{id: tot, name: T, from: 80, conditions: ["share([V]) >= 40%", a >= 1]}}
        - {{id: kha, name: K, from: 65}}
        - {{id: yeu, name: Y}}
    children:
      - {{code: V, name: V, max: 10, formula: {{kind: given}}}}
      - {{code: W, name: W, max: 90, formula: {{kind: given}}}}
"""


@pytest.mark.parametrize(
    ("v", "w", "a", "expected"),
    [
        ("6", "84", "2", "xuat-sac"),
        ("5.9", "90", "2", "tot"),
        ("6", "84", "1", "tot"),
        ("6", "84", "0", "kha"),
        ("3", "87", "5", "kha"),
        ("6", "84", "-", "kha"),  # a condition that is not answered does not hold
        ("6", "75", "5", "tot"),
        ("4", "40", "5", "yeu"),
    ],
)
def test_a_class_whose_condition_does_not_hold_passes_to_the_next(v: str, w: str, a: str, expected: str) -> None:
    assert classed(CONDITIONS, f"unit V W a\nu {v} {w} {a}") == {"u": expected}


LEVELS = bands(band("muc-3", "80"), band("muc-2", "{above: 49, up_to: 50}"), band("muc-1"))


def each(mixed: str = "lowest", more: str = "") -> str:
    """Classes over two groups; QĐ 4725/QĐ-BGDĐT: a level is reached where every group reaches it."""
    return f"""blocks: [{{id: p, name: P}}, {{id: q, name: Q}}]
criteria:
  - code: T
    name: T
    classes:
      {{on: each, over: [G, H], mixed: {mixed}, bands: [{LEVELS}]}}
    children:
      - {{code: G, name: G, max: 100, formula: {{kind: given}}}}
      - {{code: H, name: H, max: 100, formula: {{kind: given}}{more}}}
"""


@pytest.mark.parametrize(
    ("g", "h", "lowest", "undetermined"),
    [
        ("80", "90", "muc-3", "muc-3"),
        ("80", "79", "muc-2", "muc-3|muc-2"),
        ("80", "10", "muc-1", "muc-3|muc-2|muc-1"),
        ("20", "10", "muc-1", "muc-1"),
        ("80", "49.5", "muc-2|muc-1", "muc-3|muc-2|muc-1"),
        ("49.5", "10", "muc-1", "muc-2|muc-1"),
        # What does not apply is not asked; without a result of a group there is none.
        ("80", "n/a", "muc-3", "muc-3"),
        ("80", "-", "", ""),
    ],
)
def test_a_conjunction_over_groups(g: str, h: str, lowest: str, undetermined: str) -> None:
    table = f"unit G H\nu {g} {h}"
    assert classed(each(), table) == {"u": lowest}
    assert classed(each("undetermined"), table) == {"u": undetermined}


def test_a_conjunction_asks_only_the_groups_of_the_block() -> None:
    assert classed(each(more=", applies_to: [q]"), "unit block G H\nu p 80 -") == {"u": "muc-3"}


def test_the_share_of_an_unknown_maximum_is_undetermined() -> None:
    fragment = "unknown: true\n" + leaf(LAO_CAI, "on: share, ", maximum="unknown")
    assert found(fragment, "900") == {"900": "dan-dat|nang-cao|hinh-thanh|khoi-dong"}
    fragment = "unknown: true\n" + leaf(bands(band("a", "80%"), band("b", "50%")), "on: share, ", maximum="unknown")
    assert found(fragment, "900") == {"900": "a|b|"}
