"""The names as five published documents write them: which are certain, and which must be asked.

The documents: báo cáo 23/BC-STTTT of Thanh Hóa (2016), quyết định 134/QĐ-UBND of Kon Tum (2018), a report of Sở Nội vụ
Bắc Giang (2021), a news item of Điện Biên (2014), công văn 1557/BTTTT-THH with the report on 2016.
"""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from chiso.tables.names import Match, Register, load, match, split

IN_2013, IN_2015, IN_2016, IN_2017, IN_2021 = (date(year, 12, 31) for year in (2013, 2015, 2016, 2017, 2021))

MINISTRIES = {
    "Bộ Công Thương": "Bộ Công Thương",
    "Bộ Giáo dục và Đào tạo": "Bộ Giáo dục và Đào tạo",
    "Bộ Giao thông vận tải": "Bộ Giao thông vận tải",
    "Bộ Kế hoạch và Đầu tư": "Bộ Kế hoạch và Đầu tư",
    "Bộ Khoa học và Công nghệ": "Bộ Khoa học và Công nghệ",
    "Bộ Lao động, Thương binh và Xã Hội": "Bộ Lao động - Thương binh và Xã hội",
    "Bộ Nông nghiệp và Phát triển nông thôn": "Bộ Nông nghiệp và Phát triển nông thôn",
    "Bộ Ngoại giao": "Bộ Ngoại giao",
    "Bộ Tài chính": "Bộ Tài chính",
    "Bộ Tư pháp": "Bộ Tư pháp",
    "Bộ Thông tin và Truyền thông": "Bộ Thông tin và Truyền thông",
    "Bộ Văn hóa, Thể thao và Du lịch": "Bộ Văn hóa, Thể thao và Du lịch",
    "Bộ Xây dựng": "Bộ Xây dựng",
    "Bộ Y tế": "Bộ Y tế",
    "Ngân hàng Nhà nước Việt Nam": "Ngân hàng Nhà nước Việt Nam",
    "Bộ Nội vụ": "Bộ Nội vụ",
    "Thanh tra Chính phủ": "Thanh tra Chính phủ",
    "Bộ Tài nguyên và Môi trường": "Bộ Tài nguyên và Môi trường",
    "Ủy ban Dân tộc": "Ủy ban Dân tộc",
}
AGENCIES = {
    "Bảo hiểm Xã hội Việt Nam": "Bảo hiểm xã hội Việt Nam",
    "Viện Hàn lâm Khoa học Xã hội Việt Nam": "Viện Hàn lâm Khoa học xã hội Việt Nam",
    "Thông tấn xã Việt Nam": "Thông tấn xã Việt Nam",
    "Đài Truyền hình Việt Nam": "Đài Truyền hình Việt Nam",
    "Đài Tiếng nói Việt Nam": "Đài Tiếng nói Việt Nam",
    "Học viện Chính trị Quốc gia Hồ Chí Minh": "Học viện Chính trị quốc gia Hồ Chí Minh",
    "Ban Quản lý Lăng Chủ tịch Hồ Chí Minh": "Ban Quản lý Lăng Chủ tịch Hồ Chí Minh",
    "Viện Hàn lâm Khoa học và Công nghệ Việt Nam": "Viện Hàn lâm Khoa học và Công nghệ Việt Nam",
}
# Bảng 4.1, in its order.
PROVINCES = [
    *("An Giang", "Bắc Ninh", "Bình Dương", "Hải Dương", "Hậu Giang", "Lâm Đồng", "Quảng Ninh", "Quảng Ngãi"),
    *("TP. Đà Nẵng", "TP. Hà Nội", "TP. Hồ Chí Minh", "Thừa Thiên - Huế", "Trà Vinh", "Khánh Hòa", "Thanh Hóa"),
    *("Nghệ An", "Hà Tĩnh", "Vĩnh Phúc", "Kiên Giang", "Quảng Nam", "Lào Cai", "Ninh Bình", "Bình Định"),
    *("TP. Hải Phòng", "Bà Rịa - Vũng Tàu", "Hà Nam", "Tiền Giang", "Cà Mau", "Phú Thọ", "TP. Cần Thơ", "Gia Lai"),
    *("Thái Bình", "Hưng Yên", "Đồng Nai", "Đắk Lắk", "Lạng Sơn", "Thái Nguyên", "Hòa Bình", "Bình Phước"),
    *("Bắc Kạn", "Quảng Bình", "Đồng Tháp", "Vĩnh Long", "Ninh Thuận", "Long An", "Bình Thuận", "Sóc Trăng"),
    *("Đắk Nông", "Tây Ninh", "Tuyên Quang", "Yên Bái", "Bắc Giang", "Phú Yên", "Điện Biên", "Hà Giang"),
    *("Nam Định", "Cao Bằng", "Bạc Liêu", "Kon Tum", "Quảng Trị", "Bến Tre", "Sơn La", "Lai Châu"),
]
KON_TUM = {
    "Sở Tài nguyên và Môi trường": "Sở Tài nguyên và Môi trường",
    "Sở Giao thông, Vận tải": "Sở Giao thông vận tải",
    "Sở Tài chính": "Sở Tài chính",
    "Sở Khoa học và Công nghệ": "Sở Khoa học và Công nghệ",
    "Văn phòng UBND tỉnh": "Văn phòng Ủy ban nhân dân tỉnh",
    "Sở Giáo dục và đào tạo": "Sở Giáo dục và Đào tạo",
    "Ban quản lý Khu kinh tế Kon Tum": "Ban quản lý Khu kinh tế Kon Tum",
    "Sở Xây dựng": "Sở Xây dựng",
    "Sở Nội vụ": "Sở Nội vụ",
    "Sở Y Tế": "Sở Y tế",
    "Sở Kế hoạch và Đầu tư": "Sở Kế hoạch và Đầu tư",
    "Sở Công thương": "Sở Công Thương",
    "Thanh Tra tỉnh": "Thanh tra tỉnh",
    "Ban Dân tộc": "Ban Dân tộc",
    "Sở Tư pháp": "Sở Tư pháp",
    "Sở Lao động Thương binh và Xã hội": "Sở Lao động - Thương binh và Xã hội",
    "Sở Thông tin và Truyền thông": "Sở Thông tin và Truyền thông",
    "Sở Văn hóa, Thể thao và Du Lịch": "Sở Văn hóa, Thể thao và Du lịch",
    "Sở Ngoại Vụ": "Sở Ngoại vụ",
    "Sở Nông Nghiệp và Phát triển nông thôn": "Sở Nông nghiệp và Phát triển nông thôn",
    "UBND huyện Sa Thầy": "huyện Sa Thầy",
    "UBND thành phố Kon Tum": "thành phố Kon Tum",
    "UBND huyện Ngọc Hồi": "huyện Ngọc Hồi",
    "UBND huyện Tu Mơ Rông": "huyện Tu Mơ Rông",
    "UBND huyện Đăk Glei": "huyện Đăk Glei",
    "UBND huyện Đăk Hà": "huyện Đăk Hà",
    "UBND huyện Đăk Tô": "huyện Đăk Tô",
    "UBND huyện Kon Plong": "huyện Kon Plong",
    "UBND huyện IaH'drai": "huyện Ia H'Drai",
    "UBND huyện Kon Rẫy": "huyện Kon Rẫy",
}
# What the other three documents call the units they speak of; None: it must be asked, for it leaves out of where.
THANH_HOA = {
    "tỉnh Thanh Hóa": "tỉnh Thanh Hóa",
    "Sở thông tin và Truyền thông": "Sở Thông tin và Truyền thông",
    "Sở Thông tin và Truyền thông": "Sở Thông tin và Truyền thông",
    "UBND tỉnh": None,
}
BAC_GIANG = {
    "Sở Nội vụ tỉnh Bắc Giang": "Sở Nội vụ",
    "Sở Nội vụ": "Sở Nội vụ",
    "UBND tỉnh Bắc Giang": "tỉnh Bắc Giang",
    "tỉnh Bắc Giang": "tỉnh Bắc Giang",
    "Bắc Giang": "tỉnh Bắc Giang",
    "Sở Thông tin và Truyền thông Bắc Giang": "Sở Thông tin và Truyền thông",
    "Sở Thông tin và Truyền thông tỉnh": "Sở Thông tin và Truyền thông",
    "UBND tỉnh": None,
}
DIEN_BIEN = {
    "Sở Thông tin và Truyền thông tỉnh Điện Biên": "Sở Thông tin và Truyền thông",
    "tỉnh Điện Biên": "tỉnh Điện Biên",
    "Kon Tum": "tỉnh Kon Tum",
    "Lai Châu": "tỉnh Lai Châu",
    "Sơn La": "tỉnh Sơn La",
    "Bộ Thông tin và Truyền thông": "Bộ Thông tin và Truyền thông",
    "Bộ Tài chính": "Bộ Tài chính",
    "Bộ Ngoại giao": "Bộ Ngoại giao",
    "Bộ Kế hoạch và Đầu tư": "Bộ Kế hoạch và Đầu tư",
    "tỉnh Thừa Thiên Huế": "tỉnh Thừa Thiên Huế",
    "Thành phố Đà Nẵng": "thành phố Đà Nẵng",
    "Thành phố Hà Nội": "thành phố Hà Nội",
    "Thành phố Hồ Chí Minh": "thành phố Hồ Chí Minh",
    "tỉnh Thanh Hóa": "tỉnh Thanh Hóa",
    "tỉnh Bạc Liêu": "tỉnh Bạc Liêu",
    "UBND tỉnh": None,
}


