"""The report on a result by blocks: rank tables of every item, those left out, figures, changes; odd results too."""

from decimal import Decimal

from chiso.engine.answers import Units
from chiso.engine.ranking import rank
from chiso.engine.scoring import Scores
from chiso.language import use
from chiso.report.figures import Chart, Distribution, Heat, Map
from chiso.report.form_check import check
from chiso.report.kinds.national import national
from chiso.report.kinds.source import Source
from chiso.report.official.fonts import font
from chiso.report.official.form import UPRIGHT, Heading, Official, Paragraph
from chiso.report.official.meta import Meta, read
from chiso.report.official.pdf import pdf
from chiso.report.official.word import word
from tests.report.making import scored, shipped
from tests.report.official.making import KON_TUM, MARKUP

ICT = """
blocks: [{id: tinh, name: {vi: Tỉnh, en: Provinces}}]
missing: blank
not_applicable: refuse
criteria:
  - code: ICT
    name: {vi: Chỉ số, en: Index}
    clause: "-"
    max: 1
    combine: {kind: mean}
    rank: {keys: [{order: descending}], ties: competition, without_result: listed}
    children:
      - {code: HT, name: {vi: Hạ tầng, en: Infrastructure}, max: 1, formula: {kind: given}}
      - {code: UD, name: {vi: Ứng dụng, en: Applications}, max: 1, formula: {kind: given}}
"""
PROVINCES = (
    "Hà Nội", "Thành phố Hồ Chí Minh", "Đà Nẵng", "Cần Thơ", "Hải Phòng", "An Giang", "Bắc Ninh", "Cà Mau", "Lai Châu",
    "Khánh Hòa", "Quảng Ninh", "Sơn La",
)  # fmt: skip


def made(scores: Scores, meta: Meta | None = None, previous: Scores | None = None, language: str = "vi") -> Official:
    before = None if previous is None else Source(previous, rank(previous), Meta())
    with use(language):
        return national(Source(scores, rank(scores), meta or Meta(), before))


def of(names: tuple[str, ...], answers: str, *, notes: tuple[str, ...] = ()) -> Scores:
    codes = tuple(f"u{place}" for place in range(1, len(names) + 1))
    blank = ("",) * len(names)
    statuses = tuple("excluded" if note else "ranked" for note in notes or blank)
    return scored(ICT, answers, Units(codes, names, ("tinh",) * len(names), statuses, notes or blank))  # type: ignore[arg-type]


def answers(values: list[tuple[str, str]]) -> str:
    return "\n".join(f"u{place} HT {ht}\nu{place} UD {ud}" for place, (ht, ud) in enumerate(values, 1))


def paragraphs(document: Official) -> list[str]:
    return [block.text for block in document.body if isinstance(block, Paragraph)]


def test_the_model_province_has_a_rank_table_for_each_item_of_each_block() -> None:
    document = made(shipped("mau-tinh")[0])
    titles = [table.title for table in document.tables()]
    items = (
        "Tổng điểm", "Hạ tầng kỹ thuật", "Nhân lực", "Ứng dụng nội bộ", "Cổng/Trang thông tin điện tử",
        "Dịch vụ công trực tuyến", "Cơ chế, chính sách và đầu tư", "An toàn thông tin",
    )  # fmt: skip
    blocks = ("Sở, ban, ngành cấp tỉnh", "Xã, phường, đặc khu")
    ranked = [f"Xếp hạng theo {item}, {block}" for block in blocks for item in items]
    parts = [f"Điểm các thành phần của Tổng điểm, {block}" for block in blocks]
    assert titles == [f"Bảng {place}. {title}" for place, title in enumerate([*ranked, *parts], 1)]
    assert [len(annex.blocks) for annex in document.annexes] == [2]
    assert all(len(table.columns) <= UPRIGHT for table in list(document.tables())[:16])


def test_the_model_province_tells_who_is_left_out_and_why() -> None:
    found = paragraphs(made(shipped("mau-tinh")[0]))
    assert [text for text in found if text.startswith(("- Xã Mẫu Hợi", "- Đặc khu"))] == [
        "- Xã Mẫu Hợi: Đơn vị tự đặt ra, không có thật; chưa thực hiện tự đánh giá, chỉ liệt kê;",
        "- Đặc khu Mẫu Đảo: Đơn vị tự đặt ra, không có thật; mới sắp xếp lại, hoạt động chưa đủ 12 tháng nên không "
        "đánh giá;",
    ]


