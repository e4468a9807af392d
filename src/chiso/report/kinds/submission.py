"""`to-trinh`: the submission of a result to the authority that approves it."""

from __future__ import annotations

from collections.abc import Iterator

from chiso.language import chosen
from chiso.language import gettext as _
from chiso.report.kinds.passages import item, passage, sections, text, title_of
from chiso.report.kinds.sending import results_annexes, summary
from chiso.report.kinds.source import Source
from chiso.report.official.form import Block, Official
from chiso.report.official.framing import BLANK, blanks, frame
from chiso.report.wording import decision_words

SYMBOL = "TTr"


def submission(source: Source) -> Official:
    """The submission of a result, in the language in use."""
    meta = source.meta
    subject = _("Approving the results of {title}").format(title=title_of(source.scores.framework))
    around = frame(meta, _("SUBMISSION"), SYMBOL, subject, addressed=True, base="grounded")
    return Official(
        chosen(),
        f"{around.kind}: {around.subject}",
        around,
        tuple(_body(source)),
        results_annexes(source, _("Submission"), SYMBOL),
        blanks(meta, "to", "grounds", "attached", "passages.course"),
    )


def _body(source: Source) -> Iterator[Block]:
    meta, framework = source.meta, source.scores.framework
    title, whom = title_of(framework), "; ".join(meta.to) or BLANK
    cited = "" if framework.decision is None else decision_words(framework.decision)
    sentence = _("{issuer} submits the results of {title} to {whom}, as follows:")
    if cited:
        sentence = _("To carry out {decision}, {issuer} submits the results of {title} to {whom}, as follows:")
    yield text(sentence.format(decision=cited, issuer=meta.issuer or BLANK, title=title, whom=whom))
    asked = _("To consider and approve the results of {title} (tables enclosed).").format(title=title)
    parts: list[tuple[str, list[Block]]] = [
        (_("HOW THE ASSESSMENT WAS DONE"), list(passage(meta, "course"))),
        (_("RESULTS"), list(summary(source))),
        (_("WHAT IS ASKED"), [text(each) for each in meta.passages.get("asks", ())] or [text(asked)]),
    ]
    yield from sections(parts)
    if meta.attached:
        yield text(_("Attached:"))
        yield from (item(f"{each.rstrip('.;')}.") for each in meta.attached)
    yield text(
        _("{issuer} respectfully submits this to {whom} for consideration and decision./.").format(
            issuer=meta.issuer or BLANK, whom=whom
        )
    )
