"""What each kind of document is made of, and by what."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from chiso.engine.framework import Framework
from chiso.report.kinds.card import card, each_card
from chiso.report.kinds.card_all import cards
from chiso.report.kinds.card_printed import card_of_print
from chiso.report.kinds.decision import decision
from chiso.report.kinds.explanation import explanation
from chiso.report.kinds.inspection import inspection
from chiso.report.kinds.method import method
from chiso.report.kinds.minutes import minutes
from chiso.report.kinds.names import Kind
from chiso.report.kinds.national import national
from chiso.report.kinds.national_print import national_print
from chiso.report.kinds.plan import plan, plan_with_units
from chiso.report.kinds.press import press
from chiso.report.kinds.printed import Printed
from chiso.report.kinds.reminder import reminder, reminder_to
from chiso.report.kinds.request import request
from chiso.report.kinds.self_report import self_report
from chiso.report.kinds.sending import sending
from chiso.report.kinds.sheet import filled, sheet
from chiso.report.kinds.source import Source
from chiso.report.kinds.submission import submission
from chiso.report.kinds.survey import survey
from chiso.report.kinds.survey_print import survey_print
from chiso.report.official.form import Official
from chiso.report.official.meta import Meta

OfResult: TypeAlias = Callable[[Source], Official]
OfUnit: TypeAlias = Callable[[Source, str], Official]
OfEach: TypeAlias = Callable[[Source], Callable[[str], Official]]
OfFramework: TypeAlias = Callable[[Framework, Meta], Official]
OfPrint: TypeAlias = Callable[[Printed, Meta], Official]


@dataclass(frozen=True)
class Makers:
    """What makes a kind of document, in the language in use: of a result, of one unit in it, of a framework, of print.

    A kind may be made of several; what it cannot be made of is None. result beside unit: all units in one document;
    each: as unit, where what all of them need is worth making once.
    """

    result: OfResult | None = None
    unit: OfUnit | None = None
    each: OfEach | None = None
    framework: OfFramework | None = None
    printed: OfPrint | None = None


CATALOGUE: Mapping[Kind, Makers] = {
    Kind.DECISION: Makers(result=decision),
    Kind.CARD: Makers(unit=card, each=each_card, result=cards, printed=card_of_print),
    Kind.PRESS: Makers(result=press),
    Kind.METHOD: Makers(framework=method),
    Kind.SURVEY: Makers(result=survey, printed=survey_print),
    Kind.NATIONAL: Makers(result=national, printed=national_print),
    Kind.PLAN: Makers(framework=plan, result=plan_with_units),
    Kind.REQUEST: Makers(framework=request),
    Kind.REMINDER: Makers(result=reminder, unit=reminder_to),
    Kind.SENDING: Makers(result=sending),
    Kind.SHEET: Makers(framework=sheet, unit=filled),
    Kind.SELF_REPORT: Makers(unit=self_report),
    Kind.INSPECTION: Makers(unit=inspection),
    Kind.EXPLANATION: Makers(unit=explanation),
    Kind.MINUTES: Makers(result=minutes),
    Kind.SUBMISSION: Makers(result=submission),
}
