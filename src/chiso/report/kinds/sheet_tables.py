"""The tables of the form that a unit fills in, blank or with its answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from chiso.engine.answers import Answers
from chiso.engine.framework import Framework, Question
from chiso.engine.framework.asking import Part, answered_by_units, below, parts
from chiso.language import chosen
from chiso.language import gettext as _
from chiso.report.document import Cell, Column, Table
from chiso.report.kinds.passages import item, text
from chiso.report.kinds.questions import answer_words, boxes, case_ids, guidance, leaves_of, measure_words, rounds
from chiso.report.official.form import Block
from chiso.report.official.framing import BLANK
from chiso.report.results.numbering import Numbering
from chiso.report.results.tables import name_of

EMPTY_CASES = 3
"""Rows for cases in a blank form."""
MOST_QUESTIONS = 4
"""Questions side by side in a table of cases."""


class SheetTables:
    """The making of the tables of a block's form; of a unit where its answers are to stand in it."""

    def __init__(
        self, framework: Framework, block: str, numbering: Numbering, answers: Answers | None = None, unit: str = ""
    ) -> None:
        self.framework, self.block, self.numbering = framework, block, numbering
        self.answers, self.unit = answers, unit
        self.parts = parts(framework, block, answered_by_units(framework, block))

    def blocks(self) -> Iterator[Block]:
        """For each group of criteria what is asked once, then what repeats over cases, then the evidence wanted."""
        for part in self.parts:
            plain = [question for question in part.questions if question.per is None]
            if plain:
                yield self._plain(part, plain)
            for kind in dict.fromkeys(question.per for question in part.questions if question.per is not None):
                repeated = [question for question in part.questions if question.per == kind]
                for some in rounds(repeated, MOST_QUESTIONS):
                    yield self._cases(part, kind, some)
            yield from self._evidence(part)

    def _title(self, part: Part, *more: str) -> tuple[int, str]:
        return self.numbering.table(": ".join((name_of(part.group), *more)))

    def _plain(self, part: Part, questions: Sequence[Question]) -> Table:
        order, title = self._title(part)
        columns = (
            Column(_("No."), "rank"),
            Column(_("What is asked"), "name"),
            Column(_("Unit of measure"), "class"),
            Column(_("Criteria"), "class"),
            Column(_("Answer"), "text"),
        )
        rows = (self._row(place, question) for place, question in enumerate(questions, 1))
        return Table(order, title, columns, tuple(rows))

    def _row(self, place: int, question: Question) -> tuple[Cell, ...]:
        name: str = question.name.of(chosen())
        told = guidance(self.framework, question, self.block)
        answer = self._answer(question) if self.answers is not None else boxes(question) or BLANK * 2
        return (
            Cell(str(place), Decimal(place)),
            Cell(f"{name}\n({told})" if told else name, source=question.id),
            Cell(measure_words(question)),
            Cell("; ".join(leaves_of(self.framework, question, self.block))),
            Cell(answer, source=f"{self.unit}/{question.id}" if self.unit else ""),
        )

    def _answer(self, question: Question, case: str = "") -> str:
        """An answer in words; that there is none, said."""
        assert self.answers is not None
        return answer_words(question, self.answers.text(question.id, self.unit, case)) or _("no answer")

    def _cases(self, part: Part, kind: str, questions: Sequence[Question]) -> Table:
        case = next(case.name.of(chosen()) for case in self.framework.cases if case.id == kind)
        order, title = self._title(part, case)
        heads = (Column(question.name.of(chosen()), "text", "", measure_words(question)) for question in questions)
        columns = (Column(_("No."), "rank"), Column(case, "name"), *heads)
        found = [""] * EMPTY_CASES if self.answers is None else case_ids(self.answers, kind, self.unit)
        rows = (
            (Cell(str(place), Decimal(place)), Cell(id), *(self._case(question, id) for question in questions))
            for place, id in enumerate(found, 1)
        )
        return Table(order, title, columns, tuple(rows))

    def _case(self, question: Question, case: str) -> Cell:
        if self.answers is None:
            return Cell("")
        return Cell(self._answer(question, case), source=f"{self.unit}/{case}/{question.id}")

    def _evidence(self, part: Part) -> Iterator[Block]:
        """The evidence that each criterion of a group wants, with its clause; where none is wanted, the clauses."""
        leaves = [node for node in self.framework.walk() if not node.children and node.code in below(part.group)]
        asked = [leaf for leaf in leaves if self.framework.applies(leaf.code, self.block)]
        clauses = {leaf.code: self.framework.inherited(leaf.code, "clause") for leaf in asked}
        wanted = {leaf.code: leaf.evidence.of(chosen()) for leaf in asked if leaf.evidence is not None}
        if wanted:
            yield text(_("Evidence to go along:"))
        elif cited := "; ".join(dict.fromkeys(clause for clause in clauses.values() if clause)):
            yield text(_("Basis: {clauses}.").format(clauses=cited))
        for code, told in wanted.items():
            yield item(f"{told} ({clauses[code]})." if clauses[code] else f"{told}.", f"{code}:")
