"""A small survey to measure: three departments and two communes, with gaps."""

from chiso.engine.answers import Units
from chiso.engine.ranking import rank
from chiso.engine.scoring import Scores
from chiso.report.statistics import Line, Statistics, lines, read
from tests.report.making import scored

FRAMEWORK = """
blocks: [{id: so, name: Sở}, {id: xa, name: Xã}]
cases: [{id: dich_vu, name: Dịch vụ}]
missing: zero
not_applicable: omit
questions:
  - {id: nguoi, name: Người, type: count, unit: người}
  - {id: may, name: Máy, type: count, unit: máy}
  - {id: may_chu, name: Máy chủ, type: yes_no, not_applicable: true}
  - {id: mot_cua, name: Một cửa, type: yes_no, applies_to: [xa]}
  - {id: sao_luu, name: Sao lưu, type: choice, options: [{id: khong, name: Không}, {id: co, name: {vi: Có, en: Yes}}]}
  - {id: hai_long, name: Hài lòng, type: share}
  - {id: nhan, name: Nhận, type: count, unit: hồ sơ, per: dich_vu}
  - {id: truc_tuyen, name: Trực tuyến, type: count, unit: hồ sơ, per: dich_vu}
  - {id: ghi_chu, name: Ghi chú, type: text}
criteria:
  - code: T
    name: {vi: Tổng, en: Total}
    rank: {keys: [{by: "[T]"}], ties: competition, without_result: listed}
    classes:
      on: points
      closed: below
      clause: Điều 1
      bands: [{id: tot, name: Tốt, from: 8}, {id: kem, name: Kém, from: 0}]
    children:
      - {code: "1", name: Máy, max: 10, formula: {kind: ratio, part: may, whole: nguoi, whole_zero: zero}}
"""
ANSWERS = """
a nguoi 10
a may 9
a may_chu yes
a sao_luu co
a hai_long 90
a/cap-phep nhan 100
a/cap-phep truc_tuyen 70
a/chung-thuc nhan 100
a/chung-thuc truc_tuyen 81
b nguoi 30
b may 20
b may_chu no
b sao_luu khong
c nguoi 20
c may_chu n/a
c hai_long 75.5
d nguoi 7
d may 7
d may_chu yes
d mot_cua yes
d sao_luu co
d/cap-phep nhan 50
d/cap-phep truc_tuyen 50
e nguoi 3
e may 0
e mot_cua no
"""
UNITS = Units(
    tuple("abcdef"),
    tuple("ABCDEF"),
    ("so", "so", "so", "xa", "xa", "xa"),
    ("ranked", "ranked", "ranked", "ranked", "ranked", "listed"),
    ("", "", "", "", "", ""),
)


def survey() -> Scores:
    return scored(FRAMEWORK, ANSWERS, UNITS)


def declared(indicators: str, head: str = "schema: 1") -> Statistics:
    """The statistics with one group of these indicators, a line each."""
    text = f"{head}\ngroups:\n  - id: g\n    title: Nhóm\n    indicators:\n"
    text += "".join(f"      - {{{line}}}\n" for line in indicators.strip().splitlines())
    return read(text.encode(), survey().framework)


def measured(indicators: str) -> list[Line]:
    scores = survey()
    return lines(declared(indicators), scores, rank(scores))["g"]
