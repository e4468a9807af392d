"""Files that cannot be read: each is refused with one clear message, and nothing of it is run or fetched."""

import io
import zipfile
from pathlib import Path

import pytest

from chiso.tables.errors import Unreadable
from chiso.tables.reading import read as read_path
from chiso.tables.reading import unpacking
from tests.tables.plain import read
from tests.tables.reading.packages import locked_pdf, paragraph, printed, row, table, word, zipped
from tests.tables.reading.test_workbook import book

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
EXPECTED = "a DOCX, PDF, HTML, XLSX, XLS, ODS, CSV or plain text, whatever its name ends with"
NO_DOCUMENT = f"; expected: {EXPECTED}; check that it is the right file, or save it as one of these"
DAMAGED = ": a damaged document; expected: a whole one; save the document anew, or use another copy"
LOCKED = ": a document with a password; expected: one without; open it with its password and save it without one"


def stream(name: str) -> bytes:
    return OLE + name.encode("utf-16-le")


def refusal(raw: bytes, name: str) -> str:
    with pytest.raises(Unreadable) as refused:
        read(raw, name)
    return str(refused.value)


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        (b"\x7fELF\x02\x01\x01" + bytes(range(256)), "bytes of no text"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "a picture"),
        (b"{\\rtf1\\ansi Bang 1}", "a document in RTF"),
        (b"Rar!\x1a\x07\x00", "a packed file"),
        (zipped({"a.txt": "x"}), "a packed file"),
        (zipped({"ppt/presentation.xml": "x"}), "a presentation"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "x"}),
         "an OpenDocument file that is no spreadsheet"),
        (stream("WordDocument"), "a Word document of before 2007 (.doc)"),
        (stream("Nothing"), "a file of Office before 2007 that is no workbook"),
        ("Bảng 1\0".encode(), "bytes of no text"),
        ("Bảng".encode("utf-16") + b"x", "bytes of no text"),
    ],
    ids=["binary", "picture", "rtf", "rar", "zip", "pptx", "odt", "doc", "ole", "nul", "utf-16"],
)  # fmt: skip
def test_what_is_no_document_is_refused_by_name_whatever_its_ending(raw: bytes, found: str) -> None:
    assert refusal(raw, "bao-cao.txt") == f"bao-cao.txt: {found}{NO_DOCUMENT}"


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (stream("EncryptedPackage"), f"b{LOCKED}"),
        (locked_pdf(), f"b{LOCKED}"),
        (word(paragraph("x"))[:-40], f"b{DAMAGED}"),
        (book([["TT", "Tên"], [1, "A"]])[:-40], f"b{DAMAGED}"),
        (printed("x")[:300], f"b{DAMAGED}"),
        (stream("Workbook"), f"b{DAMAGED}"),
        (zipped({"word/document.xml": "<w:document"}), f"b[word/document.xml]{DAMAGED}"),
        (zipped({"xl/workbook.xml": "<workbook"}), f"b{DAMAGED}"),
        (b"", "b: an empty file; expected: a document; check that it is the right file"),
        (b" \n\t\n", "b: an empty file; expected: a document; check that it is the right file"),
        (b'TT;T\n1;"A\n2;B\n3;C\n',
         "b:2: a line that is no CSV (unexpected end of data); expected: quotation marks that close, "
         'and "" for one inside a cell; mend the quotation marks'),
        ("Überprüfung, Größe, Grüße, Käse, Mädchen\n".encode("latin-1") * 3,
         "b: bytes that are no text in UTF-8, UTF-16, windows-1258, TCVN3 or VNI; expected: a text in UTF-8; "
         "save the file as UTF-8"),
    ],
    ids=["locked office", "locked pdf", "cut docx", "cut xlsx", "cut pdf", "empty xls", "broken xml", "broken xlsx",
         "empty", "blank", "csv", "latin-1"],
)  # fmt: skip
def test_a_locked_damaged_or_empty_file_is_refused(raw: bytes, told: str) -> None:
    assert refusal(raw, "b") == told


