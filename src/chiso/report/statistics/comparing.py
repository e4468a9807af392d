"""The lines of two results side by side, and the numbers as they are printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from chiso.engine.quantities import decimal_text
from chiso.report.statistics.declaring import Count, Indicator, Share
from chiso.report.statistics.measuring import Line


@dataclass(frozen=True)
class Compared:
    """A line with the same line of the time before; altered: whether the indicator was declared otherwise then."""

    line: Line
    before: Line | None
    altered: bool

    @property
    def after_printed(self) -> Decimal | None:
        """The printed value of this time."""
        return printed(self.line)

    @property
    def before_printed(self) -> Decimal | None:
        """The printed value of the time before."""
        return None if self.before is None else printed(self.before)

    @property
    def change(self) -> Decimal | None:
        """The difference of the printed values, so that it never contradicts them; None where one is not known."""
        after, before = self.after_printed, self.before_printed
        return None if after is None or before is None else after - before


def percent(indicator: Indicator) -> bool:
    """Whether an indicator is printed in percent."""
    return isinstance(indicator, Share) or (not isinstance(indicator, Count) and indicator.shown == "percent")


def printed(line: Line) -> Decimal | None:
    """The value as it is printed: in percent where it is a share, rounded half away from zero."""
    value = line.measured.value
    if value is None:
        return None
    return Decimal(decimal_text(value * 100 if percent(line.indicator) else value, line.indicator.decimals))


def compared(now: Mapping[str, Sequence[Line]], before: Mapping[str, Sequence[Line]]) -> dict[str, list[Compared]]:
    """Each group's lines with those of the time before, joined by the indicator's id, its item and the block."""
    known = {line.key: line for group in before.values() for line in group}
    return {
        group: [
            Compared(line, old, old is not None and _rule(old.indicator) != _rule(line.indicator))
            for line in found
            for old in [known.get(line.key)]
        ]
        for group, found in now.items()
    }


def _rule(indicator: Indicator) -> object:
    """What an indicator measures, without what it is called and how it is printed."""
    return indicator.model_dump(exclude={"name", "filter", "by_block", "decimals", "better", "unit"})
