"""The cards of all units in one document, an annex each."""

import pytest

from chiso.engine.answers import Units
from chiso.engine.errors import InputError
from chiso.language import use
from chiso.report.figures import Trend
from chiso.report.form_check import check
from chiso.report.html import page
from chiso.report.kinds.card_all import cards
from chiso.report.official.fonts import font
from chiso.report.official.form import Annex, Official, Paragraph
from chiso.report.official.pdf import pdf
from chiso.report.official.plain import plain
from chiso.report.official.word import word
from tests.report.kinds.test_card import META
from tests.report.kinds.times import at, two_times


def all_cards() -> Official:
    with use("vi"):
        return cards(two_times(META))


def first_words(annex: Annex) -> str:
    return next(block.text for block in annex.blocks if isinstance(block, Paragraph))


def test_an_annex_for_each_unit_in_the_order_of_ranks() -> None:
    assert [(annex.number, annex.title, first_words(annex)) for annex in all_cards().annexes] == [
        ("Phụ lục I", "Sở B", "Sở B đạt 18,00 điểm; xếp hạng 1/4; xếp loại: Tốt."),
        ("Phụ lục II", "Sở A", "Sở A đạt 13,50 điểm; xếp hạng 2/4; xếp loại: Khá."),
        ("Phụ lục III", "Sở C", "Sở C đạt 11,25 điểm; xếp hạng 3/4; xếp loại: Khá."),
        ("Phụ lục IV", "Sở D", "Sở D đạt 4,00 điểm; xếp hạng 4/4; xếp loại: Trung bình."),
        ("Phụ lục V", "Sở E", "Sở E: không xếp hạng."),
        ("Phụ lục VI", "Huyện M", "Huyện M đạt 2,00 điểm; xếp hạng 1/1; xếp loại: Trung bình."),
    ]


def test_the_notice_holds_every_unit() -> None:
    document = all_cards()
    tables = list(document.tables())
    assert ["|".join(cell.text for cell in row) for table in tables[:2] for row in table.rows] == [
        "1|Sở B|18,00|Tốt|+1",
        "2|Sở A|13,50|Khá|−1",
        "3|Sở C|11,25|Khá|0",
        "4|Sở D|4,00|Trung bình|đơn vị mới, không có trong kết quả kỳ trước",
        "–|Sở E|–|không xếp hạng|kỳ này không xếp hạng",
        "1|Huyện M|2,00|Trung bình|0",
    ]
    assert [table.number for table in tables] == list(range(1, len(tables) + 1))
    assert sum(isinstance(block, Trend) for block in document.blocks()) == 4


def test_every_card_has_its_place_on_the_page() -> None:
    made = page(plain(all_cards()))
    assert made.count("<section ") == made.count('<li><a href="#section-') == len(plain(all_cards()).sections)
    assert all(f"{annex.number}. {annex.title}" in made for annex in all_cards().annexes)


def test_too_many_units_are_refused() -> None:
    count = 1001
    codes = tuple(f"u{place}" for place in range(count))
    units = Units.of(codes, "s")
    source = at("\n".join(f"{code} X 1" for code in codes), units)
    with pytest.raises(InputError) as error:
        cards(source)
    assert str(error.value) == (
        "--unit: 1001 cards in one file; expected: at most 1000 cards in one file; write a file for each: --all -o "
        "FOLDER"
    )


def test_it_keeps_the_form() -> None:
    assert check(word(all_cards())) == ()
    try:
        font()
    except InputError:
        return
    assert check(pdf(all_cards())) == ()
