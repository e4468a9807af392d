"""Whether the numbers of a published folder follow from its framework, its units and its answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from chiso import __version__
from chiso.bundle.corrections import correction_records, corrections_of
from chiso.bundle.finding import Finding
from chiso.bundle.manifest import Manifest
from chiso.bundle.names import ANSWERS, COLUMNS, CORRECTIONS, FRAMEWORK, KEYS, MANIFEST, NEEDED, RANKING, SCORES, UNITS
from chiso.bundle.records import (
    Record,
    Watch,
    answer_records,
    ranking_records,
    score_records,
    table_bytes,
    unit_records,
)
from chiso.engine.answers import Answers
from chiso.engine.errors import InputError
from chiso.engine.framework import Framework
from chiso.engine.loading import loads
from chiso.engine.ranking import rank
from chiso.engine.scoring import score
from chiso.exchange import delimited
from chiso.exchange.answers import from_files
from chiso.exchange.files import decoded
from chiso.exchange.tables import Table


@dataclass
class Recomputed:
    """The findings, and how many scores were computed again."""

    findings: list[Finding] = field(default_factory=list)
    scores: int = 0


def recomputed(manifest: Manifest, files: Mapping[str, bytes], watch: Watch) -> Recomputed:
    """Every number that does not follow, by row and column; what cannot be read is found, not raised."""
    out = Recomputed()
    if not files.keys() >= set(NEEDED):
        return out
    try:
        framework = loads(files[FRAMEWORK], FRAMEWORK)
        answers = from_files(files, framework)
        tables = _tables(framework, answers, files, watch)
    except InputError as error:
        out.findings += [Finding("unreadable", _file(problem.where), problem=problem) for problem in error.problems]
        return out
    out.scores = len(tables[SCORES])
    # Another release may word a reason otherwise; the numbers it must give all the same.
    same_release = manifest.engine == __version__
    for name, records in tables.items():
        out.findings += _compared(name, files[name], records, same_release)
    out.findings += _untrue_keys(manifest, framework, tables)
    return out


def _file(where: str) -> str:
    return next((name for name in COLUMNS if where.startswith(name)), FRAMEWORK if FRAMEWORK in where else ANSWERS)


def _tables(
    framework: Framework, answers: Answers, files: Mapping[str, bytes], watch: Watch
) -> dict[str, list[Record]]:
    """What the tables of the folder must hold."""
    scores = score(framework, answers)
    tables = {
        UNITS: list(unit_records(answers.units)),
        ANSWERS: answer_records(framework, answers),
        RANKING: list(ranking_records(rank(scores))),
        SCORES: list(score_records(scores, watch)),
    }
    if CORRECTIONS in files:
        table = delimited.table(decoded(files[CORRECTIONS], CORRECTIONS), CORRECTIONS)
        tables[CORRECTIONS] = list(correction_records(corrections_of(table, answers)))
    return tables


def _compared(name: str, raw: bytes, records: Sequence[Record], same_release: bool) -> Iterator[Finding]:
    """The cells of a table that are not the recomputed ones."""
    try:
        table = delimited.table(decoded(raw, name), name)
        if table.header != COLUMNS[name]:
            yield Finding("cell", name, 1, found=",".join(table.header), expected=",".join(COLUMNS[name]))
            return
        findings = list(_cells(name, table, records))
    except InputError as error:
        yield from (Finding("unreadable", name, problem=problem) for problem in error.problems)
        return
    findings = [each for each in findings if same_release or (name, each.column) != (SCORES, "reason")]
    yield from findings
    if same_release and not findings and raw != table_bytes(name, records):
        yield Finding("form", name)


def _cells(name: str, table: Table, records: Sequence[Record]) -> Iterator[Finding]:
    columns, width = COLUMNS[name], KEYS[name]
    expected = {record[:width]: record for record in records}
    for where, cells in table.records():
        line = int(where.rpartition(":")[2])
        found = tuple(cells[column] for column in columns)
        row = dict(zip(columns[:width], found, strict=False))
        record = expected.pop(found[:width], None)
        if record is None:
            yield Finding("extra_row", name, line, row)
            continue
        for column, now, then in zip(columns, found, record, strict=True):
            if now != then:
                yield Finding("cell", name, line, row, column, now, then)
    for key in expected:
        yield Finding("missing_row", name, row=dict(zip(columns, key, strict=False)))


def _untrue_keys(manifest: Manifest, framework: Framework, tables: Mapping[str, Sequence[Record]]) -> Iterator[Finding]:
    """What the manifest tells of the framework and of the tables, where it is not so."""
    title = framework.title.model_dump(exclude_none=True)
    counts = {"units": UNITS, "answers": ANSWERS, "scores": SCORES, "places": RANKING}
    expected = {
        "framework": {"id": framework.id, "title": title},
        "counts": {key: len(tables[name]) for key, name in counts.items()},
    }
    for key, value in expected.items():
        found = manifest.content.get(key)
        if found != value:
            yield Finding("key", MANIFEST, column=key, found=str(found)[:200], expected=str(value)[:200])
