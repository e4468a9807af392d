"""Every bad input: one message with its place, exit code 2, no traceback, nothing half-written."""

import io
import os
import stat
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.running import Ran, files, run, run_process
from tests.exchange.small import ANSWERS, TEXT, UNITS

FRAMEWORKS = {
    "an unknown key": ("nature: example", "nature: example\ncolour: red", "5:1: the unknown key `colour`"),
    "a key twice": ("nature: example", "nature: example\nnature: model", "5:1: the key `nature` a second time"),
    "a code twice": ('code: "2"', 'code: "1"', "36:16: the criterion 1 a second time"),
    "maxima that do not add up": ("    clause: Điều 1\n", "    clause: Điều 1\n    max: 90\n",
                                  "28:10: a maximum of 90 over parts that give 100"),
    "an unknown maximum unmarked": ("chấm, max: 20", "chấm, max: unknown", "46:47: an unknown maximum; expected: "
                                    "`unknown: true` at the head of the framework"),
    "classes out of order": ("from: 40}", "from: 75}", "classes from the best to the lowest, each with a lower limit"),
    "an unknown question": ("part: may_moi", "part: may_cu", "may_cu"),
    "a reference in a circle": ("part: may_moi", 'part: "[T]"', "criteria that refer to one another in a circle: "),
    "a nameless reference": ("part: may_moi", 'part: "[]"', "something that is not arithmetic over questions"),
    "a call": ("part: may_moi", 'part: "open(may)"', "the function open"),
    "a reach outside": ("part: may_moi", 'part: "may.__class__"', "something that is not arithmetic over questions"),
    "a maximum with a comma": ("max: 40", 'max: "40,5"', "'40,5' in `"),
    "a maximum without end": ("max: 40", "max: .inf", "'.inf' in `"),
    "a huge maximum": ("max: 40", "max: 1" + "0" * 400, "in `"),
    "no mapping": (TEXT, "- a\n- b\n", "1:1: an empty file, or one that is no mapping"),
    "no YAML": ("nature: example", "nature: [example", "no YAML: "),
    "anchors that explode": (TEXT, "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n",
                             "an anchor, or its use"),
    "levels without end": (TEXT, "a: " + "[" * 3000 + "\n", "1:"),
}  # fmt: skip


def told(ran: Ran) -> None:
    """Holds a command to what every bad input gets."""
    assert (ran.code, ran.out) == (2, ""), ran
    assert "Traceback" not in ran.err
    assert ran.err.strip() != ""


@pytest.mark.parametrize("what", FRAMEWORKS)
def test_a_bad_framework(what: str, tmp_path: Path) -> None:
    old, new, expected = FRAMEWORKS[what]
    given = files(tmp_path)
    assert TEXT.count(old) >= 1
    given.framework.write_text(TEXT.replace(old, new, 1), encoding="utf-8")
    for ran in (
        run("check", given.framework),
        run("score", given.framework, given.answers, "--units", given.units, "-o", tmp_path / "p.zip"),
    ):
        told(ran)
        assert ran.err.startswith(f"{given.framework}:")
        assert expected in ran.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["answers.csv", "nho.yaml", "units.csv"]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_bad_framework_is_told_in_both_languages(lang: str, tmp_path: Path) -> None:
    given = files(tmp_path)
    for old, new, _ in FRAMEWORKS.values():
        given.framework.write_text(TEXT.replace(old, new, 1), encoding="utf-8")
        told(run("check", given.framework, lang=lang))


def test_a_code_that_looks_like_a_number_is_kept_as_it_is_written(tmp_path: Path) -> None:
    given = files(tmp_path)
    given.framework.write_text(
        TEXT.replace('{code: "1", name: Máy mới', "{code: 1.10, name: Máy mới").replace('code: "2"', "code: 1.1"),
        encoding="utf-8",
    )
    ran = run("score", given.framework, given.answers, "--units", given.units, "--format", "json")
    assert ran.code == 0
    assert ('"criterion": "1.10"' in ran.out, '"criterion": "1.1"' in ran.out) == (True, True)


