"""What ships with Chiso: the frameworks and the facts known from print."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable


def frameworks() -> tuple[str, ...]:
    """The ids of the frameworks that ship, in alphabetical order."""
    return _folders("frameworks", "framework.yaml")


def facts() -> tuple[str, ...]:
    """The ids of the facts that ship, each the id of its framework."""
    return _folders("facts", "answers.csv")


def framework_bytes(id: str) -> bytes:
    """The framework file of a shipped id; KeyError where none ships."""
    if id not in frameworks():
        raise KeyError(id)
    return _room("frameworks").joinpath(id, "framework.yaml").read_bytes()


def report_bytes(id: str) -> bytes | None:
    """The declared indicators beside a shipped framework; None where there are none."""
    file = _room("frameworks").joinpath(id, "report.yaml")
    return file.read_bytes() if id in frameworks() and file.is_file() else None


def facts_files(id: str) -> dict[str, bytes]:
    """The files of shipped facts by name (`units.csv`, `answers.csv` …); KeyError where none ship."""
    if id not in facts():
        raise KeyError(id)
    return {file.name: file.read_bytes() for file in _room("facts").joinpath(id).iterdir() if file.is_file()}


def readme(id: str) -> str:
    """The README.csv of shipped facts, printed ones too: each file, what it holds, its source; KeyError for none."""
    file = _room("facts").joinpath(id, "README.csv")
    if not file.is_file():
        raise KeyError(id)
    return file.read_text("utf-8")


def _room(name: str) -> Traversable:
    return files("chiso").joinpath(name)


def _folders(room: str, file: str) -> tuple[str, ...]:
    if not _room(room).is_dir():
        return ()
    return tuple(sorted(folder.name for folder in _room(room).iterdir() if folder.joinpath(file).is_file()))
