"""What verification changed in the answers: from, to, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass

from chiso.bundle.names import COLUMNS, CORRECTIONS, STAGES
from chiso.engine.answers import Answers, parse_value, value_text
from chiso.engine.answers.values import Refused
from chiso.engine.errors import AnswersError, Problem, message
from chiso.exchange.tables import MOST_PROBLEMS, Table


@dataclass(frozen=True)
class Correction:
    """One answer that was corrected, at which stage, from and to which text, and the reason."""

    unit: str
    case: str
    question: str
    stage: str
    before: str
    after: str
    reason: str


def correction_records(corrections: Iterable[Correction]) -> Iterator[tuple[str, ...]]:
    """The lines of corrections.csv."""
    return (astuple(correction) for correction in corrections)


def corrections_of(table: Table, answers: Answers) -> tuple[Correction, ...]:
    """The corrections of a table; AnswersError with the line of each that does not fit the answers.

    An answer's last correction leads to what stands in the answers, each earlier one to the next.
    """
    problems: list[Problem] = []
    found: list[tuple[str, Correction]] = []
    if table.header != COLUMNS[CORRECTIONS]:
        found_header = message("the columns {names}", names=", ".join(table.header)[:120])
        expected = message("the columns {names}", names=", ".join(COLUMNS[CORRECTIONS]))
        raise AnswersError([Problem(table.where, found_header, expected, message("mend the header"))])
    for where, record in table.records():
        correction = Correction(*(record[column].strip() for column in table.header))
        found.append((where, correction))
        problems += _unknown(where, correction, answers)
    if not problems:
        problems += _broken(found, answers)
    if problems:
        raise AnswersError(problems[:MOST_PROBLEMS])
    return tuple(correction for _, correction in found)


def _unknown(where: str, correction: Correction, answers: Answers) -> Iterator[Problem]:
    place = f"{where} ({correction.unit}, {correction.question})"
    remedy = message("mend it, or leave the row out")
    if correction.unit not in answers.units.index:
        yield Problem(place, message("the unknown name {name}", name=correction.unit),
                      message("a unit of the register"), remedy)  # fmt: skip
    elif answers.place(correction.question, correction.unit, correction.case) is None:
        yield Problem(place, message("a correction of an answer that is not there"),
                      message("the unit, case and question of an answer"), remedy)  # fmt: skip
    if correction.stage not in STAGES:
        yield Problem(place, message("the stage {stage}", stage=repr(correction.stage)[:40]),
                      message("one of {names}", names=", ".join(STAGES)), remedy)  # fmt: skip


def _broken(found: Sequence[tuple[str, Correction]], answers: Answers) -> Iterator[Problem]:
    """Corrections that do not lead from one to the next and to what stands in the answers."""
    follows: dict[tuple[str, str, str], str] = {}
    for where, correction in reversed(found):
        key = (correction.unit, correction.case, correction.question)
        expected = follows.get(key, answers.text(correction.question, correction.unit, correction.case))
        if _canonical(answers, correction.question, correction.after) != expected:
            yield Problem(
                f"{where} ({correction.unit}, {correction.question})",
                message("a correction to '{value}'", value=correction.after[:60]),
                message("'{value}', as it stands afterwards", value=expected[:60]),
                message("give the corrected answers with their corrections"),
            )  # fmt: skip
        follows[key] = _canonical(answers, correction.question, correction.before)


def _canonical(answers: Answers, question: str, text: str) -> str:
    asked = answers.columns[question].question
    try:
        return value_text(asked, parse_value(asked, text))
    except Refused:
        return text
