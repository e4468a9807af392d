"""The survey report of the model province with its year before, and of Kon Tum without anything declared."""

import re
from functools import cache

import pytest

from chiso.engine.answers import Units
from chiso.engine.errors import InputError
from chiso.engine.ranking import rank
from chiso.exchange import indicators
from chiso.language import use
from chiso.report.document import Table
from chiso.report.figures import Chart, Distribution, Heat, Slope
from chiso.report.form_check import check
from chiso.report.kinds.source import Source
from chiso.report.kinds.survey import survey
from chiso.report.official.fonts import font
from chiso.report.official.form import Heading, Official, Paragraph
from chiso.report.official.meta import Meta
from chiso.report.official.pdf import pdf
from chiso.report.official.word import word
from tests.report.making import scored, shipped
from tests.report.official.making import KON_TUM, MARKUP
from tests.report.statistics.making import ANSWERS, FRAMEWORK, declared

TOLD = Meta(
    passages={
        "opening": ("Thực hiện nhiệm vụ được giao.",),
        "course": ("Đã gửi phiếu đến 43 cơ quan.",),
        "verification": ("Đã kiểm tra 12 cơ quan.", "Đã rà soát các cổng thông tin."),
        "causes": ("Nguyên nhân: thiếu kinh phí.",),
        "recommendations": ("Đề nghị các sở.",),
    },
    evidence={},
)


def source(id: str, previous: str | None = None, meta: Meta = TOLD) -> Source:
    scores, ranking = shipped(id)
    before = None if previous is None else source(previous, None, meta)
    return Source(scores, ranking, meta, before, indicators.of_shipped(scores.framework))


@cache
def made(id: str = "mau-tinh", previous: str | None = "mau-tinh-2025", language: str = "vi") -> Official:
    with use(language):
        return survey(source(id, previous))


def said(document: Official) -> str:
    return "\n".join(block.text for block in document.body if isinstance(block, Paragraph))


def headings(document: Official) -> list[str]:
    return [block.text for block in document.body if isinstance(block, Heading)]


def lines(table: Table) -> list[str]:
    return ["|".join(cell.text for cell in row) for row in table.rows]


def named(document: Official, title: str) -> Table:
    return next(table for table in document.tables() if table.title.endswith(title))


def test_its_parts_in_their_order() -> None:
    assert headings(made()) == [
        "I. Công tác triển khai khảo sát, đánh giá",
        "II. Kết quả khảo sát, đánh giá",
        "1. Các chỉ tiêu",
        "2. Đánh giá chung",
        "3. Kết quả xếp hạng",
        "III. Kiến nghị, đề xuất",
    ]
    assert [annex.title for annex in made().annexes] == [
        "Bảng xếp hạng và điểm thành phần",
        "Biểu đồ",
        "Cơ sở tính các chỉ tiêu",
        "Phương pháp tính điểm",
    ]
    assert [table.number for table in made().tables()] == list(range(1, 16))


def test_who_was_asked_and_who_answered() -> None:
    assert lines(named(made(), "Số cơ quan theo khối")) == [
        "Sở, ban, ngành cấp tỉnh|14|14|14|100,00%|0|0",
        "Xã, phường, đặc khu|30|29|28|96,55%|1|1",
        "Tất cả các đơn vị|44|43|42|97,67%|1|1",
    ]
    assert "42/43 cơ quan thuộc diện đánh giá đã gửi số liệu (97,67%). Chưa có số liệu: Xã Mẫu Hợi." in said(made())


def test_what_is_told_stands_in_its_place() -> None:
    said_of = [block.text for block in made().body if isinstance(block, Paragraph | Heading)]
    assert said_of[0] == "Thực hiện nhiệm vụ được giao."
    places = [
        said_of.index(text)
        for text in (
            "I. Công tác triển khai khảo sát, đánh giá",
            "Đã gửi phiếu đến 43 cơ quan.",
            "Công tác thẩm định, xác thực số liệu: Đã kiểm tra 12 cơ quan.",
            "Đã rà soát các cổng thông tin.",
            "2. Đánh giá chung",
            "Nguyên nhân: thiếu kinh phí.",
            "3. Kết quả xếp hạng",
            "III. Kiến nghị, đề xuất",
            "Đề nghị các sở.",
        )
    ]
    assert places == sorted(places)


