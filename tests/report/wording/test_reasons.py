"""Every kind of reason as a whole sentence, in both languages, on scores that the engine gave."""

import pytest

from chiso.engine.scoring import Scores
from chiso.report.wording import worded
from tests.report.making import scored

FORMULAS = """
missing: blank
not_applicable: omit
blocks: [{id: a, name: A}]
cases: [{id: ho_so, name: Hồ sơ}]
questions:
  - {id: phan, name: Phần, type: count, unit: máy, not_applicable: true}
  - {id: toan, name: Toàn bộ, type: count, unit: máy}
  - {id: co, name: Có, type: yes_no}
  - {id: muc, name: Mức, type: choice, options: [{id: cao, name: Cao}, {id: vua, name: Vừa}, {id: thap, name: Thấp}]}
  - {id: gio, name: Giờ, type: number, unit: giờ, per: ho_so}
criteria:
  - code: T
    name: Tổng
    children:
      - {code: ratio, name: R, max: 60, formula: {kind: ratio, part: phan, whole: toan, whole_zero: full}}
      - {code: yes_no, name: Y, max: 5, formula: {kind: yes_no, question: co}}
      - code: steps
        name: S
        max: 9
        formula: {kind: steps, of: phan, table: [{from: 90, points: 9}, {from: 2, points: 5}]}
      - {code: over, name: S, max: 20, formula: {kind: steps, of: phan, table: [{from: 50, points: 20}], closed: above}}
      - {code: tiers, name: B, max: 20, formula: {kind: tiers, share: phan / toan, norm: 80%, starts: 40%}}
      - {code: per_item, name: P, max: 10, formula: {kind: per_item, count: phan, each: 0.5}}
      - code: levels
        name: L
        max: 15
        formula:
          kind: levels
          levels:
            - {when: "muc = 'cao'", points: 15, name: {vi: Cao nhất, en: Highest}}
            - {when: "muc = 'vua'", points: 7.5}
      - code: mean_of_cases
        name: M
        max: 10
        formula: {kind: mean_of_cases, per: ho_so, missing: omit, none: zero, of: {kind: per_item, count: gio, each: 2}}
      - {code: to_best, name: T, max: 15, formula: {kind: to_best, of: phan}}
      - {code: to_cycle, name: T, max: 15, formula: {kind: to_best, of: phan, among: cycle}}
      - {code: min_max, name: N, max: 15, formula: {kind: min_max, of: phan, all_equal: full}}
      - {code: less, name: N, max: 15, formula: {kind: min_max, of: phan, better: less, all_equal: full}}
      - {code: goalposts, name: G, max: 10, formula: {kind: goalposts, of: phan, low: 40, high: 60}}
      - {code: log, name: G, max: 10, formula: {kind: goalposts, of: toan, low: 10, high: 1000, logarithm: true}}
      - {code: given, name: H, max: 40, formula: {kind: given}}
      - {code: expression, name: E, max: 10, formula: {kind: expression, points: phan / toan * 10}}
"""

ANSWERS = """
một phan 44
một toan 40
một co có
một muc cao
một/1 gio 2.5
một/2 gio 4
một given 33.5
hai phan 50
hai toan 100
hai co không
hai muc vua
hai given 0
ba phan 60
ba toan 100
ba muc thap
ba co có
ba/1 gio 1
bốn phan 0
bốn toan 0
bốn co không
bốn muc thap
bốn given 12.25
"""


@pytest.fixture(scope="module")
def formulas() -> Scores:
    return scored(FORMULAS, ANSWERS)


def sentences(scores: Scores, unit: str, language: str) -> dict[str, str]:
    """The sentence of every score of a unit."""
    return {
        each.criterion: worded(each.reason, scores.framework.nodes[each.criterion], language)
        for each in scores.of_unit(unit)
    }


