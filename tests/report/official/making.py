"""Official documents to draw, small ones written for a test."""

from decimal import Decimal
from pathlib import Path

from chiso.language import use
from chiso.report.document import Cell, Column, Table
from chiso.report.official.form import Annex, Banner, Heading, Official, Paragraph, Run
from chiso.report.official.framing import blanks, frame, reference
from chiso.report.official.meta import Meta, read

KON_TUM = read(Path(__file__).with_name("kon-tum.yaml").read_bytes())
MARKUP = ("Sở #let x = 1 *đậm* _nghiêng_ $x^2$ `mã`", "<b>&amp;</b> {{ ten }} {% if %}", "[a](b) @nhan \\n // /* */ ~")


def table(rows: int, parts: int = 7) -> Table:
    """A table with a column for each part, and the three names full of marks of markup again and again."""
    columns = (Column("STT", "rank"), Column("Tên đơn vị", "name"))
    heads = tuple(Column(f"Hạ tầng kỹ thuật {place}", "points", "", "tối đa 40") for place in range(1, parts + 1))
    cells = tuple(Cell(f"{place},5", Decimal(f"{place}.5")) for place in range(1, parts + 1))
    names = [MARKUP[place % len(MARKUP)] for place in range(rows)]
    drawn = ((Cell(str(place)), Cell(name), *cells) for place, name in enumerate(names, 1))
    return Table(1, "Bảng 1. Điểm #của *các* đơn vị", (*columns, *heads), tuple(drawn))


def decision(meta: Meta = KON_TUM, rows: int = 55, parts: int = 7) -> Official:
    """A decision with two articles, a footnote, and two annexes, one of them with a table."""
    with use("vi"):
        body = (
            Banner("QUYẾT ĐỊNH:"),
            Paragraph(
                (Run("Phê duyệt kết quả", "Chú thích #một *và* <hai>."), Run(" đánh giá & xếp loại.")), "Điều 1."
            ),
            Paragraph((Run("Quyết định này có hiệu lực kể từ ngày ký."),), "Điều 2."),
        )
        goes_with = reference(meta, "Quyết định", "QĐ")
        first = Annex(
            "Phụ lục I",
            "Kết quả đánh giá",
            goes_with,
            (
                Heading("1. Kết quả chung"),
                Paragraph((Run("Chung."),)),
                table(rows, parts),
                Paragraph((Run("* Chưa tự đánh giá."),), kind="remark"),
            ),
        )
        second = Annex("Phụ lục II", "Cách tính", goes_with, (Paragraph((Run("Cộng lại."),)),))
        return Official(
            "vi",
            "Quyết định phê duyệt",
            frame(meta, "QUYẾT ĐỊNH", "QĐ", "Phê duyệt kết quả"),
            body,
            (first, second),
            blanks(meta, "decides"),
        )
