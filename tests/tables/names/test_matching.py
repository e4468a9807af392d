"""Which unit a name means, and what is asked where that is not certain."""

from datetime import date

import pytest

from chiso.tables.names import ACCEPTED, Match, Register, Unit, load, match

IN_2016, IN_2017, IN_2026 = date(2016, 12, 31), date(2017, 12, 31), date(2026, 1, 1)


@pytest.fixture(scope="module")
def nation() -> Register:
    return load("ministries", "agencies", "provinces")


@pytest.fixture(scope="module")
def kon_tum() -> Register:
    return load("kon-tum")


def said(found: Match) -> tuple[str | None, str, list[tuple[str, str]]]:
    """The unit, how certain, and the suggestions, as titles."""
    asked: list[tuple[str, str]] = [(each.unit.title, each.why) for each in found.suggestions]
    return found.unit.title if found.unit else None, found.certainty, asked


@pytest.mark.parametrize(
    ("name", "title", "certainty"),
    [
        ("An Giang", "tỉnh An Giang", "exact"),
        ("Tỉnh an giang", "tỉnh An Giang", "exact"),
        ("UBND tỉnh An Giang", "tỉnh An Giang", "alias"),
        ("Uỷ ban Nhân dân TP. Đà Nẵng", "thành phố Đà Nẵng", "alias"),
        ("TP.HCM", "thành phố Hồ Chí Minh", "exact"),
        ("HCM", "thành phố Hồ Chí Minh", "exact"),
        ("Thừa Thiên - Huế", "tỉnh Thừa Thiên Huế", "exact"),
        ("TT-Huế", "tỉnh Thừa Thiên Huế", "alias"),
        ("BR-VT", "tỉnh Bà Rịa - Vũng Tàu", "alias"),
        ("Dak Lak", "tỉnh Đắk Lắk", "exact"),
        ("Đăklăk", "tỉnh Đắk Lắk", "alias"),
        ("Đắc Nông", "tỉnh Đắk Nông", "alias"),
        ("Bắc Cạn", "tỉnh Bắc Kạn", "alias"),
        ("Kontum", "tỉnh Kon Tum", "alias"),
        ("Bộ TT&TT", "Bộ Thông tin và Truyền thông", "exact"),
        ("BTTTT", "Bộ Thông tin và Truyền thông", "alias"),
        ("NHNN", "Ngân hàng Nhà nước Việt Nam", "alias"),
        ("VPCP", "Văn phòng Chính phủ", "exact"),
        ("Thanh tra Chính phủ (do đặc thù nên chưa thực hiện)", "Thanh tra Chính phủ", "exact"),
        ("BHXH Việt Nam", "Bảo hiểm xã hội Việt Nam", "exact"),
    ],
)
def test_a_name_that_is_certain(nation: Register, name: str, title: str, certainty: str) -> None:
    found = match(name, nation, IN_2016)
    assert said(found) == (title, certainty, [])
    assert found.certainty in ACCEPTED


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Sở Giao thông, Vận tải", "Sở Giao thông vận tải"),
        ("Sở GTVT tỉnh Kon Tum", "Sở Giao thông vận tải"),
        ("Sở GTVT Kon Tum", "Sở Giao thông vận tải"),
        ("Văn phòng UBND tỉnh", "Văn phòng Ủy ban nhân dân tỉnh"),
        ("Văn phòng UBND tỉnh Kon Tum", "Văn phòng Ủy ban nhân dân tỉnh"),
        ("BQL KKT tỉnh Kon Tum", "Ban quản lý Khu kinh tế Kon Tum"),
        ("UBND huyện IaH'drai", "huyện Ia H'Drai"),
        ("UBND huyện Kon Plông", "huyện Kon Plong"),
        ("Huyện Đắk Hà, tỉnh Kon Tum", "huyện Đăk Hà"),
        ("TP Kon Tum", "thành phố Kon Tum"),
    ],
)
def test_a_name_within_a_province(kon_tum: Register, name: str, title: str) -> None:
    found = match(name, kon_tum, IN_2017)
    assert found.unit is not None
    assert (found.unit.title, found.suggestions) == (title, ())


