"""What is written in a document beside what is computed: paragraphs, items, passages that somebody tells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from chiso.engine.errors import InputError, Problem, message
from chiso.engine.framework import Framework
from chiso.language import chosen
from chiso.language import gettext as _
from chiso.report.official.form import Block, Dots, Heading, Paragraph, Run
from chiso.report.official.framing import roman
from chiso.report.official.meta import Meta

ROOM = 2
"""Dotted lines where a passage is not told."""


def text(words: str, lead: str = "") -> Paragraph:
    """A paragraph."""
    return Paragraph((Run(words),), lead)


def item(words: str, lead: str = "") -> Paragraph:
    """An item of a list."""
    return Paragraph((Run(words),), lead, "item")


def passage(meta: Meta, key: str) -> Iterator[Block]:
    """The paragraphs that are told for a place; dotted lines where none are."""
    told = meta.passages.get(key, ())
    yield from (text(each) for each in told)
    if not told:
        yield Dots("", ROOM)


def sections(parts: Sequence[tuple[str, Sequence[Block]]]) -> Iterator[Block]:
    """Titled parts under Roman numbers."""
    for place, (title, blocks) in enumerate(parts, 1):
        yield Heading(_("{number}. {title}").format(number=roman(place), title=title))
        yield from blocks


def title_of(framework: Framework) -> str:
    """The framework's title within a sentence: it begins small, but for an abbreviation."""
    title: str = framework.title.of(chosen())
    return title if title[1:2].isupper() else f"{title[:1].lower()}{title[1:]}"


def known_unit(names: Mapping[str, int], unit: str) -> str:
    """The unit; InputError where the register has no such code."""
    if unit not in names:
        found, expected = message("the unit {unit}", unit=unit), message("a code of the register of units")
        raise InputError([Problem("--unit", found, expected, message("look it up in units.csv"))])
    return unit


def known(framework: Framework, key: str, code: str) -> str:
    """The name of a question or a criterion that meta.yaml names; InputError where the framework has none."""
    found = framework.asked.get(code) or framework.nodes.get(code)
    if found is None:
        named = message("the code {code}, which the framework does not have", code=code)
        expected = message("the id of a question or the code of a criterion")
        raise InputError([Problem(f"meta.yaml, {key}", named, expected, message("mend its spelling"))])
    name: str = found.name.of(chosen())
    return name
