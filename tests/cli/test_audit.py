import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.cli.running import run

WRONG = """Bảng 1. Xếp hạng năm 2020
Thứ hạng | Sở | Mức độ 3 | Mức độ 4 | Tổng cộng |
1 | Sở Y tế | 4 | 5 | 9 |
2 | Sở Nội vụ | 3 | 3 | 7 |
3 | Sở Tư pháp | 5 | 1 | 6 |
"""
RIGHT = WRONG.replace("| 7 |", "| 6 |").replace("3 | Sở Tư pháp", "2 | Sở Tư pháp")


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    path = tmp_path / "wrong.txt"
    path.write_text(WRONG, encoding="utf-8")
    return path


def test_findings_are_listed_and_end_with_1(wrong: Path) -> None:
    ran = run("audit", wrong)
    assert (ran.code, ran.err) == (1, "")
    assert ran.lines[2:6] == [
        "1 finding:",
        "1. table 1, row 2, column “Tổng cộng” (line 4 of the file) [total and parts; certain]",
        "   Sở Nội vụ: the total is printed as 7, its parts add up to 6 (+1); rounding of the parts does not explain "
        "it.",
        "   → Sở Tư pháp: rank 3 → 2",
    ]


def test_a_sound_document_ends_with_0(tmp_path: Path) -> None:
    path = tmp_path / "right.txt"
    path.write_text(RIGHT, encoding="utf-8")
    ran = run("audit", path)
    assert (ran.code, ran.lines[2]) == (0, "Nothing was found that contradicts itself.")


def test_json_is_the_audit(wrong: Path) -> None:
    ran = run("audit", wrong, "--format", "json")
    told = json.loads(ran.out)
    assert (ran.code, list(told)) == (1, ["format", "source", "findings", "confirmed", "undecided", "rules"])
    assert [(each["kind"], each["printed"], each["computed"]) for each in told["findings"]] == [("sum", "7", "6")]


def test_the_page_is_whole_and_asks_for_nothing(wrong: Path, tmp_path: Path) -> None:
    page = tmp_path / "audit.html"
    assert run("audit", wrong, "--format", "html", "-o", page, lang="vi").code == 1
    text = page.read_text(encoding="utf-8")
    assert "Sở Nội vụ: in tổng là 7" in text
    assert "Sở Tư pháp: hạng 3 → 2" in text
    assert [mark for mark in ("http://", "https://", "<script") if mark in text] == []


def test_the_page_escapes_what_the_document_prints(tmp_path: Path) -> None:
    path = tmp_path / "wrong.txt"
    path.write_text(WRONG.replace("Sở Nội vụ", "<b>Sở Nội vụ</b>"), encoding="utf-8")
    text = run("audit", path, "--format", "html").out
    assert "&lt;b&gt;Sở Nội vụ&lt;/b&gt;" in text
    assert "<b>Sở" not in text


def test_the_workbook_has_a_sheet_for_the_findings(wrong: Path, tmp_path: Path) -> None:
    book = tmp_path / "audit.xlsx"
    assert run("audit", wrong, "--format", "xlsx", "-o", book).code == 1
    with ZipFile(book) as archive:
        assert "Sở Nội vụ" in archive.read("xl/sharedStrings.xml").decode()


def test_a_file_that_cannot_be_read_is_complained_of(tmp_path: Path) -> None:
    ran = run("audit", tmp_path / "absent.docx")
    assert (ran.code, ran.out) == (2, "")
    assert "absent.docx" in ran.err


def test_an_unknown_framework_is_complained_of(wrong: Path) -> None:
    ran = run("audit", wrong, "--framework", "kon-tum-2018")
    assert ran.code == 2
    assert "kon-tum-2017" in ran.err


def test_an_earlier_document_is_compared(tmp_path: Path) -> None:
    before = tmp_path / "before.txt"
    before.write_text(WRONG.replace("2020", "2019"), encoding="utf-8")
    later = tmp_path / "later.txt"
    later.write_text(RIGHT.replace("Tổng cộng |", "Tổng cộng | Tăng bậc |").replace("9 |", "9 | 1 |"), encoding="utf-8")
    told = json.loads(run("audit", later, "--earlier", before, "--format", "json").out)
    assert [(each["kind"], each["printed"], each["computed"]) for each in told["findings"]] == [("move", "1", "0")]
