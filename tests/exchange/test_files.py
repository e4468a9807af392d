import unicodedata
from pathlib import Path

import pytest

from chiso.exchange.files import decoded, read_bytes
from tests.exchange.refusals import refusals


def test_a_file_is_read_to_its_last_byte(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"x" * 3_000_001)
    assert read_bytes(path, 3_000_001) == b"x" * 3_000_001
    assert refusals(lambda: read_bytes(path, 3_000_000)) == [
        f"{path}: a file larger than 2 MB; expected: at most 2 MB; check that it is the right file, or split it by unit"
    ]


def test_an_endless_file_is_left_at_the_limit() -> None:
    assert refusals(lambda: read_bytes(Path("/dev/zero"), 5 * 1024 * 1024))[0].startswith(
        "/dev/zero: a file larger than 5 MB; expected: at most 5 MB"
    )


def test_a_folder_and_a_name_that_is_not_there_are_told(tmp_path: Path) -> None:
    assert refusals(lambda: read_bytes(tmp_path)) == [
        f"{tmp_path}: a folder; expected: a file; name a file inside it, or another file"
    ]
    missing = tmp_path / "missing.csv"
    assert refusals(lambda: read_bytes(missing)) == [
        f"{missing}: a file that cannot be read (No such file or directory); expected: a file that is there; "
        "check the name and the rights"
    ]
    assert "embedded null byte" in refusals(lambda: read_bytes(Path("a\0b")))[0]


@pytest.mark.parametrize(
    ("raw", "where"),
    [
        (b"unit\na\xff\n", "a.csv:2:2"),
        ("ằ".encode()[:2], "a.csv:1:1"),
        ("unit,tên".encode("utf-16"), "a.csv:1:1"),
    ],
)
def test_bytes_that_are_not_utf8_are_told_with_line_and_column(raw: bytes, where: str) -> None:
    assert refusals(lambda: decoded(raw, "a.csv")) == [
        f"{where}: bytes that are not UTF-8; expected: a text in UTF-8; save the file as UTF-8 (in Excel: CSV UTF-8)"
    ]


@pytest.mark.parametrize(("raw", "code"), [(b"a\nb\0c", "0x0"), (b"a\nb\x1b[2Jc", "0x1b")])
def test_control_characters_are_refused(raw: bytes, code: str) -> None:
    assert refusals(lambda: decoded(raw, "a.csv")) == [
        f"a.csv:2: a control character ({code}); expected: a text in UTF-8; check that it is the right file"
    ]


def test_a_text_comes_back_composed_with_plain_line_ends_and_without_a_mark() -> None:
    decomposed = unicodedata.normalize("NFD", "Sở Y tế")
    assert decomposed != "Sở Y tế"
    assert decoded(b"\xef\xbb\xbf" + decomposed.encode() + b"\r\na\rb\n", "a.csv") == "Sở Y tế\na\nb\n"
