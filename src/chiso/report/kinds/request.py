"""`cong-van-yeu-cau`: the letter that asks units for their answers, with the form enclosed."""

from __future__ import annotations

from collections.abc import Iterator

from chiso.engine.framework import Framework
from chiso.engine.framework.asking import answered_by_units
from chiso.language import chosen
from chiso.language import gettext as _
from chiso.report.kinds.passages import item, text, title_of
from chiso.report.kinds.questions import wanted_evidence
from chiso.report.kinds.rules import absence_words
from chiso.report.kinds.sheet import blank_form, signed
from chiso.report.numbers import number
from chiso.report.official.form import Annex, Block, Official
from chiso.report.official.framing import BLANK, annex_number, blanks, day_words, frame, period_words, reference
from chiso.report.official.meta import Meta
from chiso.report.results.numbering import Numbering
from chiso.report.wording import decision_words


def request(framework: Framework, meta: Meta) -> Official:
    """The letter by which a cycle begins, in the language in use."""
    around = frame(meta, "", "", _("sending data for {title}").format(title=title_of(framework)))
    return Official(
        chosen(),
        around.subject,
        around,
        tuple(_body(framework, meta)),
        tuple(_forms(framework, meta)),
        blanks(meta, "to", "period", "deadline", "channel", "contact"),
    )


def _body(framework: Framework, meta: Meta) -> Iterator[Block]:
    issuer = meta.issuer or BLANK
    cited = "" if framework.decision is None else decision_words(framework.decision)
    sentence = _("{issuer} asks the units to send the data for {title}, as follows:")
    if cited:
        sentence = _("To carry out {decision}, {issuer} asks the units to send the data for {title}, as follows:")
    yield text(sentence.format(decision=cited, issuer=issuer, title=title_of(framework)))
    yield text(_("Units answer all questions of the enclosed form:"), "1.")
    for block in framework.blocks:
        count = number(len(answered_by_units(framework, block.id)))
        yield item(_("{count} questions.").format(count=count), f"{block.name.of(chosen())}:")
    yield text(_("Period of the numbers: {period}.").format(period=period_words(meta.period)), "2.")
    yield text(" ".join(_how(framework)), "3.")
    yield text(
        _("Answers are sent to {issuer} by {channel}, before {day}.").format(
            issuer=issuer, channel=meta.channel or BLANK, day=day_words(meta.deadline)
        ),
        "4.",
    )
    yield text(_("Contact: {contact}.").format(contact=(meta.contact or BLANK).rstrip(".")))
    yield text(_("{issuer} asks the units to take care that this is done on time./.").format(issuer=issuer))


def _how(framework: Framework) -> Iterator[str]:
    """What answers have to be, the evidence, and what follows where one is missing."""
    yield _("Answers are complete, accurate, true and in the given form; the head of the unit is responsible for them.")
    questions = {each.id: each for block in framework.block_ids for each in answered_by_units(framework, block)}
    wanted = sum(bool(wanted_evidence(framework, question)) for question in questions.values())
    if wanted:
        yield _("Evidence goes along for {wanted} of the {count} questions, as the form tells.").format(
            wanted=number(wanted), count=number(len(questions))
        )
    yield absence_words(framework.missing, framework.not_applicable)


def _forms(framework: Framework, meta: Meta) -> Iterator[Annex]:
    numbering, count = Numbering(), len(framework.blocks)
    goes_with = reference(meta, _("Letter"), "")
    for place, block in enumerate(framework.blocks, 1):
        title = _("Form: {block}").format(block=block.name.of(chosen()))
        form = (*blank_form(framework, meta, block.id, numbering), signed())
        yield Annex(annex_number(place, count), title, goes_with, form)
