"""An official document of a cycle, made of its run or its framework and of what people tell; kept by its digest."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings

from chiso.bundle.digests import digest
from chiso.exchange.indicators import of_shipped
from chiso.language import use
from chiso.report.kinds.names import Kind
from chiso.report.kinds.source import Source
from chiso.report.official.around import Asked
from chiso.report.official.meta import Meta
from chiso.web.bridge.framework import framework_of
from chiso.web.bridge.running import ranking_of, scores_of
from chiso.web.models import Cycle, Explanation, Run, Settlement, Support

if TYPE_CHECKING:
    from chiso.report.official.form import Official

FORMATS = ("pdf", "docx", "xlsx", "html")
MEDIA: Mapping[str, str] = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "html": "text/html; charset=utf-8",
}
LANGUAGE = "vi"
"""Official documents are written in Vietnamese, whatever language the pages are read in."""


class Unmade(Exception):
    """A document that cannot be made of what there is; lacks: `run` or `unit`."""

    def __init__(self, lacks: str) -> None:
        self.lacks = lacks
        super().__init__(lacks)


def of_units(kind: str) -> bool:
    """Whether a kind may be made of one unit."""
    from chiso.report.kinds.catalogue import CATALOGUE

    return CATALOGUE[Kind(kind)].unit is not None


def only_of_units(kind: str) -> bool:
    """Whether a kind is made of one unit and of nothing else."""
    from chiso.report.kinds.catalogue import CATALOGUE

    makers = CATALOGUE[Kind(kind)]
    return makers.unit is not None and makers.result is None and makers.framework is None


def of_framework(kind: str) -> bool:
    """Whether a kind may be made before there is any run."""
    from chiso.report.kinds.catalogue import CATALOGUE

    return CATALOGUE[Kind(kind)].framework is not None


def run_for(cycle: Cycle) -> Run | None:
    """The run that documents rest on: the settled one, else the newest that is done."""
    settled = Settlement.objects.filter(run__cycle=cycle).exclude(state=Settlement.State.SUPERSEDED).order_by("-at")
    last = settled.select_related("run__cycle").first()
    if last is not None:
        return last.run
    return cycle.runs.filter(done_at__isnull=False).select_related("cycle").order_by("-number").first()


def official(cycle: Cycle, kind: str, told: Mapping[str, Any], *, run: Run | None, unit: str = "") -> Official:
    """The document; Unmade where a run or a unit is lacking, InputError where what is told does not fit."""
    return maker(cycle, kind, told, run=run)(unit)


def maker(cycle: Cycle, kind: str, told: Mapping[str, Any], *, run: Run | None) -> Callable[[str], Official]:
    """What makes the document of a unit, or with an empty code the whole one; what all need is made once."""
    from chiso.report.kinds.catalogue import CATALOGUE

    makers = CATALOGUE[Kind(kind)]
    source = _source(cycle, kind, told, run) if run is not None else None
    each = makers.each(source) if makers.each is not None and source is not None else None

    def made(unit: str) -> Official:
        with use(LANGUAGE):
            if unit and each is not None:
                return each(unit)
            if unit and makers.unit is not None:
                if source is None:
                    raise Unmade("run")
                return makers.unit(_of_unit(cycle, source, unit), unit)
            if makers.result is not None and source is not None:
                return makers.result(source)
            if makers.framework is not None:
                return makers.framework(framework_of(cycle), Meta.model_validate(told))
            raise Unmade("unit" if source is not None else "run")

    return made


def _source(cycle: Cycle, kind: str, told: Mapping[str, Any], run: Run) -> Source:
    meta, scores = Meta.model_validate(told), scores_of(run)
    before = run_for(cycle.previous) if cycle.previous is not None else None
    previous = Source(scores_of(before), ranking_of(before), meta) if before is not None else None
    statistics = of_shipped(scores.framework) if kind == Kind.SURVEY else None
    return Source(scores, ranking_of(run), meta, previous, statistics)


def _of_unit(cycle: Cycle, source: Source, unit: str) -> Source:
    """What the system knows of a unit beside what people told: the evidence that it gave, what it was asked."""
    meta, known = source.meta, dict[str, Any]()
    if not meta.evidence:
        known["evidence"] = _evidence(cycle, unit)
    if not meta.asked:
        asked = Explanation.objects.filter(
            submission__participant__cycle=cycle, submission__participant__unit__code=unit
        ).values_list("question", "why")
        known["asked"] = tuple(Asked(of=question, why=why) for question, why in asked)
    told = meta.model_copy(update={key: value for key, value in known.items() if value})
    return Source(source.scores, source.ranking, told, source.previous, source.statistics)


def _evidence(cycle: Cycle, unit: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    supports = Support.objects.filter(
        evidence__removed_at=None,
        evidence__submission__participant__cycle=cycle,
        evidence__submission__participant__unit__code=unit,
    )
    for question, title in supports.values_list("question", "evidence__title"):
        if title not in found.setdefault(question, []):
            found[question].append(title)
    return {question: tuple(titles) for question, titles in found.items()}


def content(document: Official, format: str, *, to_sign: bool = False) -> bytes:
    """The bytes of a document in one of FORMATS; to_sign: whether a PDF has fields for digital signatures."""
    with use(LANGUAGE):
        if format == "pdf":
            from chiso.report.official.pdf import pdf

            return pdf(document, to_sign=to_sign)
        if format == "docx":
            from chiso.report.official.word import word

            return word(document)
        from chiso.report.official.plain import plain

        if format == "xlsx":
            from chiso.report.xlsx import workbook

            return workbook(plain(document))
        from chiso.report.html import page

        return page(plain(document)).encode()


def keep(raw: bytes) -> str:
    """The digest under which the bytes of a document are kept from now on."""
    name = digest(raw)
    place = place_of(name)
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        waiting = place.with_suffix(".new")
        waiting.write_bytes(raw)
        waiting.replace(place)
    return name


def place_of(name: str) -> Path:
    """Where the bytes of a digest lie."""
    return Path(settings.FOLDER) / "papers" / name[:2] / name
