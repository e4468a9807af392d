"""The cycle of the year before: filled in, closed, and gone the whole way to its publication."""

from __future__ import annotations

from collections.abc import Mapping

from chiso.exchange import shipped
from chiso.web.actions.cycle.opening import create, move, set_window
from chiso.web.actions.submission.closing import close, close_late, confirm
from chiso.web.actions.submission.registering import register
from chiso.web.bridge.register import lines
from chiso.web.demo.answers import fill, form, rows
from chiso.web.demo.calendar import Days
from chiso.web.models import Cycle, Person, Phase, Unit

FACTS, CODE = "mau-tinh-2025", "tinh-mau-2025"
OPENED, DEADLINE = -60, -33
WAY = (
    (Phase.VERIFYING, -32), (Phase.SETTLED, -15), (Phase.SUBMITTED, -14), (Phase.APPROVED, -10), (Phase.PUBLISHED, -9),
)  # fmt: skip
"""The phases after collecting, and the day on which each began."""


def opened(by: Person, organiser: Unit, days: Days) -> Cycle:
    """The cycle of last year, collecting."""
    cycle = create(
        CODE, "Đánh giá mức độ ứng dụng công nghệ thông tin của các cơ quan tỉnh Mẫu năm 2025", 2025,
        framework=shipped.framework_bytes(FACTS), name=f"{FACTS}.yaml", by=by, organiser=organiser, at=days.at(OPENED),
    )  # fmt: skip
    raw = shipped.facts_files(FACTS)["units.csv"]
    register(cycle, lines(cycle, raw, "units.csv"), by=by, at=days.at(OPENED, 10))
    set_window(
        cycle, Phase.COLLECTING, days.at(OPENED), days.end(DEADLINE), by=by, at=days.at(OPENED, 11)
    )  # fmt: skip
    return move(cycle, Phase.COLLECTING, by=by, at=days.at(OPENED, 12))


def finished(cycle: Cycle, people: Mapping[str, Person], by: Person, days: Days) -> Cycle:
    """The cycle with every answer, closed by the leaders, and published."""
    for place, (unit, answered) in enumerate(rows(cycle, FACTS).items()):
        submission, person, day = form(cycle, unit), people[unit], DEADLINE - 1 - place % 20
        fill(submission, answered, by=person, at=days.at(day))
        submission.refresh_from_db()
        if submission.errors:
            close_late(submission, at=days.at(DEADLINE, 18))
            continue
        close(submission, by=person, at=days.at(day, 15))
        confirm(submission, 1, by=person, at=days.at(day, 16))
    for phase, day in WAY:
        cycle = move(cycle, phase, by=by, at=days.at(day))
    return cycle
