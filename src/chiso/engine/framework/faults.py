"""What is wrong with a framework, and where in its file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from chiso.engine.errors import Message, message
from chiso.engine.framework.criteria import Criterion
from chiso.engine.framework.sources import Path
from chiso.engine.framework.tree import Framework


@dataclass(frozen=True)
class Fault:
    """What is wrong at a path of the file."""

    path: Path
    found: Message
    expected: Message
    remedy: Message


Placed = tuple[Path, Criterion, Criterion | None]


def placed(framework: Framework) -> Iterator[Placed]:
    """Every criterion with its path in the file and its parent."""

    def below(path: Path, node: Criterion, parent: Criterion | None) -> Iterator[Placed]:
        yield path, node, parent
        for index, child in enumerate(node.children):
            yield from below((*path, "children", index), child, node)

    for index, root in enumerate(framework.criteria):
        yield from below(("criteria", index), root, None)


def unknown(path: Path, name: str, among: str) -> Fault:
    """A name that stands nowhere where it is declared."""
    return Fault(
        path, message("the unknown name {name}", name=name), message("one declared under `{among}`", among=among),
        message("declare it, or mend its spelling"),
    )  # fmt: skip


def disorder(path: Path, expected: Message) -> Fault:
    """Numbers that contradict one another."""
    return Fault(path, message("numbers out of order"), expected, message("mend the numbers"))
