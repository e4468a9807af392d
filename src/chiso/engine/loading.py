"""A framework file to a framework: YAML read as text, typed strictly, every message with its line and column."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from chiso.engine.errors import FrameworkError, Message, Problem, message
from chiso.engine.framework import Framework
from chiso.engine.framework.checking import faults

LARGEST = 5_000_000
"""Bytes of a framework file."""
DEEPEST = 40
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Place = tuple[str | int, ...]


def load(path: Path) -> Framework:
    """The framework in a file; FrameworkError with line and column for everything that is wrong in it."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise FrameworkError(
            [
                Problem(
                    str(path), message("a file that cannot be read ({reason})", reason=error.strerror),
                    message("a framework file (framework.yaml)"), message("check the name and the rights"),
                )
            ]
        ) from None  # fmt: skip
    return loads(raw, str(path))


def loads(raw: bytes, name: str = "framework.yaml") -> Framework:
    """The framework in these bytes; `name` is what messages call the file."""
    positions: dict[Place, tuple[int, int]] = {}
    content = _Reader(name, positions).read(raw)
    try:
        framework = Framework.model_validate(content)
    except ValidationError as error:
        raise FrameworkError([_of_form(name, detail, positions) for detail in _of_their_own(error.errors())]) from None
    found = [
        Problem(_at(name, fault.path, positions), fault.found, fault.expected, fault.remedy)
        for fault in faults(framework)
    ]
    if found:
        raise FrameworkError(found)
    return framework


def _at(name: str, path: Place, positions: dict[Place, tuple[int, int]]) -> str:
    while path and path not in positions:
        path = path[:-1]
    line, column = positions.get(path, (1, 1))
    return f"{name}:{line}:{column}"


def _written(location: Place, positions: dict[Place, tuple[int, int]]) -> Place:
    """The path in the file: the tags that the schema puts into its locations left out."""
    path: Place = ()
    for part in location:
        if (*path, part) in positions:
            path = (*path, part)
    return path


def _of_form(name: str, detail: ErrorDetails, positions: dict[Place, tuple[int, int]]) -> Problem:
    location: Place = tuple(detail["loc"])
    path = _written(location, positions)
    key = str(location[-1]) if location else ""
    where = _at(name, (*path, "#key") if (*path, "#key") in positions else path, positions)
    if detail["type"] == "missing":
        return Problem(where, message("no `{key}`", key=key), message("the key `{key}`", key=key), message("add it"))
    if detail["type"] == "extra_forbidden":
        return Problem(
            where, message("the unknown key `{key}`", key=key),
            message("only the keys that docs/writing-a-framework.md lists"),
            message("mend its spelling or leave it out"),
        )  # fmt: skip
    given = detail.get("input")
    shown: object = repr(given)[:60] if isinstance(given, str | int) else message("a value of another shape")
    return Problem(
        where, message("{shown} in `{key}`", shown=shown, key=".".join(str(part) for part in path) or key),
        _expectation(detail), message("write it so"),
    )  # fmt: skip


def _expectation(detail: ErrorDetails) -> Message:
    context = detail.get("ctx", {})
    if detail["type"] == "literal_error":
        return message("one of {names}", names=context["expected"])
    if detail["type"] in ("union_tag_invalid", "union_tag_not_found"):
        return message("`kind:`, one of {names}", names=context.get("expected_tags", "the kinds of formulas"))
    if detail["type"] == "too_short":
        return message("at least one entry")
    shapes = {
        "tuple_type": message("a list"),
        "string_type": message("a text"),
        "model_type": message("keys with values"),
        "model_attributes_type": message("keys with values"),
        "dict_type": message("keys with values"),
    }
    return shapes.get(detail["type"]) or Message(detail["msg"].replace("{", "(").replace("}", ")"))


def _of_their_own(details: list[ErrorDetails]) -> list[ErrorDetails]:
    """The errors without those that only follow from another one inside the same part."""
    places = [tuple(detail["loc"]) for detail in details]
    return [
        detail
        for detail, place in zip(details, places, strict=True)
        if detail["type"] != "too_short" or not any(other[: len(place)] == place != other for other in places)
    ]


class _Reader:
    """YAML nodes to plain text, lists and mappings, with the place of each."""

    def __init__(self, name: str, positions: dict[Place, tuple[int, int]]) -> None:
        self._name, self._positions = name, positions
        self._seen: set[int] = set()

    def _refuse(self, line: int, column: int, found: Message, expected: Message, remedy: Message) -> FrameworkError:
        return FrameworkError([Problem(f"{self._name}:{line}:{column}", found, expected, remedy)])

    def read(self, raw: bytes) -> Any:
        """The content of the file, every scalar as text."""
        if len(raw) > LARGEST:
            raise self._refuse(
                1, 1, message("a file of {size} bytes", size=len(raw)),
                message("at most {most} bytes", most=LARGEST), message("check that it is a framework"),
            )  # fmt: skip
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = raw[: error.start].count(b"\n") + 1
            column = error.start - raw.rfind(b"\n", 0, error.start)
            raise self._refuse(
                line, column, message("bytes that are not UTF-8"), message("a text in UTF-8"),
                message("save the file as UTF-8"),
            ) from None  # fmt: skip
        node = self._composed(text)
        if not isinstance(node, yaml.MappingNode):
            raise self._refuse(
                1, 1, message("an empty file, or one that is no mapping"), message("a framework: keys with values"),
                message("see docs/writing-a-framework.md"),
            )  # fmt: skip
        return self._built(node, ())

    def _composed(self, text: str) -> Any:
        try:
            return yaml.compose(text, Loader=_LOADER)
        except (yaml.YAMLError, RecursionError) as error:
            mark = getattr(error, "problem_mark", None)
            line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
            raise self._refuse(
                line, column, message("no YAML: {reason}", reason=getattr(error, "problem", None) or "too deep"),
                message("a YAML file"), message("mend the indentation or the quotation marks"),
            ) from None  # fmt: skip

    def _built(self, node: Any, path: Place) -> Any:
        line, column = node.start_mark.line + 1, node.start_mark.column + 1
        self._positions[path] = (line, column)
        if isinstance(node, yaml.ScalarNode):
            return node.value
        if id(node) in self._seen or len(path) > DEEPEST:
            raise self._refuse(
                line, column, message("an anchor used a second time, or too many levels"),
                message("every part written out"), message("write the part again instead of `*name`"),
            )  # fmt: skip
        self._seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            return [self._built(child, (*path, index)) for index, child in enumerate(node.value)]
        return self._mapping(node, path)

    def _mapping(self, node: Any, path: Place) -> dict[str, Any]:
        content: dict[str, Any] = {}
        for key, value in node.value:
            line, column = key.start_mark.line + 1, key.start_mark.column + 1
            if not isinstance(key, yaml.ScalarNode) or key.value in content:
                raise self._refuse(
                    line, column, message("the key `{key}` a second time", key=key.value),
                    message("every key once"), message("keep one of the two"),
                )  # fmt: skip
            self._positions[(*path, key.value, "#key")] = (line, column)
            content[key.value] = self._built(value, (*path, key.value))
        return content
