"""An official document as the document of facts, tables and notes that a page and a workbook are made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from chiso.language import gettext as _
from chiso.language import use
from chiso.report.document import Document, Facts, Note, Part, Section, Table
from chiso.report.figures import Figure
from chiso.report.official.form import DASH, Banner, Block, Dots, Heading, Official, Paragraph, Side


def plain(document: Official) -> Document:
    """The same words and the same tables, without the form."""
    with use(document.language):
        return Document(
            language=document.language,
            title=document.frame.subject,
            subtitle=document.frame.kind,
            notes=(),
            sections=tuple(_sections(document)),
        )


def _sections(document: Official) -> Iterator[Section]:
    frame = document.frame
    rows = (
        (_("Issued by"), " ".join((*frame.superior, *frame.issuer))),
        (_("Number"), frame.number),
        (_("Place and date"), frame.place),
        *(((_("To:").rstrip(":"), "; ".join(frame.to)),) if frame.to else ()),
        (_("Signed by"), "; ".join(_signers(document))),
    )
    grounds = tuple(each for each in (frame.decides, *frame.grounds) if each)
    head = (Facts(rows), *((Note(grounds, kind="prose"),) if grounds else ()))
    yield from _titled(frame.kind or frame.subject, head, document.body)
    for annex in document.annexes:
        reference = (Note((annex.reference,), kind="prose"),) if annex.reference else ()
        yield from _titled(f"{annex.number}. {annex.title}", reference, annex.blocks)
    if frame.recipients:
        yield Section(_("Recipients:"), (Note(frame.recipients, kind="prose"),))


def _signers(document: Official) -> Iterator[str]:
    """Each of those who sign, with the words above the name."""
    frame = document.frame
    for side in frame.sides or (Side(" ".join(frame.authority), name=frame.name),):
        yield side.text


def _titled(title: str, head: tuple[Part, ...], blocks: Sequence[Block]) -> Iterator[Section]:
    """A section for each heading; what stands before the first one goes with the title."""
    parts: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1:
            if head or parts:
                yield Section(title, (*head, *_parts(parts)))
            title, head, parts = block.text, (), []
        else:
            parts.append(block)
    yield Section(title, (*head, *_parts(parts)))


def _parts(blocks: Sequence[Block]) -> Iterator[Part]:
    """The tables and figures, and the texts between them with their footnotes as (1), (2) … below."""
    title = ""
    texts: list[str] = []
    notes: list[str] = []
    for block in blocks:
        if isinstance(block, Table | Figure | Heading | Banner):
            yield from _prose(title, [*texts, *notes])
            title, texts, notes = "", [], []
        if isinstance(block, Heading | Banner):
            title = block.text
        elif isinstance(block, Table | Figure):
            yield block
        elif isinstance(block, Paragraph):
            texts.append(_marked(block, notes))
        elif isinstance(block, Dots):
            texts.append(f"{block.text} …".lstrip())
        else:
            texts.append(block.text)
    yield from _prose(title, [*texts, *notes])


def _marked(paragraph: Paragraph, notes: list[str]) -> str:
    said = f"{DASH} " if paragraph.kind == "item" else ""
    said += f"{paragraph.lead} " if paragraph.lead else ""
    for run in paragraph.runs:
        said += run.text
        if run.note:
            notes.append(f"({len(notes) + 1}) {run.note}")
            said += f" ({len(notes)})"
    return said


def _prose(title: str, texts: Sequence[str]) -> Iterator[Note]:
    if title or texts:
        yield Note(tuple(texts), title, kind="prose")