def test_the_table_of_a_group_has_both_years() -> None:
    table = named(made(), "An toàn thông tin")
    assert "|".join(column.title for column in table.columns) == (
        "STT|Chỉ tiêu|Có số liệu|Tử số / mẫu số|Năm 2025|Năm 2026|Thay đổi"
    )
    assert lines(table) == [
        "1|Tỷ lệ cơ quan có quy chế bảo đảm an toàn thông tin|42/43|33 / 42|69,77%|78,57%|+8,80",
        "|– trong đó: Sở, ban, ngành cấp tỉnh|14/14|11 / 14|71,43%|78,57%|+7,14",
        "|– trong đó: Xã, phường, đặc khu|28/29|22 / 28|68,97%|78,57%|+9,60",
        "2|Tỷ lệ máy tính có phần mềm phòng, chống mã độc bản quyền|42/43|2.300 / 2.920|84,24%|78,77%|−5,47",
        "3|Tỷ lệ hệ thống được phê duyệt cấp độ an toàn|30/43|47 / 55|85,19%|85,45%|+0,26",
        "4|Số số liệu phải sửa bình quân một cơ quan|42/43|12 / 42|0,49 số liệu|0,29 số liệu|−0,20",
    ]


def test_the_assessment_follows_from_the_table() -> None:
    item = next(line for line in said(made()).splitlines() if line.startswith("- An toàn thông tin:"))
    assert item == (
        "- An toàn thông tin: So với năm 2025, 2/4 chỉ tiêu tăng: tỷ lệ cơ quan có quy chế bảo đảm an toàn thông tin "
        "(78,57%, tăng 8,80 điểm phần trăm); tỷ lệ hệ thống được phê duyệt cấp độ an toàn (85,45%, tăng 0,26 điểm phần "
        "trăm). So với năm 2025, 2/4 chỉ tiêu giảm: tỷ lệ máy tính có phần mềm phòng, chống mã độc bản quyền (78,77%, "
        "giảm 5,47 điểm phần trăm); số số liệu phải sửa bình quân một cơ quan (0,29 số liệu, giảm 0,20). Cao nhất: tỷ "
        "lệ hệ thống được phê duyệt cấp độ an toàn (85,45%). Thấp nhất: tỷ lệ cơ quan có quy chế bảo đảm an toàn thông "
        "tin (78,57%)."
    )


def test_the_ranking_with_ranks_of_both_years_and_the_units_of_each_class() -> None:
    table = named(made(), "Bảng xếp hạng Sở, ban, ngành cấp tỉnh")
    assert lines(table)[:3] == [
        "1|Sở Khoa học và Công nghệ tỉnh Mẫu|948,96|94,90%|Xuất sắc|2|+1",
        "2|Sở Tư pháp tỉnh Mẫu|907,47|90,75%|Xuất sắc|1|−1",
        "3|Sở Tài chính tỉnh Mẫu|873,33|87,33%|Tốt|3|0",
    ]
    assert [column.title for column in table.columns][-2:] == ["Hạng năm 2025", "Tăng, giảm bậc"]
    assert len(table.notes) == 2
    assert (
        "- Xếp loại Khá (3 cơ quan, 21,43%): Sở Văn hóa, Thể thao và Du lịch tỉnh Mẫu; Sở Xây dựng tỉnh Mẫu; Sở Nông "
        "nghiệp và Môi trường tỉnh Mẫu."
    ) in said(made())
    assert "So với năm 2025, 6 cơ quan tăng hạng, 5 cơ quan giảm hạng, 3 cơ quan giữ nguyên thứ hạng." in said(made())


def test_figures_of_every_sort() -> None:
    kinds = [type(block) for block in made().blocks() if isinstance(block, Chart | Distribution | Heat | Slope)]
    assert kinds == [Distribution, Distribution, Chart, Chart, Heat, Slope, Chart, Chart, Heat, Slope]


