"""`cong-van-gui-ket-qua`: the letter that sends the results to the units, with the tables enclosed."""

from __future__ import annotations

from collections.abc import Iterator

from chiso.language import chosen
from chiso.language import gettext as _
from chiso.report.kinds.decision import ranked_table, remarks
from chiso.report.kinds.passages import item, text, title_of
from chiso.report.kinds.sentences import among, classed, counted, extremes
from chiso.report.kinds.source import Source
from chiso.report.official.form import Annex, Block, Official, Paragraph, Run
from chiso.report.official.framing import BLANK, annex_number, blanks, day_words, frame, reference
from chiso.report.results.numbering import Numbering
from chiso.report.results.standings import standings


def sending(source: Source) -> Official:
    """The letter on a result, in the language in use."""
    meta, title = source.meta, title_of(source.scores.framework)
    around = frame(meta, "", "", _("sending the results of {title}").format(title=title))
    needed = ("to", "deadline", "contact")
    return Official(
        chosen(),
        around.subject,
        around,
        tuple(_body(source)),
        results_annexes(source, _("Letter"), ""),
        blanks(meta, *needed),
    )


def _body(source: Source) -> Iterator[Block]:
    meta, issuer = source.meta, source.meta.issuer or BLANK
    title = title_of(source.scores.framework)
    yield text(_("{issuer} sends the results of {title}, as follows:").format(issuer=issuer, title=title))
    yield from summary(source)
    yield text(_("The tables are enclosed."))
    yield text(
        _("Remarks on the results are sent to {issuer} in writing, with evidence, before {day}.").format(
            issuer=issuer, day=day_words(meta.deadline)
        )
    )
    yield text(_("Contact: {contact}./.").format(contact=(meta.contact or BLANK).rstrip(".")))


def summary(source: Source) -> Iterator[Block]:
    """What is said of each standing: how many units, who leads, which classes."""
    for standing in standings(source.scores, source.ranking):
        said = (counted(source, standing), extremes(source, standing), classed(standing))
        yield item(" ".join(each for each in said if each))


def results_annexes(source: Source, kind: str, symbol: str) -> tuple[Annex, ...]:
    """An annex for each standing, with its table and the notes on its units."""
    found, numbering = list(standings(source.scores, source.ranking)), Numbering()
    goes_with = reference(source.meta, kind, symbol)
    annexes = []
    for place, standing in enumerate(found, 1):
        blocks: list[Block] = [ranked_table(source, standing, numbering)]
        blocks += [Paragraph((Run(remark),), kind="remark") for remark in remarks(source, standing)]
        title = _("Results of {block}").format(block=among(source, standing))
        annexes.append(Annex(annex_number(place, len(found)), title, goes_with, tuple(blocks)))
    return tuple(annexes)