def test_a_unit_in_vietnamese(formulas: Scores) -> None:
    assert sentences(formulas, "một", "vi") == {
        "T": (
            "Tổng các thành phần: 60 + 5 + 5 + 0 + 20 + 10 + 15 + 6,5 + 11 + 11 + 11 + 4 + 2 + ≈3,010300 + 33,5 + 10."
        ),
        "ratio": "Điểm tối đa 60 × 44/40; vượt mức trần nên tính 60.",
        "yes_no": "Trả lời là có.",
        "steps": "Giá trị 44 đạt mức từ 2.",
        "over": "Giá trị 44 không vượt mức thấp nhất 50.",
        "tiers": "Tỷ lệ 110% đạt định mức 80%: đủ điểm.",
        "per_item": "44 × 0,5 điểm cho mỗi đơn vị tính; vượt mức trần nên tính 10.",
        "levels": "Đạt mức 1: Cao nhất.",
        "mean_of_cases": "Trung bình các trường hợp: 13/2.",
        "to_best": "Điểm tối đa 15 × 44/60 (giá trị lớn nhất của khối).",
        "to_cycle": "Điểm tối đa 15 × 44/60 (giá trị lớn nhất của kỳ đánh giá).",
        "min_max": "Điểm tối đa 15 × (44 − 0)/(60 − 0), từ giá trị nhỏ nhất đến giá trị lớn nhất.",
        "less": "Điểm tối đa 15 × (60 − 44)/(60 − 0), từ giá trị lớn nhất đến giá trị nhỏ nhất.",
        "goalposts": "Điểm tối đa 10 × (44 − 40)/(60 − 40), theo ngưỡng cố định.",
        "log": "Điểm tối đa 10 × ln(40/10)/ln(1.000/10), theo ngưỡng cố định.",
        "given": "Điểm được giao: 33,5.",
        "expression": "Tính theo biểu thức phan / toan * 10, với phan = 44, toan = 40; vượt mức trần nên tính 10.",
    }


def test_the_same_in_english(formulas: Scores) -> None:
    assert sentences(formulas, "một", "en") == {
        "T": "Sum of the parts: 60 + 5 + 5 + 0 + 20 + 10 + 15 + 6.5 + 11 + 11 + 11 + 4 + 2 + ≈3.010300 + 33.5 + 10.",
        "ratio": "Maximum 60 × 44/40; above the cap, therefore 60.",
        "yes_no": "The answer is yes.",
        "steps": "The value 44 reaches 2.",
        "over": "The value 44 does not exceed the lowest limit 50.",
        "tiers": "The share 110% reaches the norm 80%: all points.",
        "per_item": "44 × 0.5 points each; above the cap, therefore 10.",
        "levels": "Level 1 is reached: Highest.",
        "mean_of_cases": "Mean over the cases: 13/2.",
        "to_best": "Maximum 15 × 44/60, the greatest value of the block.",
        "to_cycle": "Maximum 15 × 44/60, the greatest value of the cycle.",
        "min_max": "Maximum 15 × (44 − 0)/(60 − 0), between the least and the greatest value.",
        "less": "Maximum 15 × (60 − 44)/(60 − 0), between the greatest and the least value.",
        "goalposts": "Maximum 10 × (44 − 40)/(60 − 40), between fixed bounds.",
        "log": "Maximum 10 × ln(40/10)/ln(1,000/10), between fixed bounds.",
        "given": "Points granted: 33.5.",
        "expression": "By the expression phan / toan * 10, where phan = 44, toan = 40; above the cap, therefore 10.",
    }


def test_another_unit(formulas: Scores) -> None:
    assert sentences(formulas, "hai", "vi") == {
        "T": (
            "Tổng các thành phần: 30 + 0 + 5 + 0 + 12,5 + 10 + 7,5 + 0 + 12,5 + 12,5 + 12,5 + 2,5 + 5 + "
            "≈5,000000 + 0 + 5."
        ),
        "ratio": "Điểm tối đa 60 × 50/100.",
        "yes_no": "Trả lời là không.",
        "steps": "Giá trị 50 đạt mức từ 2.",
        "over": "Giá trị 50 không vượt mức thấp nhất 50.",
        "tiers": "Điểm tối đa 20 × 50%/80% (chưa đạt định mức).",
        "per_item": "50 × 0,5 điểm cho mỗi đơn vị tính; vượt mức trần nên tính 10.",
        "levels": "Đạt mức 2: muc = 'vua'.",
        "mean_of_cases": "Không có trường hợp nào: 0 điểm.",
        "to_best": "Điểm tối đa 15 × 50/60 (giá trị lớn nhất của khối).",
        "to_cycle": "Điểm tối đa 15 × 50/60 (giá trị lớn nhất của kỳ đánh giá).",
        "min_max": "Điểm tối đa 15 × (50 − 0)/(60 − 0), từ giá trị nhỏ nhất đến giá trị lớn nhất.",
        "less": "Điểm tối đa 15 × (60 − 50)/(60 − 0), từ giá trị lớn nhất đến giá trị nhỏ nhất.",
        "goalposts": "Điểm tối đa 10 × (50 − 40)/(60 − 40), theo ngưỡng cố định.",
        "log": "Điểm tối đa 10 × ln(100/10)/ln(1.000/10), theo ngưỡng cố định.",
        "given": "Điểm được giao: 0.",
        "expression": "Tính theo biểu thức phan / toan * 10, với phan = 50, toan = 100.",
    }


