"""Sentences on numbers of two times: they follow from the numbers, and never say more."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from chiso.language import use
from chiso.report.kinds.survey_moves import Move, assessment, change_cell


def move(name: str, before: str | None, now: str | None, percent: bool = True) -> Move:
    sign = "%" if percent else ""
    values = [None if each is None else Decimal(each) for each in (now, before)]
    texts = ["–" if each is None else each.replace(".", ",") + sign for each in (now, before)]
    return Move(name, values[0], values[1], texts[0], texts[1], percent)


def said(*moves: Move) -> list[str]:
    with use("vi"):
        return assessment(moves, "Năm 2025")


def test_up_down_and_unchanged_are_told_apart() -> None:
    assert said(move("Tỷ lệ A", "91.11", "95.99"), move("Tỷ lệ B", "98.89", "98"), move("Tỷ lệ C", "30", "30")) == [
        "So với năm 2025, 1/3 chỉ tiêu tăng: tỷ lệ A (95,99%, tăng 4,88 điểm phần trăm).",
        "So với năm 2025, 1/3 chỉ tiêu giảm: tỷ lệ B (98%, giảm 0,89 điểm phần trăm).",
        "So với năm 2025, 1/3 chỉ tiêu giữ nguyên: tỷ lệ C (30%).",
        "Cao nhất: tỷ lệ B (98%).",
        "Thấp nhất: tỷ lệ C (30%).",
    ]


def test_all_up_is_said_only_where_all_are_up() -> None:
    rose = (move("A", "1", "2"), move("B", "3", "4"))
    assert said(*rose)[0] == (
        "So với năm 2025, cả 2 chỉ tiêu đều tăng: a (2%, tăng 1 điểm phần trăm); b (4%, tăng 1 điểm phần trăm)."
    )
    assert said(*rose, move("C", "5", "5"))[0].startswith("So với năm 2025, 2/3 chỉ tiêu tăng:")


def test_what_is_at_100_is_not_the_highest_again() -> None:
    assert said(move("A", None, "100"), move("B", None, "60")) == ["Đạt 100%: a.", "Thấp nhất: b (60%)."]


def test_ties_share_the_place_and_numbers_that_are_no_percentages_have_none() -> None:
    moves = (move("A", None, "60"), move("B", None, "60"), move("C", None, "80"), move("D", "8", "9", percent=False))
    assert said(*moves) == [
        "So với năm 2025, 1/1 chỉ tiêu tăng: d (9, tăng 1).",
        "Cao nhất: c (80%).",
        "Thấp nhất: a (60%); b (60%).",
    ]


def test_what_is_not_known_is_said_and_never_0() -> None:
    assert said(move("A", "50", None), move("TDOffice", None, "60")) == ["Không có trong nguồn: a."]
    assert change_cell(move("A", "50", None)).text == "–"


def test_a_minus_is_a_minus_and_a_plus_is_shown() -> None:
    with use("vi"):
        assert [change_cell(move("A", "50", now)).text for now in ("49.5", "50", "50.25")] == ["−0,5", "0", "+0,25"]
        cells = [change_cell(move("A", "50.0", now)).value for now in ("49.5", "50.25")]
    assert cells == [Decimal("-0.5"), Decimal("0.25")]


@given(st.lists(st.tuples(st.integers(0, 9999), st.integers(0, 9999)), min_size=1, max_size=6))
def test_every_number_is_in_the_group_that_its_sign_says(pairs: list[tuple[int, int]]) -> None:
    moves = [
        move(f"Chỉ số {place}.", str(Decimal(before) / 100), str(Decimal(now) / 100))
        for place, (before, now) in enumerate(pairs)
    ]
    found = {"tăng": "", "giảm": "", "giữ nguyên": ""}
    for sentence in said(*moves):
        for word in found:
            if sentence.startswith("So với") and f"chỉ tiêu {word}:" in sentence.replace("đều ", ""):
                found[word] = sentence
    for place, (before, now) in enumerate(pairs):
        way = "tăng" if now > before else "giảm" if now < before else "giữ nguyên"
        assert [word for word, sentence in found.items() if f"chỉ số {place}. (" in sentence] == [way]