@pytest.fixture(scope="module")
def nation() -> Register:
    return load("ministries", "agencies", "provinces")


def of_province(code: str) -> Register:
    """The nation, with the departments that a province had by decree."""
    nation = load("ministries", "agencies", "provinces")
    return nation + load("departments").within(nation[code])


def titles(names: dict[str, str | None] | dict[str, str], register: Register, on: date) -> dict[str, str | None]:
    found = {name: match(name, register, on).unit for name in names}
    return {name: unit.title if unit else None for name, unit in found.items()}


def test_the_names_of_the_report_on_2016(nation: Register) -> None:
    assert titles(MINISTRIES, nation, IN_2016) == MINISTRIES
    assert titles(AGENCIES, nation, IN_2016) == AGENCIES
    found = [match(name, nation, IN_2016) for name in PROVINCES]
    assert [each.certainty for each in found] == ["exact"] * 63
    assert {each.unit for each in found} == set(load("provinces").at(IN_2016))


def test_the_three_ministries_it_leaves_out(nation: Register) -> None:
    found = split("Bộ Quốc phòng, Bộ Công an và Văn phòng Chính phủ", nation, IN_2016)
    there = {unit.name for unit in load("ministries").at(IN_2016)}
    assert there - set(MINISTRIES.values()) == {each.unit.name for each in found if each.unit}