def test_a_unit_without_an_answer(formulas: Scores) -> None:
    assert sentences(formulas, "ba", "vi") == {
        "T": "Không có kết quả do thiếu kết quả của given.",
        "ratio": "Điểm tối đa 60 × 60/100.",
        "yes_no": "Trả lời là có.",
        "steps": "Giá trị 60 đạt mức từ 2.",
        "over": "Giá trị 60 vượt mức 50.",
        "tiers": "Điểm tối đa 20 × 60%/80% (chưa đạt định mức).",
        "per_item": "60 × 0,5 điểm cho mỗi đơn vị tính; vượt mức trần nên tính 10.",
        "levels": "Không đạt mức nào.",
        "mean_of_cases": "Trung bình các trường hợp: 2/1.",
        "to_best": "Điểm tối đa 15 × 60/60 (giá trị lớn nhất của khối).",
        "to_cycle": "Điểm tối đa 15 × 60/60 (giá trị lớn nhất của kỳ đánh giá).",
        "min_max": "Điểm tối đa 15 × (60 − 0)/(60 − 0), từ giá trị nhỏ nhất đến giá trị lớn nhất.",
        "less": "Điểm tối đa 15 × (60 − 60)/(60 − 0), từ giá trị lớn nhất đến giá trị nhỏ nhất.",
        "goalposts": "Giá trị 60 đạt ngưỡng trên 60: đủ điểm.",
        "log": "Điểm tối đa 10 × ln(100/10)/ln(1.000/10), theo ngưỡng cố định.",
        "given": "Chưa có số liệu; đơn vị không có kết quả.",
        "expression": "Tính theo biểu thức phan / toan * 10, với phan = 60, toan = 100.",
    }


def test_a_unit_of_zeros(formulas: Scores) -> None:
    assert sentences(formulas, "bốn", "vi") == {
        "T": "Không có kết quả do thiếu kết quả của tiers, expression.",
        "ratio": "Mẫu số bằng 0: đủ điểm.",
        "yes_no": "Trả lời là không.",
        "steps": "Giá trị 0 dưới mức thấp nhất 2.",
        "over": "Giá trị 0 không vượt mức thấp nhất 50.",
        "tiers": "Chưa có số liệu; đơn vị không có kết quả.",
        "per_item": "0 × 0,5 điểm cho mỗi đơn vị tính.",
        "levels": "Không đạt mức nào.",
        "mean_of_cases": "Không có trường hợp nào: 0 điểm.",
        "to_best": "Điểm tối đa 15 × 0/60 (giá trị lớn nhất của khối).",
        "to_cycle": "Điểm tối đa 15 × 0/60 (giá trị lớn nhất của kỳ đánh giá).",
        "min_max": "Điểm tối đa 15 × (0 − 0)/(60 − 0), từ giá trị nhỏ nhất đến giá trị lớn nhất.",
        "less": "Điểm tối đa 15 × (60 − 0)/(60 − 0), từ giá trị lớn nhất đến giá trị nhỏ nhất.",
        "goalposts": "Giá trị 0 không vượt ngưỡng dưới 40: 0 điểm.",
        "log": "Giá trị 0 không vượt ngưỡng dưới 10: 0 điểm.",
        "given": "Điểm được giao: 12,25.",
        "expression": "Chưa có số liệu; đơn vị không có kết quả.",
    }


