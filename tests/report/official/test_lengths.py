"""Lengths of lines against the metrics of the font, and columns that break no word."""

import pytest

from chiso.engine.errors import InputError
from chiso.report.document import Cell, Column, Table
from chiso.report.official.lengths import Setting, line_length, one_line, room, setting
from tests.report.official.making import table


@pytest.mark.parametrize(
    ("text", "size", "millimetres"),
    [("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, 87.7), ("Độc lập - Tự do - Hạnh phúc", 13, 56.1)],
)
def test_lines_are_as_long_as_the_font_sets_them(text: str, size: int, millimetres: float) -> None:
    # What typst measures of Liberation Serif Bold, which also draws some pairs of letters together.
    assert line_length(text, size) * 25.4 / 1440 == pytest.approx(millimetres, rel=0.03)


def test_columns_fill_the_room() -> None:
    found = setting(table(3), room(wide=True))
    assert found.size == 11
    assert room(wide=True) - len(found.widths) < sum(found.widths) <= room(wide=True)


def _texts(*rows: tuple[str, ...]) -> Table:
    columns = (Column("TT", "rank"), Column("Đơn vị", "name"), Column("Mức độ 3", "text"), Column("Mức độ 4", "text"))
    return Table(1, "Bảng 1. Hồ sơ", columns, tuple(tuple(map(Cell, row)) for row in rows))


def test_one_long_cell_does_not_take_the_room_of_many_shorter_ones() -> None:
    rows = [(str(place), "Bộ Tài chính", "5 dịch vụ", "21 dịch vụ có hồ sơ trong năm là 25") for place in range(1, 20)]
    found = setting(_texts(*rows, ("20", "Bộ Y tế", "Hồ sơ " * 120, "")), room(wide=False)).widths
    longest = max(line_length(row[3], 11) for row in rows)
    assert sum(found) <= room(wide=False)
    assert found[2] > found[3] > longest // 2 > found[0]


def test_what_is_left_goes_to_columns_by_what_they_hold() -> None:
    found = setting(_texts(("1", "Bộ Tài chính", "5 dịch vụ", "2")), room(wide=False)).widths
    assert found[1] > found[2] > found[0]


def test_a_number_has_room_for_its_sign_of_percent() -> None:
    found = setting(_texts(("1", "Tên rất dài " * 60, "91,11 %", "97,84%")), room(wide=False)).widths
    assert found[2] - line_length("91,11 %", 11) >= 100 <= found[3] - line_length("97,84%", 11)
    assert line_length("%", 10) == 200


def test_more_columns_are_set_smaller_and_too_many_are_refused() -> None:
    assert [setting(table(3, parts), room(wide=True)).size for parts in (18, 20, 22)] == [11, 10, 9]
    with pytest.raises(InputError) as error:
        setting(table(3, 120), room(wide=True))
    assert [str(each) for each in error.value.problems] == [
        "Bảng 1. Điểm #của *các* đơn vị: a table of 122 columns, 1175 mm wide at least; expected: at most 246 mm; "
        "write it as XLSX or HTML, or rank by fewer parts"
    ]


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("Ủy ban nhân dân", True),
        ("−1.205", True),
        ("Ủy ban\nnhân dân", False),
        ("Ủy ban nhân dân tỉnh", False),
        ("字", False),
    ],
)
def test_a_row_of_one_line_is_told_from_rows_that_may_break(text: str, one: bool) -> None:
    # "Ủy ban nhân dân" in bold letters of 11 points takes 28.6 mm, and the cell's edges 2.3 mm.
    assert one_line((Cell("1"), Cell(text)), Setting(11, (600, 1850))) is one
