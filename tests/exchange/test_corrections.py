"""What the audit finds in printed tables, joined to their cells."""

from chiso.exchange import printed
from chiso.language import use
from chiso.report.kinds.printed import PrintedFinding
from tests.audit.test_seed_004 import FINDINGS

CORRECTED = [
    ("table-2.2.csv", 4, 4, "94,73%", "94,74%"),
    ("table-2.6.csv", 17, 1, "17", "16"),
    ("table-2.6.csv", 18, 1, "19", "18"),
    ("table-4.8.csv", 5, 5, "28.167", "28.622"),
    (
        "table-4.8.csv", 11, 3,
        "Có 2.188/5.968 hồ sơ được tiếp nhận xử lý trực tuyến mức độ 3, đạt tỷ lệ 36,6% (DVCTT mức độ 4 cho phép xử lý "
        "ở mức độ 3 đối với những người sử dụng chỉ có điều kiện sử dụng dịch vụ ở mức độ 3)",
        "Có 2.188/5.968 hồ sơ được tiếp nhận xử lý trực tuyến mức độ 3, đạt tỷ lệ 36,7% (DVCTT mức độ 4 cho phép xử lý "
        "ở mức độ 3 đối với những người sử dụng chỉ có điều kiện sử dụng dịch vụ ở mức độ 3)",
    ),
]  # fmt: skip


def findings() -> tuple[PrintedFinding, ...]:
    with use("en"):
        return printed.read("mic-2016").findings


def test_the_cells_of_2016_that_are_corrected() -> None:
    found = [
        (table.file, row, column, cell.text, cell.corrected)
        for table in printed.read("mic-2016").tables
        for row, cells in enumerate(table.rows, 1)
        for column, cell in enumerate(cells, 1)
        if cell.corrected
    ]
    assert found == CORRECTED


def test_the_sentence_of_2016_that_is_corrected() -> None:
    found = [(part.section, part.cell) for part in printed.read("mic-2016").parts if part.cell.corrected]
    assert [(section, cell.text.replace("22,63%", "22,64%") == cell.corrected) for section, cell in found] == [
        ("4.4", True)
    ]


def test_what_is_found_is_what_the_audit_of_the_whole_document_finds() -> None:
    """The list of tables alone does not ship, so nothing is said of titles that differ from it."""
    whole = [each for each in FINDINGS if each.kind != "title"]
    tables = {order: table.file for order, table in enumerate(printed.read("mic-2016").tables, 1)}
    told = [(tables[each.at[1]], *each.at[2:], each.certainty, each.printed, each.says) for each in whole if each.at[1]]
    in_text = [(each.certainty, each.printed) for each in whole if not each.at[1] and each.kind != "missing"]
    cells = [each for each in findings() if each.file and each.row]
    assert [(each.file, each.row, each.column, each.certainty, each.printed, each.why) for each in cells] == told
    assert [(each.certainty, each.printed) for each in findings() if not each.file] == in_text
    assert [(each.file, each.certainty, each.why) for each in findings() if each.file and not each.row] == [
        ("table-2.7.csv", each.certainty, each.says) for each in whole if each.kind == "missing"
    ]


def test_only_what_is_certain_corrects() -> None:
    values = {(each.at[1:], each.printed): each.computed for each in FINDINGS}
    order = {table.file: place for place, table in enumerate(printed.read("mic-2016").tables, 1)}
    for each in findings():
        if each.corrected:
            assert each.certainty == "certain"
            assert each.corrected == values[(order.get(each.file, 0), each.row if each.file else 0, each.column),
                                            each.printed]  # fmt: skip


def test_names_stay_as_they_were_printed() -> None:
    (table, *_rest) = printed.read("mic-2016").tables
    cell = table.rows[5][1]
    assert (cell.text, cell.corrected, cell.told) == (
        "Bộ Lao động, Thương binh và Xã Hội",
        "",
        "Bộ Lao động, Thương binh và Xã Hội",
    )
    assert cell.finding.startswith("Bảng 2.1 ghi Bộ Lao động, Thương binh và Xã Hội")
