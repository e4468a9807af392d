"""Evidence: what may be one, what it is called, how much of it, what it speaks for; nothing half-taken stays."""

import io
import os
import socket
import threading
import zipfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.utils import timezone

from chiso.web.actions.refusal import Refused
from chiso.web.actions.submission.closing import close
from chiso.web.actions.submission.evidence import For, New, add_evidence, attach, detach, remove_evidence
from chiso.web.actions.submission.files import MOST_A_MINUTE, Kept, take_in
from chiso.web.bridge.media import MOST_TIMES, media_of, safe_name
from chiso.web.bridge.media import PDF as PDF_MEDIA
from chiso.web.bridge.storing import place_of
from chiso.web.models import Entry, Evidence, Support
from tests.web.making import submission
from tests.web.people import World

pytestmark = pytest.mark.django_db

PDF = b"%PDF-1.7\n%\xe2\xe3\n1 0 obj\n"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)


@pytest.fixture
def form(world: World, tmp_path: Path, settings: Any) -> Any:
    settings.EVIDENCE_FOLDER = tmp_path / "evidence"
    return submission(world.cycle, world.unit)


def files() -> list[str]:
    """The names of all files that are kept, or on their way."""
    return sorted(path.name for path in Path(settings.EVIDENCE_FOLDER).rglob("*") if path.is_file())


