from chiso import language
from chiso.exchange import delimited, shapes
from chiso.exchange.answers import from_files
from chiso.exchange.template import LONG_COLUMNS, long_rows, wide_columns, wide_rows
from tests.exchange.small import UNITS, framework


def test_a_long_template_tells_what_is_asked_and_how_it_is_answered() -> None:
    with language.use("en"):
        rows = list(long_rows(framework(), "so", ["a"]))
    assert rows == [
        ("a", "so", "", "may", "", "", "Số máy tính", "a whole number (máy)"),
        ("a", "so", "", "may_moi", "", "", "Trong đó máy mới", "a whole number (máy)"),
        ("a", "so", "", "cong", "", "", "Có cổng thông tin", "yes or no, or n/a"),
        ("a", "so", "", "ty_le", "", "", "Tỷ lệ", "a percentage from 0 to 100"),
        ("a", "so", "", "diem_so", "", "", "Một số", "a number (giờ)"),
        ("a", "so", "", "muc", "", "", "Mức", "one of cao, thap"),
        ("a", "so", "", "ngay", "", "", "Ngày", "a date as 2026-11-21"),
        ("a", "so", "", "ho_so", "", "", "Hồ sơ",
         "a whole number (hồ sơ); a line for each service, named in the column `case`"),
        ("a", "so", "", "ho_so_mang", "", "", "Hồ sơ trên mạng",
         "a whole number (hồ sơ); a line for each service, named in the column `case`"),
        ("a", "so", "", "4", "", "", "Hội đồng chấm", "a number (points), from 0 to 20, or n/a"),
    ]  # fmt: skip


def test_an_empty_template_is_read_as_no_answers() -> None:
    long = delimited.written(LONG_COLUMNS, long_rows(framework(), "so", ["a", "b"]))
    wide = delimited.written(wide_columns(framework(), "so"), wide_rows(framework(), "so", [("a", "Sở A")]))
    for text in (long, wide):
        found = from_files({"answers.csv": text.encode(), "units.csv": UNITS.encode()}, framework())
        assert list(found.rows()) == []


def test_a_wide_template_has_a_column_for_each_question() -> None:
    assert wide_columns(framework(), "xa") == (
        "unit", "name", "block", "case", "may", "may_moi", "cong", "ty_le", "diem_so", "muc", "ngay", "xa_hoi",
        "ho_so", "ho_so_mang", "4",
    )  # fmt: skip
    assert list(wide_rows(framework(), "so", [("a", "Sở A"), ("b", "Sở B")])) == [
        ("a", "Sở A", "so", *[""] * 11), ("b", "Sở B", "so", *[""] * 11),
    ]  # fmt: skip
    assert not shapes.is_long(delimited.table("unit,may\n", "a.csv"))
