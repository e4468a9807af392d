"""An archive holds everything, comes back the same, and is refused where it was changed or where something stands."""

import json
import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db.models import F

from chiso.engine.errors import InputError
from chiso.web import archive, restoring
from chiso.web.models import Duty, FrameworkFile, Person, Unit
from chiso.web.models.people import Role
from tests.web.people import World

pytestmark = pytest.mark.django_db(transaction=True)
PIECE = "ab/abcdef"


@pytest.fixture
def evidence(tmp_path: Path) -> Iterator[Path]:
    """A folder of evidence with one piece, and one that is still coming in."""
    before, settings.EVIDENCE_FOLDER = settings.EVIDENCE_FOLDER, tmp_path / "evidence"
    for name, content in ((PIECE, b"scan"), ("incoming/part", b"half")):
        path = settings.EVIDENCE_FOLDER / name
        path.parent.mkdir(parents=True)
        path.write_bytes(content)
    yield settings.EVIDENCE_FOLDER
    settings.EVIDENCE_FOLDER = before


@pytest.fixture
def written(world: World, evidence: Path, tmp_path: Path) -> Path:
    """An archive of the standing people, a framework and one piece of evidence."""
    del evidence
    person = world.people["reporter"]
    person.date_joined = datetime(2026, 1, 31, 23, 59, 59, 123456, UTC)
    person.save()
    Unit.objects.filter(pk=world.unit.pk).update(parent=world.other, aliases=["SCT", "Sở CT"])
    FrameworkFile.objects.create(digest="0" * 64, name="khung-thu.yaml", content=b"\x00\xff id: x")
    target = tmp_path / "luu.zip"
    archive.write(target)
    return target


def test_an_archive_names_every_file_with_its_digest(written: Path) -> None:
    with zipfile.ZipFile(written) as opened:
        manifest = json.loads(opened.read("manifest.json"))
        assert manifest["format"] == "chiso-archive/1"
        assert sorted(manifest["files"]) == sorted(set(opened.namelist()) - {"manifest.json"})
        assert [name for name in manifest["files"] if name.startswith("evidence/")] == ["evidence/ab/abcdef"]
        assert manifest["files"]["evidence/ab/abcdef"]["bytes"] == 4
        assert len(opened.read("tables/web_person.jsonl").splitlines()) == Person.objects.count()
        assert "tables/django_session.jsonl" not in opened.namelist()
    assert list(written.parent.glob(".*")) == []


def test_what_was_archived_comes_back_the_same(written: Path, evidence: Path) -> None:
    empty(evidence)
    restoring.restore(written)
    assert Person.objects.get(username="reporter").date_joined == datetime(2026, 1, 31, 23, 59, 59, 123456, UTC)
    unit = Unit.objects.get(code="so-cong-thuong")
    assert (unit.parent, unit.aliases) == (Unit.objects.get(code="so-y-te"), ["SCT", "Sở CT"])
    assert bytes(FrameworkFile.objects.get(name="khung-thu.yaml").content) == b"\x00\xff id: x"
    assert sorted(Duty.objects.filter(person__username=F("role")).values_list("role", flat=True)) == sorted(Role.values)
    assert (evidence / PIECE).read_bytes() == b"scan"
    again = written.with_name("again.zip")
    assert archive.write(again)["files"] == json.loads(zipfile.ZipFile(written).read("manifest.json"))["files"]
    Unit.objects.create(code="moi", name="Sau khi khôi phục")


def test_nothing_is_put_over_what_stands(written: Path) -> None:
    with pytest.raises(InputError, match="rows or evidence already here"):
        restoring.restore(written)


CHANGES: dict[str, tuple[Callable[[dict[str, bytes]], object], str]] = {
    "a row": (lambda files: files.update({"tables/web_unit.jsonl": b"[]\n"}), "other bytes"),
    "evidence": (lambda files: files.update({"evidence/ab/abcdef": b"scam"}), "other bytes"),
    "too many": (lambda files: files.update({"evidence/../../x": b""}), "missing or too many"),
    "missing": (lambda files: files.pop("tables/web_unit.jsonl"), "missing or too many"),
    "no manifest": (lambda files: files.pop("manifest.json"), "no manifest.json inside"),
    "another version": (lambda files: other_version(files), "not as here"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_an_archive_that_was_changed_is_refused_and_leaves_nothing(written: Path, evidence: Path, change: str) -> None:
    empty(evidence)
    alter, expected = CHANGES[change]
    with zipfile.ZipFile(written) as opened:
        files = {name: opened.read(name) for name in opened.namelist()}
    alter(files)
    with zipfile.ZipFile(written, "w") as changed:
        for name, content in files.items():
            changed.writestr(name, content)
    with pytest.raises(InputError, match=expected):
        restoring.restore(written)
    assert (Person.objects.count(), archive.evidence()) == (0, [])


def other_version(files: dict[str, bytes]) -> None:
    """The archive as if its tables had seen one migration more."""
    manifest: dict[str, Any] = json.loads(files["manifest.json"])
    manifest["migrations"].append("web.9999_later")
    files["manifest.json"] = json.dumps(manifest).encode()


def empty(evidence: Path) -> None:
    """An installation as it is before its first person."""
    call_command("flush", interactive=False, verbosity=0)
    for path in evidence.rglob("*"):
        if path.is_file():
            path.unlink()
