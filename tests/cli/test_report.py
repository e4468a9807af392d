"""Documents by the command line: every format, what stands blank, and what is refused."""

from pathlib import Path

import pytest

from chiso.bundle.making import write
from chiso.engine.errors import InputError
from chiso.report.form_check import check
from chiso.report.kinds.names import ABOUT, Kind
from chiso.report.official.fonts import font
from tests.bundle.small import edited, published
from tests.cli.running import run

META = Path(__file__).parents[1] / "report" / "official" / "kon-tum.yaml"


@pytest.mark.parametrize(("ending", "start"), [("docx", b"PK"), ("xlsx", b"PK"), ("html", b"<!doctype html>")])
def test_the_decision_in_every_format(ending: str, start: bytes, tmp_path: Path) -> None:
    path = tmp_path / f"qd.{ending}"
    ran = run("report", "quyet-dinh", "kon-tum-2017", "--meta", META, "-o", path)
    assert (ran.code, ran.out, ran.err) == (0, "", f"Written: {path}\n")
    assert path.read_bytes().lower().startswith(start.lower())


def test_the_decision_as_pdf_keeps_the_form(tmp_path: Path) -> None:
    try:
        font()
    except InputError as error:
        pytest.skip(str(error))
    path = tmp_path / "qd.pdf"
    assert run("report", "quyet-dinh", "kon-tum-2017", "--meta", META, "-o", path, lang="vi").code == 0
    assert check(path.read_bytes()) == ()


def test_without_meta_the_places_stand_blank(tmp_path: Path) -> None:
    ran = run("report", "quyet-dinh", "mau-tinh", "-o", tmp_path / "qd.docx")
    assert (ran.code, ran.err.splitlines()[0]) == (
        0,
        "Warning: issuer, number, symbol, place, date, decides, grounds, executors, recipients, signer.post, "
        "signer.name are not told by --meta and stand blank.",
    )


def test_what_a_kind_has_no_place_for_is_named(tmp_path: Path) -> None:
    meta = tmp_path / "meta.yaml"
    meta.write_text("decides: Chủ tịch\ngrounds: [Căn cứ Luật]\nto: [Bộ Nội vụ]\n", encoding="utf-8")
    ran = run("report", "thong-cao", "kon-tum-2017", "--meta", meta, "-o", tmp_path / "tc.docx")
    assert (ran.code, ran.err.splitlines()[1]) == (
        0, f"Warning: this kind of document has no place for decides, grounds, to, which {meta} tells; not used.",
    )  # fmt: skip


def test_a_published_folder_is_a_source(tmp_path: Path) -> None:
    write(published(), tmp_path / "p.zip")
    assert run("report", "quyet-dinh", tmp_path / "p.zip", "-o", tmp_path / "qd.docx").code == 0


def test_a_published_folder_that_does_not_hold_is_refused(tmp_path: Path) -> None:
    write(edited(published(), "scores.csv", "a,1,30.00", "a,1,31.00"), tmp_path / "p")
    ran = run("report", "quyet-dinh", tmp_path / "p", "-o", tmp_path / "qd.docx")
    assert (ran.code, ran.err) == (
        2,
        f"{tmp_path / 'p'}: a published folder that does not hold; expected: one that holds; see what was changed: "
        f"chiso verify {tmp_path / 'p'}.\n",
    )
    assert not (tmp_path / "qd.docx").exists()


def test_another_ending_is_refused(tmp_path: Path) -> None:
    ran = run("report", "quyet-dinh", "kon-tum-2017", "-o", tmp_path / "qd.odt")
    assert (ran.code, ran.err) == (
        2,
        f"{tmp_path / 'qd.odt'}: the ending .odt; expected: one of .pdf, .docx, .xlsx, .html; name the file by its "
        "format.\n",
    )


def test_a_wrong_meta_is_told_by_line_and_column(tmp_path: Path) -> None:
    meta = tmp_path / "meta.yaml"
    meta.write_text("place: Kon Tum\nso: 1\n", encoding="utf-8")
    ran = run("report", "quyet-dinh", "kon-tum-2017", "--meta", meta, "-o", tmp_path / "qd.docx")
    assert (ran.code, ran.err) == (
        2,
        f"{meta}:2:1: the unknown key `so`; expected: only the keys that docs/documents.md lists; mend its spelling or "
        "leave it out.\n",
    )


