"""`the-don-vi`: what one unit reached, where it stands, what changed, and what parts it from the next class."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from chiso.engine.errors import InputError, Problem, message
from chiso.language import chosen
from chiso.language import gettext as _
from chiso.report.kinds.card_standing import CardStanding
from chiso.report.kinds.changes import unjoined
from chiso.report.kinds.peers import Peers
from chiso.report.kinds.sentences import among, unit_name
from chiso.report.kinds.source import Source
from chiso.report.official.form import Block, Heading, Official, Paragraph, Run
from chiso.report.official.framing import blanks, frame
from chiso.report.results.numbering import Numbering
from chiso.report.results.standings import standings
from chiso.report.results.tables import name_of
from chiso.report.wording import note_words

SYMBOL = "TB"


def card(source: Source, unit: str) -> Official:
    """The card of a unit, in the language in use; InputError where there is no such unit."""
    return Cards(source).card(unit)


def each_card(source: Source) -> Callable[[str], Official]:
    """What makes the card of each unit of a result."""
    return Cards(source).card


class Cards:
    """The cards of the units of one result; what all of them need is made once."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.standings = [
            CardStanding(source, each, Peers(source, each)) for each in standings(source.scores, source.ranking)
        ]
        self.unjoined = unjoined(source)

    def card(self, unit: str) -> Official:
        """The card of a unit, in the language in use; InputError where there is no such unit."""
        source = self.source
        if unit not in source.scores.answers.units.index:
            raise _unknown(unit)
        title = source.scores.framework.title.of(chosen())
        subject = _("Results of {unit}: {title}").format(unit=unit_name(source, unit), title=title)
        around = frame(source.meta, _("NOTICE"), SYMBOL, subject)
        body = tuple(self.blocks(unit, Numbering()))
        return Official(chosen(), subject, around, body, blanks=blanks(source.meta))

    def blocks(self, unit: str, numbering: Numbering) -> Iterator[Block]:
        """What a card says of a unit: a section for each standing that it is in."""
        mine = [each for each in self.standings if unit in each.standing.places.of]
        if not mine:
            units = self.source.scores.answers.units
            note = note_words("no_result", units.notes[units.index[unit]])
            yield Paragraph((Run(f"{unit_name(self.source, unit)}: {note}."),))
        for order, each in enumerate(mine, 1):
            title = _("{name}, {block}").format(
                name=name_of(each.standing.criterion), block=among(self.source, each.standing)
            )
            yield Heading(_("{number}. {title}").format(number=order, title=title))
            yield from each.blocks(unit, numbering)
        if self.source.previous is not None and self.unjoined:
            sentence = _("In the result of the time before there is no ranking or class on: {codes}.")
            yield Paragraph((Run(sentence.format(codes=", ".join(self.unjoined))),), kind="remark")


def _unknown(unit: str) -> InputError:
    found, expected = message("the unit {unit}", unit=unit), message("a code of the register of units")
    return InputError([Problem("--unit", found, expected, message("look it up in units.csv"))])
