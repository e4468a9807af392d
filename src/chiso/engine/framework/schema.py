"""What every part of a framework file is made of: strict models whose scalars are read as text."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Literal, TypeAlias

from flint import fmpq
from pydantic import BaseModel, BeforeValidator, ConfigDict, GetPydanticSchema
from pydantic_core import PydanticCustomError, core_schema

from chiso.engine.errors import Message, message
from chiso.engine.quantities import Exact, decimal_text, parse_decimal

CODE = re.compile(r"[\w][\w.\-]{0,39}")
NAME = re.compile(r"[^\W\d]\w{0,59}")
FRACTION = re.compile(r"(\d{1,18})/([1-9]\d{0,17})", re.ASCII)
PERCENT = re.compile(r"([^\s%]+)\s*%")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MOST_DECIMALS = 20


def refusal(kind: str, expected: Message) -> PydanticCustomError:
    """The error of a value that is not what is expected; its text is a message of the catalogues."""
    return PydanticCustomError(kind, expected.id)


class Strict(BaseModel):
    """A part of a framework: frozen, with no key that is not declared."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


def _exact(value: Any) -> Exact:
    if isinstance(value, fmpq):
        return value
    if isinstance(value, str | int) and not isinstance(value, bool):
        text = str(value).strip()
        if fraction := FRACTION.fullmatch(text):
            return fmpq(int(fraction.group(1)), int(fraction.group(2)))
        percent = PERCENT.fullmatch(text)
        found = parse_decimal(percent.group(1) if percent else text)
        if found is not None:
            return found / fmpq(100) if percent else found
    raise refusal("decimal", message("a number with a dot as the decimal mark, as 12.5, 70% or 1/3"))


ExactField = Annotated[
    Exact,
    GetPydanticSchema(
        lambda _source, _handler: core_schema.no_info_plain_validator_function(
            _exact, serialization=core_schema.plain_serializer_function_ser_schema(decimal_text)
        ),
        lambda _schema, _handler: {"type": ["string", "number"], "pattern": r"^([+-]?\d+(\.\d+)?\s*%?|\d+/[1-9]\d*)$"},
    ),
]


def _flag(value: Any) -> Any:
    if value in ("true", "false"):
        return value == "true"
    if isinstance(value, bool):
        return value
    raise refusal("flag", message("true or false"))


def _whole(value: Any) -> Any:
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,2}", value):
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST_DECIMALS:
        return value
    raise refusal("whole", message("a number of decimals, from 0 to 20"))


def _day(value: Any) -> date:
    if isinstance(value, date):
        return value
    try:
        if DAY.fullmatch(str(value)):
            return date.fromisoformat(str(value))
    except ValueError:
        pass
    raise refusal("day", message("a date as 2026-11-21"))


def _pattern(pattern: re.Pattern[str], meaning: Literal["code", "name"]) -> Any:
    def check(value: Any) -> Any:
        if isinstance(value, str) and pattern.fullmatch(value):
            return value
        if meaning == "code":
            raise refusal("code", message("a code of letters, digits, dots and dashes, at most 40"))
        raise refusal("name", message("a name of letters, digits and underscores that begins with a letter"))

    return check


Flag = Annotated[bool, BeforeValidator(_flag, json_schema_input_type=bool)]
Whole = Annotated[int, BeforeValidator(_whole, json_schema_input_type=int)]
Day = Annotated[date, BeforeValidator(_day, json_schema_input_type=str)]
Code = Annotated[str, BeforeValidator(_pattern(CODE, "code"), json_schema_input_type=str)]
"""A criterion's or block's code, kept as it is written: `1.10` is not `1.1`."""
Name = Annotated[str, BeforeValidator(_pattern(NAME, "name"), json_schema_input_type=str)]
"""A question's id, usable in an expression."""
Source: TypeAlias = str
"""The text of an expression."""


def _words(value: Any) -> Any:
    return {"vi": value} if isinstance(value, str) else value


class _Words(Strict):
    vi: str
    en: str | None = None

    def __str__(self) -> str:
        return self.vi

    def of(self, language: str) -> str:
        """The text in a language, else in Vietnamese."""
        return self.en if language == "en" and self.en else self.vi


Words = Annotated[_Words, BeforeValidator(_words, json_schema_input_type=str | dict[str, str])]
"""A text in Vietnamese, or in Vietnamese and English: `{vi: …, en: …}`."""

Unknown = Literal["unknown"]
Maximum = ExactField | Unknown


def per_block(value: Any) -> Any:
    """A value for all blocks read as `{"*": value}`."""
    return value if isinstance(value, dict) else {"*": value}


PerBlock = Annotated[dict[str, ExactField | Unknown], BeforeValidator(per_block, json_schema_input_type=Any)]
"""One number for all blocks, or a number per block."""
