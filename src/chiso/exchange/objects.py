"""JSON to tables: a list of objects, or `units` and `answers`, each a list of objects."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from chiso.engine.errors import InputError, Message, message
from chiso.exchange.files import decoded, refused
from chiso.exchange.tables import Line, Table, empty, headed

PARTS = ("answers", "units")


class _Twice(Exception):
    """A key that stands twice in one object."""


def tables(text: str, name: str, mark: str = ".") -> dict[str, Table]:
    """The tables `answers` and, where it is there, `units` of a JSON text; InputError where it holds none.

    Numbers are kept as the digits that are written, with `mark` as their decimal mark; null is an empty cell.
    """
    content = _content(text, name, mark)
    parts = {"answers": content} if isinstance(content, list) else content
    if not isinstance(parts, dict) or not set(parts) <= {*PARTS, "format"}:
        raise _misshapen(name, message("JSON of another shape"))
    found = {part: _table(parts[part], f"{name}[{part}]") for part in PARTS if part in parts}
    if not found:
        raise empty(name)
    return found


def _misshapen(where: str, found: Message) -> InputError:
    return refused(
        where, found, message("a list of objects, or an object with `units` and `answers`"),
        message("see docs/json.md"),
    )  # fmt: skip


def _content(text: str, name: str, mark: str) -> Any:
    if not text.strip():
        raise empty(name)

    def digits(number: str) -> str:
        return number.replace(".", mark)

    try:
        return json.loads(text, parse_float=digits, parse_int=str, parse_constant=str, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        raise refused(
            f"{name}:{error.lineno}:{error.colno}", message("no JSON: {reason}", reason=error.msg),
            message("a JSON file"), message("mend it there"),
        ) from None  # fmt: skip
    except _Twice as error:
        raise refused(
            name, message("the key `{key}` a second time", key=error), message("every key once"),
            message("keep one of the two"),
        ) from None  # fmt: skip
    except RecursionError:
        raise _misshapen(name, message("too many levels")) from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _Twice(key)
        found[key] = value
    return found


def _table(rows: Any, where: str) -> Table:
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise _misshapen(where, message("something else than a list of objects"))
    header = list(dict.fromkeys(key for row in rows for key in row))
    for number, row in enumerate(rows, 1):
        for key, value in row.items():
            if isinstance(value, list | dict):
                raise _misshapen(f"{where}:{number}", message("a list or an object in `{key}`", key=key))

    def lines() -> Iterator[Line]:
        for number, row in enumerate(rows, 1):
            place = f"{where}:{number}"
            yield Line(place, tuple(_text(row.get(key), place) for key in header))

    return headed(where, where, header, lines)


def _text(value: str | bool | None, where: str) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        return "true" if value else "false"
    plain = value.isascii() and value.isprintable()
    return value if plain else decoded(value.encode("utf-8", "surrogatepass"), where)
