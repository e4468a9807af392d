"""Results of one small framework at two and three times, for tests of what changed."""

from chiso.engine.answers import Row, Units, build
from chiso.engine.loading import loads
from chiso.engine.ranking import rank
from chiso.engine.scoring import score
from chiso.report.kinds.source import Source
from chiso.report.official.meta import Meta

TEXT = """schema: 1
id: ID
title: {vi: Thử, en: Trial}
nature: example
print: {leaf: 2, group: 2, total: 2}
missing: blank
not_applicable: refuse
blocks: [{id: s, name: {vi: Các sở, en: Departments}}, {id: h, name: {vi: Các huyện, en: Districts}}]
criteria:
  - code: T
    name: {vi: Tổng điểm, en: Total}
    rank: {keys: [{}], ties: competition, without_result: listed}
    classes:
      bands:
        - {id: tot, name: {vi: Tốt, en: Good}, from: 15}
        - {id: kha, name: {vi: Khá, en: Fair}, from: 10}
        - {id: tb, name: {vi: Trung bình, en: Average}, from: 0}
    children:
      - {code: X, name: Hạ tầng, max: MOST, formula: {kind: given}}
      - {code: Y, name: Ứng dụng, max: 10, formula: {kind: given}}
"""
NO_META = Meta()
CODES = ("a", "b", "c", "d", "e", "m")
UNITS = Units(
    CODES,
    ("Sở A", "Sở B", "Sở C", "Sở D", "Sở E", "Huyện M"),
    ("s", "s", "s", "s", "s", "h"),
    ("ranked", "ranked", "ranked", "ranked", "listed", "ranked"),
    ("",) * 6,
)
BEFORE = "a X 9\na Y 8\nb X 8\nb Y 4\nc X 6\nc Y 5\ne X 2\ne Y 2\nm X 1\nm Y 1\nz X 5\nz Y 5"
NOW = "a X 8.5\na Y 5\nb X 9\nb Y 9\nc X 7\nc Y 4.25\nd X 3\nd Y 1\nm X 1\nm Y 1"
BEFORE_UNITS = Units(
    ("a", "b", "c", "e", "m", "z"),
    ("Sở A", "Sở B", "Sở C", "Sở E", "Huyện M", "Sở Z"),
    ("s", "s", "s", "s", "h", "s"),
    ("ranked",) * 6,
    ("",) * 6,
)


def at(
    answers: str, units: Units, previous: Source | None = None, *, most: int = 10, id: str = "thu", meta: Meta = NO_META
) -> Source:
    """The result of answers, lines of `unit question value`, with the time before."""
    framework = loads(TEXT.replace("MOST", str(most)).replace("ID", id).encode(), "thu.yaml")
    rows = [Row(unit, "", question, value, "", unit) for unit, question, value in map(str.split, answers.splitlines())]
    scores = score(framework, build(framework, units, rows))
    return Source(scores, rank(scores), meta, previous)


def two_times(meta: Meta = NO_META) -> Source:
    """Sở B passes Sở A, Sở C stays third, Sở D is new, Sở E is not ranked any more, Sở Z is gone."""
    return at(NOW, UNITS, at(BEFORE, BEFORE_UNITS), meta=meta)
