"""Lengths of lines against the metrics of the font, and columns that break no word."""

import pytest

from chiso.engine.errors import InputError
from chiso.report.official.lengths import line_length, room, setting
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


def test_more_columns_are_set_smaller_and_too_many_are_refused() -> None:
    assert [setting(table(3, parts), room(wide=True)).size for parts in (18, 20, 22)] == [11, 10, 9]
    with pytest.raises(InputError) as error:
        setting(table(3, 120), room(wide=True))
    assert [str(each) for each in error.value.problems] == [
        "Bảng 1. Điểm #của *các* đơn vị: a table of 122 columns, 1174 mm wide at least; expected: at most 246 mm; "
        "write it as XLSX or HTML, or rank by fewer parts"
    ]
