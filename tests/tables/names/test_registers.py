"""Who there was on a day, and who came after whom: 63 provinces to 34, 22 ministries to 17."""

from datetime import date

import pytest

from chiso.tables.names import Register, Succession, Unit, load

BEFORE, AFTER = date(2025, 6, 30), date(2025, 7, 1)

# Nghị quyết 202/2025/QH15, Điều 1: what each of the 34 was made of.
THIRTY_FOUR = {
    "thành phố Hà Nội": ["Hà Nội"],
    "tỉnh Cao Bằng": ["Cao Bằng"],
    "tỉnh Điện Biên": ["Điện Biên"],
    "tỉnh Lai Châu": ["Lai Châu"],
    "tỉnh Sơn La": ["Sơn La"],
    "tỉnh Lạng Sơn": ["Lạng Sơn"],
    "tỉnh Quảng Ninh": ["Quảng Ninh"],
    "tỉnh Thanh Hóa": ["Thanh Hóa"],
    "tỉnh Nghệ An": ["Nghệ An"],
    "tỉnh Hà Tĩnh": ["Hà Tĩnh"],
    "thành phố Huế": ["Huế"],
    "tỉnh Tuyên Quang": ["Hà Giang", "Tuyên Quang"],
    "tỉnh Lào Cai": ["Lào Cai", "Yên Bái"],
    "tỉnh Thái Nguyên": ["Bắc Kạn", "Thái Nguyên"],
    "tỉnh Phú Thọ": ["Hòa Bình", "Phú Thọ", "Vĩnh Phúc"],
    "tỉnh Bắc Ninh": ["Bắc Giang", "Bắc Ninh"],
    "tỉnh Hưng Yên": ["Hưng Yên", "Thái Bình"],
    "thành phố Hải Phòng": ["Hải Dương", "Hải Phòng"],
    "tỉnh Ninh Bình": ["Hà Nam", "Nam Định", "Ninh Bình"],
    "tỉnh Quảng Trị": ["Quảng Bình", "Quảng Trị"],
    "thành phố Đà Nẵng": ["Quảng Nam", "Đà Nẵng"],
    "tỉnh Quảng Ngãi": ["Kon Tum", "Quảng Ngãi"],
    "tỉnh Gia Lai": ["Bình Định", "Gia Lai"],
    "tỉnh Khánh Hòa": ["Khánh Hòa", "Ninh Thuận"],
    "tỉnh Lâm Đồng": ["Bình Thuận", "Lâm Đồng", "Đắk Nông"],
    "tỉnh Đắk Lắk": ["Phú Yên", "Đắk Lắk"],
    "thành phố Hồ Chí Minh": ["Bà Rịa - Vũng Tàu", "Bình Dương", "Hồ Chí Minh"],
    "tỉnh Đồng Nai": ["Bình Phước", "Đồng Nai"],
    "tỉnh Tây Ninh": ["Long An", "Tây Ninh"],
    "thành phố Cần Thơ": ["Cần Thơ", "Hậu Giang", "Sóc Trăng"],
    "tỉnh Vĩnh Long": ["Bến Tre", "Trà Vinh", "Vĩnh Long"],
    "tỉnh Đồng Tháp": ["Tiền Giang", "Đồng Tháp"],
    "tỉnh Cà Mau": ["Bạc Liêu", "Cà Mau"],
    "tỉnh An Giang": ["An Giang", "Kiên Giang"],
}

SEVENTEEN = [
    "Bộ Quốc phòng",
    "Bộ Công an",
    "Bộ Ngoại giao",
    "Bộ Tư pháp",
    "Bộ Công Thương",
    "Bộ Văn hóa, Thể thao và Du lịch",
    "Bộ Giáo dục và Đào tạo",
    "Bộ Y tế",
    "Ngân hàng Nhà nước Việt Nam",
    "Thanh tra Chính phủ",
    "Văn phòng Chính phủ",
    "Bộ Nội vụ",
    "Bộ Tài chính",
    "Bộ Nông nghiệp và Môi trường",
    "Bộ Xây dựng",
    "Bộ Khoa học và Công nghệ",
    "Bộ Dân tộc và Tôn giáo",
]


@pytest.fixture(scope="module")
def provinces() -> Register:
    return load("provinces")


@pytest.fixture(scope="module")
def ministries() -> Register:
    return load("ministries")


def names(units: tuple[Unit, ...]) -> list[str]:
    return sorted(unit.name for unit in units)


def test_the_34_and_what_they_were_made_of(provinces: Register) -> None:
    made = {unit.title: names(provinces.predecessors(unit, BEFORE)) for unit in provinces.at(AFTER)}
    assert made == THIRTY_FOUR


def test_eleven_stayed_and_23_are_new(provinces: Register) -> None:
    before, after = set(provinces.at(BEFORE)), set(provinces.at(AFTER))
    assert (len(before), len(after), len(before & after), len(after - before)) == (63, 34, 11, 23)


