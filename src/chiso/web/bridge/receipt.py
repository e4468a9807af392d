"""The receipt of a closed form as an official document: what was handed in, when, by whom, and its digest."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext as _

from chiso.language import chosen
from chiso.report.official.days import Day
from chiso.report.official.form import Block, Frame, Official, Paragraph, Run
from chiso.report.official.framing import day_words, lines_of
from chiso.web.models import Closing

MOMENT = "%H:%M %d/%m/%Y"
GROUP = 8
"""Characters of a digest that stand together, so that two people can compare it aloud."""


def receipt(closing: Closing) -> Official:
    """The receipt of one closing, in the language in use."""
    participant = closing.submission.participant
    organiser = participant.cycle.organiser
    day = timezone.localtime(closing.at)
    frame = Frame(
        superior=(),
        issuer=lines_of(organiser.name if organiser is not None else participant.cycle.title),
        number="",
        place=_capital(day_words(Day(day.year, day.month, day.day))),
        kind=_("RECEIPT"),
        subject=_("of the data for {cycle}").format(cycle=participant.cycle.title),
        decides="",
        grounds=(),
        to=(),
        recipients=(),
        authority=(),
        name="",
    )
    title = _("Receipt: {unit}").format(unit=participant.name)
    return Official(chosen(), title, frame, tuple(_body(closing)))


def pdf_of(closing: Closing) -> bytes:
    """The receipt as PDF; InputError where no font is found."""
    from chiso.report.official.pdf import pdf

    return pdf(receipt(closing))


def _body(closing: Closing) -> Iterator[Block]:
    submission = closing.submission
    participant = submission.participant
    by = _("by the deadline, without its leader") if closing.by is None else str(closing.by)
    answers = max(closing.answers.count("\n") - 1, 0)
    facts = (
        (_("Unit:"), f"{participant.name} ({participant.unit.code})"),
        (_("Assessment:"), f"{participant.cycle.title} ({participant.cycle.code})"),
        (_("Closed at:"), f"{timezone.localtime(closing.at).strftime(MOMENT)} (UTC+07:00)"),
        (_("Closed by:"), by),
        (_("Closing number:"), str(closing.number)),
        (_("Answers handed in:"), str(answers)),
        (_("Pieces of evidence:"), str(submission.evidence.filter(removed_at=None).count())),
        (_("SHA-256 of the answers:"), grouped(closing.digest)),
    )
    for lead, words in facts:
        yield Paragraph((Run(words),), lead)
    if closing.signed is not None:
        yield Paragraph((Run(closing.signed.title),), _("Signed paper attached:"))
        yield Paragraph((Run(grouped(closing.signed.digest)),), _("SHA-256 of the signed paper:"))
    yield Paragraph(
        (
            Run(
                _(
                    "The digest is that of the answers as they were closed, in the form of answers.csv. Whoever has "
                    "that file can compute it anew; if one character differs, the digest differs."
                )
            ),
        ),
        kind="remark",
    )


def grouped(digest: str) -> str:
    """A digest in groups of eight."""
    return " ".join(digest[place : place + GROUP] for place in range(0, len(digest), GROUP))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