def test_the_names_of_kon_tum() -> None:
    register = load("kon-tum")
    assert titles(KON_TUM, register, IN_2017) == KON_TUM
    assert {match(name, register, IN_2017).unit for name in KON_TUM} == set(register.units)


@pytest.mark.parametrize(
    ("province", "on", "names"),
    [
        ("chiso-tinh-thanh-hoa", IN_2015, THANH_HOA),
        ("chiso-tinh-bac-giang", IN_2021, BAC_GIANG),
        ("chiso-tinh-dien-bien", IN_2013, DIEN_BIEN),
    ],
)
def test_the_names_in_prose(province: str, on: date, names: dict[str, str | None]) -> None:
    assert titles(names, of_province(province), on) == names


def ranked(text: str) -> Iterator[list[str]]:
    """The cells of names in each ranking table of the report on 2016."""
    tables = re.split(r"^Thứ hạng \|.*$", text, flags=re.MULTILINE)[1:]
    for table in tables:
        rows = re.split(r"^(?:Bảng|\|? ?Tổng cộng|\(\*\)|\d\.\d\. |- )", table, maxsplit=1, flags=re.MULTILINE)[0]
        yield re.findall(r"^\d+ \| ([^|]+) \|", rows, flags=re.MULTILINE)


@pytest.mark.shared("seeds")
def test_every_ranking_of_2016_names_every_unit_once_but_the_one_of_online_dossiers(
    shared: Path, nation: Register
) -> None:
    (document,) = shared.glob("004_*.txt")
    every = [set(load(name).at(IN_2016)) for name in ("ministries", "agencies", "provinces")]
    every[0] = {unit for unit in every[0] if unit.name in MINISTRIES.values()}
    found: list[list[Match]] = [
        [each for cell in cells for each in split(cell, nation, IN_2016)]
        for cells in ranked(document.read_text(encoding="utf-8"))
    ]
    assert [each.name for table in found for each in table if each.unit is None] == []
    assert [len(table) for table in found] == [19, 19, 19, 19, 17, 19, 19, 8, 8, 8, 8, 8, 63, 63, 63, 63, 63, 63, 63]
    assert [{each.unit for each in table} in every for table in found] == [True] * 4 + [False] + [True] * 14


@pytest.mark.shared("seeds")
def test_the_names_stand_in_the_documents_as_they_do_here(shared: Path) -> None:
    lists: list[tuple[str, list[str]]] = [
        ("000", list(THANH_HOA)),
        ("001", list(KON_TUM)),
        ("002", list(BAC_GIANG)),
        ("003", list(DIEN_BIEN)),
        ("004", [*MINISTRIES, *AGENCIES, *PROVINCES]),
    ]
    for number, names in lists:
        (document,) = shared.glob(f"{number}_*.txt")
        text = document.read_text(encoding="utf-8")
        assert [name for name in names if name not in text] == []
