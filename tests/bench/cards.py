"""Cards of a made-up country of communes: how long one takes, and whether memory stays flat."""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import numpy as np

from chiso.cli.reporting.each import write_each
from chiso.engine.answers import Row, Units, build
from chiso.engine.loading import loads
from chiso.engine.ranking import rank
from chiso.engine.scoring import score
from chiso.language import use
from chiso.report.kinds.card import each_card
from chiso.report.kinds.source import Source
from chiso.report.official.meta import Meta, read

PARTS = (
    "Hạ tầng kỹ thuật",
    "Ứng dụng nội bộ",
    "Phục vụ người dân",
    "Trang thông tin",
    "An toàn",
    "Nhân lực",
    "Chính sách",
)
TEXT = """schema: 1
id: bench
title: {vi: Xếp hạng xã bịa ra để đo tốc độ, en: Communes made up for a bench}
nature: example
print: {leaf: 2, group: 2, total: 2}
missing: blank
not_applicable: refuse
blocks: [{id: xa, name: {vi: Các xã, en: Communes}}]
criteria:
  - code: T
    name: {vi: Tổng điểm, en: Total}
    rank: {keys: [{}], ties: competition, without_result: listed}
    classes:
      bands:
        - {id: tot, name: {vi: Tốt, en: Good}, from: 500}
        - {id: kha, name: {vi: Khá, en: Fair}, from: 350}
        - {id: tb, name: {vi: Trung bình, en: Average}, from: 0}
    children:
"""


def communes(count: int) -> Source:
    """A result of two times, the same in every run."""
    chance = np.random.default_rng(20261122)
    return _source(count, chance.integers(0, 10_000, (2, count, len(PARTS))).tolist(), 0)


def _source(count: int, points: list[list[list[int]]], time: int) -> Source:
    leaves = (
        f"      - {{code: P{place}, name: {name}, max: 100, formula: {{kind: given}}}}\n"
        for place, name in enumerate(PARTS)
    )
    framework = loads((TEXT + "".join(leaves)).encode(), "bench.yaml")
    codes = tuple(f"xa-{unit:05d}" for unit in range(count))
    units = replace(Units.of(codes, "xa"), names=tuple(f"Ủy ban nhân dân xã Bịa {code}" for code in codes))
    rows = [
        Row(code, "", f"P{place}", f"{value // 100}.{value % 100:02d}", "", code)
        for code, values in zip(codes, points[time], strict=True)
        for place, value in enumerate(values)
    ]
    scores = score(framework, build(framework, units, rows))
    previous = _source(count, points, 1) if time == 0 else None
    return Source(scores, rank(scores), _meta(), previous)


def _meta() -> Meta:
    return read("{issuer: Ủy ban nhân dân tỉnh Bịa, place: Bịa, recipients: [Như trên, Lưu VT]}".encode())


def written(count: int, units: int) -> tuple[float, float]:
    """Milliseconds a card for so many cards of a country of units, and the peak of memory in MB of all processes.

    The scoring and what the cards share is left out; starting the processes is not.
    """
    source = communes(units)
    codes = source.scores.answers.units.codes
    with use("vi"), tempfile.TemporaryDirectory() as folder:
        make = each_card(source)
        started = time.perf_counter()
        write_each(Path(folder) / "cards", codes[:count], make, ".pdf", "1")
        seconds = time.perf_counter() - started
    peak = sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return seconds * 1000 / count, peak / 1024


if __name__ == "__main__":
    each, peak = written(int(sys.argv[1]), int(sys.argv[2]))
    sys.stdout.write(f"{each:.1f} {peak:.0f}\n")
