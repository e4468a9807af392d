"""The lines of a frame, by the form of the decree."""

from pathlib import Path

import pytest

from chiso.language import use
from chiso.report.official.days import Moment
from chiso.report.official.form import Frame
from chiso.report.official.framing import (
    Base,
    annex_number,
    blanks,
    frame,
    lines_of,
    moment_words,
    period_words,
    place_line,
    reference,
    roman,
    unused,
)
from chiso.report.official.meta import Day, Meta, read

KON_TUM = read(Path(__file__).with_name("kon-tum.yaml").read_bytes())
ROOM = "\N{NO-BREAK SPACE}" * 5


def test_a_real_frame_line_by_line() -> None:
    found = frame(KON_TUM, "QUYẾT ĐỊNH", "QĐ", "bỏ qua", base="decided")
    assert found == Frame(
        superior=(),
        issuer=("ỦY BAN NHÂN DÂN", "TỈNH KON TUM"),
        number="Số: 134/QĐ-UBND",
        place="Kon Tum, ngày 27 tháng 3 năm 2018",
        kind="QUYẾT ĐỊNH",
        subject="Phê duyệt kết quả đánh giá, xếp loại mức độ ứng dụng công nghệ thông tin trong hoạt động của các cơ "
        "quan nhà nước trên địa bàn tỉnh Kon Tum năm 2017",
        decides="CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH KON TUM",
        grounds=found.grounds,
        to=(),
        recipients=(
            "- Như Điều 2;",
            "- Bộ Thông tin và Truyền thông (b/c);",
            "- Thường trực Tỉnh ủy (b/c);",
            "- Thường trực HĐND tỉnh (b/c);",
            "- Chủ tịch, các Phó Chủ tịch UBND tỉnh;",
            "- Ban Tuyên giáo Tỉnh ủy;",
            "- CVP, các PVP UBND tỉnh;",
            "- Lưu: VT, KGVX4.",
        ),
        authority=("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        name="Lại Xuân Lâm",
    )
    assert [ground[-1] for ground in found.grounds] == [";", ";", ";", ";", "."]
    assert found.grounds[-1] == (
        "Theo đề nghị của Giám đốc Sở Thông tin và Truyền thông tại Tờ trình số 207/TTr-STTTT ngày 09 tháng 3 năm 2018."
    )


@pytest.mark.parametrize(
    ("place", "day", "expected"),
    [
        ("Hà Nội", Day(2026, 2, 5), "Hà Nội, ngày 05 tháng 02 năm 2026"),
        ("Hà Nội", Day(2026, 1, 31), "Hà Nội, ngày 31 tháng 01 năm 2026"),
        ("Sóc Trăng", Day(2021, 8), f"Sóc Trăng, ngày {ROOM} tháng 8 năm 2021"),
        ("Sóc Trăng", Day(2021), f"Sóc Trăng, ngày {ROOM} tháng {ROOM} năm 2021"),
        (None, None, f"…………, ngày {ROOM} tháng {ROOM} năm {ROOM}"),
    ],
)
def test_the_line_of_place_and_date(place: str | None, day: Day | None, expected: str) -> None:
    assert place_line(place, day) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("number: 7\nsymbol: BC-SNV", "Số: 07/BC-SNV"),
        ("number: 7a\nsymbol: BC-SNV", "Số: 07a/BC-SNV"),
        ("symbol: QĐ-UBND", f"Số: {ROOM}/QĐ-UBND"),
        ("place: X", f"Số: {ROOM}/QĐ-…………"),
    ],
)
def test_the_line_of_the_number(text: str, expected: str) -> None:
    assert frame(read(text.encode()), "QUYẾT ĐỊNH", "QĐ", "").number == expected


def test_who_signs() -> None:
    signer = "signer: {authority: [{form: TM, of: Ủy ban nhân dân}, {form: KT, of: Chủ tịch}], post: Phó Chủ tịch}"
    assert frame(read(signer.encode()), "", "", "").authority == (
        "TM. ỦY BAN NHÂN DÂN",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
    )
    acting = read("signer: {post: Giám đốc, acting: yes}".encode())
    assert frame(acting, "", "", "").authority == ("Q. GIÁM ĐỐC",)


