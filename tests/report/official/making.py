"""Official documents to draw, small ones written for a test."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from chiso.language import use
from chiso.report.document import Cell, Column, Table
from chiso.report.figures import Bar, Chart, Mark
from chiso.report.official.form import (
    Annex,
    Banner,
    Dots,
    Heading,
    Official,
    Paragraph,
    Run,
    Side,
    Signatures,
)
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
            frame(meta, "QUYẾT ĐỊNH", "QĐ", "Phê duyệt kết quả", base="decided"),
            body,
            (first, second),
            blanks(meta, "decides"),
        )


SIDES = (
    Side("ĐẠI DIỆN ĐOÀN KIỂM TRA", "TRƯỞNG ĐOÀN", "Trần Văn Mẫu"),
    Side("ĐẠI DIỆN ĐƠN VỊ", "GIÁM ĐỐC", "Lê Thị Mẫu"),
)


def chart(number: int, bars: int = 4, *, stacked: bool = True) -> Chart:
    """A chart with the limit of a class; its names are full of marks of markup."""
    drawn = (
        Bar(f"{MARKUP[0]} {place}", (Decimal(50 - place), Decimal(9)) if stacked else (), Decimal(59 - place), "59,0")
        for place in range(bars)
    )
    return Chart(
        number,
        f"Hình {number}. Điểm #của *các* đơn vị",
        "stacked" if stacked else "bars",
        "điểm",
        ("Hạ tầng", "Nhân lực") if stacked else (),
        tuple(drawn),
        (Mark("Khá", Decimal(30)),),
        f"Hình {number}: từ 59 đến {60 - bars} <điểm>.",
    )


def whole(rows: int = 30) -> Official:
    """A report with everything that a document may hold: contents, lists, items, dotted lines, figures, totals."""
    made = decision(rows=3)
    form = Signatures(
        (Side("NGƯỜI LẬP PHIẾU", hint="(Ký, ghi rõ họ tên)", name="Nguyễn Văn Mẫu"), Side("THỦ TRƯỞNG ĐƠN VỊ")),
        "Kon Tum, ngày     tháng     năm 2018",
    )
    summed = replace(table(rows, 4), totals=2, notes=("* Ghi chú một.", "** Ghi chú hai."))
    body = (
        Heading("1. Mở đầu"),
        Paragraph((Run("Một đoạn dài. " * 30),)),
        Paragraph((Run("mục một;"),), kind="item"),
        Heading("1.1. Hình vẽ", level=2),
        chart(1),
        chart(2, stacked=False),
        Dots("Ý kiến của đơn vị:", 3),
        form,
        Heading("2. Số liệu"),
        summed,
    )
    return replace(made, body=body, contents=True, lists=True)


def minutes() -> Official:
    """Minutes that two sides sign."""
    made = decision(rows=1)
    frame = replace(made.frame, kind="BIÊN BẢN", decides="", grounds=(), sides=SIDES)
    return replace(made, frame=frame, body=(Paragraph((Run("Hai bên thống nhất."),)),), annexes=())
