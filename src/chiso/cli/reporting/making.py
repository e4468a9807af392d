"""What makes a kind of document, by what SOURCE is and what else the command line says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from chiso.cli.reporting.sources import is_result, opened
from chiso.engine.errors import InputError, Message, Problem, message
from chiso.report.kinds.names import Kind

if TYPE_CHECKING:
    from chiso.report.kinds.catalogue import Makers
    from chiso.report.official.form import Official
    from chiso.report.official.meta import Meta


@dataclass(frozen=True)
class Asked:
    """What the command line asks for; previous: the nearest time first; each: a file for each unit.

    indicators: a report.yaml for this time, then for each one before it.
    """

    kind: Kind
    source: str
    unit: str | None = None
    previous: Sequence[str] = ()
    each: bool = False
    indicators: Sequence[Path] = ()


@dataclass(frozen=True)
class Each:
    """The documents of all units: their codes, what makes one, and a digest of all that they are made from."""

    units: tuple[str, ...]
    make: Callable[[str], Official]
    digest: str


def made(asked: Asked, meta: Meta) -> Official:
    """The one document that is asked for; InputError for a mix that makes none."""
    from chiso.exchange import printed

    makers = _makers(asked)
    if makers.framework is not None and asked.unit is None and not (makers.result and is_result(asked.source)):
        from chiso.exchange import frameworks

        return makers.framework(frameworks.read(asked.source).framework, meta)
    if makers.printed is not None and asked.source in printed.ids() and not Path(asked.source).exists():
        if asked.unit is not None or asked.previous:
            raise _refused(
                "--unit" if asked.unit is not None else "--previous",
                message("facts that are known from print alone"),
                message("a result, where units have answers"),
                message("leave it out"),
            )
        return makers.printed(printed.read(asked.source), meta)
    source = opened(asked.source, meta, asked.previous, asked.indicators).source
    if asked.unit is not None and makers.unit is not None:
        return makers.unit(source, asked.unit)
    if makers.result is None:
        raise _refused(
            "--unit",
            message("a document of one unit, without a unit"),
            message("the code of a unit"),
            message("name one, --unit CODE, or write a file for each: --all -o FOLDER"),
        )
    return makers.result(source)


def each(asked: Asked, meta: Meta) -> Each:
    """The documents of all units that are assessed."""
    makers = _makers(asked)
    found = opened(asked.source, meta, asked.previous)
    units = found.source.scores.answers.units
    assessed = [code for code, status in zip(units.codes, units.statuses, strict=True) if status != "excluded"]
    make = makers.each(found.source) if makers.each else partial(_of(makers), found.source)
    return Each(tuple(assessed), make, found.digest)


def _of(makers: Makers) -> Callable[..., Official]:
    assert makers.unit is not None
    return makers.unit


def _makers(asked: Asked) -> Makers:
    """What makes the kind; InputError for options that it does not take."""
    from chiso.report.kinds.catalogue import CATALOGUE

    makers = CATALOGUE[asked.kind]
    if makers.unit is None and (asked.each or asked.unit is not None):
        raise _refused(
            "--all" if asked.each else "--unit",
            message("`{kind}`, which is not made of one unit", kind=asked.kind.value),
            message("one of {names}", names=", ".join(kind for kind, has in CATALOGUE.items() if has.unit)),
            message("leave it out"),
        )
    if asked.each and asked.unit is not None:
        raise _refused(
            "--all", message("one unit and all units at once"), message("one of the two"), message("leave one out")
        )
    if makers.framework is not None and makers.unit is None and makers.result is None and asked.previous:
        raise _refused(
            "--previous",
            message("`{kind}`, which is made of a framework", kind=asked.kind.value),
            message("a kind that is made of a result"),
            message("leave it out"),
        )
    if asked.indicators and asked.kind is not Kind.SURVEY:
        raise _refused(
            "--indicators",
            message("`{kind}`, which tells of no indicators", kind=asked.kind.value),
            message("the kind `{kind}`", kind=Kind.SURVEY.value),
            message("leave it out"),
        )
    return makers


def _refused(where: str, found: Message, expected: Message, remedy: Message) -> InputError:
    return InputError([Problem(where, found, expected, remedy)])