HEADER = "unit,case,question,value,note\n"
ROWS = {
    "a number with the other decimal mark": ("a,,diem_so,\"1,5\",", "2 (a, diem_so): '1,5', with ','"),
    "text in a number": ("a,,may,40 máy,", "2 (a, may): the text '40 máy'"),
    "a negative count": ("a,,may,-1,", "2 (a, may): -1; expected: at least 0"),
    "a percentage over 100": ("a,,ty_le,100.01,", "2 (a, ty_le): 100.01; expected: at most 100"),
    "infinity": ("a,,diem_so,Infinity,", "2 (a, diem_so): 'Infinity'"),
    "NaN": ("a,,diem_so,nan,", "2 (a, diem_so): 'nan'"),
    "10^400": ("a,,diem_so,1e400,", "2 (a, diem_so): '1e400'"),
    "a unit that nobody knows": ("z,,may,1,", "2 (z, may): the unknown name z"),
    "a question that nobody asks": ("a,,mau,1,", "2 (a, mau): the unknown name mau"),
}  # fmt: skip


@pytest.mark.parametrize("what", ROWS)
@pytest.mark.parametrize("verb", ["score", "explain"])
def test_a_bad_answer(what: str, verb: str, tmp_path: Path) -> None:
    row, expected = ROWS[what]
    given = files(tmp_path)
    given.answers.write_text(HEADER + row + "\n", encoding="utf-8")
    more: list[str | Path] = ["-o", tmp_path / "p"] if verb == "score" else ["--unit", "a"]
    ran = run(verb, given.framework, given.answers, "--units", given.units, *more)
    told(ran)
    assert ran.err.startswith(f"{given.answers}:{expected}")
    assert not (tmp_path / "p").exists()


def test_a_part_greater_than_its_whole(tmp_path: Path) -> None:
    given = files(tmp_path)
    given.answers.write_text(HEADER + "a,,may,3,\na,,may_moi,4,\n", encoding="utf-8")
    ran = run("score", given.framework, given.answers, "--units", given.units)
    told(ran)
    assert ran.err.startswith("a, may_moi: 4; expected: at most 3, the answer to may;")


def test_a_unit_twice(tmp_path: Path) -> None:
    given = files(tmp_path)
    given.units.write_text(UNITS + "a,Sở A,so,ranked,\n", encoding="utf-8")
    ran = run("score", given.framework, given.answers, "--units", given.units)
    told(ran)
    assert ran.err.startswith(f"{given.units}:6: the unit a a second time; expected: every unit once;")


def zip_bomb() -> bytes:
    raw = io.BytesIO()
    with (
        zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("answers.csv", "w") as file,
    ):
        for _ in range(257):
            file.write(b"0" * 1024 * 1024)
    return raw.getvalue()


def zip_with(name: str) -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        archive.writestr(name, ANSWERS)
    return raw.getvalue()


FILES: dict[str, tuple[Callable[[], bytes], str]] = {
    "an empty file": (lambda: b"", ":1: an empty file"),
    "invalid UTF-8": (lambda: HEADER.encode() + b"a,,may,\xe1\xba,\n", ":2:8: bytes that are not UTF-8"),
    "a zip with ../": (lambda: zip_with("../answers.csv"), "[../answers.csv]: a name that leads outside the zip"),
    "a zip with an absolute name": (lambda: zip_with("/tmp/answers.csv"), "[/tmp/answers.csv]: a name that leads"),
    "a bomb": (zip_bomb, "[answers.csv]: a zip that unpacks to more than 256 MB"),
    "a damaged zip": (lambda: zip_with("answers.csv")[:60], ": a damaged zip"),
    "a NUL": (lambda: b"unit\0", ":1: a control character (0x0)"),
}


@pytest.mark.parametrize("what", FILES)
def test_a_bad_file_of_answers(what: str, tmp_path: Path) -> None:
    make, expected = FILES[what]
    given = files(tmp_path)
    path = tmp_path / "given"
    path.write_bytes(make())
    ran = run("score", given.framework, path, "--units", given.units, "-o", tmp_path / "p.zip")
    told(ran)
    assert ran.err.startswith(f"{path}{expected}")
    assert not (tmp_path / "p.zip").exists()


def test_a_file_of_100_mb_is_refused_by_its_size(tmp_path: Path) -> None:
    given = files(tmp_path)
    with given.answers.open("wb") as file:
        file.write(HEADER.encode())
        file.truncate(100 * 1024 * 1024)
    ran = run("score", given.framework, given.answers, "--units", given.units)
    told(ran)
    assert ran.err.startswith(f"{given.answers}: a file larger than 64 MB; expected: at most 64 MB;")


