"""The report of 2016 with Công văn 1557/BTTTT-THH: all that its audit says."""

from pathlib import Path

import pytest

from tests.audit.told import Told, confirmed, findings, rules, undecided

# Each finding was checked by hand against the text.
FINDINGS: list[Told] = [
    Told(
        "spelling",
        (94, 1, 6, 2),
        "certain",
        "Bộ Lao động, Thương binh và Xã Hội",
        "Bộ Lao động, Thương binh và Xã hội",
        [],
        "Table 2.1 writes Bộ Lao động, Thương binh và Xã Hội, the other tables Bộ Lao động, Thương binh và Xã hội",
    ),
    Told(
        "rounding",
        (121, 2, 4, 4),
        "certain",
        "94,73%",
        "94,74%",
        [],
        "Ứng dụng Chữ ký số trong gửi nhận văn bản điện tử – Tỉ lệ Bộ, cơ quan ngang Bộ đã triển khai: "
        "18/19 is 94,7368%, which rounds to 94,74%; 94,73% is cut off, not rounded",
    ),
    Told(
        "tie",
        (163, 4, 8, 1),
        "possible",
        "8",
        "7",
        [],
        "Bộ Văn hóa, Thể thao và Du lịch and Bộ Kế hoạch và Đầu tư are printed with the same 0,911 and "
        "the ranks 8 and 7; decimals that are not printed may part them",
    ),
    Told(
        "title",
        (181, 0, 0, 0),
        "certain",
        "Số lượng dịch vụ công trực tuyến mức độ 3, mức độ 4 của các Bộ, cơ quan ngang Bộ năm 2016",
        "Số lượng dịch vụ công trực tuyến mức độ 3, 4 của các Bộ, cơ quan ngang Bộ năm 2016",
        [],
        "Table 2.5 is called “Số lượng dịch vụ công trực tuyến mức độ 3, mức độ 4 của các Bộ, cơ quan "
        "ngang Bộ năm 2016” where it stands and “Số lượng dịch vụ công trực tuyến mức độ 3, 4 của các "
        "Bộ, cơ quan ngang Bộ năm 2016” in the list of tables",
    ),
    Told(
        "title",
        (185, 0, 0, 0),
        "certain",
        (
            "Xếp hạng theo số lượng dịch vụ công trực tuyến mức độ 3, mức độ 4 được cung cấp tại các Bộ, cơ "
            "quan ngang Bộ năm 2016"
        ),
        (
            "Thứ hạng theo số lượng dịch vụ công trực tuyến mức độ 3, mức độ 4 được cung cấp tại các Bộ, cơ "
            "quan ngang Bộ năm 2016"
        ),
        [],
        "Table 2.6 is called “Xếp hạng theo số lượng dịch vụ công trực tuyến mức độ 3, mức độ 4 được "
        "cung cấp tại các Bộ, cơ quan ngang Bộ năm 2016” where it stands and “Thứ hạng theo số lượng "
        "dịch vụ công trực tuyến mức độ 3, mức độ 4 được cung cấp tại các Bộ, cơ quan ngang Bộ năm 2016” "
        "in the list of tables",
    ),
    Told(
        "tie_rule",
        (199, 6, 13, 1),
        "likely",
        "12",
        "13",
        [("Bộ Giáo dục và Đào tạo", "rank", "12", "13")],
        "Table 2.6: Bộ Giáo dục và Đào tạo and Bộ Nông nghiệp và Phát triển nông thôn share rank 12 with "
        "10 each; in table 4.7 the greater number in “Số lượng DVCTT mức độ 4” comes first, by which Bộ "
        "Giáo dục và Đào tạo is 13",
    ),
    Told(
        "tie",
        (203, 6, 17, 1),
        "certain",
        "17",
        "16",
        [("Bộ Xây dựng", "rank", "17", "16")],
        "Bộ Xây dựng and Bộ Tài nguyên và Môi trường have the same 4 and the ranks 17 and 16; other "
        "equal numbers of the table share a rank",
    ),
    Told(
        "last_rank",
        (204, 6, 18, 1),
        "certain",
        "19",
        "18",
        [("Thanh tra Chính phủ", "rank", "19", "18"), ("Ủy ban Dân tộc", "rank", "19", "18")],
        "Thanh tra Chính phủ, Ủy ban Dân tộc: rank 19 is the number of units; by the ranks of equal "
        "numbers elsewhere in the table it is 18",
    ),
    Told(
        "missing",
        (206, 0, 0, 0),
        "likely",
        "17",
        "19",
        [],
        "Table 2.7 ranks 17 units and leaves out Thanh tra Chính phủ, Ủy ban Dân tộc, which the other tables rank",
    ),
    Told(
        "title",
        (206, 0, 0, 0),
        "certain",
        (
            "Xếp hạng theo số lượng hồ sơ được giải quyết trực tuyến (hồ sơ trực tuyến) mức độ 3, mức độ 4 "
            "tại các Bộ, cơ quan ngang Bộ năm 2016 (*)"
        ),
        (
            "Thứ hạng theo số lượng hồ sơ được giải quyết trực tuyến (hồ sơ trực tuyến) mức độ 3, mức độ 4 "
            "tại các Bộ, cơ quan ngang Bộ năm 2016 (*)"
        ),
        [],
        "Table 2.7 is called “Xếp hạng theo số lượng hồ sơ được giải quyết trực tuyến (hồ sơ trực tuyến) "
        "mức độ 3, mức độ 4 tại các Bộ, cơ quan ngang Bộ năm 2016 (*)” where it stands and “Thứ hạng "
        "theo số lượng hồ sơ được giải quyết trực tuyến (hồ sơ trực tuyến) mức độ 3, mức độ 4 tại các "
        "Bộ, cơ quan ngang Bộ năm 2016 (*)” in the list of tables",
    ),
    Told(
        "separator",
        (222, 7, 12, 3),
        "certain",
        "92.36%, 95.75%",
        "",
        [],
        "Table 2.7: 92.36%, 95.75% and 56,50% are written with different decimal marks",
    ),
    Told(
        "excluded",
        (228, 0, 0, 0),
        "possible",
        "Bộ Công an",
        "",
        [],
        "Bộ Công an is said not to be assessed (line 81), and here it is told what it has not done",
    ),
    Told(
        "title",
        (250, 0, 0, 0),
        "certain",
        "Nguồn nhân lực cho ứng dụng công nghệ thông tin của các Bộ, cơ quan ngang Bộ",
        "Nguồn nhân lực cho ứng dụng CNTT của các Bộ, cơ quan ngang Bộ",
        [],
        "Section 2.6 is called “Nguồn nhân lực cho ứng dụng công nghệ thông tin của các Bộ, cơ quan "
        "ngang Bộ” where it stands and “Nguồn nhân lực cho ứng dụng CNTT của các Bộ, cơ quan ngang Bộ” "
        "in the contents",
    ),
    Told(
        "title",
        (333, 0, 0, 0),
        "certain",
        "Chỉ số Cơ chế, chính sách và các quy định cho ứng dụng CNTT của các cơ quan thuộc Chính phủ",
        ("Chỉ số Cơ chế, chính sách và các quy định cho ứng dụng công nghệ thông tin của các cơ quan thuộc Chính phủ"),
        [],
        "Table 3.5 is called “Chỉ số Cơ chế, chính sách và các quy định cho ứng dụng CNTT của các cơ "
        "quan thuộc Chính phủ” where it stands and “Chỉ số Cơ chế, chính sách và các quy định cho ứng "
        "dụng công nghệ thông tin của các cơ quan thuộc Chính phủ” in the list of tables",
    ),
    Told(
        "title",
        (455, 0, 0, 0),
        "certain",
        "Chỉ số Ứng dụng CNTT trong hoạt động nội bộ của các tỉnh, thành phố trực thuộc Trung ương",
        ("Chỉ số Ứng dụng công nghệ thông tin trong hoạt động nội bộ của các tỉnh, thành phố trực thuộc Trung ương"),
        [],
        "Table 4.3 is called “Chỉ số Ứng dụng CNTT trong hoạt động nội bộ của các tỉnh, thành phố trực "
        "thuộc Trung ương” where it stands and “Chỉ số Ứng dụng công nghệ thông tin trong hoạt động nội "
        "bộ của các tỉnh, thành phố trực thuộc Trung ương” in the list of tables",
    ),
    Told(
        "rounding",
        (590, 0, 0, 0),
        "certain",
        "22,63%",
        "22,64%",
        [],
        "Dịch vụ công trực tuyến mức độ 4: 249/1100 is 22,6364%, which rounds to 22,64%; 22,63% is cut "
        "off, not rounded",
    ),
    Told(
        "title",
        (603, 0, 0, 0),
        "certain",
        (
            "Xếp hạng theo số lượng dịch vụ công trực tuyến (DVCTT) mức độ 3, mức độ 4 được cung cấp tại các "
            "tỉnh, thành phố trực thuộc Trung ương năm 2016"
        ),
        (
            "Thứ hạng theo số lượng dịch vụ công trực tuyến (DVCTT) mức độ 3, mức độ 4 được cung cấp tại các "
            "tỉnh, thành phố trực thuộc Trung ương năm 2016"
        ),
        [],
        "Table 4.7 is called “Xếp hạng theo số lượng dịch vụ công trực tuyến (DVCTT) mức độ 3, mức độ 4 "
        "được cung cấp tại các tỉnh, thành phố trực thuộc Trung ương năm 2016” where it stands and “Thứ "
        "hạng theo số lượng dịch vụ công trực tuyến (DVCTT) mức độ 3, mức độ 4 được cung cấp tại các "
        "tỉnh, thành phố trực thuộc Trung ương năm 2016” in the list of tables",
    ),
    Told(
        "separator",
        (605, 22, 1, 3),
        "certain",
        "1374, 1299",
        "",
        [],
        "Table 4.7, column “Số lượng DVCTT mức độ 3”: 1374, 1299 stand without a mark between thousands, "
        "10.309 with one",
    ),
    Told(
        "separator",
        (605, 22, 1, 5),
        "certain",
        "1374, 1310",
        "",
        [],
        "Table 4.7, column “Tổng cộng”: 1374, 1310 stand without a mark between thousands, 11.409 with one",
    ),
    Told(
        "title",
        (665, 0, 0, 0),
        "certain",
        (
            "Xếp hạng theo số lượng hồ sơ được giải quyết trực tuyến (hồ sơ trực tuyến) mức độ 3, mức độ 4 "
            "tại các tỉnh, thành phố trực thuộc Trung ương năm 2016 (*)"
        ),
        (
            "Thứ hạng theo số lượng hồ sơ được giải quyết trực tuyến (hồ sơ trực tuyến) mức độ 3, mức độ 4 "
            "tại các tỉnh, thành phố trực thuộc Trung ương năm 2016 (*)"
        ),
        [],
        "Table 4.8 is called “Xếp hạng theo số lượng hồ sơ được giải quyết trực tuyến (hồ sơ trực tuyến) "
        "mức độ 3, mức độ 4 tại các tỉnh, thành phố trực thuộc Trung ương năm 2016 (*)” where it stands "
        "and “Thứ hạng theo số lượng hồ sơ được giải quyết trực tuyến (hồ sơ trực tuyến) mức độ 3, mức "
        "độ 4 tại các tỉnh, thành phố trực thuộc Trung ương năm 2016 (*)” in the list of tables",
    ),
    Told(
        "separator",
        (673, 23, 5, 3),
        "certain",
        "1007, 1313, 6220, 15914, 50812, 5221, 30106, 1167",
        "",
        [],
        "Table 4.8: 1007, 1313, 6220, 15914, 50812, 5221, 30106, 1167 are written without a mark between "
        "thousands, 669.504 with one",
    ),
    Told(
        "sum",
        (674, 23, 5, 5),
        "certain",
        "28.167",
        "28.622",
        [],
        "Lâm Đồng: the total is printed as 28.167, its parts add up to 28.622 (-455); that is exactly "
        "one item of 455 left out",
    ),
    Told(
        "rounding",
        (684, 23, 11, 3),
        "certain",
        "36,6%",
        "36,7%",
        [],
        "Thừa Thiên - Huế: 2188/5968 is 36,662%, which rounds to 36,7%; 36,6% is cut off, not rounded",
    ),
    Told(
        "tie",
        (841, 26, 48, 1),
        "possible",
        "48",
        "47",
        [],
        "TP. Hải Phòng and Trà Vinh are printed with the same 0,583 and the ranks 48 and 47; decimals "
        "that are not printed may part them",
    ),
]

