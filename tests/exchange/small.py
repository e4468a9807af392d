"""A small framework with a question of every type, for tests of files."""

from chiso.engine.answers import Answers
from chiso.engine.framework import Framework
from chiso.engine.loading import loads
from chiso.exchange.answers import from_files

TEXT = """\
schema: 1
id: nho
title: {vi: Bộ nhỏ, en: A small set}
nature: example
blocks:
  - {id: so, name: {vi: Sở, en: Departments}}
  - {id: xa, name: {vi: Xã, en: Communes}}
cases:
  - {id: dich_vu, name: {vi: dịch vụ, en: service}}
missing: zero
not_applicable: omit
print: {leaf: 2, group: 1, total: 1}
questions:
  - {id: may, name: Số máy tính, type: count, unit: máy}
  - {id: may_moi, name: Trong đó máy mới, type: count, unit: máy, at_most: may}
  - {id: cong, name: Có cổng thông tin, type: yes_no, not_applicable: true}
  - {id: ty_le, name: Tỷ lệ, type: share}
  - {id: diem_so, name: Một số, type: number, unit: giờ}
  - {id: muc, name: Mức, type: choice, options: [{id: cao, name: Cao}, {id: thap, name: Thấp}]}
  - {id: ngay, name: Ngày, type: date}
  - {id: xa_hoi, name: Chỉ hỏi xã, type: count, unit: hộ, applies_to: [xa]}
  - {id: ho_so, name: Hồ sơ, type: count, unit: hồ sơ, per: dich_vu}
  - {id: ho_so_mang, name: Hồ sơ trên mạng, type: count, unit: hồ sơ, per: dich_vu, at_most: ho_so}
criteria:
  - code: T
    name: {vi: Tổng điểm, en: Total}
    clause: Điều 1
    rank: {keys: [{order: descending}], ties: competition, without_result: listed}
    classes:
      bands:
        - {id: tot, name: Tốt, from: {above: 70, up_to: 80}}
        - {id: kha, name: Khá, from: 40}
        - {id: yeu, name: Yếu, from: 10}
    children:
      - {code: "1", name: Máy mới, clause: Điều 2, max: 40, formula: {kind: ratio, part: may_moi, whole: may}}
      - {code: "2", name: Cổng, max: 20, formula: {kind: yes_no, question: cong}}
      - code: "3"
        name: Dịch vụ
        max: 20
        formula:
          kind: mean_of_cases
          per: dich_vu
          of: {kind: ratio, part: ho_so_mang, whole: ho_so, whole_zero: zero}
          missing: zero
          none: zero
      - {code: "4", name: Hội đồng chấm, max: 20, formula: {kind: given}}
"""
UNITS = """\
unit,name,block,status,note
a,Sở A,so,ranked,
b,"Sở B, phía nam",so,ranked,
c,Sở C,so,listed,chưa tự đánh giá
x,Xã X,xa,ranked,
"""
ANSWERS = """\
unit,case,question,value,note
a,,may,40,
a,,may_moi,30,theo kiểm kê
a,,cong,yes,
a,dv-1,ho_so,10,
a,dv-1,ho_so_mang,5,
a,dv-2,ho_so,4,
a,dv-2,ho_so_mang,4,
a,,4,17.5,
b,,may,3,
b,,may_moi,1,
b,,cong,no,
b,,4,0.25,
x,,may,10,
x,,may_moi,10,
x,,cong,n/a,
x,,4,20,
"""


def framework() -> Framework:
    """The small framework."""
    return loads(TEXT.encode())


def answers(text: str = ANSWERS, units: str = UNITS) -> Answers:
    """Answers to the small framework."""
    return from_files({"answers.csv": text.encode(), "units.csv": units.encode()}, framework())