GROUPS = """
missing: omit
not_applicable: omit
blocks: [{id: a, name: A}]
questions:
  - {id: mở, name: Mở, type: yes_no}
criteria:
  - code: T
    name: Tổng
    floor: 5
    round: 0
    children:
      - code: sum
        name: Tổng
        combine: {kind: sum, renormalise: true}
        children:
          - {code: S1, name: S, max: 40, formula: {kind: given}}
          - {code: S2, name: S, max: 20, formula: {kind: given}}
      - code: weighted
        name: Trọng số
        combine: {kind: weighted}
        children:
          - {code: W1, name: W, max: 10, weight: 75%, formula: {kind: given}}
          - {code: W2, name: W, max: 10, weight: 25%, formula: {kind: given}}
      - code: mean
        name: Trung bình
        combine: {kind: mean}
        children:
          - {code: M1, name: M, max: 10, formula: {kind: given}}
          - {code: M2, name: M, max: 10, formula: {kind: given}}
      - code: geometric
        name: Nhân
        combine: {kind: geometric}
        gate: {when: mở, fails: zero}
        children:
          - {code: G1, name: G, max: 1, weight: 1, formula: {kind: given}}
          - {code: G2, name: G, max: 1, weight: 2, formula: {kind: given}}
      - code: best
        name: Cao nhất
        combine: {kind: best}
        children:
          - {code: B1, name: B, max: 10, formula: {kind: given}}
          - {code: B2, name: B, max: 10, formula: {kind: given}}
      - {code: E1, name: E, max: 10, formula: {kind: given}}
      - {code: E2, name: E, max: 10, formula: {kind: given}, exclusive_with: E1}
      - {code: full, name: F, max: 10, missing: full, formula: {kind: given}}
      - {code: zero, name: Z, max: 10, not_applicable: zero, formula: {kind: given}}
      - code: bonus
        name: Cộng
        role: bonus
        cap: 5
        children: [{code: C1, name: C, max: 10, formula: {kind: given}}]
      - code: penalty
        name: Trừ
        role: penalty
        children: [{code: P1, name: P, max: 900, formula: {kind: given}}]
"""

GROUP_ANSWERS = """
một mở không
một S1 31.25
một W1 8
một W2 6.5
một M1 9
một M2 4
một G1 0.5
một G2 0.25
một B1 3
một B2 7.5
một E1 4
một E2 6
một zero n/a
một C1 8
một P1 900
hai mở có
hai G1 0.5
hai G2 0.25
hai M1 1
hai P1 0.5
"""


@pytest.fixture(scope="module")
def groups() -> Scores:
    return scored(GROUPS, GROUP_ANSWERS)


def test_combinations_and_changes_in_vietnamese(groups: Scores) -> None:
    assert sentences(groups, "một", "vi") == {
        "T": (
            "Tổng các thành phần: 46,875 + 7,625 + 6,5 + 0 + 7,5 + 0 + 6 + 10 + 0 + 5 − 900; −810,5 thấp hơn"
            " mức sàn nên tính 5."
        ),
        "sum": "Tổng các thành phần: 31,25 × 60/40; không tính S2, các tiêu chí còn lại chia nhau phần điểm đó.",
        "S1": "Điểm được giao: 31,25.",
        "S2": "Chưa có số liệu; không tính vào điểm và điểm tối đa.",
        "weighted": "Tổng có trọng số các thành phần: 0,75 × 8 + 0,25 × 6,5.",
        "W1": "Điểm được giao: 8.",
        "W2": "Điểm được giao: 6,5.",
        "mean": "Trung bình cộng các thành phần: (9 + 4)/2.",
        "M1": "Điểm được giao: 9.",
        "M2": "Điểm được giao: 4.",
        "geometric": (
            "Trung bình nhân các thành phần: (0,5^1 × 0,25^2)^(1/3); không đạt điều kiện bắt buộc nên tính 0"
            " điểm thay cho ≈0,314980."
        ),
        "G1": "Điểm được giao: 0,5.",
        "G2": "Điểm được giao: 0,25.",
        "best": "Phương án có điểm cao nhất trong: 3; 7,5.",
        "B1": "Điểm được giao: 3.",
        "B2": "Điểm được giao: 7,5.",
        "E1": "Điểm được giao: 4; không tính (4): tiêu chí loại trừ với tiêu chí này có điểm cao hơn.",
        "E2": "Điểm được giao: 6.",
        "full": "Chưa có số liệu; tính đủ điểm: 10.",
        "zero": "Không áp dụng; tính 0 điểm.",
        "bonus": "Tổng các thành phần: 8; 8 vượt mức trần nên tính 5.",
        "C1": "Điểm được giao: 8.",
        "penalty": "Tổng các thành phần: 900.",
        "P1": "Điểm được giao: 900.",
    }