CONFIRMED: list[tuple[str, int, int]] = [
    ("title", 11, 14), ("title", 39, 19), ("count", 72, 1), ("share", 85, 9), ("rank", 87, 19), ("order", 87, 19),
    ("missing", 87, 6), ("unknown", 87, 19), ("range", 87, 19), ("count", 111, 1), ("rank", 130, 19),
    ("order", 130, 19), ("range", 130, 19), ("rank", 154, 18), ("order", 154, 19), ("range", 154, 19),
    ("count", 176, 1), ("count", 178, 1), ("column_sum", 183, 1), ("column_sum", 184, 1), ("sum", 185, 18),
    ("rank", 185, 16), ("order", 185, 18), ("column_sum", 205, 3), ("sum", 206, 11), ("rank", 206, 11),
    ("order", 206, 11), ("rank", 229, 19), ("order", 229, 19), ("range", 229, 19), ("rank", 254, 19),
    ("order", 254, 19), ("range", 254, 19), ("rank", 279, 8), ("order", 279, 8), ("missing", 279, 5),
    ("unknown", 279, 8), ("range", 279, 8), ("rank", 291, 8), ("order", 291, 8), ("range", 291, 8),
    ("rank", 302, 8), ("order", 302, 8), ("range", 302, 8), ("rank", 333, 8), ("order", 333, 8), ("range", 333, 8),
    ("rank", 345, 8), ("order", 345, 8), ("range", 345, 8), ("rank", 360, 63), ("order", 360, 63),
    ("missing", 360, 7), ("unknown", 360, 63), ("range", 360, 63), ("rank", 455, 63), ("order", 455, 63),
    ("range", 455, 63), ("rank", 523, 63), ("order", 523, 63), ("range", 523, 63), ("count", 589, 1),
    ("column_sum", 594, 1), ("column_sum", 595, 1), ("count", 598, 1), ("count", 599, 1), ("count", 600, 1),
    ("sum", 603, 58), ("rank", 603, 58), ("order", 603, 58), ("column_sum", 664, 3), ("sum", 665, 22),
    ("rank", 665, 23), ("order", 665, 23), ("count", 710, 1), ("rank", 712, 63), ("order", 712, 63),
    ("range", 712, 63), ("rank", 792, 62), ("order", 792, 63), ("range", 792, 63),
]  # fmt: skip

