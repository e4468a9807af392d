"""Exact decimals: text to rational, rational to printed digits; rounding is half away from zero."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TypeAlias

from flint import fmpq, fmpz

Exact: TypeAlias = fmpq
"""An exact rational number."""

MOST_DIGITS = 18
MOST_DECIMALS = 20
_POINT = re.compile(r"([+-]?)(\d+)(?:\.(\d+))?", re.ASCII)
_COMMA = re.compile(r"([+-]?)(\d+)(?:,(\d+))?", re.ASCII)


def parts_of_decimal(text: str, *, comma: bool = False) -> tuple[int, int] | None:
    """The mantissa and the number of decimals of a plain decimal text, or None where it is not one.

    `comma` takes the comma as the decimal mark. No grouping, exponent, infinity or NaN is read; more than
    18 digits before the mark or 20 after it are not read either.
    """
    match = (_COMMA if comma else _POINT).fullmatch(text)
    if match is None:
        return None
    sign, whole, decimals = match.group(1), match.group(2).lstrip("0"), match.group(3) or ""
    if len(whole) > MOST_DIGITS or len(decimals) > MOST_DECIMALS:
        return None
    mantissa = int(whole + decimals or "0")
    return (-mantissa if sign == "-" else mantissa), len(decimals)


def parse_decimal(text: str, *, comma: bool = False) -> Exact | None:
    """The exact value of a plain decimal text, or None where it is not one."""
    parts = parts_of_decimal(text, comma=comma)
    return None if parts is None else fmpq(parts[0], 10 ** parts[1])


def exact(value: int | str | Decimal | Exact) -> Exact:
    """The exact rational of a whole number, a decimal text or a Decimal; ValueError where the text is none."""
    if isinstance(value, fmpq):
        return value
    if isinstance(value, int | fmpz):
        return fmpq(int(value))
    found = parse_decimal(f"{value:f}" if isinstance(value, Decimal) else value)
    if found is None:
        raise ValueError(f"{value!r} is not a plain decimal")
    return found


def scaled(value: Exact, decimals: int) -> int:
    """The value times 10^decimals, rounded half away from zero to a whole number."""
    top, bottom = int(value.p) * 10**decimals, int(value.q)
    whole = (2 * abs(top) + bottom) // (2 * bottom)
    return int(-whole if top < 0 else whole)


def rounded(value: Exact, decimals: int) -> Exact:
    """The value rounded half away from zero to so many decimals."""
    return fmpq(scaled(value, decimals), 10**decimals)


def scaled_text(mantissa: int, decimals: int) -> str:
    """The printed digits of mantissa / 10^decimals, with a dot."""
    if decimals == 0:
        return str(mantissa)
    digits = str(abs(mantissa)).rjust(decimals + 1, "0")
    return f"{'-' if mantissa < 0 else ''}{digits[:-decimals]}.{digits[-decimals:]}"


def decimal_text(value: Exact, decimals: int | None = None) -> str:
    """The value with a dot at so many decimals, rounded half away from zero.

    Without `decimals`: as few as show it exactly, or as a fraction `1/3` where no decimal does.
    """
    if decimals is not None:
        return scaled_text(scaled(value, decimals), decimals)
    bottom, places = int(value.q), 0
    while bottom % 10 == 0 or bottom % 2 == 0 or bottom % 5 == 0:
        bottom //= 10 if bottom % 10 == 0 else 2 if bottom % 2 == 0 else 5
        places += 1
    return scaled_text(scaled(value, places), places) if bottom == 1 else f"{value.p}/{value.q}"