def test_what_every_indicator_rests_on() -> None:
    rows = lines(named(made(), "Cơ sở tính các chỉ tiêu, năm 2026"))
    assert len(rows) == 54
    assert rows[10] == (
        "11|Tỷ lệ hệ thống đặt tại trung tâm dữ liệu đạt chuẩn (tính trong các sở có hệ thống do mình chủ quản)"
        "|14|13|1|0|0|55|74|74,32%"
    )
    assert len(lines(named(made(), "Cơ sở tính các chỉ tiêu, năm 2025"))) == 54


def test_without_a_year_before_nothing_is_said_of_one() -> None:
    document = made("mau-tinh", None)
    table = named(document, "An toàn thông tin")
    assert [column.title for column in table.columns] == [
        "STT", "Chỉ tiêu", "Có số liệu", "Tử số / mẫu số", "Năm 2026",
    ]  # fmt: skip
    assert re.findall(r"tăng|giảm|So với", said(document)) == []


def test_a_framework_without_indicators_and_with_unknown_maxima() -> None:
    document = made("kon-tum-2017", None)
    assert headings(document) == [
        "I. Công tác triển khai khảo sát, đánh giá",
        "II. Kết quả khảo sát, đánh giá",
        "1. Kết quả xếp hạng",
        "III. Kiến nghị, đề xuất",
    ]
    assert "28/30 cơ quan thuộc diện đánh giá đã gửi số liệu (93,33%)." in said(document)
    assert "- Xếp loại chưa xác định (1 cơ quan, 5,26%): Sở Khoa học và Công nghệ." in said(document)


def test_what_is_not_told_stands_blank() -> None:
    with use("vi"):
        bare = survey(source("kon-tum-2017", None, Meta(evidence={})))
    assert [blank for blank in bare.blanks if "." in blank] == [
        "passages.verification",
        "passages.recommendations",
        "signer.post",
        "signer.name",
    ]


def test_in_english() -> None:
    document = made("mau-tinh", "mau-tinh-2025", "en")
    assert headings(document)[0] == "I. How the survey went"
    assert lines(named(document, "Information security"))[3] == (
        "2|Computers with licensed anti-malware software|42/43|2,300 / 2,920|84.24%|78.77%|−5.47"
    )
    assert (
        "computers with licensed anti-malware software (78.77%, down 5.47 percentage points)" in said(document)
    )  # fmt: skip


def test_names_that_are_long_empty_blocks_and_marks_of_markup() -> None:
    names = (*MARKUP, "Ủy ban nhân dân xã " + "rất dài " * 25, "W" * 210, "E", "F")
    units = Units(tuple("abcdef"), names[:6], ("so",) * 6, ("ranked",) * 5 + ("excluded",), ("",) * 5 + (MARKUP[0],))
    answers = "\n".join(line for line in ANSWERS.strip().splitlines() if "mot_cua" not in line)
    scores = scored(FRAMEWORK, answers, units)
    indicator = "id: may, name: 'Máy #let *x* {{ y }}', kind: ratio, part: may, whole: nguoi, by_block: true"
    with use("vi"):
        document = survey(Source(scores, rank(scores), TOLD, None, declared(indicator)))
        assert lines(named(document, "Nhóm")) == [
            "1|Máy #let *x* {{ y }}|4/5|36 / 50|72,00%",
            "|– trong đó: Sở|4/5|36 / 50|72,00%",
            "|– trong đó: Xã|0/0|–|không có số liệu",
        ]
        assert word(document).startswith(b"PK")
        try:
            font()
        except InputError as error:
            pytest.skip(str(error))
        assert pdf(document).startswith(b"%PDF")


@pytest.mark.parametrize(
    "ids",
    [pytest.param(("mau-tinh", "mau-tinh-2025"), marks=pytest.mark.slow, id="mau-tinh"), ("kon-tum-2017", None)],
    ids=str,
)
def test_it_keeps_the_form(ids: tuple[str, str | None]) -> None:
    with use("vi"):
        document = survey(source(*ids, KON_TUM))
    assert check(word(document)) == ()
    try:
        font()
    except InputError as error:
        pytest.skip(str(error))
    assert check(pdf(document)) == ()
