"""The form of a block: its parts by criterion, and the questions in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from chiso.engine.framework import Framework, Question
from chiso.engine.framework.asking import answered_by_units, parts, uses
from chiso.language import chosen
from chiso.report.kinds.questions import wanted_evidence
from chiso.web.bridge.framework import loaded
from chiso.web.models import Cycle


@dataclass(frozen=True)
class Field:
    """One question as a form shows it, in one language.

    per: the id of what it repeats over, `per_name` its name; clause: of the first criterion that names it; criteria:
    the codes of those; options: id and name; unit: of measure.
    """

    id: str
    name: str
    type: str
    unit: str
    per: str
    per_name: str
    options: tuple[tuple[str, str], ...]
    help: str
    evidence: str
    clause: str
    criteria: tuple[str, ...]
    not_applicable: bool
    whole: str


@dataclass(frozen=True)
class Section:
    """A part of the form: the code and name of a group of criteria, and its questions."""

    code: str
    name: str
    fields: tuple[Field, ...]

    @property
    def repeated(self) -> tuple[str, ...]:
        """What its questions repeat over, in order."""
        return tuple(dict.fromkeys(field.per for field in self.fields if field.per))


def sheet(cycle: Cycle, block: str) -> tuple[Section, ...]:
    """The form of a block in the language in use; made once for each framework, block and language."""
    return _sheet(cycle.framework_id, block, chosen())


def question_of(cycle: Cycle, block: str, id: str) -> Question | None:
    """The question that a block's units answer themselves by this id; None where there is none."""
    return _own(cycle.framework_id, block).get(id)


def questions_of(cycle: Cycle, block: str) -> Mapping[str, Question]:
    """The questions of a block's form by id, in the order of its sections; made once for each framework and block."""
    own = _own(cycle.framework_id, block)
    return {field.id: own[field.id] for section in sheet(cycle, block) for field in section.fields}


@lru_cache(maxsize=256)
def _own(digest: str, block: str) -> dict[str, Question]:
    return {question.id: question for question in answered_by_units(loaded(digest), block)}


@lru_cache(maxsize=256)
def _sheet(digest: str, block: str, language: str) -> tuple[Section, ...]:
    framework, own = loaded(digest), list(_own(digest, block).values())
    return tuple(
        Section(
            part.group.code,
            part.group.name.of(language),
            tuple(_field(framework, block, question, language) for question in part.questions),
        )
        for part in parts(framework, block, own)
    )


def _field(framework: Framework, block: str, question: Question, language: str) -> Field:
    codes = tuple(code for code in uses(framework)[question.id] if framework.applies(code, block))
    clause = framework.inherited(codes[0], "clause") if codes else None
    case = next((case.name.of(language) for case in framework.cases if case.id == question.per), "")
    return Field(
        id=question.id,
        name=question.name.of(language),
        type=question.type,
        unit=question.unit or ("đồng" if question.type == "money" else "%" if question.type == "share" else ""),
        per=question.per or "",
        per_name=case,
        options=tuple((option.id, option.name.of(language)) for option in question.options),
        help="" if question.help is None else question.help.of(language),
        evidence=wanted_evidence(framework, question),
        clause=clause or "",
        criteria=codes,
        not_applicable=question.not_applicable,
        whole=question.at_most or "",
    )