def test_each_of_the_63_is_carried_on_by_one(provinces: Register) -> None:
    followed = {unit: provinces.successors(unit, AFTER) for unit in provinces.at(BEFORE)}
    assert {len(after) for after in followed.values()} == {1}
    assert {after for (after,) in followed.values()} == set(provinces.at(AFTER))


@pytest.mark.parametrize(
    ("on", "provinces_then", "cities"),
    [
        (date(2008, 7, 31), 59, 5),
        (date(2008, 8, 1), 58, 5),
        (date(2024, 12, 31), 58, 5),
        (date(2025, 1, 1), 57, 6),
        (date(2025, 6, 30), 57, 6),
        (date(2025, 7, 1), 28, 6),
        (date(2026, 4, 30), 27, 7),
        (date(2026, 9, 1), 26, 8),
        (date(2026, 9, 20), 25, 9),
    ],
)
def test_how_many_there_were(provinces: Register, on: date, provinces_then: int, cities: int) -> None:
    kinds = [unit.kind for unit in provinces.at(on)]
    assert (kinds.count("tinh"), kinds.count("thanh-pho-truc-thuoc-tw")) == (provinces_then, cities)


def test_a_line_is_followed_through_several_changes(provinces: Register) -> None:
    (today,) = provinces.successors(provinces["chiso-tinh-bac-giang"], date(2026, 10, 1))
    assert today.title == "thành phố Bắc Ninh"
    then = provinces.predecessors(today, date(2016, 12, 31))
    assert [unit.title for unit in then] == ["tỉnh Bắc Ninh", "tỉnh Bắc Giang"]


def test_a_unit_stands_for_itself_while_it_exists(provinces: Register) -> None:
    hue = provinces["chiso-tinh-thua-thien-hue"]
    assert provinces.successors(hue, date(2024, 12, 31)) == (hue,)
    assert [unit.title for unit in provinces.successors(hue, date(2025, 1, 1))] == ["thành phố Huế"]


def test_seventeen_ministries_and_what_they_were_made_of(ministries: Register) -> None:
    then, now = date(2025, 2, 28), date(2025, 3, 1)
    assert [unit.name for unit in ministries.at(now)] == SEVENTEEN
    assert len(ministries.at(then)) == 22
    made = {unit.name: names(ministries.predecessors(unit, then)) for unit in ministries.at(now)}
    assert {name: before for name, before in made.items() if before != [name]} == {
        "Bộ Nội vụ": ["Bộ Lao động - Thương binh và Xã hội", "Bộ Nội vụ"],
        "Bộ Tài chính": ["Bộ Kế hoạch và Đầu tư", "Bộ Tài chính"],
        "Bộ Nông nghiệp và Môi trường": ["Bộ Nông nghiệp và Phát triển nông thôn", "Bộ Tài nguyên và Môi trường"],
        "Bộ Xây dựng": ["Bộ Giao thông vận tải", "Bộ Xây dựng"],
        "Bộ Khoa học và Công nghệ": ["Bộ Khoa học và Công nghệ", "Bộ Thông tin và Truyền thông"],
        "Bộ Dân tộc và Tôn giáo": ["Ủy ban Dân tộc"],
    }


def test_who_took_over_some_tasks_is_named_only_when_asked(ministries: Register) -> None:
    information = ministries["chiso-bo-thong-tin-truyen-thong"]
    on = date(2025, 3, 1)
    assert names(ministries.successors(information, on)) == ["Bộ Khoa học và Công nghệ"]
    assert names(ministries.successors(information, on, parts=True)) == [
        "Bộ Khoa học và Công nghệ",
        "Bộ Văn hóa, Thể thao và Du lịch",
    ]


def test_what_is_below_a_unit_ends_with_it() -> None:
    kon_tum = load("kon-tum")
    assert len(kon_tum.at(BEFORE)) == 30
    assert kon_tum.at(AFTER) == ()


def test_wrong_circles_in_a_users_register_end() -> None:
    above, below = Unit("a", "bo", "A", parent="b"), Unit("b", "bo", "B", parent="a", valid_to=date(2020, 1, 1))
    circle = (Succession("b", "b", date(2020, 1, 2), "renamed"), Succession("b", "a", date(2020, 1, 2), "renamed"))
    register = Register((above, below), {}, circle)
    assert register.at(date(2019, 1, 1)) == (above, below)
    assert register.successors(below, date(2021, 1, 1)) == ()


def test_two_registers_make_one() -> None:
    both = load("ministries", "provinces")
    assert load("ministries") + load("provinces") == both
    assert both + load("provinces") == both


def test_an_unknown_register_is_refused() -> None:
    with pytest.raises(KeyError):
        load("communes")
