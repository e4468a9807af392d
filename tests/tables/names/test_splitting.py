"""Cells that name several units, and names that hold commas."""

from datetime import date

import pytest

from chiso.tables.names import Register, load, split

IN_2016, IN_2017 = date(2016, 12, 31), date(2017, 12, 31)

CELLS = [
    ("Bộ Văn hóa, Thể thao và Du lịch", ["Bộ Văn hóa, Thể thao và Du lịch"]),
    ("Bộ Lao động, Thương binh và Xã hội", ["Bộ Lao động - Thương binh và Xã hội"]),
    (
        "Thanh tra Chính phủ (do đặc thù nên chưa thực hiện); Ủy ban Dân tộc",
        ["Thanh tra Chính phủ", "Ủy ban Dân tộc"],
    ),
    (
        "Bộ Giáo dục và Đào tạo; Bộ Tài nguyên và Môi trường; Bộ Xây dựng",
        ["Bộ Giáo dục và Đào tạo", "Bộ Tài nguyên và Môi trường", "Bộ Xây dựng"],
    ),
    (
        "Bạc Liêu, Bắc Kạn, Cao Bằng, Hòa Bình, Trà Vinh",
        ["tỉnh Bạc Liêu", "tỉnh Bắc Kạn", "tỉnh Cao Bằng", "tỉnh Hòa Bình", "tỉnh Trà Vinh"],
    ),
    ("Bộ Quốc phòng, Bộ Công an và Văn phòng Chính phủ", ["Bộ Quốc phòng", "Bộ Công an", "Văn phòng Chính phủ"]),
    (
        "Bộ Giao thông vận tải, Bộ Văn hóa, Thể thao và Du lịch, Bộ Lao động, Thương binh và Xã hội và Bộ Y tế",
        [
            "Bộ Giao thông vận tải",
            "Bộ Văn hóa, Thể thao và Du lịch",
            "Bộ Lao động - Thương binh và Xã hội",
            "Bộ Y tế",
        ],
    ),
    ("Đà Nẵng, Thành phố Hồ Chí Minh, Hà Nội", ["thành phố Đà Nẵng", "thành phố Hồ Chí Minh", "thành phố Hà Nội"]),
    ("Hà Nội,\nĐà Nẵng", ["thành phố Hà Nội", "thành phố Đà Nẵng"]),
    ("Bộ Văn hóa,\nThể thao và Du lịch", ["Bộ Văn hóa, Thể thao và Du lịch"]),
    ("Lào Cai, Đồng Tháp, Cà Mau,...", ["tỉnh Lào Cai", "tỉnh Đồng Tháp", "tỉnh Cà Mau"]),
    ("Sơn La, Lai Châu, v.v.", ["tỉnh Sơn La", "tỉnh Lai Châu"]),
    ("Bà Rịa - Vũng Tàu; Bạc Liêu; TP. Cần Thơ", ["tỉnh Bà Rịa - Vũng Tàu", "tỉnh Bạc Liêu", "thành phố Cần Thơ"]),
    ("", []),
    (" ; ", []),
]


@pytest.fixture(scope="module")
def nation() -> Register:
    return load("ministries", "agencies", "provinces")


@pytest.mark.parametrize(("cell", "titles"), CELLS)
def test_the_units_of_a_cell(nation: Register, cell: str, titles: list[str]) -> None:
    found = split(cell, nation, IN_2016)
    assert [each.unit.title for each in found if each.unit] == titles
    assert len(found) == len(titles)


def test_the_footnotes_of_kon_tum() -> None:
    kon_tum = load("kon-tum")
    first = "Sở Khoa học và Công nghệ, Sở Giao thông, Vận tải, Sở Y Tế, Sở Tài nguyên và Môi trường"
    assert [each.name for each in split(first, kon_tum, IN_2017) if each.unit] == [
        "Sở Khoa học và Công nghệ",
        "Sở Giao thông, Vận tải",
        "Sở Y Tế",
        "Sở Tài nguyên và Môi trường",
    ]
    second = (
        "Thanh Tra tỉnh, Sở Ngoại Vụ, Sở Giao thông, Vận tải, Sở Xây dựng, Sở Giáo dục và đào tạo, Sở Lao động Thương"
        " binh và Xã hội, Sở Nội vụ, Sở Tài chính, Sở Văn hóa, Thể thao và Du Lịch, UBND huyện Tu Mơ Rông, UBND huyện"
        " Ngọc Hồi."
    )
    assert [each.unit.title for each in split(second, kon_tum, IN_2017) if each.unit] == [
        "Thanh tra tỉnh",
        "Sở Ngoại vụ",
        "Sở Giao thông vận tải",
        "Sở Xây dựng",
        "Sở Giáo dục và Đào tạo",
        "Sở Lao động - Thương binh và Xã hội",
        "Sở Nội vụ",
        "Sở Tài chính",
        "Sở Văn hóa, Thể thao và Du lịch",
        "huyện Tu Mơ Rông",
        "huyện Ngọc Hồi",
    ]


def test_what_is_not_named_is_asked_in_its_place(nation: Register) -> None:
    cell = "Hà Nội, Bộ Văn hoá, Thể dục và Du lịch, Abc, Trà Vinh; Tổng cộng"
    assert [(each.name, each.certainty) for each in split(cell, nation, IN_2016)] == [
        ("Hà Nội", "exact"),
        ("Bộ Văn hoá, Thể dục và Du lịch, Abc", "suggested"),
        ("Trà Vinh", "exact"),
        ("Tổng cộng", "unknown"),
    ]
    assert [each.name for each in split("Tổng cộng, Ghi chú, Hà Nội", nation, IN_2016)] == [
        "Tổng cộng",
        "Ghi chú",
        "Hà Nội",
    ]


def test_a_long_cell_is_cut_quickly(nation: Register) -> None:
    provinces = [unit.name for unit in nation.at(IN_2016) if unit.kind == "tinh"] * 20
    found = split(", ".join(provinces), nation, IN_2016)
    assert [each.unit.name for each in found if each.unit] == provinces