def test_a_file_that_is_a_folder_and_one_that_is_not_there(tmp_path: Path) -> None:
    given = files(tmp_path)
    folder, nothing = tmp_path / "folder", tmp_path / "nothing"
    folder.mkdir()
    cases: list[tuple[list[str | Path], Path, str]] = [
        (["check", folder], folder, "a folder; expected: a file;"),
        (["check", nothing], nothing, "neither a framework that ships nor a file;"),
        (["check", tmp_path / ("x" * 300)], tmp_path / ("x" * 300), "a file that cannot be read (File name too long);"),
        (["score", given.framework, folder], folder, "a folder without answers.csv;"),
        (["score", given.framework, nothing], nothing, "a file that cannot be read (No such file or directory);"),
        (["score", given.framework, given.answers, "--units", nothing], nothing, "a file that cannot be read"),
        (["verify", nothing], nothing, "a file that cannot be read (No such file or directory);"),
        (["verify", folder], folder, "no manifest.json inside;"),
        (["verify", given.answers], given.answers, "a file that is no zip;"),
        (["diff", folder, given.framework], folder, "a folder; expected: a file;"),
        (["template", nothing], nothing, "neither a framework that ships nor a file;"),
    ]
    for arguments, where, found in cases:
        ran = run(*arguments)
        told(ran)
        assert ran.err.startswith(f"{where}: {found}")


def test_a_framework_that_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    path.write_bytes(b"schema: 1\nid: \xff\n")
    ran = run("check", path)
    told(ran)
    assert ran.err.startswith(f"{path}:2:5: bytes that are not UTF-8")


def test_names_decomposed_are_the_same_names(tmp_path: Path) -> None:
    given = files(tmp_path)
    given.units.write_text(unicodedata.normalize("NFD", UNITS), encoding="utf-8")
    assert given.units.read_text(encoding="utf-8") != UNITS
    composed = run("score", given.framework, given.answers, "--units", given.units)
    assert (composed.code, "Sở B, phía nam" in composed.out) == (0, True)


@pytest.mark.parametrize("name", ["p", "p.zip"])
def test_a_read_only_target(name: str, tmp_path: Path) -> None:
    given = files(tmp_path)
    locked = tmp_path / "locked"
    locked.mkdir()
    locked.chmod(stat.S_IRUSR | stat.S_IXUSR)
    ran = run("score", given.framework, given.answers, "--units", given.units, "-o", locked / name)
    told(ran)
    assert ran.err.startswith(f"{locked}: a read-only place; expected: a place with the right to write;")
    assert list(locked.iterdir()) == []


def test_a_target_with_other_things_in_it_is_left_alone(tmp_path: Path) -> None:
    given = files(tmp_path)
    target = tmp_path / "mine"
    target.mkdir()
    (target / "letter.txt").write_text("dear", encoding="utf-8")
    ran = run("score", given.framework, given.answers, "--units", given.units, "-o", target)
    told(ran)
    assert ran.err.startswith(f"{target}: a file, or a folder with other things in it;")
    assert [path.name for path in target.iterdir()] == ["letter.txt"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["answers.csv", "mine", "nho.yaml", "units.csv"]


def test_keys_that_are_none(tmp_path: Path) -> None:
    given = files(tmp_path)
    options: list[str | Path] = ["--units", given.units, "-o", tmp_path / "p", "--sign", given.units]
    ran = run("score", given.framework, given.answers, *options)
    told(ran)
    assert ran.err.startswith(f"{given.units}: no such key;")
    assert not (tmp_path / "p").exists()


@pytest.mark.parametrize("what", ["a bad framework", "a bad answer", "a folder", "bytes"])
def test_a_process_ends_the_same_way(what: str, tmp_path: Path) -> None:
    given = files(tmp_path)
    if what == "a bad framework":
        given.framework.write_text(TEXT.replace("nature", "natur"), encoding="utf-8")
    elif what == "a bad answer":
        given.answers.write_text(HEADER + "a,,may,x,\n", encoding="utf-8")
    elif what == "bytes":
        given.answers.write_bytes(os.urandom(16) + b"\xff")
    answers = tmp_path if what == "a folder" else given.answers
    told(run_process("score", given.framework, answers if what != "a folder" else tmp_path / "nothing",
                     "--units", given.units, lang="vi"))  # fmt: skip
