"""A framework file to a framework: YAML read as text, typed strictly, every message with its line and column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from chiso.engine.errors import FrameworkError, InputError, Message, Problem, message
from chiso.engine.framework import Framework
from chiso.engine.framework.checking import faults

LARGEST = 5_000_000
"""Bytes of a framework file."""
DEEPEST = 40
CONTROL = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What the YAML library refuses to read."""
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Place = tuple[str | int, ...]
Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True)
class Form:
    """What messages say of a kind of file.

    whole: the file in a few words; one: that a file holds one of them; right: what to do with a file that is none;
    page: the document that describes its keys; error: what is raised.
    """

    whole: Message
    one: Message
    right: Message
    page: str
    error: type[InputError] = InputError


FRAMEWORK = Form(
    message("a framework: keys with values"),
    message("one framework in a file"),
    message("check that it is a framework"),
    "docs/writing-a-framework.md",
    FrameworkError,
)


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
    framework, positions = typed(raw, name, Framework, FRAMEWORK)
    found = [
        Problem(at(name, fault.path, positions), fault.found, fault.expected, fault.remedy)
        for fault in faults(framework)
    ]
    if found:
        raise FrameworkError(found)
    return framework


def typed(raw: bytes, name: str, model: type[Model], form: Form) -> tuple[Model, dict[Place, tuple[int, int]]]:
    """The content of a YAML file as a model, and the line and column of each of its parts; the form's error else."""
    positions: dict[Place, tuple[int, int]] = {}
    content = _Reader(name, positions, form).read(raw)
    try:
        return model.model_validate(content), positions
    except ValidationError as error:
        details = _of_their_own(error.errors())
        raise form.error([_of_form(name, detail, positions, form) for detail in details]) from None


def at(name: str, path: Place, positions: dict[Place, tuple[int, int]]) -> str:
    """Where a part of a file stands, `name:line:column`; of a part that is not there, where its whole stands."""
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


def _of_form(name: str, detail: ErrorDetails, positions: dict[Place, tuple[int, int]], form: Form) -> Problem:
    location: Place = tuple(detail["loc"])
    path = _written(location, positions)
    key = str(location[-1]) if location else ""
    where = at(name, (*path, "#key") if (*path, "#key") in positions else path, positions)
    if detail["type"] == "missing":
        return Problem(where, message("no `{key}`", key=key), message("the key `{key}`", key=key), message("add it"))
    if detail["type"] == "extra_forbidden":
        return Problem(
            where, message("the unknown key `{key}`", key=key),
            message("only the keys that {page} lists", page=form.page),
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
        if not (detail["type"] == "too_short" and any(other[: len(place)] == place != other for other in places))
        and detail.get("ctx", {}).get("expected") != "'unknown'"
    ]


class _Reader:
    """YAML to plain text, lists and mappings, with the place of each."""

    def __init__(self, name: str, positions: dict[Place, tuple[int, int]], form: Form) -> None:
        self._name, self._positions, self._form = name, positions, form

    def _refuse(self, line: int, column: int, found: Message, expected: Message, remedy: Message) -> InputError:
        return self._form.error([Problem(f"{self._name}:{line}:{column}", found, expected, remedy)])

    def read(self, raw: bytes) -> Any:
        """The content of the file, every scalar as text."""
        if len(raw) > LARGEST:
            raise self._refuse(
                1, 1, message("a file of {size} bytes", size=len(raw)),
                message("at most {most} bytes", most=LARGEST), self._form.right,
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
        try:
            return self._document(yaml.parse(text, Loader=_LOADER))
        except yaml.YAMLError as error:
            line, column, reason = _mark(error, text)
            raise self._refuse(
                line, column, message("no YAML: {reason}", reason=reason),
                message("a YAML file"), message("mend the indentation or the quotation marks"),
            ) from None  # fmt: skip

    def _document(self, events: Iterator[Any]) -> Any:
        """The content of the one document; events are read one by one, so that no depth of nesting costs memory."""
        next(events)
        first = next(events) if isinstance(next(events), yaml.DocumentStartEvent) else None
        if not isinstance(first, yaml.MappingStartEvent):
            raise self._refuse(
                1, 1, message("an empty file, or one that is no mapping"), self._form.whole,
                message("see {page}", page=self._form.page),
            )  # fmt: skip
        content = self._built(first, events, ())
        next(events)
        after = next(events)
        mark = after.start_mark
        if isinstance(after, yaml.DocumentStartEvent):
            raise self._refuse(
                mark.line + 1, mark.column + 1, message("a second document"),
                self._form.one, message("leave out what follows `---`"),
            )  # fmt: skip
        return content

    def _built(self, event: Any, events: Iterator[Any], path: Place) -> Any:
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        self._positions[path] = (line, column)
        if isinstance(event, yaml.ScalarEvent):
            return event.value
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise self._refuse(
                line, column, message("an anchor, or its use"),
                message("every part written out"), message("write the part again instead of `*name`"),
            )  # fmt: skip
        if len(path) > DEEPEST:
            raise self._refuse(
                line, column, message("lists and keys more than {deepest} levels deep", deepest=DEEPEST),
                self._form.whole, message("mend the indentation or the brackets"),
            )  # fmt: skip
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(events, path)
        content: list[Any] = []
        while not isinstance(item := next(events), yaml.SequenceEndEvent):
            content.append(self._built(item, events, (*path, len(content))))
        return content

    def _mapping(self, events: Iterator[Any], path: Place) -> dict[str, Any]:
        content: dict[str, Any] = {}
        while not isinstance(key := next(events), yaml.MappingEndEvent):
            line, column = key.start_mark.line + 1, key.start_mark.column + 1
            if not isinstance(key, yaml.ScalarEvent):
                raise self._refuse(
                    line, column, message("a key that is no plain text"), message("a name before the colon"),
                    message("mend the key"),
                )  # fmt: skip
            if key.value in content:
                raise self._refuse(
                    line, column, message("the key `{key}` a second time", key=key.value),
                    message("every key once"), message("keep one of the two"),
                )  # fmt: skip
            self._positions[(*path, key.value, "#key")] = (line, column)
            content[key.value] = self._built(next(events), events, (*path, key.value))
        return content


def _mark(error: yaml.YAMLError, text: str) -> tuple[int, int, str]:
    """The line, the column and the reason of what the YAML library refuses."""
    mark: Any = getattr(error, "problem_mark", None)
    if mark is not None:
        return mark.line + 1, mark.column + 1, str(getattr(error, "problem", None))
    place = CONTROL.search(text)
    before = text[: place.start()] if place else ""
    return before.count("\n") + 1, len(before) - before.rfind("\n"), "a control character"
