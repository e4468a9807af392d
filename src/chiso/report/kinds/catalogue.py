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
from chiso.report.kinds.method import method
from chiso.report.kinds.names import Kind
from chiso.report.kinds.press import press
from chiso.report.kinds.printed import Printed
from chiso.report.kinds.source import Source
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
}