def archive(members: dict[str, bytes]) -> bytes:
    """A ZIP with these members."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return made.getvalue()


WORD = archive({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"})
SHEET = archive({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<w/>"})
MACROS = archive({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>", "word/vbaProject.bin": b"x"})
BOMB = archive({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": bytes(MOST_TIMES * 100_000)})
TEXT = archive({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"})


@pytest.mark.parametrize(
    ("content", "media"),
    [
        (PDF, "application/pdf"),
        (PNG, "image/png"),
        (b"\xff\xd8\xff\xe0" + bytes(20), "image/jpeg"),
        (b"II*\x00" + bytes(20), "image/tiff"),
        (WORD, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (SHEET, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (TEXT, "application/vnd.oasis.opendocument.text"),
        (MACROS, None),
        (BOMB, None),
        (archive({"a.pdf": PDF}), None),
        (WORD[: len(WORD) // 2], None),
        (b"<!DOCTYPE html><script>alert(1)</script>", None),
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", None),
        (b"MZ\x90\x00", None),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", None),
        (b"", None),
    ],
)
def test_a_file_is_what_its_bytes_say(content: bytes, media: str | None, tmp_path: Path) -> None:
    path = tmp_path / "named.pdf"
    path.write_bytes(content)
    found = media_of(path)
    assert (found.type if found else None) == media


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Báo cáo.pdf", "Báo cáo.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\Users\\a\\scan.PDF", "scan.pdf"),
        ("gpj.\u202efdp.exe", "gpj.fdp.exe.pdf"),
        ("a\x00b\r\nc.pdf", "abc.pdf"),
        ("x" * 300 + ".pdf", "x" * 150 + ".pdf"),
        ("", "file.pdf"),
        ("...", "file.pdf"),
        ('a"b;c<d>.pdf', "a_b_c_d_.pdf"),
        ("trang.html", "trang.html.pdf"),
        ("Ti\u0301nh.pdf", "Tính.pdf"),
    ],
)
def test_a_name_is_made_safe(name: str, kept: str) -> None:
    assert safe_name(name, PDF_MEDIA) == kept


def test_a_file_is_kept_under_its_digest_and_only_once(world: World, form: Any) -> None:
    by = world.people["reporter"]
    kept = take_in(form, [PDF, b"more"], "Quyết định.pdf")
    assert (kept.size, kept.media, kept.name) == (len(PDF) + 4, "application/pdf", "Quyết định.pdf")
    first = add_evidence(form, New("file", file=kept), by=by, speaks=For("may", pointer="trang 3"))
    again = take_in(form, [PDF + b"more"], "khác.pdf")
    second = add_evidence(form, New("file", file=again), by=by, speaks=For("can_bo"))
    assert (files(), first.pk) == ([kept.digest], second.pk)
    assert place_of(kept.digest).read_bytes() == PDF + b"more"
    assert [(each.question, each.pointer) for each in Support.objects.all()] == [("can_bo", ""), ("may", "trang 3")]
    assert [(each.verb, each.subject.partition("/")[2]) for each in Entry.objects.filter(chain__key__contains="/")] == [
        ("add_evidence", str(first.pk)), ("attach", "may"), ("add_evidence", str(first.pk)), ("attach", "can_bo"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "code"),
    [([b""], "empty"), ([b"<html>"], "type"), ([PDF, bytes(1_000_000), bytes(100_000)], "large")],
)
def test_what_is_refused_leaves_nothing_behind(form: Any, settings: Any, content: list[bytes], code: str) -> None:
    settings.UPLOAD_LIMIT = 1024 * 1024
    with pytest.raises(Refused) as refused:
        take_in(form, content, "x.pdf")
    assert (refused.value.code, files()) == (code, [])


def test_a_broken_upload_leaves_nothing_behind(form: Any) -> None:
    def chunks() -> Iterator[bytes]:
        yield PDF
        raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        take_in(form, chunks(), "x.pdf")
    assert files() == []


def test_a_unit_has_room_for_so_much_and_removed_files_still_count(world: World, form: Any, settings: Any) -> None:
    settings.UNIT_QUOTA = len(PDF) + 5
    piece = add_evidence(form, New("file", file=take_in(form, [PDF], "a.pdf")), by=world.people["reporter"])
    remove_evidence(piece, by=world.people["reporter"])
    with pytest.raises(Refused) as refused:
        take_in(form, [PNG], "b.png")
    assert refused.value.code == "quota"
    assert files() == [piece.digest]


def test_a_form_takes_so_many_files_a_minute(world: World, form: Any) -> None:
    now = timezone.now()
    piece = {"submission": form, "kind": "file", "title": "x", "digest": "0" * 64, "by": world.people["reporter"]}
    Evidence.objects.bulk_create([Evidence(**piece, at=now) for _each in range(MOST_A_MINUTE)])
    with pytest.raises(Refused) as refused:
        take_in(form, [PDF], "a.pdf")
    assert refused.value.code == "often"
    Evidence.objects.filter(pk=Evidence.objects.latest("pk").pk).update(at=now - timedelta(seconds=61))
    assert take_in(form, [PDF], "a.pdf").size == len(PDF)


@pytest.mark.parametrize(
    ("new", "code"),
    [
        (New("link", url="javascript:alert(1)"), "link"),
        (New("link", url="https://" + "x" * 1000), "long"),
        (New("document", reference={"number": "1/QĐ", "day": "", "issuer": "Sở"}), "document"),
        (New("on_site", " "), "on_site"),
        (New("file"), "file"),
        (New("link", "x" * 301, "https://a.vn"), "long"),
    ],
)
def test_a_piece_without_what_it_needs_is_refused(world: World, form: Any, new: New, code: str) -> None:
    with pytest.raises(Refused) as refused:
        add_evidence(form, new, by=world.people["reporter"])
    assert (refused.value.code, Evidence.objects.count()) == (code, 0)


def test_the_four_kinds_of_evidence(world: World, form: Any) -> None:
    by = world.people["reporter"]
    document = {"number": "26/KH-UBND", "day": "2026-03-18", "issuer": "UBND tỉnh", "subject": ""}
    for new in (
        New("link", "", "https://a.vn/b"),
        New("document", "Kế hoạch", reference=document),
        New("on_site", "Biên bản 01 ngày 05/3/2026"),
        New("file", file=take_in(form, [PNG], "ảnh.png")),
    ):
        add_evidence(form, new, by=by)
    assert [(each.kind, each.title, each.url, each.reference) for each in Evidence.objects.all()] == [
        ("link", "https://a.vn/b", "https://a.vn/b", {}),
        ("document", "Kế hoạch", "", document),
        ("on_site", "Biên bản 01 ngày 05/3/2026", "", {}),
        ("file", "ảnh.png", "", {}),
    ]


def test_a_piece_is_named_for_questions_and_taken_from_them(world: World, form: Any) -> None:
    by = world.people["reporter"]
    piece = add_evidence(form, New("link", url="https://a.vn"), by=by)
    attach(piece, For("may", pointer="mục 1"), by=by)
    attach(piece, For("may", pointer="mục 2"), by=by)
    attach(piece, For("ho_so", "Cấp phép"), by=by)
    assert [(each.question, each.case, each.pointer) for each in Support.objects.all()] == [
        ("ho_so", "Cấp phép", ""), ("may", "", "mục 2"),
    ]  # fmt: skip
    detach(piece, For("may"), by=by)
    assert [each.question for each in Support.objects.all()] == ["ho_so"]
    for speaks in (For("none"), For(), For("may", "x")):
        with pytest.raises(Refused) as refused:
            attach(piece, speaks, by=by)
        assert refused.value.code == "question"


def test_a_closed_form_takes_and_loses_no_evidence(world: World, form: Any) -> None:
    by = world.people["leader"]
    piece = add_evidence(form, New("link", url="https://a.vn"), by=by)
    close(form, by=by)
    for act in (
        lambda: add_evidence(form, New("link", url="https://b.vn"), by=by),
        lambda: attach(piece, For("may"), by=by),
        lambda: detach(piece, For("may"), by=by),
        lambda: remove_evidence(piece, by=by),
    ):
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.code == "closed"
    assert [(each.url, each.removed_at) for each in Evidence.objects.all()] == [("https://a.vn", None)]


class Clamd(threading.Thread):
    """A scanner on a socket that answers what it is told to, and keeps what it was sent."""

    def __init__(self, address: str, told: bytes) -> None:
        super().__init__(daemon=True)
        self.told, self.sent = told, b""
        self.wire = socket.socket(socket.AF_UNIX)
        self.wire.bind(address)
        self.wire.listen(1)
        self.start()

    def run(self) -> None:
        taken, _address = self.wire.accept()
        with taken, taken.makefile("rb") as stream:
            assert stream.read(10) == b"zINSTREAM\0"
            while size := int.from_bytes(stream.read(4), "big"):
                self.sent += stream.read(size)
            taken.sendall(self.told)
        self.wire.close()


@pytest.mark.parametrize(
    ("told", "code"),
    [(b"stream: OK\0", ""), (b"stream: Eicar FOUND\0", "virus"), (b"INSTREAM size limit exceeded. ERROR\0", "scan")],
)
def test_a_scanner_is_asked_where_there_is_one(
    form: Any, settings: Any, tmp_path: Path, told: bytes, code: str
) -> None:
    settings.CLAMD = os.path.relpath(tmp_path / "clamd")
    scanner = Clamd(settings.CLAMD, told)
    if code:
        with pytest.raises(Refused) as refused:
            take_in(form, [PDF], "x.pdf")
        assert refused.value.code == code
    else:
        assert take_in(form, [PDF], "x.pdf") == Kept(files()[0], len(PDF), "application/pdf", "x.pdf")
    scanner.join(5)
    assert (scanner.sent, len(files())) == (PDF, 0 if code else 1)


def test_without_its_scanner_nothing_is_taken(form: Any, settings: Any, tmp_path: Path) -> None:
    for settings.CLAMD in (str(tmp_path / "nowhere"), "127.0.0.1:1"):
        with pytest.raises(Refused) as refused:
            take_in(form, [PDF], "x.pdf")
        assert (refused.value.code, files()) == ("scan", [])