def test_the_card_of_a_unit(tmp_path: Path) -> None:
    path = tmp_path / "the.html"
    ran = run("report", "the-don-vi", "kon-tum-2017", "--unit", "huyen-dak-ha", "-o", path, lang="vi")
    assert ran.code == 0
    assert "UBND huyện Đăk Hà đạt 680,3 điểm; xếp hạng 6/9" in path.read_text(encoding="utf-8")


def test_a_plan_is_made_of_a_result_or_of_a_framework(tmp_path: Path) -> None:
    path = tmp_path / "kh.html"
    assert run("report", "ke-hoach", "kon-tum-2017", "-o", path, lang="vi").code == 0
    with_units = "UBND huyện Đăk Hà" in path.read_text(encoding="utf-8")
    assert run("report", "ke-hoach", "mic-2016", "-o", path, lang="vi").code == 0
    assert (with_units, "UBND huyện Đăk Hà" in path.read_text(encoding="utf-8")) == (True, False)


def test_the_blank_form_and_that_of_a_unit(tmp_path: Path) -> None:
    path = tmp_path / "phieu.html"
    assert run("report", "phieu", "kon-tum-2017", "-o", path, lang="vi").code == 0
    blank = path.read_text(encoding="utf-8")
    assert run("report", "phieu", "kon-tum-2017", "--unit", "huyen-dak-ha", "-o", path, lang="vi").code == 0
    assert blank != path.read_text(encoding="utf-8")


def test_a_kind_of_one_unit_needs_one(tmp_path: Path) -> None:
    assert refused("tu-danh-gia", "kon-tum-2017", "-o", tmp_path / "a.html") == (
        "--unit: a document of one unit, without a unit; expected: the code of a unit; name one, --unit CODE, or write "
        "a file for each: --all -o FOLDER."
    )


def test_without_a_unit_all_cards_in_one_file(tmp_path: Path) -> None:
    write(published(), tmp_path / "p")
    path = tmp_path / "the.html"
    assert run("report", "the-don-vi", tmp_path / "p", "-o", path, lang="vi").code == 0
    made = path.read_text(encoding="utf-8")
    assert [made.count(f">Phụ lục {number}. ") for number in ("I", "II", "III")] == [2, 2, 2], "in the contents too"


def test_the_card_of_what_is_known_from_print(tmp_path: Path) -> None:
    path = tmp_path / "the.html"
    assert run("report", "the-don-vi", "dien-bien-2013", "-o", path, lang="vi").code == 0
    assert "53/63*" in path.read_text(encoding="utf-8")


def test_the_summary_for_the_press(tmp_path: Path) -> None:
    path = tmp_path / "tc.html"
    assert run("report", "thong-cao", "kon-tum-2017", "-o", path, lang="vi").code == 0
    assert "Không có kết quả kỳ trước để so sánh." in path.read_text(encoding="utf-8")


def test_a_time_before(tmp_path: Path) -> None:
    write(published(), tmp_path / "p")
    ran = run(
        "report", "thong-cao", "kon-tum-2017", "--previous", tmp_path / "p", "-o", tmp_path / "tc.html", lang="en"
    )
    assert ran.code == 0
    assert "there is no ranking or class on" in (tmp_path / "tc.html").read_text(encoding="utf-8")


def refused(*arguments: str | Path) -> str:
    """The line that tells why a command line is refused."""
    ran = run("report", *arguments)
    assert (ran.code, ran.out) == (2, "")
    return ran.err.removesuffix("\n")


