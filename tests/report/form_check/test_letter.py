"""An official letter has no kind: its subject stands below the number, and its addressees follow."""

from dataclasses import replace

import pytest

from chiso.engine.errors import InputError
from chiso.language import use
from chiso.report.form_check import Departure, check
from chiso.report.official.fonts import font
from chiso.report.official.form import Measures, Official, Paragraph, Run
from chiso.report.official.framing import frame
from chiso.report.official.meta import Meta
from chiso.report.official.pdf import pdf
from chiso.report.official.word import word
from tests.report.official.making import KON_TUM

TEXT = "Ủy ban nhân dân tỉnh đề nghị các đơn vị gửi số liệu của năm 2018 trước ngày 15 tháng 01 năm 2019."


def letter(*to: str) -> Official:
    told = {"subject": "gửi số liệu đánh giá mức độ ứng dụng công nghệ thông tin năm 2018", "to": to, "grounds": ()}
    meta: Meta = KON_TUM.model_copy(update={**told, "decides": None, "submission": None, "symbol": "UBND-KGVX"})
    with use("vi"):
        around = frame(meta, "", "", "")
    return Official("vi", around.subject, around, (Paragraph((Run(TEXT),)),))


@pytest.mark.parametrize("to", [("Sở Nội vụ",), ("Sở Nội vụ", "Sở Tài chính", "Ủy ban nhân dân huyện Đăk Hà")])
def test_a_letter_keeps_the_form(to: tuple[str, ...]) -> None:
    made = letter(*to)
    assert made.frame.subject.startswith("V/v gửi số liệu")
    assert check(word(made)) == ()
    try:
        font()
    except InputError as error:
        pytest.skip(str(error))
    assert check(pdf(made)) == ()


def test_its_subject_is_held_to_its_size() -> None:
    try:
        font()
    except InputError as error:
        pytest.skip(str(error))
    told = check(pdf(replace(letter("Sở Nội vụ")), measures=Measures(letter_subject=14)))
    assert {(each.found, each.expected) for each in told} == {("size 14.0", "size 12 to 13")}
    assert Departure in {type(each) for each in told}
