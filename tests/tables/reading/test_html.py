"""Tables in web pages."""

from tests.tables.plain import Plain, read, tables

PAGE = """<!DOCTYPE html><html><head><title>Báo cáo</title><meta charset="utf-8">
<script>document.write("<table><tr><td>1<td>2</table>")</script><style>td { color: red }</style></head><body>
<div><p>Lời dẫn <b>của</b> báo cáo.</p>
<p>Bảng 1. Kết quả <i>năm 2016</i></p>
<table border="1"><thead>
<tr><th rowspan="2">TT</th><th rowspan="2">Đơn vị</th><th colspan="2">Chỉ số</th></tr>
<tr><th>2015</th><th>2016</th></tr></thead>
<tr><td rowspan="2">1</td><td>Sở<br>A</td><td>0,9</td><td>0,8</td></tr>
<tr><td>Sở B</td><td colspan="2">Không có số liệu<script>x()</script></td></tr>
<tr><td>2<td>Sở &amp; C<td>0,7<td>&nbsp;
</table><p>(*) Theo báo cáo</p></div>
<img src="http://127.0.0.1:9/never-fetched.png">
</body></html>"""


def test_a_page_has_merged_cells_a_head_of_two_rows_and_no_scripts() -> None:
    document = read(PAGE, "p.htm")
    assert tables(document) == [
        Plain("1", "Kết quả năm 2016", ["TT", "Đơn vị", "Chỉ số / 2015", "Chỉ số / 2016"], [
            ["1", "Sở\nA", "0,9", "0,8"],
            ["1", "Sở B", "Không có số liệu", "Không có số liệu"],
            ["2", "Sở & C", "0,7", ""],
        ], ["(*) Theo báo cáo"]),
    ]  # fmt: skip
    (table,) = document.tables
    assert table.rows[0][0] is table.rows[1][0]
    assert (table.at.line, table.rows[1][1].at.line) == (6, 9)
    assert [part.text for part in document.prose] == ["Lời dẫn của báo cáo."]


def test_a_caption_element_is_the_title_and_rows_of_th_are_the_head() -> None:
    document = read(
        "<table><caption>Số liệu chung:</caption><tr><th>Tiêu chí<th>2015<th>2016<tr><td>Máy tính<td>5<td>6</table>"
    )
    assert tables(document) == [Plain("", "Số liệu chung:", ["Tiêu chí", "2015", "2016"], [["Máy tính", "5", "6"]], [])]


def test_tables_that_place_others_on_the_page_are_not_read_but_those_inside() -> None:
    inner = "<table><tr><td>TT<td>Đơn vị<td>Điểm<tr><td>1<td>Sở A<td>9<tr><td>2<td>Sở B<td>8</table>"
    head = "<table><tr><td>UBND TỈNH<td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do</table>"
    document = read(f"<html><body><table><tr><td>{head}<p>Kết quả</p>{inner}</table></body></html>")
    assert tables(document) == [
        Plain("", "Kết quả", ["TT", "Đơn vị", "Điểm"], [["1", "Sở A", "9"], ["2", "Sở B", "8"]], [])
    ]


def test_a_spreadsheet_saved_as_a_page_is_read_whatever_its_name_ends_with() -> None:
    text = (
        "<html xmlns:x='urn:schemas-microsoft-com:office:excel'><table><tr><td>TT<td>Tên<tr><td>1<td>A</table></html>"
    )
    assert tables(read(text, "bang.xls"))[0].rows == [["1", "A"]]


def test_a_cell_that_claims_millions_of_columns_covers_what_there_is() -> None:
    (found,) = tables(read("<table><tr><th>TT<th>Tên<tr><td rowspan=65000>1<td colspan=100000000>A</table>"))
    assert found == Plain("", "", ["TT", "Tên"], [["1", "A"]], [])