def test_mixes_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    assert [
        refused("quyet-dinh", "kon-tum-2017", "--unit", "x", "-o", path)
        .partition("; leave")[0]
        .partition(": one of")[0],
        refused("the-don-vi", "kon-tum-2017", "--unit", "x", "--all", "-o", tmp_path),
        refused("phuong-phap", "kon-tum-2017", "--previous", "mau-tinh", "-o", path),
        refused("the-don-vi", "dien-bien-2013", "--unit", "x", "-o", path),
        refused("the-don-vi", "kon-tum-2017", "--all", "-o", path),
        refused("the-don-vi", "kon-tum-2017", "--all", "--format", "odt", "-o", tmp_path),
    ] == [
        "--unit: `quyet-dinh`, which is not made of one unit; expected",
        "--all: one unit and all units at once; expected: one of the two; leave one out.",
        "--previous: `phuong-phap`, which is made of a framework; expected: a kind that is made of a result; leave it "
        "out.",
        "--unit: facts that are known from print alone; expected: a result, where units have answers; leave it out.",
        f"{path}: the name of a file; expected: a folder, since --all writes a file for each unit; name a folder, or "
        "leave --all out.",
        "--format: the format odt; expected: one of pdf, docx, xlsx, html; choose one of them.",
    ]
    assert not path.exists()
    assert list(tmp_path.iterdir()) == []


def test_a_source_that_is_no_result_says_what_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    taken = "; expected: a published folder or zip, or the id of facts with answers; name one: kon-tum-2017, mau-tinh"
    assert [
        refused("quyet-dinh", "mic-2016", "-o", path).partition(taken)[0],
        refused("quyet-dinh", "dti-2022", "-o", path).partition(taken)[0],
        refused("quyet-dinh", "khong-co", "-o", path).partition(taken)[0],
    ] == [
        "mic-2016: facts that are known from print alone, without the answers of units",
        "dti-2022: a framework without the answers of units",
        "khong-co: neither facts that ship nor a published folder",
    ]


def test_the_same_result_is_no_time_before(tmp_path: Path) -> None:
    assert refused("thong-cao", "kon-tum-2017", "--previous", "kon-tum-2017", "-o", tmp_path / "a.html") == (
        "--previous kon-tum-2017: the same result a second time; expected: the result of an earlier time; name another "
        "one, or leave it out."
    )


def test_the_help_has_a_line_for_every_kind() -> None:
    told = run("report", "--help").out
    assert [kind for kind in Kind if kind not in ABOUT] == []
    assert [kind for kind in Kind if f"\n  {kind} " not in told] == []


def test_the_method_of_a_framework(tmp_path: Path) -> None:
    path = tmp_path / "pp.html"
    assert run("report", "phuong-phap", "mic-2016", "-o", path, lang="vi").code == 0
    assert "Cách tính điểm" in path.read_text(encoding="utf-8")


INDICATORS = """schema: 1
groups:
  - id: an-toan
    title: {vi: An toàn, en: Security}
    indicators:
      - {id: quy-che, name: {vi: Tỷ lệ có quy chế, en: With rules}, kind: share, condition: quy_che_attt}
"""


def test_a_survey_report_tells_of_the_indicators_that_are_given(tmp_path: Path) -> None:
    declared, path = tmp_path / "report.yaml", tmp_path / "bc.html"
    declared.write_text(INDICATORS, encoding="utf-8")
    given = ("--indicators", declared, "--previous", "mau-tinh-2025", "--indicators", declared)
    ran = run("report", "bao-cao", "mau-tinh", *given, "-o", path)
    assert (ran.code, ran.out) == (0, "")
    page = path.read_text(encoding="utf-8")
    assert "with rules (78.57%, up 8.80 percentage points)" in page
    assert "Units on the dedicated data network" not in page


def test_indicators_that_do_not_fit_or_that_a_kind_does_not_tell_are_refused(tmp_path: Path) -> None:
    declared, path = tmp_path / "report.yaml", tmp_path / "bc.html"
    declared.write_text(INDICATORS, encoding="utf-8")
    assert refused("quyet-dinh", "mau-tinh", "--indicators", declared, "-o", path) == (
        "--indicators: `quyet-dinh`, which tells of no indicators; expected: the kind `bao-cao`; leave it out."
    )
    assert refused("bao-cao", "kon-tum-2017", "--indicators", declared, "-o", path) == (
        f"{declared}:6:93: the unknown name quy_che_attt in 'quy_che_attt', column 1; expected: a question, or a "
        "criterion's code in brackets; declare it among the questions."
    )
    assert not path.exists()
