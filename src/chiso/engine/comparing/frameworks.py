"""What changed from one framework to another, field by field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from chiso.engine.framework import Framework, Strict

PARTS = ("questions", "criteria", "blocks", "cases", "children")


@dataclass(frozen=True)
class Difference:
    """One change.

    part: `framework`, `block`, `case`, `question` or `criterion`; code: which one; kind: `added`, `removed`, `moved`
    (to another parent) or `changed`; field: the path of the key that changed; before, after: its texts, "" for none.
    """

    part: str
    code: str
    kind: Literal["added", "removed", "moved", "changed"]
    field: str = ""
    before: str = ""
    after: str = ""


def compare_frameworks(before: Framework, after: Framework) -> tuple[Difference, ...]:
    """What changed, in the order of the newer framework, with what was removed after it; empty for equal ones."""
    found = list(_fields("framework", after.id, _own(before), _own(after)))
    for part, old, new in (
        ("block", {b.id: b for b in before.blocks}, {b.id: b for b in after.blocks}),
        ("case", {c.id: c for c in before.cases}, {c.id: c for c in after.cases}),
        ("question", {q.id: q for q in before.questions}, {q.id: q for q in after.questions}),
        ("criterion", before.nodes, after.nodes),
    ):
        found += _parts(part, old, new, before, after)
    return tuple(found)


def _parts(
    part: str, old: Mapping[str, Strict], new: Mapping[str, Strict], before: Framework, after: Framework
) -> Iterator[Difference]:
    for code, each in new.items():
        if code not in old:
            yield Difference(part, code, "added", after=str(getattr(each, "name", "")))
            continue
        if part == "criterion":
            yield from _moved(code, before, after)
        yield from _fields(part, code, _own(old[code]), _own(each))
    for code, each in old.items():
        if code not in new:
            yield Difference(part, code, "removed", before=str(getattr(each, "name", "")))


def _moved(code: str, before: Framework, after: Framework) -> Iterator[Difference]:
    parents = [parent.code if (parent := f.parents.get(code)) is not None else "" for f in (before, after)]
    if parents[0] != parents[1]:
        yield Difference("criterion", code, "moved", "parent", parents[0], parents[1])


def _own(model: Strict) -> dict[str, str]:
    """The keys of a part as path → text, without the parts inside it that are compared on their own."""
    content = model.model_dump(mode="json", by_alias=True, exclude_none=True)
    return dict(_flat("", {key: value for key, value in content.items() if key not in PARTS}))


def _flat(path: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _flat(f"{path}.{key}" if path else str(key), inner)
    elif isinstance(value, list | tuple):
        for index, inner in enumerate(value, 1):
            yield from _flat(f"{path}.{index}", inner)
    else:
        yield path, str(value).lower() if isinstance(value, bool) else str(value)


def _fields(part: str, code: str, old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Difference]:
    for field in dict.fromkeys((*new, *old)):
        if old.get(field, "") != new.get(field, ""):
            yield Difference(part, code, "changed", field, old.get(field, ""), new.get(field, ""))
