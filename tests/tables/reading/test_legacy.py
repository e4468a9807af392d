"""Texts in the alphabets before Unicode."""

import unicodedata

import pytest

from chiso.tables.reading import legacy
from tests.tables.plain import read, remarks, tables

TEXT = (
    "Bảng 1. Kết quả xếp hạng của các đơn vị\nTT | Đơn vị | Điểm |\n1 | Sở Nội vụ | 9,5 |\n2 | Huyện Đắk Tô | 8,5 |\n"
)
ABC = "B¶ng 1. KÕt qu¶ xÕp h¹ng cña c¸c ®¬n vÞ\nTT | §¬n vÞ | §iÓm |\n1 | Së Néi vô | 9,5 |\n2 | HuyÖn §¾k T« | 8,5 |\n"
VNI = (
    "Baûng 1. Keát quaû xeáp haïng cuûa caùc ñôn vò\nTT | Ñôn vò | Ñieåm |\n1 | Sôû Noäi vuï | 9,5 |\n"
    "2 | Huyeän Ñaék Toâ | 8,5 |\n"
)
WANTED = tables(read(TEXT))


def windows_1258(text: str) -> bytes:
    """The bytes of the code page, which writes most tones as marks of their own."""
    out = bytearray()
    for letter in unicodedata.normalize("NFC", text):
        try:
            out += letter.encode("cp1258")
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", letter)
            tone = "".join(part for part in parts if part in "\u0300\u0301\u0303\u0309\u0323")
            base = unicodedata.normalize("NFC", "".join(part for part in parts if part not in tone))
            out += (base + tone).encode("cp1258")
    return bytes(out)


@pytest.mark.parametrize(
    ("raw", "alphabet"),
    [
        (ABC.encode("latin-1"), "TCVN3"),
        (ABC.encode(), "TCVN3"),
        (VNI.encode("latin-1"), "VNI"),
        (VNI.encode(), "VNI"),
        (windows_1258(TEXT), "windows-1258"),
    ],
    ids=["abc", "abc in utf-8", "vni", "vni in utf-8", "windows-1258"],
)
def test_an_alphabet_before_unicode_is_converted_and_told(raw: bytes, alphabet: str) -> None:
    document = read(raw)
    assert tables(document) == WANTED
    assert remarks(document) == [f"t.txt: the text was written in {alphabet} and was converted to Unicode"]


def test_utf_16_is_read_by_its_mark() -> None:
    assert tables(read(TEXT.encode("utf-16"))) == WANTED
    assert tables(read(b"\xef\xbb\xbf" + TEXT.encode())) == WANTED


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("ÑOÄC LAÄP TÖÏ DO HAÏNH PHUÙC", "ĐỘC LẬP TỰ DO HẠNH PHÚC"),
        (
            "quyeát ñònh, tænh, myõ thuaät, ngöôøi, nguyeãn, aên, AÊn",
            "quyết định, tỉnh, mỹ thuật, người, nguyễn, ăn, Ăn",
        ),
    ],
)
def test_vni_pairs_become_letters(typed: str, said: str) -> None:
    assert legacy.CONVERTERS["VNI"](typed) == said


def test_vietnamese_in_unicode_is_left_alone() -> None:
    assert legacy.likeliness(TEXT) == (17 / 18, 18), "all but the name Đắk"
    assert legacy.converter(TEXT) is None
    assert legacy.converter("Überprüfung der Größe für ältere Bücher, schöne Grüße und natürlich Käse") is None