@pytest.mark.parametrize("size", [4776, 5096, 5496, 5616])
def test_a_cut_workbook_of_before_2007_is_damaged_and_nothing_is_printed_of_it(
    size: int, capfd: pytest.CaptureFixture[str]
) -> None:
    raw = Path(__file__).with_name("bang.xls").read_bytes()
    assert refusal(raw[:size], "b") == f"b{DAMAGED}"
    assert capfd.readouterr() == ("", "")


def test_an_encrypted_member_of_a_zip_is_a_password() -> None:
    raw = bytearray(word(paragraph("x")))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = raw.find(mark)
        raw[at + place] |= 1
    assert refusal(bytes(raw), "b") == f"b{LOCKED}"


def test_entities_of_a_docx_are_refused_and_nothing_is_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("bí mật", encoding="utf-8")
    for declaration in (
        f'<!DOCTYPE w [<!ENTITY x SYSTEM "file://{secret}">]>',
        '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE w SYSTEM "http://127.0.0.1:9/w.dtd">',
    ):
        told = refusal(word(paragraph("&x;" if 'SYSTEM "file' in declaration else "x"), before=declaration), "b.docx")
        assert told == (
            "b.docx[word/document.xml]: a document type with entities of its own; expected: a part without one; "
            "do not open the file; ask its sender for another"
        )


def test_a_page_that_declares_entities_reads_as_nothing_but_its_words(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("bí mật", encoding="utf-8")
    page = (
        f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}">]><html><body><table><tr><td>TT<td>Tên'
        "<tr><td>1<td>A &x;</table></body></html>"
    )
    document = read(page)
    assert all("bí mật" not in cell.text for found in document.tables for each in found.rows for cell in each)


def bomb(name: str, size: int) -> bytes:
    """A zip whose part unpacks to `size` bytes of blanks, made without packing them all."""
    out = io.BytesIO()
    block = b" " * (1024 * 1024)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive, archive.open(name, "w") as part:
        for _ in range(size // len(block)):
            part.write(block)
    return out.getvalue()


@pytest.mark.parametrize("name", ["word/document.xml", "xl/workbook.xml"])
def test_a_zip_bomb_is_not_unpacked_to_its_end(name: str) -> None:
    raw = bomb(name, unpacking.MOST_UNPACKED + 1024 * 1024)
    assert len(raw) < 3 * 1024 * 1024
    assert refusal(raw, "b") == (
        f"b[{name}]: a document that unpacks to more than 256 MB; expected: at most 256 MB in all; "
        "save the document anew, or use another copy"
    )


def test_a_zip_that_lies_about_its_size_is_damaged() -> None:
    raw = bytearray(word(paragraph("x" * 5000)))
    at = raw.rfind(b"PK\x01\x02")
    raw[at + 24 : at + 28] = (10).to_bytes(4, "little")
    assert refusal(bytes(raw), "b") == f"b[word/document.xml]{DAMAGED}"


def test_a_zip_of_very_many_parts_is_refused() -> None:
    raw = zipped({f"{number}.xml": "" for number in range(unpacking.MOST_PARTS + 1)})
    assert refusal(raw, "b") == (
        "b: a zip of 10001 parts; expected: at most 10000; save the document anew, or use another copy"
    )


def test_a_table_that_claims_too_many_cells_is_refused() -> None:
    spans = '<w:gridSpan w:val="900000"/>'
    wide = f"<w:tr><w:tc><w:tcPr>{spans}</w:tcPr>{paragraph('1')}</w:tc><w:tc>{paragraph('2')}</w:tc></w:tr>"
    assert refusal(word(table(row("TT", "Tên"), wide)), "b.docx") == (
        "b.docx: a table of more than 4000000 cells; expected: at most 4000000 cells, and 2000 columns; "
        "check that it is the right file, or split it"
    )


def test_a_folder_a_missing_file_and_a_file_without_rights_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as refused:
        read_path(tmp_path)
    assert str(refused.value) == f"{tmp_path}: a folder; expected: a file; name a file inside it, or another file"
    missing = tmp_path / "missing.docx"
    with pytest.raises(Unreadable) as refused:
        read_path(missing)
    assert str(refused.value) == (
        f"{missing}: a file that cannot be read (No such file or directory); expected: a file that is there; "
        "check the name and the rights"
    )