def test_combinations_and_changes_in_english(groups: Scores) -> None:
    assert sentences(groups, "một", "en") == {
        "T": (
            "Sum of the parts: 46.875 + 7.625 + 6.5 + 0 + 7.5 + 0 + 6 + 10 + 0 + 5 − 900; −810.5 is below "
            "the floor, therefore 5."
        ),
        "sum": "Sum of the parts: 31.25 × 60/40; S2 left out, and the others take over their part.",
        "S1": "Points granted: 31.25.",
        "S2": "No answer; left out of the points and of the maximum.",
        "weighted": "Weighted sum of the parts: 0.75 × 8 + 0.25 × 6.5.",
        "W1": "Points granted: 8.",
        "W2": "Points granted: 6.5.",
        "mean": "Mean of the parts: (9 + 4)/2.",
        "M1": "Points granted: 9.",
        "M2": "Points granted: 4.",
        "geometric": (
            "Geometric mean of the parts: (0.5^1 × 0.25^2)^(1/3); the required condition does not hold, "
            "therefore 0 instead of ≈0.314980."
        ),
        "G1": "Points granted: 0.5.",
        "G2": "Points granted: 0.25.",
        "best": "The best of the alternatives: 3; 7.5.",
        "B1": "Points granted: 3.",
        "B2": "Points granted: 7.5.",
        "E1": "Points granted: 4; not counted (4): the criterion that excludes this one has more.",
        "E2": "Points granted: 6.",
        "full": "No answer; counted as all points: 10.",
        "zero": "Not applicable; counted as 0 points.",
        "bonus": "Sum of the parts: 8; 8 is above the cap, therefore 5.",
        "C1": "Points granted: 8.",
        "penalty": "Sum of the parts: 900.",
        "P1": "Points granted: 900.",
    }


def test_groups_with_little_in_them(groups: Scores) -> None:
    assert sentences(groups, "hai", "vi") == {
        "T": (
            "Tổng các thành phần: 0,5 + ≈0,314980 + 10 − 0,5; không tính sum, weighted, best, E1, E2, zero, "
            "bonus; ≈10,314980 làm tròn thành 10."
        ),
        "sum": "Chưa có số liệu của S1, S2.",
        "S1": "Chưa có số liệu; không tính vào điểm và điểm tối đa.",
        "S2": "Chưa có số liệu; không tính vào điểm và điểm tối đa.",
        "weighted": "Chưa có số liệu của W1, W2.",
        "W1": "Chưa có số liệu; không tính vào điểm và điểm tối đa.",
        "W2": "Chưa có số liệu; không tính vào điểm và điểm tối đa.",
        "mean": "Trung bình cộng các thành phần: 1/2; không tính M2.",
        "M1": "Điểm được giao: 1.",
        "M2": "Chưa có số liệu; không tính vào điểm và điểm tối đa.",
        "geometric": "Trung bình nhân các thành phần: (0,5^1 × 0,25^2)^(1/3).",
        "G1": "Điểm được giao: 0,5.",
        "G2": "Điểm được giao: 0,25.",
        "best": "Chưa có số liệu của B1, B2.",
        "B1": "Chưa có số liệu; không tính vào điểm và điểm tối đa.",
        "B2": "Chưa có số liệu; không tính vào điểm và điểm tối đa.",
        "E1": "Chưa có số liệu; không tính vào điểm và điểm tối đa.",
        "E2": "Chưa có số liệu; không tính vào điểm và điểm tối đa.",
        "full": "Chưa có số liệu; tính đủ điểm: 10.",
        "zero": "Chưa có số liệu; không tính vào điểm và điểm tối đa.",
        "bonus": "Chưa có số liệu của C1.",
        "C1": "Chưa có số liệu; không tính vào điểm và điểm tối đa.",
        "penalty": "Tổng các thành phần: 0,5.",
        "P1": "Điểm được giao: 0,5.",
    }