UNDECIDED: list[tuple[str, int, str]] = [
    (
        "title",
        11,
        "The headings of the sections I, 1.1, 2.3, 2.5, 3.3, 3.5, IV, 4.3, 4.5, V are not found in the "
        "body, and cannot be compared with the contents",
    ),
    (
        "rank",
        222,
        "Table 2.7: the ranks of Bộ Giao thông vận tải (12), Bộ Nội vụ (13), Bộ Khoa học và Công nghệ "
        "(14) cannot be checked: no number is printed for them",
    ),
]

RULES: list[tuple[str, int, str, int, int]] = [
    ("decimals", 87, "Chỉ số năm 2016: 3", 19, 19), ("separator", 87, ",", 19, 19),
    ("ties", 87, "competition", 19, 19), ("decimals", 113, "2016: 2", 9, 9), ("separator", 113, ",", 9, 9),
    ("decimals", 130, "Chỉ số năm 2016: 3", 19, 19), ("separator", 130, ",", 19, 19),
    ("decimals", 154, "Chỉ số: 3", 19, 19), ("separator", 154, ",", 19, 19), ("ties", 185, "competition", 16, 19),
    ("without_result", 206, "last", 3, 6), ("decimals", 229, "Chỉ số năm 2016: 3", 19, 19),
    ("separator", 229, ",", 19, 19), ("ties", 229, "competition", 19, 19), ("grid", 229, "1/140", 19, 19),
    ("decimals", 254, "Chỉ số năm 2016: 3", 19, 19), ("separator", 254, ",", 19, 19),
    ("ties", 254, "competition", 19, 19), ("grid", 254, "1/20", 19, 19),
    ("decimals", 279, "Chỉ số năm 2016: 3", 8, 8), ("separator", 279, ",", 8, 8),
    ("decimals", 291, "Chỉ số năm 2016: 3", 8, 8), ("separator", 291, ",", 8, 8),
    ("decimals", 302, "Chỉ số năm 2016: 3", 8, 8), ("separator", 302, ",", 8, 8),
    ("decimals", 333, "Chỉ số năm 2016: 3", 8, 8), ("separator", 333, ",", 8, 8),
    ("ties", 333, "competition", 8, 8), ("grid", 333, "1/70", 8, 8), ("decimals", 345, "Chỉ số năm 2016: 3", 8, 8),
    ("separator", 345, ",", 8, 8), ("ties", 345, "competition", 8, 8),
    ("decimals", 360, "Chỉ số năm 2016: 3", 63, 63), ("separator", 360, ",", 63, 63),
    ("ties", 360, "competition", 63, 63), ("decimals", 431, "Tỉ lệ: 2", 7, 7), ("separator", 431, ",", 7, 7),
    ("decimals", 455, "Chỉ số năm 2016: 3", 63, 63), ("separator", 455, ",", 63, 63),
    ("ties", 455, "competition", 63, 63), ("decimals", 523, "Chỉ số năm 2016: 3", 63, 63),
    ("separator", 523, ",", 63, 63), ("ties", 523, "competition", 63, 63), ("ties", 603, "competition", 58, 58),
    ("second_key", 603, "Số lượng DVCTT mức độ 4", 58, 58), ("without_result", 603, "last", 5, 5),
    ("without_result", 665, "last", 40, 40), ("decimals", 712, "Chỉ số năm 2016: 3", 63, 63),
    ("separator", 712, ",", 63, 63), ("ties", 712, "competition", 63, 63), ("grid", 712, "1/150", 63, 63),
    ("decimals", 781, "Đối với cơ quan chuyên môn: 2", 3, 3),
    ("decimals", 781, "Đối với UBND quận, huyện: 2", 3, 3), ("separator", 781, ",", 7, 7),
    ("decimals", 792, "Chỉ số năm 2016: 3", 63, 63), ("separator", 792, ",", 63, 63),
    ("ties", 792, "competition", 62, 63),
]  # fmt: skip


@pytest.mark.shared("seeds")
def test_every_finding(shared: Path) -> None:
    assert findings(shared, "004") == FINDINGS


@pytest.mark.shared("seeds")
def test_every_confirmation(shared: Path) -> None:
    assert confirmed(shared, "004") == CONFIRMED


@pytest.mark.shared("seeds")
def test_every_thing_that_cannot_be_checked(shared: Path) -> None:
    assert undecided(shared, "004") == UNDECIDED


@pytest.mark.shared("seeds")
def test_every_rule(shared: Path) -> None:
    assert rules(shared, "004") == RULES
