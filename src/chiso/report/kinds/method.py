"""`phuong-phap`: the scoring method in prose, from the framework alone."""

from __future__ import annotations

from collections.abc import Iterator

from chiso.engine.framework import Criterion, Framework
from chiso.language import chosen
from chiso.language import gettext as _
from chiso.report.document import Cell, Column, Table
from chiso.report.kinds.rules import absence_words, conditions, rule_words
from chiso.report.numbers import number
from chiso.report.official.form import Block, Heading, Official, Paragraph, Run
from chiso.report.official.framing import blanks, frame
from chiso.report.official.meta import Meta
from chiso.report.results.numbering import Numbering
from chiso.report.results.tables import NOTHING, name_of
from chiso.report.wording import band_words, decision_words, nature_words, rank_words

SYMBOL = "HD"


def method(framework: Framework, meta: Meta) -> Official:
    """The method of a framework, in the language in use."""
    subject = _("Scoring method: {title}").format(title=framework.title.of(chosen()))
    around = frame(meta, _("GUIDELINES"), SYMBOL, subject, base="grounded")
    return Official(
        chosen(), subject, around, tuple(described(framework, Numbering())), blanks=blanks(meta), contents=True
    )


def described(framework: Framework, numbering: Numbering) -> Iterator[Block]:
    """The basis, the maxima, the rules of all criteria, the ranks and classes."""
    sections = (
        (_("Basis"), _basis(framework)),
        (_("Maxima"), iter([_maxima(framework, numbering)])),
        (_("How points are computed"), _rules(framework)),
        (_("Ranks and classes"), _results(framework)),
    )
    for place, (title, blocks) in enumerate(sections, 1):
        yield Heading(_("{number}. {title}").format(number=place, title=title))
        yield from blocks


def _text(text: str, lead: str = "") -> Paragraph:
    return Paragraph((Run(text),), lead)


def _basis(framework: Framework) -> Iterator[Block]:
    if framework.decision is not None and (cited := decision_words(framework.decision)):
        yield _text(f"{cited}.")
    yield _text(nature_words(framework))
    blocks = "; ".join(block.name.of(chosen()) for block in framework.blocks)
    yield _text(_("Units are assessed by block: {blocks}.").format(blocks=blocks))
    yield _text(absence_words(framework.missing, framework.not_applicable))


def _maxima(framework: Framework, numbering: Numbering) -> Table:
    """The maximum of each criterion in each block."""
    order, title = numbering.table(_("Criteria and their maxima"))
    columns = [Column(_("Code"), "class"), Column(_("Criterion"), "name")]
    columns += [Column(block.name.of(chosen()), "points") for block in framework.blocks]
    rows = [_maxima_row(framework, criterion) for criterion in framework.walk()]
    return Table(order, title, tuple(columns), tuple(rows))


def _maxima_row(framework: Framework, criterion: Criterion) -> tuple[Cell, ...]:
    cells = [Cell(criterion.code), Cell(name_of(criterion))]
    for block in framework.block_ids:
        maximum = framework.max_of(criterion.code, block)
        if not framework.applies(criterion.code, block):
            cells.append(Cell(NOTHING))
        else:
            cells.append(Cell(_("not in the source") if maximum is None else number(maximum)))
    return tuple(cells)


def _rules(framework: Framework) -> Iterator[Block]:
    """A paragraph for each criterion, in the order of the tree."""
    for criterion in framework.walk():
        said = [rule_words(framework, criterion)]
        said += conditions(framework, criterion)
        if criterion.clause:
            said.append(f"({criterion.clause}).")
        yield _text(" ".join(said), f"{criterion.code}. {name_of(criterion)}:")


def _results(framework: Framework) -> Iterator[Block]:
    found = False
    for criterion in framework.walk():
        name = name_of(criterion)
        if criterion.rank is not None:
            found = True
            yield _text(
                rank_words(framework, criterion.code, criterion.rank), _("Order of {names}").format(names=name) + ":"
            )
        if criterion.classes is not None:
            found = True
            bands = (
                f"{band.name.of(chosen())}: {band_words(framework, criterion.classes, band)}"
                for band in criterion.classes.bands
            )
            yield _text(f"{'; '.join(bands)}.", _("Classes of {name}").format(name=name) + ":")
    if not found:
        yield _text(_("The framework ranks and classes nothing."))
