"""The report on the model province: shares, classes that conditions lower, ranks on the groups."""

from decimal import Decimal

import pytest

from chiso.report.document import Cell, Document, Facts, Note, Table
from chiso.report.figures import Chart, Mark
from chiso.report.results import results_document
from tests.report.making import shipped


@pytest.fixture(scope="module")
def document() -> Document:
    return results_document(*shipped("mau-tinh"))


def test_a_model_set_is_said_to_be_one_before_anything_else(document: Document) -> None:
    assert document.notes[0] == Note(
        ("Bộ mẫu của Chiso, không phải văn bản chính thức: không do cơ quan nhà nước nào ban hành.",), kind="caution"
    )


def test_the_share_that_ranks_and_classes_rest_on_has_a_column(document: Document) -> None:
    departments = list(document.tables())[1]
    assert [column.title for column in departments.columns[:5]] == [
        "Hạng",
        "Đơn vị",
        "Tổng điểm",
        "Tỷ lệ đạt",
        "Xếp loại",
    ]
    inspectorate = next(row for row in departments.rows if row[1].text == "Thanh tra tỉnh Mẫu")
    assert inspectorate[2:4] == (
        Cell(
            "645,75",
            Decimal("645.75"),
            "thanh-tra-tinh/TONG",
            "Tổng các thành phần: 99,73 + 82,71 + 189,38 + 94,03 + 71,78 + 108,12 + 0 − 0; không tính 5.",
            "Bộ mẫu, Phần II",
        ),
        Cell(
            "80,72%",
            Decimal("80.72"),
            "thanh-tra-tinh/TONG",
            "645,75 điểm trên 800 điểm tối đa áp dụng cho đơn vị.",
        ),
    )


def test_a_class_below_the_points_says_why(document: Document) -> None:
    notes = [
        part
        for section in document.sections
        for part in section.parts
        if isinstance(part, Note) and part.title == "Xếp loại thấp hơn mức điểm đạt được"
    ]
    security = "Chỉ xét điểm thì đạt loại Xuất sắc. Loại Xuất sắc còn đòi hỏi: tỷ lệ đạt của An toàn thông tin ≥ 80%."
    quota = "Chỉ xét điểm thì đạt loại Xuất sắc. Loại Xuất sắc không quá 25% số đơn vị và đã đủ chỉ tiêu."
    assert [note.texts for note in notes] == [
        (
            f"Sở Tài chính tỉnh Mẫu: {security}",
            "Sở Công Thương tỉnh Mẫu: Chỉ xét điểm thì đạt loại Tốt. Xếp loại cao nhất là Trung bình do vi phạm"
            " tiêu chí DT.1 Không báo cáo hoặc che giấu sự cố an toàn thông tin nghiêm trọng.",
        ),
        (
            f"Phường Mẫu Tam: {quota}",
            f"Phường Mẫu Bắc: {quota}",
            f"Phường Mẫu Đông: {security}",
            f"Phường Mẫu Tứ: {quota}",
        ),
    ]


def test_units_without_a_rank_and_not_assessed_are_named_with_their_notes(document: Document) -> None:
    notes = [part for part in document.sections[2].parts if isinstance(part, Note)][1:]
    assert notes == [
        Note(
            ("Xã Mẫu Hợi: Đơn vị tự đặt ra, không có thật; chưa thực hiện tự đánh giá, chỉ liệt kê",),
            "Đơn vị không xếp hạng",
        ),
        Note(
            (
                "Đặc khu Mẫu Đảo: Đơn vị tự đặt ra, không có thật; mới sắp xếp lại, hoạt động chưa đủ 12 tháng nên"
                " không đánh giá",
            ),
            "Đơn vị không đánh giá",
        ),
    ]


def test_ranks_on_the_groups_follow_the_order_of_the_total(document: Document) -> None:
    total, ranks = list(document.tables())[1:3]
    assert ranks.title == "Bảng 3. Thứ hạng theo từng nhóm của Tổng điểm, khối Sở, ban, ngành cấp tỉnh"
    assert [row[0].text for row in ranks.rows] == [row[1].text for row in total.rows]
    assert [cell.text for cell in ranks.rows[0]] == ["Sở Khoa học và Công nghệ tỉnh Mẫu", *"2112111"]


def test_the_shares_are_drawn_with_the_limits_of_the_classes(document: Document) -> None:
    charts = [part for section in document.sections for part in section.parts if isinstance(part, Chart)]
    assert [(chart.kind, len(chart.bars), len(chart.marks)) for chart in charts] == [
        ("bars", 14, 4),
        ("stacked", 14, 0),
        ("bars", 28, 4),
        ("stacked", 28, 0),
    ]
    assert charts[0].marks == tuple(
        Mark(name, Decimal(limit)) for name, limit in [("Xuất sắc", 85), ("Tốt", 75), ("Khá", 65), ("Trung bình", 50)]
    )
    assert (charts[0].bars[4].text, charts[0].bars[4].level) == ("82,29% · Trung bình", (3, 5))


def test_the_rules_are_told_in_words(document: Document) -> None:
    about = document.sections[-1].parts[0]
    assert isinstance(about, Facts)
    assert dict(about.rows)["Cách xếp loại: Tổng điểm"] == (
        "Xuất sắc: từ 85% và tỷ lệ đạt của An toàn thông tin ≥ 80% và không quá 25% số đơn vị (khối xa);"
        " Tốt: từ 75% và tỷ lệ đạt của An toàn thông tin ≥ 60%; Khá: từ 65%; Trung bình: từ 50%; Yếu: còn lại"
    )
    assert dict(about.rows)["Cách xếp hạng: Tổng điểm"].startswith(
        "Theo tỷ lệ điểm trên điểm tối đa của đơn vị, từ cao xuống thấp"
    )


def test_printed_totals_are_the_sums_of_their_printed_parts(document: Document) -> None:
    """The model set rounds before it adds, so that every line can be added up by hand."""
    apart = []
    for table in document.tables():
        if table.columns[0].kind == "rank":
            apart += [row[1].text for row in table.rows if row[0].value is not None and not adds_up(table, row)]
    assert apart == []


def adds_up(table: Table, row: tuple[Cell, ...]) -> bool:
    places = [place for place, column in enumerate(table.columns) if column.kind == "points"]
    total, *parts = (row[place].value or Decimal(0) for place in places)
    penalty = parts.pop()
    return min(max(sum(parts) - penalty, Decimal(0)), Decimal(1000)) == total
