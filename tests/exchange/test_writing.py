from pathlib import Path

import pytest

from chiso.exchange.writing import make_folder, write_file, write_folder
from tests.exchange.refusals import refusals

NAMES = frozenset({"a.csv", "b.csv"})


def inside(path: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in path.iterdir()}


def test_a_file_is_replaced_in_one_step(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    for content in (b"1", b"2"):
        write_file(path, content)
        assert inside(tmp_path) == {"a.csv": content}


def test_a_link_is_followed_and_a_device_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "a.csv")
    write_file(tmp_path / "link", b"1")
    assert (tmp_path / "a.csv").read_bytes() == b"1"
    assert (tmp_path / "link").is_symlink()
    assert refusals(lambda: write_file(Path("/dev/null"), b"1")) == [
        "/dev/null: something that is no file; expected: a file, new or to be replaced; choose another name with -o"
    ]


def test_a_folder_is_replaced_where_nothing_else_is_in_it(tmp_path: Path) -> None:
    path = tmp_path / "p"
    write_folder(path, {"a.csv": b"1", "b.csv": b"2"}, NAMES)
    write_folder(path, {"a.csv": b"3"}, NAMES)
    assert inside(path) == {"a.csv": b"3"}
    (path / "notes.txt").write_bytes(b"mine")
    assert refusals(lambda: write_folder(path, {"a.csv": b"4"}, NAMES)) == [
        f"{path}: a file, or a folder with other things in it; expected: a folder that is new, empty, or a published "
        "folder to be replaced; choose another name with -o"
    ]
    assert inside(path) == {"a.csv": b"3", "notes.txt": b"mine"}
    assert [each.name for each in tmp_path.iterdir()] == ["p"]


def test_what_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    files = {"a.csv": b"1", "no/b.csv": b"2"}
    problems = refusals(lambda: write_folder(tmp_path / "p", files, NAMES))
    assert problems[0].startswith(f"{tmp_path / 'p'}: a place that cannot be written (No such file or directory);")
    assert list(tmp_path.iterdir()) == []
    assert refusals(lambda: write_file(tmp_path / "no" / "a.csv", b"1")) == [
        f"{tmp_path / 'no' / 'a.csv'}: a place in a folder that is not there; expected: a folder that is there; "
        f"make the folder {tmp_path / 'no'} first"
    ]
    assert "(File name too long)" in refusals(lambda: write_file(tmp_path / ("x" * 300), b"1"))[0]


def test_a_read_only_target_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"old")
    path.chmod(0o444)
    told = "a read-only place; expected: a place with the right to write; choose another place with -o"
    assert refusals(lambda: write_file(path, b"new")) == [f"{path}: {told}"]
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o555)
    assert refusals(lambda: write_file(locked / "a.csv", b"new")) == [f"{locked}: {told}"]
    assert refusals(lambda: write_folder(locked / "p", {"a.csv": b"new"}, NAMES)) == [f"{locked}: {told}"]
    assert (path.read_bytes(), list(locked.iterdir())) == (b"old", [])


def test_a_folder_is_made_with_those_above_it(tmp_path: Path) -> None:
    make_folder(tmp_path / "var" / "demo")
    make_folder(tmp_path / "var" / "demo")
    assert (tmp_path / "var" / "demo").is_dir()
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(Exception, match="a place that cannot be written"):
        make_folder(tmp_path / "file" / "demo")
