"""`tu-danh-gia`: a unit's report on its own assessment: points by group, evidence that is missing, what it proposes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from chiso.engine.framework import Criterion, Framework
from chiso.engine.framework.asking import answered_by_units, groups, uses
from chiso.language import chosen
from chiso.language import gettext as _
from chiso.report.document import Cell, Column, Table
from chiso.report.kinds.completeness import completeness
from chiso.report.kinds.passages import item, known, known_unit, passage, sections, text, title_of
from chiso.report.kinds.sentences import unit_name
from chiso.report.kinds.source import Source
from chiso.report.numbers import number
from chiso.report.official.form import Annex, Block, Dots, Official
from chiso.report.official.framing import annex_number, blanks, frame, period_words, reference
from chiso.report.official.meta import Meta
from chiso.report.results.numbering import Numbering
from chiso.report.results.tables import NOTHING, name_of, points_cell, share_cell

SYMBOL = "BC"


def self_report(source: Source, unit: str) -> Official:
    """The report of a unit, which is its issuer; InputError where there is no such unit."""
    known_unit(source.scores.answers.units.index, unit)
    meta = source.meta.model_copy(update={"issuer": source.meta.issuer or unit_name(source, unit)})
    subject = _("Self-assessment: {title}").format(title=title_of(source.scores.framework))
    around = frame(meta, _("REPORT"), SYMBOL, subject, addressed=True)
    parts = _Parts(source, meta, unit)
    details = Annex(annex_number(1, 1), _("Points of every criterion"), _enclosed(meta), (parts.details(),))
    needed = ("to", "period", "evidence", "passages.difficulties", "passages.proposals")
    return Official(
        chosen(),
        f"{around.kind}: {around.subject}, {unit_name(source, unit)}",
        around,
        tuple(parts.body()),
        (details,),
        blanks(meta, *needed),
    )


def _enclosed(meta: Meta) -> str:
    return reference(meta, _("Report"), SYMBOL)


class _Parts:
    """The parts of the report, which count their tables together."""

    def __init__(self, source: Source, meta: Meta, unit: str) -> None:
        self.source, self.meta, self.unit, self.numbering = source, meta, unit, Numbering()
        units = source.scores.answers.units
        self.framework: Framework = source.scores.framework
        self.block = units.blocks[units.index[unit]]
        self._body = tuple(self._made())

    def body(self) -> tuple[Block, ...]:
        """The sections of the report."""
        return self._body

    def _made(self) -> Iterator[Block]:
        name = unit_name(self.source, self.unit)
        yield text(
            _("{unit} reports on its self-assessment with the numbers {period}, as follows:").format(
                unit=name, period=period_words(self.meta.period)
            )
        )
        parts: list[tuple[str, list[Block]]] = [
            (_("SUMMARY OF POINTS"), list(self._summary())),
            (_("CRITERIA WITHOUT ANSWERS OR EVIDENCE"), list(self._absent())),
            (_("DIFFICULTIES"), list(passage(self.meta, "difficulties"))),
            (_("PROPOSALS"), list(passage(self.meta, "proposals"))),
        ]
        yield from sections(parts)

    def _roots(self) -> list[Criterion]:
        return [root for root in self.framework.criteria if self.framework.applies(root.code, self.block)]

    def _summary(self) -> Iterator[Block]:
        for root in self._roots():
            score = self.source.scores.score(self.unit, root.code)
            if score is None or score.points is None:
                yield text(_("{name}: no result.").format(name=name_of(root)))
            elif score.maximum is None:
                yield text(_("{name}: {points} points.").format(name=name_of(root), points=number(score.points)))
            else:
                sentence = _("{name}: {points} of {maximum} points ({share}).")
                share = share_cell(score).text
                told = {"points": number(score.points), "maximum": number(score.maximum), "share": share}
                yield text(sentence.format(name=name_of(root), **told))
        order, title = self.numbering.table(_("Points by group"))
        columns = (
            Column(_("Code"), "class"),
            Column(_("Group of criteria"), "name"),
            Column(_("Maximum"), "points"),
            Column(_("Self-assessed"), "points"),
            Column(_("Share"), "share"),
        )
        yield Table(order, title, columns, tuple(self._group(each) for each in groups(self.framework, self.block)))

    def _group(self, group: Criterion) -> tuple[Cell, ...]:
        score = self.source.scores.score(self.unit, group.code)
        return (
            Cell(group.code),
            Cell(name_of(group), source=f"{self.unit}/{group.code}"),
            self._maximum(group),
            points_cell(score, group, self.framework),
            share_cell(score) if group.role == "score" else Cell(NOTHING),
        )

    def _maximum(self, criterion: Criterion) -> Cell:
        score = self.source.scores.score(self.unit, criterion.code)
        if score is None:
            return Cell(NOTHING)
        return Cell(_("not in the source") if score.maximum is None else number(score.maximum))

    def _absent(self) -> Iterator[Block]:
        """The questions without an answer with the unit's notes; the criteria whose evidence is not told."""
        found = next((e for e in completeness(self.framework, self.source.scores.answers) if e.unit == self.unit), None)
        missing = () if found is None else found.missing
        if found is not None:
            yield text(
                _("{answered} of {asked} questions are answered.").format(
                    answered=number(found.answered), asked=number(found.asked)
                )
            )
        notes = self.source.scores.answers.notes
        for question in missing:
            why = notes.get((self.unit, "", question.id), "") or _("no reason given")
            yield item(f"{why.rstrip('.')}.", f"{question.name.of(chosen())}:")
        yield from self._evidence()

    def _evidence(self) -> Iterator[Block]:
        if not self.meta.evidence:
            yield Dots(_("Evidence that goes along:"), 2)
            return
        for code in self.meta.evidence:
            known(self.framework, "evidence", code)
        rows = [self._evidence_row(leaf) for leaf in self._without_evidence()]
        if not rows:
            yield text(_("Evidence goes along for every criterion that wants it."))
            return
        order, title = self.numbering.table(_("Criteria without evidence"))
        columns = (
            Column(_("Code"), "class"),
            Column(_("Criterion"), "name"),
            Column(_("Evidence wanted"), "text"),
            Column(_("Explanation of the unit"), "text"),
        )
        yield Table(order, title, columns, tuple(rows))

    def _without_evidence(self) -> Iterator[Criterion]:
        """The leaves that want evidence and have none, under their own code or a question of theirs."""
        asked = {code for id in self.meta.evidence for code in (id, *uses(self.framework).get(id, ()))}
        for leaf in self.framework.walk():
            applies = self.framework.applies(leaf.code, self.block)
            if applies and not leaf.children and leaf.evidence is not None and leaf.code not in asked:
                yield leaf

    def _evidence_row(self, leaf: Criterion) -> tuple[Cell, ...]:
        evidence = leaf.evidence
        assert evidence is not None
        notes = self.source.scores.answers.notes
        questions = (
            question for question in answered_by_units(self.framework, self.block)
            if leaf.code in uses(self.framework)[question.id]
        )  # fmt: skip
        told = dict.fromkeys(notes.get((self.unit, "", question.id), "") for question in questions)
        why = "; ".join(each for each in told if each) or _("no reason given")
        return Cell(leaf.code), Cell(name_of(leaf)), Cell(evidence.of(chosen())), Cell(why)

    def details(self) -> Table:
        """Every criterion of the unit: its maximum, its points, how they came about."""
        order, title = self.numbering.table(_("Points of every criterion"))
        columns = (
            Column(_("Code"), "class"),
            Column(_("Criterion"), "name"),
            Column(_("Maximum"), "points"),
            Column(_("Self-assessed"), "points"),
            Column(_("How they came about"), "text"),
        )
        rows = (self._detail(node) for node in self.framework.walk() if self.framework.applies(node.code, self.block))
        return Table(order, title, columns, tuple(rows))

    def _detail(self, node: Criterion) -> tuple[Cell, ...]:
        cell = points_cell(self.source.scores.score(self.unit, node.code), node, self.framework)
        named = Cell(name_of(node), source=f"{self.unit}/{node.code}")
        return Cell(node.code), named, self._maximum(node), replace(cell, reason=""), Cell(cell.reason)