@pytest.mark.parametrize(
    ("name", "on", "asked"),
    [
        ("Bắc Giang", IN_2026, [("tỉnh Bắc Ninh", "successor"), ("tỉnh Bắc Giang", "another-time")]),
        ("Hà Tây", IN_2016, [("thành phố Hà Nội", "successor"), ("tỉnh Hà Tây", "another-time")]),
        (
            "Bộ TT&TT",
            date(2025, 3, 1),
            [("Bộ Khoa học và Công nghệ", "successor"), ("Bộ Thông tin và Truyền thông", "another-time")],
        ),
        (
            "TP. Huế",
            IN_2016,
            [
                ("tỉnh Thừa Thiên Huế", "predecessor"),
                ("thành phố Huế", "another-time"),
                ("thành phố Hồ Chí Minh", "spelling"),
            ],
        ),
        ("Ha Noi", IN_2016, [("thành phố Hà Nội", "letters")]),
        ("Quảng Năm", IN_2016, [("tỉnh Quảng Nam", "letters"), ("tỉnh Quảng Ninh", "spelling")]),
        ("Hoạ Bình", IN_2016, [("tỉnh Hòa Bình", "letters"), ("tỉnh Thái Bình", "spelling")]),
        ("Bộ Tài chính (cũ)", IN_2016, [("Bộ Tài chính", "spelling")]),
        ("Bộ Y tế (1)", IN_2016, [("Bộ Y tế", "letters")]),
        ("Than Hóa", IN_2016, [("tỉnh Thanh Hóa", "spelling")]),
    ],
)
def test_a_name_that_is_asked(nation: Register, name: str, on: date, asked: list[tuple[str, str]]) -> None:
    assert said(match(name, nation, on)) == (None, "suggested", asked)


@pytest.mark.parametrize("name", ["", "…", "Tổng cộng", "Toàn tỉnh", "63", "Chưa có dịch vụ hoạt động"])
def test_a_name_like_none(nation: Register, name: str) -> None:
    assert match(name, nation, IN_2016) == Match(name, None, "unknown", ())


def test_the_day_decides_which_unit_of_a_name(nation: Register) -> None:
    days = [IN_2016, IN_2026, None]
    assert [said(match("An Giang", nation, on)) for on in days] == [
        ("tỉnh An Giang", "exact", []),
        ("tỉnh An Giang", "exact", []),
        (None, "ambiguous", [("tỉnh An Giang", "same-name"), ("tỉnh An Giang", "same-name")]),
    ]
    units = [match("An Giang", nation, on).unit for on in days[:2]]
    assert [unit.code for unit in units if unit] == ["chiso-tinh-an-giang", "chiso-tinh-an-giang-2025"]


def test_a_place_and_its_town_are_told_apart(nation: Register, kon_tum: Register) -> None:
    both = nation + kon_tum
    assert said(match("Kon Tum", both, IN_2017)) == (
        None,
        "ambiguous",
        [("tỉnh Kon Tum", "same-name"), ("thành phố Kon Tum", "same-name")],
    )
    assert said(match("UBND tỉnh Kon Tum", both, IN_2017)) == ("tỉnh Kon Tum", "alias", [])
    assert said(match("UBND thành phố Kon Tum", both, IN_2017)) == ("thành phố Kon Tum", "alias", [])


def test_other_numbers_are_never_suggested() -> None:
    wards = Register(tuple(Unit(f"p{number}", "phuong", str(number)) for number in (1, 7, 11, 17)))
    assert said(match("P.7", wards)) == ("phường 7", "exact", [])
    assert said(match("phường 71", wards)) == (None, "unknown", [])
    assert said(match("phường số 17", wards)) == (None, "suggested", [("phường 17", "spelling")])
    assert said(match("17", wards)) == (None, "unknown", [])


def test_a_unit_that_ended_with_its_province_is_not_accepted(kon_tum: Register) -> None:
    assert said(match("Sở Y tế", kon_tum, IN_2026)) == (None, "suggested", [("Sở Y tế", "another-time")])


def test_at_most_five_are_suggested(kon_tum: Register) -> None:
    assert len(match("Sở", kon_tum, IN_2017).suggestions) == 0
    assert len(match("UBND huyện Đăk", kon_tum, IN_2017).suggestions) == 5


def test_no_name_of_one_unit_is_taken_for_another() -> None:
    everything = load("ministries", "agencies", "provinces", "kon-tum")
    wrong = []
    for unit in everything.units:
        for name in (unit.name, unit.title, unit.title.upper(), *unit.aliases):
            found = match(name, everything, unit.valid_to or unit.valid_from or IN_2016)
            meant = [each.unit for each in found.suggestions] if found.certainty == "ambiguous" else [found.unit]
            if unit not in meant or (found.certainty == "ambiguous" and name.casefold() != "kon tum"):
                wrong.append((name, said(found)))
    assert wrong == []


def test_no_name_with_another_letter_is_accepted(nation: Register) -> None:
    """Of every province one letter is dropped or doubled, one after the other: none may be accepted as another one."""
    accepted = []
    for unit in nation.at(IN_2016):
        for place, letter in enumerate(unit.name):
            for changed in (unit.name[:place] + unit.name[place + 1 :], unit.name[:place] + letter + unit.name[place:]):
                found = match(changed, nation, IN_2016)
                if found.unit not in (None, unit):
                    accepted.append((changed, said(found)))
    assert accepted == []
