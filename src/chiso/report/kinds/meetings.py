"""Who met, where and when, as minutes tell it."""

from __future__ import annotations

from collections.abc import Iterator

from chiso.language import gettext as _
from chiso.report.kinds.passages import item, text
from chiso.report.official.around import Party, Person
from chiso.report.official.form import Block, Dots, Heading
from chiso.report.official.framing import BLANK, moment_words
from chiso.report.official.meta import Meta


def moment_of(meta: Meta) -> Iterator[Block]:
    """When it began, and where."""
    yield text(_("Began at: {time}.").format(time=moment_words(meta.opened)))
    yield text(_("Place: {place}.").format(place=(meta.venue or BLANK).rstrip(".")))


def people(title: str, party: Party | None, place: int) -> Iterator[Block]:
    """Those of one party who were there; dotted lines where nobody is told."""
    yield Heading(_("{number}. {title}").format(number=place, title=title), 2)
    if party is None:
        yield Dots("", 2)
        return
    yield from (item(f"{person_words(person)}.") for person in party.people if person.absent is None)
    for person in party.people:
        if person.absent is not None:
            yield item(_("Absent: {person} ({why}).").format(person=person_words(person), why=person.absent))


def person_words(person: Person) -> str:
    """A name with its post."""
    return person.name if person.post is None else _("{name}, {post}").format(name=person.name, post=person.post)


def signers(party: Party) -> str:
    """Who signs for a party: the first of its people who was there, or nobody."""
    return next((person.name for person in party.people if person.absent is None), "")
