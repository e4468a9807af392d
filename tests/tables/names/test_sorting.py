"""The order that ICU gives: a list it sorted, kept beside this file, and the library itself where it is installed."""

import random
import unicodedata
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from chiso.tables.names import load, sort_key

# Sorted by ICU 72.1, collation `vi`: the names in the registers, every vowel with every tone, and hard cases.
LISTED = (Path(__file__).parent / "icu-vi.txt").read_text(encoding="utf-8").splitlines()
LETTERS = "aăâàảãáạằẳẵắặầẩẫấậbcdđeêềểễếệfghiìỉĩíịjklmnoôơờởỡớợpqrstuưừửữứựvwxyỳỷỹýỵz AĂÂĐÔƠƯỆ -–,.();:&/1270\"'"


def test_the_list_is_sorted_as_icu_sorts_it() -> None:
    shuffled = LISTED.copy()
    random.Random(7).shuffle(shuffled)
    assert len(set(LISTED)) == len(LISTED) == 462
    assert sorted(shuffled, key=sort_key) == LISTED


def test_no_two_of_the_list_are_equal() -> None:
    assert len({sort_key(word) for word in LISTED}) == len(LISTED)


def test_tones_stand_in_the_order_of_the_dictionaries() -> None:
    assert sorted(["mạ", "má", "mã", "mả", "mà", "ma"], key=sort_key) == ["ma", "mà", "mả", "mã", "má", "mạ"]


def test_a_tone_counts_after_all_letters_of_a_name() -> None:
    assert sorted(["Hạ Long", "Hà Nội", "Ha Noi", "Hà Giang", "Hà Long"], key=sort_key) == [
        "Hà Giang",
        "Hà Long",
        "Hạ Long",
        "Ha Noi",
        "Hà Nội",
    ]


def test_composed_and_decomposed_are_equal() -> None:
    assert [sort_key(unicodedata.normalize("NFD", word)) for word in LISTED] == [sort_key(word) for word in LISTED]


def test_the_34_in_order() -> None:
    names = [unit.name for unit in load("provinces").at(date(2025, 7, 1))]
    assert sorted(names, key=sort_key) == [
        "An Giang",
        "Bắc Ninh",
        "Cà Mau",
        "Cao Bằng",
        "Cần Thơ",
        "Đà Nẵng",
        "Đắk Lắk",
        "Điện Biên",
        "Đồng Nai",
        "Đồng Tháp",
        "Gia Lai",
        "Hà Nội",
        "Hà Tĩnh",
        "Hải Phòng",
        "Hồ Chí Minh",
        "Huế",
        "Hưng Yên",
        "Khánh Hòa",
        "Lai Châu",
        "Lạng Sơn",
        "Lào Cai",
        "Lâm Đồng",
        "Nghệ An",
        "Ninh Bình",
        "Phú Thọ",
        "Quảng Ngãi",
        "Quảng Ninh",
        "Quảng Trị",
        "Sơn La",
        "Tây Ninh",
        "Thái Nguyên",
        "Thanh Hóa",
        "Tuyên Quang",
        "Vĩnh Long",
    ]


@pytest.fixture
def icu_key() -> Callable[[str], bytes]:
    why = "needs PyICU, which is not among the dependencies: it compiles for minutes (pip install PyICU)"
    icu = pytest.importorskip("icu", reason=why)
    collator: Any = icu.Collator.createInstance(icu.Locale("vi"))
    key: Callable[[str], bytes] = collator.getSortKey
    return key


def test_icu_sorts_random_texts_alike(icu_key: Callable[[str], bytes]) -> None:
    chance = random.Random(11)
    words = sorted({"".join(chance.choices(LETTERS, k=chance.randint(1, 9))) for _ in range(20_000)})
    assert sorted(words, key=sort_key) == sorted(words, key=icu_key)
    assert sorted(LISTED, key=icu_key) == LISTED
