import io
import stat
import struct
import zipfile

import pytest

from chiso.exchange.archive import is_zip, members
from tests.exchange.refusals import refusals


def packed(*entries: tuple[str | zipfile.ZipInfo, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", method) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return raw.getvalue()


def test_the_files_come_back_without_the_folder_around_them() -> None:
    assert members(packed(("a.csv", b"1"), ("b/", b"")), "z.zip") == {"a.csv": b"1"}
    assert members(packed(("p/", b""), ("p/a.csv", b"1"), ("p/b.csv", b"2")), "z.zip") == {"a.csv": b"1", "b.csv": b"2"}
    assert members(packed(("p/a.csv", b"1"), ("b.csv", b"2")), "z.zip") == {"p/a.csv": b"1", "b.csv": b"2"}


def test_a_zip_is_known_by_its_first_bytes() -> None:
    assert [is_zip(raw) for raw in (packed(("a", b"1")), packed(), b"unit,case\n", b"")] == [True, True, False, False]


@pytest.mark.parametrize("name", ["../a.csv", "/etc/a.csv", "a/../../b.csv", "C:/a.csv", "a\\..\\b.csv", "a\nb.csv"])
def test_a_name_that_leads_outside_is_refused(name: str) -> None:
    entry = zipfile.ZipInfo("x")
    entry.filename = name
    assert refusals(lambda: members(packed((entry, b"1")), "z.zip")) == [
        f"z.zip[{name}]: a name that leads outside the zip; expected: plain names of files; "
        "pack it again, or use another copy"
    ]


def test_links_passwords_twins_and_rare_packing_are_refused() -> None:
    link = zipfile.ZipInfo("a")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    assert refusals(lambda: members(packed((link, b"/etc/passwd")), "z"))[0].startswith("z[a]: a link; expected")
    locked = packed(("a", b"1")).replace(b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01")
    assert refusals(lambda: members(locked, "z"))[0].startswith("z[a]: a file with a password; expected")
    with pytest.warns(UserWarning, match="Duplicate name"):
        twins = packed(("a", b"1"), ("a", b"2"))
    assert refusals(lambda: members(twins, "z"))[0].startswith("z[a]: two files of one name; expected")
    rare = packed(("a", b"1"), method=zipfile.ZIP_BZIP2)
    assert refusals(lambda: members(rare, "z"))[0].startswith("z[a]: a rare way of packing; expected")


def test_a_bomb_is_left_at_the_limit() -> None:
    assert refusals(lambda: members(packed(("a", b"0" * 700_000), ("b", b"0" * 400_000)), "z", 1_048_576)) == [
        "z[b]: a zip that unpacks to more than 1 MB; expected: at most 1 MB in all; pack it again, or use another copy"
    ]
    many = packed(*((str(number), b"") for number in range(1001)))
    assert refusals(lambda: members(many, "z"))[0].startswith("z: a zip of 1001 files; expected: at most 1000")


def test_a_zip_that_lies_about_its_sizes_or_is_cut_is_damaged() -> None:
    whole = packed(("a", b"0" * 5000))
    short = whole.replace(struct.pack("<L", 5000), struct.pack("<L", 10))
    damaged = "z: a damaged zip; expected: a whole zip; pack it again, or use another copy"
    assert refusals(lambda: members(short, "z")) == [damaged]
    assert refusals(lambda: members(whole[:-30], "z")) == [damaged]
    assert refusals(lambda: members(whole[:40] + b"\xff" + whole[41:], "z")) == [damaged]
