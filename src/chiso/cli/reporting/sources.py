"""What SOURCE names: a published folder that holds, or facts that ship; with the times before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from chiso.engine.errors import InputError, Message, Problem, message

if TYPE_CHECKING:
    from chiso.engine.scoring import Scores
    from chiso.report.kinds.source import Source
    from chiso.report.official.meta import Meta

MOST_META = 1_000_000
"""Bytes of a meta.yaml."""


@dataclass(frozen=True)
class Opened:
    """A source, and a digest of all that it was made from."""

    source: Source
    digest: str


def read_meta(path: Path | None) -> Meta:
    """What a meta.yaml tells; nothing without a path. InputError for everything wrong in it."""
    from chiso.exchange.files import read_bytes
    from chiso.report.official.meta import Meta, read

    return Meta() if path is None else read(read_bytes(path, MOST_META), str(path))


def is_result(name: str) -> bool:
    """Whether a name stands for a result: facts that ship, a published folder or zip; not a framework's file."""
    from chiso.bundle.names import MANIFEST
    from chiso.exchange import shipped

    path = Path(name)
    return (path.suffix == ".zip" or (path / MANIFEST).exists()) if path.exists() else name in shipped.facts()


def opened(name: str, meta: Meta, previous: Sequence[str] = (), indicators: Sequence[Path] = ()) -> Opened:
    """The result that a name stands for.

    previous: the time before, the one before that …; InputError where one is unknown, does not hold, or comes twice.
    indicators: a report.yaml for this time, then for each one before it; else the one that ships, if one does.
    """
    from chiso.engine.ranking import rank
    from chiso.exchange.indicators import of_file, of_shipped
    from chiso.report.kinds.source import Source

    found: list[tuple[Scores, str]] = []
    for each in (name, *previous):
        scores, digest = _scores(each)
        if digest in [known for _known, known in found]:
            raise _twice(each)
        found.append((scores, digest))
    source: Source | None = None
    for place, (scores, _digest) in reversed(list(enumerate(found))):
        own = indicators[place] if place < len(indicators) else None
        declared = of_shipped(scores.framework) if own is None else of_file(own, scores.framework)
        source = Source(scores, rank(scores), meta, source, declared)
    assert source is not None
    return Opened(source, sha256("\n".join(digest for _scored, digest in found).encode()).hexdigest())


def _scores(name: str) -> tuple[Scores, str]:
    """The scores of shipped facts, or of a published folder that holds, and the digest of their files."""
    from chiso.cli.output import Mark
    from chiso.cli.result import result
    from chiso.exchange import shipped

    if Path(name).exists():
        return _published(name)
    if name in shipped.facts():
        files = {**shipped.facts_files(name), "framework": shipped.framework_bytes(name)}
        return result(name, name, None, Mark.POINT).scores, _digest(files)
    raise _no_result(name)


def _published(name: str) -> tuple[Scores, str]:
    from chiso.bundle.names import FRAMEWORK
    from chiso.bundle.reading import read
    from chiso.bundle.verifying import verify_files
    from chiso.cli.progress import watched
    from chiso.engine.loading import loads
    from chiso.engine.scoring import score
    from chiso.exchange.answers import from_files

    files = read(Path(name))
    if not verify_files(files, watch=watched).holds:
        remedy = message("see what was changed: chiso verify {path}", path=name)
        found, expected = message("a published folder that does not hold"), message("one that holds")
        raise InputError([Problem(name, found, expected, remedy)])
    framework = loads(files[FRAMEWORK], f"{name}/{FRAMEWORK}")
    return score(framework, from_files(files, framework, name)), _digest(files)


def _digest(files: dict[str, bytes]) -> str:
    whole = sha256()
    for name in sorted(files):
        whole.update(f"{name}\0{len(files[name])}\0".encode())
        whole.update(files[name])
    return whole.hexdigest()


def _no_result(name: str) -> InputError:
    """Why a name that is no path stands for no result."""
    from chiso.exchange import printed, shipped

    found = message("neither facts that ship nor a published folder")
    if name in printed.ids():
        found = message("facts that are known from print alone, without the answers of units")
    elif name in shipped.frameworks():
        found = message("a framework without the answers of units")
    return InputError([Problem(name, found, taken(), message("name one: {names}", names=", ".join(shipped.facts())))])


def taken() -> Message:
    """What a document of a result is made of."""
    return message("a published folder or zip, or the id of facts with answers")


def _twice(name: str) -> InputError:
    found, expected = message("the same result a second time"), message("the result of an earlier time")
    return InputError([Problem(f"--previous {name}", found, expected, message("name another one, or leave it out"))])