def test_kon_tum_says_what_the_source_does_not_tell() -> None:
    document = made(shipped("kon-tum-2017")[0])
    assert [block.text for block in document.body if isinstance(block, Heading)] == [
        "I. PHẠM VI VÀ PHƯƠNG PHÁP", "II. KẾT QUẢ XẾP LOẠI SỞ, BAN, NGÀNH", "2.1. Tổng điểm",
        "III. KẾT QUẢ XẾP LOẠI UBND CÁC HUYỆN, THÀNH PHỐ", "3.1. Tổng điểm", "IV. ĐÁNH GIÁ TỔNG THỂ",
    ]  # fmt: skip
    assert sum("không có trong nguồn" in text for text in paragraphs(document)) == 2
    assert [type(each) for each in document.figures()] == [Chart, Distribution, Chart, Distribution]


def test_a_result_of_provinces_has_a_map() -> None:
    values = [(f"0.{90 - place}", f"0.{80 - 2 * place}") for place in range(len(PROVINCES))]
    document = made(of(PROVINCES, answers(values)))
    assert [type(each) for each in document.figures()] == [Chart, Heat, Distribution, Map]
    (country,) = [each for each in document.figures() if isinstance(each, Map)]
    assert [(area.name, area.text, area.share) for area in country.areas][:1] == [("Hà Nội", "0,85", Decimal(1))]
    assert country.areas[-1].share == 0
    (heat,) = [each for each in document.figures() if isinstance(each, Heat)]
    assert heat.texts[0] == ("90,0%", "80,0%")
    assert [table.title for table in document.tables()] == [
        "Bảng 1. Xếp hạng theo Chỉ số, Tỉnh", "Bảng 2. Điểm các thành phần của Chỉ số, Tỉnh"
    ]  # fmt: skip


def test_changes_since_the_time_before() -> None:
    names = ("Một", "Hai", "Ba")
    before = of(names, answers([("0.9", "0.9"), ("0.8", "0.8"), ("0.7", "0.7")]))
    after = of(names, answers([("0.8", "0.8"), ("0.9", "0.9"), ("0.7", "0.7")]))
    document = made(after, previous=before)
    (table, _parts) = document.tables()
    assert table.columns[-1].title == "Số bậc tăng (+), giảm (−)"
    assert [(row[1].text, row[-1].text) for row in table.rows] == [("Hai", "+1"), ("Một", "−1"), ("Ba", "0")]
    said = "So với kỳ trước, 1 đơn vị tăng hạng, 1 đơn vị giảm hạng, 1 đơn vị giữ nguyên thứ hạng."
    assert any(said in text for text in paragraphs(document))


def test_in_english() -> None:
    document = made(shipped("kon-tum-2017")[0], language="en")
    assert document.frame.kind == "REPORT"
    assert "Not assessed, or without a result:" in paragraphs(document)


def test_names_of_any_kind_are_drawn() -> None:
    names = (*MARKUP, "Sở " + "rất dài " * 30, "Đ" * 210)
    document = made(of(names, answers([(f"0.{9 - place}", "0.5") for place in range(len(names))])))
    assert pdf(document)[:5] == b"%PDF-"
    assert word(document)[:2] == b"PK"
    assert [row[1].text for row in next(document.tables()).rows] == list(names)


def test_a_unit_that_is_excluded_is_named_with_its_reason() -> None:
    document = made(of(("Một", "Hai"), answers([("0.9", "0.9")]), notes=("", "Đặc thù nhiệm vụ.")))
    assert "- Hai: Đặc thù nhiệm vụ;" in paragraphs(document)


def test_a_block_without_units_has_no_section() -> None:
    text = ICT.replace("blocks: [", "blocks: [{id: bo, name: {vi: Bộ, en: Ministries}}, ")
    document = made(scored(text, answers([("0.9", "0.9"), ("0.8", "0.7")]), Units.of(("u1", "u2"), "tinh")))
    heads = [block.text for block in document.body if isinstance(block, Heading)]
    assert heads == ["I. PHẠM VI VÀ PHƯƠNG PHÁP", "II. KẾT QUẢ XẾP LOẠI TỈNH", "2.1. Chỉ số", "III. ĐÁNH GIÁ TỔNG THỂ"]


def test_the_form_is_that_of_the_decree() -> None:
    font()
    document = made(shipped("kon-tum-2017")[0], KON_TUM)
    assert (check(pdf(document)), check(word(document))) == ((), ())


def test_what_meta_does_not_tell_stands_blank() -> None:
    document = made(shipped("kon-tum-2017")[0], read(b"issuer: UBND\n"))
    assert document.blanks == ("number", "symbol", "place", "date", "recipients", "signer.post", "signer.name")
