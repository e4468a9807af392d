"""`the-don-vi` without a unit: the cards of all units as the annexes of one notice, a new page for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from chiso.engine.errors import InputError, Problem, message
from chiso.language import chosen
from chiso.language import gettext as _
from chiso.report.kinds.card import SYMBOL, Cards
from chiso.report.kinds.card_standing import CardStanding
from chiso.report.kinds.sentences import among, counted, unit_name
from chiso.report.kinds.short_table import short_table
from chiso.report.kinds.source import Source
from chiso.report.numbers import number
from chiso.report.official.form import Annex, Block, Official, Paragraph, Run
from chiso.report.official.framing import annex_number, blanks, frame, reference
from chiso.report.results.numbering import Numbering
from chiso.report.results.tables import name_of

MOST_CARDS = 1000
"""Cards in one file: beyond that no program opens it at ease, and a file each is wanted."""


def cards(source: Source) -> Official:
    """One notice with an annex for each unit, in the order of the standings; InputError for too many units."""
    made = Cards(source)
    units = ordered(made)
    if len(units) > MOST_CARDS:
        raise _too_many(len(units))
    title = source.scores.framework.title.of(chosen())
    subject = _("Results of each unit: {title}").format(title=title)
    around = frame(source.meta, _("NOTICE"), SYMBOL, subject)
    numbering = Numbering()
    body = tuple(_body(source, made.standings, len(units), numbering))
    annexes = tuple(
        Annex(
            annex_number(place, len(units)),
            unit_name(source, unit),
            reference(source.meta, _("Notice"), SYMBOL),
            tuple(made.blocks(unit, numbering)),
        )
        for place, unit in enumerate(units, 1)
    )
    return Official(chosen(), subject, around, body, annexes, blanks(source.meta))


def ordered(made: Cards) -> list[str]:
    """The codes of all units that stand somewhere, by standing and then by rank."""
    return list(dict.fromkeys(place.unit for each in made.standings for place in each.standing.places.places))


def _body(source: Source, standings: Sequence[CardStanding], count: int, numbering: Numbering) -> Iterator[Block]:
    sentence = _("The result of each of the {count} units is enclosed, an annex for each unit.")
    yield Paragraph((Run(sentence.format(count=number(count))),))
    for each in standings:
        yield Paragraph((Run(counted(source, each.standing)),))
    for each in standings:
        title = _("{name}, {block}").format(name=name_of(each.standing.criterion), block=among(source, each.standing))
        yield short_table(source, each.standing, numbering.table(title))


def _too_many(count: int) -> InputError:
    found = message("{count} cards in one file", count=count)
    expected = message("at most {most} cards in one file", most=MOST_CARDS)
    return InputError([Problem("--unit", found, expected, message("write a file for each: --all -o FOLDER"))])
