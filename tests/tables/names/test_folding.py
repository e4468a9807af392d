"""Writings that are one name, and names that are not."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chiso.tables.names import bare, key
from chiso.tables.names.folding import folded, numbers, only_blanks_differ

SAME = [
    ("Uỷ ban nhân dân", "Ủy ban nhân dân"),
    ("UỶ BAN NHÂN DÂN", "ủy ban Nhân dân"),
    ("Hoà Bình", "Hòa Bình"),
    ("Thuý", "Thúy"),
    ("Quý", "Qúy"),
    ("Giá", "Gía"),
    ("Khuỷu", "Khủyu"),
    ("toàn", "tòan"),
    ("TP. Hồ Chí Minh", "thành phố Hồ Chí Minh"),
    ("Tp Hồ Chí Minh", "T.P. Hồ Chí Minh"),
    ("TP.HCM", "TPHCM"),
    ("TP HCM", "Thành phố Hồ Chí Minh"),
    ("Thừa Thiên - Huế", "Thừa Thiên Huế"),
    ("Bà Rịa-Vũng Tàu", "Bà Rịa – Vũng  Tàu"),
    ("TX. Sơn Tây", "thị xã Sơn Tây"),
    ("TT. Sa Pa", "thị trấn Sa Pa"),
    ("H. Sa Thầy", "huyện Sa Thầy"),
    ("UBND H. Sa Thầy", "Ủy ban nhân dân huyện Sa Thầy"),
    ("Q1", "Quận 1"),
    ("UBND Q. 1", "UBND quận 1"),
    ("P.12", "phường 12"),
    ("T. Kon Tum", "tỉnh Kon Tum"),
    ("Sở Giao thông, Vận tải", "Sở Giao thông vận tải"),
    ("Sở GTVT", "Sở Giao thông Vận tải"),
    ("Sở Văn hóa, Thể thao và Du Lịch", "Sở Văn hoá - Thể thao & Du lịch"),
    ("Sở VH, TT và DL", "Sở VHTTDL"),
    ("Sở VHTT&DL", "Sở Văn hóa, Thể thao và Du lịch"),
    ("Sở TT&TT", "Sở Thông tin và Truyền thông"),
    ("Sở TTTT", "Sở TT - TT"),
    ("Bộ KH&ĐT", "Bộ Kế hoạch và Đầu tư"),
    ("Bộ KHDT", "Bộ Kế hoạch - Đầu tư"),
    ("LĐTB&XH", "Lao động - Thương binh và Xã hội"),
    ("LĐ-TBXH", "Lao động, Thương binh và Xã hội"),
    ("Lao động Thương binh và Xã hội", "Lao động TB&XH"),
    ("Sở GD&ĐT", "Sở Giáo dục và đào tạo"),
    ("Sở GD-ĐT", "Sở Giáo dục Đào tạo"),
    ("Bộ NN&PTNT", "Bộ Nông nghiệp và Phát triển nông thôn"),
    ("Bộ NN và PTNT", "Bộ Nông nghiệp & PTNT"),
    ("Sở TN&MT", "Sở Tài nguyên và Môi trường"),
    ("Sở NN&MT", "Sở Nông nghiệp và Môi trường"),
    ("Sở KH&CN", "Sở Khoa học và Công nghệ"),
    ("Sở DT&TG", "Sở Dân tộc và Tôn giáo"),
    ("Sở QH-KT", "Sở Quy hoạch - Kiến trúc"),
    ("VPCP", "Văn phòng Chính phủ"),
    ("VP UBND tỉnh", "Văn phòng Ủy ban nhân dân tỉnh"),
    ("NHNN Việt Nam", "Ngân hàng Nhà nước VN"),
    ("BQL KKT", "Ban Quản lý Khu kinh tế"),
    ("BQL các KCN", "Ban quản lý các khu công nghiệp"),
    ("BHXH Việt Nam", "Bảo hiểm xã hội Việt Nam"),
    ("Sở TP", "Sở Tư pháp"),
    ("Sở XD", "Sở Xây dựng"),
    ("Bộ TC", "Bộ Tài chính"),
    ("Sở Y Tế", "SỞ Y TẾ"),
    ("Sở Y tế²", "Sở Y tế"),
    ("Sở Y tế *", "Sở Y tế."),
    ("Đắk Lắk", "Đăk Lăk"),
    ("Dak Lak", "Đắk Lắk"),
    ("Ðà Nẵng", "Đà Nẵng"),
    ("Sở\u00a0Nội\u200b vụ", "Sở Nội vụ"),
    ("Ia H'Drai", "Ia H’Drai"),
]

APART = [
    ("Hòa", "Họa"),
    ("Quảng Nam", "Quảng Năm"),
    ("T7", "T17"),
    ("Quận 1", "Quận 11"),
    ("Quận 12", "Quận 1, 2"),
    ("Hà Nam", "Hà Năm"),
    ("Hà Nội", "Ha Noi"),
    ("Thanh Hóa", "Thánh Hóa"),
    ("Lai Châu", "Lại Châu"),
    ("Đà Nẵng", "Da Nang"),
    ("Bình Định", "Bình Dinh"),
    ("tỉnh Huế", "thành phố Huế"),
    ("huyện Kon Tum", "thành phố Kon Tum"),
    ("Sở Tài chính", "Bộ Tài chính"),
    ("Sở KH&CN", "Sở KH&ĐT"),
    ("Viện Hàn lâm Khoa học xã hội Việt Nam", "Viện Hàn lâm Khoa học và Công nghệ Việt Nam"),
    ("TP Tư pháp", "Sở TP"),
    ("Đăk Tô", "Đăk To"),
    ("Thanh Oai", "Than Hoai"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_name_has_one_key(one: str, other: str) -> None:
    written = [unicodedata.normalize(form, name) for form in ("NFC", "NFD") for name in (one, other)]
    assert {key(name) for name in written} == {key(one)}


@pytest.mark.parametrize(("one", "other"), APART)
def test_two_names_have_two_keys(one: str, other: str) -> None:
    assert key(one) != key(other)
    assert not only_blanks_differ(key(one), key(other))


def test_keys_are_words_with_the_tone_behind_the_vowels() -> None:
    names = ["Uỷ ban Dân tộc", "Sở TT&TT", "T17", "IaH'drai", "…", "", "và"]
    assert [[unicodedata.normalize("NFD", token) for token in folded(name)] for name in names] == [
        ["uy\u0309", "ban", "da\u0302n", "to\u0323\u0302c"],
        ["so\u031b\u0309", "tho\u0302ng", "tin", "truye\u0302\u0300n", "tho\u0302ng"],
        ["t", "17"],
        ["iah", "drai"],
        [],
        [],
        [],
    ]


def test_blanks_may_be_left_out_but_not_moved() -> None:
    assert only_blanks_differ(key("Kon Tum"), key("Kontum"))
    assert only_blanks_differ(key("IaH'drai"), key("Ia H'Drai"))
    assert not only_blanks_differ(key("Than Hoai"), key("Thanh Oai"))
    assert not only_blanks_differ(key("xã 1 2"), key("xã 12"))


def test_the_letters_alone() -> None:
    assert [bare(name) for name in ("Điện Biên", "Dien Bien", "Thừa Thiên - Huế")] == [
        "dien bien",
        "dien bien",
        "thua thien hue",
    ]


def test_the_numbers_in_a_name() -> None:
    names = ["T7", "T17", "Quận 01", "xã 1, 2", "Sở Y tế", "trường số ٣"]
    assert [numbers(folded(name)) for name in names] == [(7,), (17,), (1,), (1, 2), (), (3,)]


@given(st.text())
def test_any_text_has_a_key_that_is_its_own_key(text: str) -> None:
    assert key(unicodedata.normalize("NFD", text)) == key(text)
    assert key(f"  {text} ") == key(text)
