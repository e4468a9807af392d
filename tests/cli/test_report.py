"""Documents by the command line: every format, what stands blank, and what is refused."""

from pathlib import Path

import pytest

from chiso.bundle.making import write
from chiso.engine.errors import InputError
from chiso.report.form_check import check
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


def test_a_card_needs_a_unit(tmp_path: Path) -> None:
    ran = run("report", "the-don-vi", "kon-tum-2017", "-o", tmp_path / "the.html")
    assert (ran.code, ran.err) == (
        2,
        "--unit: a card without a unit; expected: the code of a unit; name one: --unit CODE.\n",
    )


def test_the_method_of_a_framework(tmp_path: Path) -> None:
    path = tmp_path / "pp.html"
    assert run("report", "phuong-phap", "mic-2016", "-o", path, lang="vi").code == 0
    assert "Cách tính điểm" in path.read_text(encoding="utf-8")
