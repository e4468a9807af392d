"""Empty fields for digital signatures: named, over the room above the name, the seal over its left third."""

from io import BytesIO
from typing import Any

import pytest

from chiso.engine.errors import InputError
from chiso.report.form_check import check
from chiso.report.official.fonts import font
from chiso.report.official.form import Official
from chiso.report.official.pdf import pdf
from tests.report.official.making import decision, minutes


@pytest.fixture(scope="module", autouse=True)
def needs_a_font() -> None:
    try:
        font()
    except InputError as error:
        pytest.skip(str(error))


def fields(document: Official) -> list[tuple[str, list[int]]]:
    """The names of the empty fields of a PDF with their boxes in points: left, bottom, right, top."""
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.fields import enumerate_sig_fields

    read: Any = PdfFileReader(BytesIO(pdf(document, to_sign=True)))
    return [
        (name, [int(side) for side in reference.get_object()["/Rect"]])
        for name, value, reference in enumerate_sig_fields(read)
        if value is None
    ]


def test_the_signer_has_a_field_and_the_seal_lies_over_its_left_third() -> None:
    (signer, (left, low, right, high)), (seal, (_, below, edge, above)) = fields(decision(rows=3))
    assert (signer, seal) == ("ChuKySo.NguoiKy", "ChuKySo.CoQuan")
    assert (right - left, high - low) == (142, 74)
    assert edge == left + (right - left) // 3
    assert below < low < high < above


def test_each_of_several_who_sign_has_a_field_side_by_side() -> None:
    (first, one), (second, other) = fields(minutes())
    assert (first, second) == ("ChuKySo.NguoiKy", "ChuKySo.NguoiKy2")
    assert (one[1], one[3]) == (other[1], other[3])
    assert one[2] < other[0]


def test_the_same_document_gives_the_same_bytes_and_keeps_the_form() -> None:
    made = pdf(decision(rows=3), to_sign=True)
    assert made == pdf(decision(rows=3), to_sign=True)
    assert made != pdf(decision(rows=3))
    assert check(made) == ()
