"""What the reporter of the demonstration typed last: an answer taken back, a jump, a part that exceeds its whole."""

from __future__ import annotations

from chiso.web.actions.submission.offices import assign
from chiso.web.actions.submission.saving import Given, save
from chiso.web.bridge.sheet import sheet
from chiso.web.demo.answers import form
from chiso.web.demo.calendar import Days
from chiso.web.demo.people import REPORTING
from chiso.web.models import Cycle, Person

OFFICES = ("Văn phòng", "Trung tâm Công nghệ thông tin")


def typed(cycle: Cycle, by: Person, leader: Person, days: Days) -> None:
    """Leaves the form of the reporter with an error to mend and a warning to answer, and its parts with offices."""
    submission = form(cycle, REPORTING)
    stands = {each.question: each for each in submission.answers.filter(case="")}
    whole, part = stands["may_tram"], stands["may_dap_ung"]
    more = str(int(whole.value) + 7)
    save(submission, Given(part.question, "", more, version=part.version), by=by, at=days.at(-1, 10))
    twice = stands["bang_thong"]
    save(submission, Given(twice.question, "", str(int(twice.value) * 5), version=twice.version), by=by,
         at=days.at(-1, 11))  # fmt: skip
    sections = sheet(cycle, submission.participant.block)
    for section, office in zip(sections, OFFICES, strict=False):
        assign(submission, section.code, (), by=leader, named=office, at=days.at(-2, 9))
