"""A PDF that keeps the form passes; one that departs from it is told where."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from chiso.engine.errors import InputError
from chiso.language import use
from chiso.report.form_check import Departure, check
from chiso.report.official.fonts import font
from chiso.report.official.form import MEASURES, Annex, Measures, Official, Paragraph, Run
from chiso.report.official.framing import frame
from chiso.report.official.meta import Meta
from chiso.report.official.pdf import pdf
from chiso.report.official.word import word
from tests.report.official.making import decision


@pytest.fixture(scope="module", autouse=True)
def needs_a_font() -> None:
    try:
        font()
    except InputError as error:
        pytest.skip(str(error))


def test_what_is_written_keeps_the_form() -> None:
    assert check(pdf(decision(rows=30))) == ()


@pytest.mark.parametrize(
    ("measures", "part", "found", "expected"),
    [
        (Measures(left=25), "left margin", "25 mm", "30 to 35 mm"),
        (Measures(left=40), "left margin", "40 mm", "30 to 35 mm"),
        (Measures(right=10), "right margin", "10 mm", "15 to 20 mm"),
        (Measures(motto=15), "motto “Độc lập - Tự do - Hạnh phúc”", "size 15.0", "size 13 to 14"),
        (Measures(nation=11), "nation “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”", "size 11.0", "size 12 to 13"),
        (Measures(place=12), "place “Kon Tum, ngày 27 tháng 3 năm 2018”", "size 12.0", "size 13 to 14"),
        (Measures(recipient=13), "recipient “- Như Điều 2;”", "size 13.0", "size 11 to 11"),
        (Measures(page=10), "page number", "size 10.0", "size 13 to 14"),
    ],
)
def test_a_departure_is_told(measures: Measures, part: str, found: str, expected: str) -> None:
    assert Departure(part, found, expected) in check(pdf(decision(rows=30), measures=measures))


def test_small_letters_and_a_missing_line_are_told() -> None:
    made = decision(rows=30)
    frame = replace(made.frame, issuer=("Ủy ban nhân dân tỉnh",), place="Kon Tum")
    told = check(pdf(replace(made, frame=frame)))
    assert Departure("issuer “Ủy ban nhân dân tỉnh”", "small letters", "capitals") in told
    assert Departure("place", "nothing", "a line") in told


def test_the_measures_themselves_are_within_the_form() -> None:
    from chiso.report.official.form import ALLOWED

    own = vars(MEASURES)
    assert [name for name, (least, most) in ALLOWED.items() if not least <= own[name] <= most] == []


LONG = Paragraph((Run("Các đơn vị hoàn thành việc nộp báo cáo, tài liệu kiểm chứng và phiếu thu thập số liệu. " * 60),))


@pytest.mark.parametrize(
    ("measures", "departure"),
    [
        (Measures(top=30), ("top margin", "30 mm", "20 to 25 mm")),
        (Measures(right=28), ("right margin", "28 mm", "15 to 20 mm")),
        (Measures(right=12), ("right margin", "12 mm", "15 to 20 mm")),
        (Measures(bottom=12), ("bottom margin", "12 mm", "20 to 25 mm")),
        (Measures(bottom=60), ("bottom margin", "60 mm", "20 to 25 mm")),
    ],
)
def test_margins_are_told_as_far_as_the_text_shows_them(measures: Measures, departure: tuple[str, str, str]) -> None:
    made = replace(decision(rows=3), annexes=(), body=(LONG, LONG))
    told = [each for each in check(pdf(made, measures=measures)) if each.part.endswith("margin")]
    assert {(each.part, each.expected) for each in told} == {(departure[0], departure[2])}
    found = int(told[0].found.removesuffix(" mm"))
    assert abs(found - int(departure[1].removesuffix(" mm"))) <= (15 if departure[0] == "bottom margin" else 1)


@pytest.mark.parametrize("make", [pdf, word])
def test_what_is_blank_short_or_indented_keeps_the_form(make: Callable[[Official], bytes]) -> None:
    indented = tuple(Paragraph((Run(f"- Dòng ngắn {place}."),)) for place in range(4))
    annex = Annex("Phụ lục", "Danh mục", "", indented)
    with use("vi"):
        blank = Official("vi", "Họp", frame(Meta(), "BÁO CÁO", "BC", "Họp"), (LONG, LONG), (annex,))
    assert check(make(blank)) == ()