def test_the_lines_of_a_body() -> None:
    assert lines_of("Sở Khoa học và Công nghệ") == ("SỞ KHOA HỌC VÀ CÔNG NGHỆ",)
    assert lines_of("Sở Thông tin và Truyền thông") == ("SỞ THÔNG TIN", "VÀ TRUYỀN THÔNG")
    assert lines_of("Ban Chỉ đạo chuyển đổi số và cải cách hành chính của tỉnh Thanh Hóa") == (
        "BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ",
        "VÀ CẢI CÁCH HÀNH CHÍNH",
        "CỦA TỈNH THANH HÓA",
    )
    assert lines_of("X" * 200) == ("X" * 200,)
    assert lines_of("Ủy ban nhân dân xã Đăk Hà") == ("ỦY BAN NHÂN DÂN", "XÃ ĐĂK HÀ")


@pytest.mark.parametrize(
    ("base", "decides", "grounds", "named"),
    [
        ("decided", 1, 5, ("to",)),
        ("grounded", 0, 5, ("decides", "to")),
        ("none", 0, 0, ("decides", "grounds", "submission", "to")),
    ],
)
def test_grounds_stand_where_the_kind_has_them_and_are_named_where_not(
    base: Base, decides: int, grounds: int, named: tuple[str, ...]
) -> None:
    meta = KON_TUM.model_copy(update={"to": ("Bộ Nội vụ",)})
    found = frame(meta, "VĂN BẢN", "VB", "", base=base)
    assert (bool(found.decides), len(found.grounds), unused(meta, found)) == (bool(decides), grounds, named)
    assert unused(Meta(), frame(Meta(), "", "", "")) == ()


def test_what_is_not_told_is_named() -> None:
    assert blanks(Meta(), "decides", "grounds") == (
        "issuer", "number", "symbol", "place", "date", "decides", "grounds", "recipients", "signer.post", "signer.name",
    )  # fmt: skip
    assert blanks(KON_TUM, "decides", "grounds") == ()
    assert blanks(KON_TUM.model_copy(update={"date": Day(2018, 3)})) == ("date",)


def test_annexes() -> None:
    assert [annex_number(1, 1), annex_number(4, 9)] == ["Phụ lục", "Phụ lục IV"]
    assert [roman(number) for number in (1, 2, 3, 4, 5, 8, 9, 10, 14, 19)] == [
        "I", "II", "III", "IV", "V", "VIII", "IX", "X", "XIV", "XIX",
    ]  # fmt: skip
    assert reference(KON_TUM, "Quyết định", "QĐ") == (
        "(Kèm theo Quyết định số 134/QĐ-UBND ngày 27 tháng 3 năm 2018 của Ủy ban nhân dân tỉnh Kon Tum)"
    )


def test_in_english() -> None:
    with use("en"):
        assert frame(KON_TUM, "DECISION", "QĐ", "").place == "Kon Tum, 27/3/2018"


def test_times_and_periods_leave_room_for_what_is_open() -> None:
    period = read(b"period: {from: 2026-01-01, to: 2026-12-31}").period
    with use("vi"):
        assert period_words(period) == "từ ngày 01 tháng 01 năm 2026 đến ngày 31 tháng 12 năm 2026"
        assert moment_words(Moment(Day(2026, 3, 7), 8, 5)) == "08 giờ 05 phút, ngày 07 tháng 3 năm 2026"
        assert set(moment_words(None)) - set(" ,giờphútngàythángnăm") == {"\N{NO-BREAK SPACE}"}


def test_a_passage_that_is_not_told_is_named() -> None:
    meta = read("issuer: Sở Nội vụ\npassages: {purposes: [Đánh giá.]}".encode())
    assert blanks(meta, "passages.purposes", "passages.conclusions", "deadline", signed=False) == (
        "number", "symbol", "place", "date", "passages.conclusions", "deadline", "recipients",
    )  # fmt: skip
