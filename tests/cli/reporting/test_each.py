"""A file for each unit: what is kept, what is made anew, what stands in the way."""

import json
from pathlib import Path

import pytest

from chiso.bundle.making import write
from chiso.cli.reporting.each import Done, write_each
from chiso.cli.reporting.record import RECORD
from chiso.engine.errors import InputError
from chiso.language import use
from chiso.report.official.form import Official, Paragraph, Run
from chiso.report.official.framing import frame
from chiso.report.official.meta import read
from tests.bundle.small import published
from tests.cli.running import run


def document(unit: str) -> Official:
    with use("vi"):
        around = frame(read(b"issuer: UBND"), "THÔNG BÁO", "TB", unit)
        return Official("vi", unit, around, (Paragraph((Run(unit),)),), blanks=("number",))


def made(folder: Path, *units: str, inputs: str = "1") -> Done:
    return write_each(folder, units, document, ".html", inputs)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_second_run_makes_only_what_is_missing(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    assert made(folder, "x", "y") == Done(2, 0, (), ("number",))
    before = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
    (folder / "y.html").unlink()
    assert made(folder, "x", "y", "z") == Done(2, 1, (), ("number",))
    assert (folder / "x.html").stat().st_mtime_ns == before["x.html"]
    assert names(folder) == [RECORD, "x.html", "y.html", "z.html"]


def test_other_inputs_or_a_touched_file_are_made_anew(tmp_path: Path) -> None:
    made(tmp_path, "x", "y")
    assert made(tmp_path, "x", "y", inputs="2").written == 2
    (tmp_path / "x.html").write_text("changed", encoding="utf-8")
    assert made(tmp_path, "x", "y", inputs="2") == Done(1, 1, (), ("number",))
    assert "changed" not in (tmp_path / "x.html").read_text(encoding="utf-8")


def test_a_file_of_a_unit_that_is_gone_is_told_and_left(tmp_path: Path) -> None:
    made(tmp_path, "x", "y")
    assert made(tmp_path, "y") == Done(0, 1, ("x.html",), ())
    assert names(tmp_path) == [RECORD, "x.html", "y.html"]


def test_a_foreign_file_in_the_way_stops_before_anything_is_written(tmp_path: Path) -> None:
    (tmp_path / "y.html").write_text("mine", encoding="utf-8")
    with pytest.raises(InputError) as error:
        made(tmp_path, "x", "y")
    assert str(error.value) == (
        f"{tmp_path / 'y.html'}: a file that this command did not write, or whose record in {RECORD} is gone; "
        "expected: room for the file of a unit; move it away, or choose another folder with -o"
    )
    assert names(tmp_path) == ["y.html"]
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    assert made(tmp_path, "x").written == 1


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("", encoding="utf-8")
    with pytest.raises(InputError) as error:
        made(path, "x")
    assert str(error.value) == (
        f"{path}: something that is no folder; expected: a folder, new or from before; choose another name with -o"
    )


def test_a_record_that_was_cut_short(tmp_path: Path) -> None:
    made(tmp_path, "x", "y")
    record = tmp_path / RECORD
    lines = record.read_text(encoding="utf-8").splitlines()
    record.write_text(f"{lines[0]}\n{lines[1][:20]}\n[1]\n", encoding="utf-8")
    with pytest.raises(InputError):
        made(tmp_path, "x", "y")
    (tmp_path / "y.html").unlink()
    assert made(tmp_path, "x", "y") == Done(1, 1, (), ("number",))
    assert [json.loads(line)["file"] for line in record.read_text(encoding="utf-8").splitlines()] == [
        "x.html",
        "y.html",
    ]


def test_one_that_cannot_be_drawn_leaves_the_others_whole(tmp_path: Path) -> None:
    def make(unit: str) -> Official:
        if unit == "z":
            raise InputError([])
        return document(unit)

    with pytest.raises(InputError):
        write_each(tmp_path, ("x", "z", "y"), make, ".html", "1")
    assert names(tmp_path) == [RECORD, "x.html"]
    assert made(tmp_path, "x", "y") == Done(1, 1, (), ("number",))


def test_many_are_drawn_by_several_processes(tmp_path: Path) -> None:
    units = tuple(f"u{place:02d}" for place in range(60))
    assert made(tmp_path, *units) == Done(60, 0, (), ("number",))
    assert names(tmp_path) == [RECORD, *(f"{unit}.html" for unit in units)]
    assert made(tmp_path, *units).kept == 60


def test_the_command_twice(tmp_path: Path) -> None:
    write(published(), tmp_path / "p")
    command = ("report", "the-don-vi", tmp_path / "p", "--all", "--format", "html", "-o", tmp_path / "the")
    first, second = run(*command), run(*command)
    assert [ran.err.splitlines()[1:] for ran in (first, second)] == [
        [f"Written: 4 files in {tmp_path / 'the'}."],
        ["4 files were there already."],
    ]
    assert second.err.splitlines()[0] == f"Written: 0 files in {tmp_path / 'the'}."
    assert names(tmp_path / "the") == [RECORD, "a.html", "b.html", "c.html", "x.html"]
