"""A file for each unit in a folder, drawn by several processes; what is there already is kept."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from chiso.cli.progress import written
from chiso.cli.reporting.content import content
from chiso.cli.reporting.file_names import file_names
from chiso.cli.reporting.record import RECORD, Record
from chiso.engine.errors import InputError, Problem, message
from chiso.exchange.writing import make_folder, write_file

if TYPE_CHECKING:
    from chiso.report.official.form import Official

BATCH = 16
"""Documents that go to another process together."""
ALONE = 40
"""Up to so many documents no other process is worth starting."""
MOST_WORKERS = 8
MOST_TOLD = 20

Named = tuple[str, "Official"]


@dataclass(frozen=True)
class Done:
    """How many files were written, how many were there already, which belong to no unit; blanks of the documents."""

    written: int
    kept: int
    left: tuple[str, ...]
    blanks: tuple[str, ...]


@dataclass(frozen=True)
class _Drawn:
    """The files of a batch with their digests; problems: of a document that cannot be drawn."""

    files: tuple[tuple[str, str], ...]
    problems: tuple[Problem, ...] = ()


def write_each(folder: Path, units: Sequence[str], make: Callable[[str], Official], ending: str, inputs: str) -> Done:
    """Leaves a file for each unit in the folder, each of them whole.

    inputs: the digest of all that the documents are made from: a file of before that was made from the same, and that
    nobody touched, is kept. InputError, with the files that were written until then in place, where one cannot be
    drawn or written; nothing is written where a file that is not from here stands in the way.
    """
    if folder.exists() and not folder.is_dir():
        raise _no_folder(folder)
    make_folder(folder)
    record, names = Record.read(folder), file_names(units, ending)
    if foreign := [name for name in names.values() if name not in record.files and (folder / name).exists()]:
        raise _foreign(folder, foreign)
    left = tuple(name for name in record.files if name not in names.values() and (folder / name).is_file())
    missing = [unit for unit in units if not record.holds(names[unit], inputs)]
    record.begin()
    blanks: list[str] = []

    def documents() -> Iterator[Named]:
        for unit in missing:
            document = make(unit)
            blanks.extend(key for key in document.blanks if key not in blanks)
            yield names[unit], document

    for name, digest in written(_files(folder, documents(), len(missing)), len(missing)):
        record.add(name, digest, inputs)
    return Done(len(missing), len(units) - len(missing), left, tuple(blanks))


def _files(folder: Path, documents: Iterator[Named], count: int) -> Iterator[tuple[str, str]]:
    """The files as they are written: the first ones here, so that what is amiss with all of them is found at once."""
    workers = min(os.cpu_count() or 1, MOST_WORKERS)
    here = documents if count <= ALONE or workers < 2 else islice(documents, 1)
    for each in here:
        yield from _whole(_drawn(folder, [each]))
    if count > ALONE and workers > 1:
        yield from _pooled(folder, documents, workers)


def _pooled(folder: Path, documents: Iterator[Named], workers: int) -> Iterator[tuple[str, str]]:
    """The files as the processes write them; only so many documents are made ahead as keep all of them at work."""
    context = multiprocessing.get_context("spawn")  # A fork would copy the threads of libraries in the midst of work.
    waiting: deque[Future[_Drawn]] = deque()
    with ProcessPoolExecutor(workers, context, _begin) as pool:
        try:
            while batch := list(islice(documents, BATCH)):
                waiting.append(pool.submit(_drawn, folder, batch))
                if len(waiting) > 2 * workers:
                    yield from _whole(waiting.popleft().result())
            while waiting:
                yield from _whole(waiting.popleft().result())
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _begin() -> None:
    """Lets a process draw with one thread: threads of several processes would only wait for each other."""
    os.environ["RAYON_NUM_THREADS"] = "1"


def _drawn(folder: Path, batch: Sequence[Named]) -> _Drawn:
    """Draws and writes a batch; an InputError does not travel between processes, its problems do."""
    found: list[tuple[str, str]] = []
    for name, document in batch:
        path = folder / name
        try:
            drawn = content(document, path.suffix)
            write_file(path, drawn, synced=False)
        except InputError as error:
            where = (replace(problem, where=f"{path}: {problem.where}") for problem in error.problems)
            return _Drawn(tuple(found), tuple(where))
        found.append((name, sha256(drawn).hexdigest()))
    return _Drawn(tuple(found))


def _whole(drawn: _Drawn) -> Iterator[tuple[str, str]]:
    yield from drawn.files
    if drawn.problems:
        raise InputError(drawn.problems)


def _no_folder(folder: Path) -> InputError:
    found, expected = message("something that is no folder"), message("a folder, new or from before")
    return InputError([Problem(str(folder), found, expected, message("choose another name with -o"))])


def _foreign(folder: Path, names: Sequence[str]) -> InputError:
    found = message("a file that this command did not write, or whose record in {record} is gone", record=RECORD)
    expected, remedy = message("room for the file of a unit"), message("move it away, or choose another folder with -o")
    return InputError(Problem(str(folder / name), found, expected, remedy) for name in names[:MOST_TOLD])
