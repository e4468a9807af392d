"""Two times side by side: joined by id, item and block, with the change of the printed numbers."""

from chiso.engine.ranking import rank
from chiso.report.statistics import compared, lines
from tests.report.making import scored
from tests.report.statistics.making import ANSWERS, FRAMEWORK, UNITS, declared

NOW = """id: may, name: Máy, kind: ratio, part: may, whole: nguoi
id: chu, name: Máy chủ, kind: share, condition: may_chu
id: moi, name: Mới, kind: count, condition: may > 5"""
BEFORE = """id: may, name: Máy tính, kind: ratio, part: may, whole: nguoi, decimals: 1
id: chu, name: Máy chủ, kind: share, condition: may_chu and may > 5"""


def test_lines_are_joined_by_id_and_a_rule_that_changed_is_known() -> None:
    scores = scored(FRAMEWORK, ANSWERS, UNITS)
    earlier = scored(FRAMEWORK, ANSWERS.replace("a may 9", "a may 3"), UNITS)
    found = compared(lines(declared(NOW), scores, rank(scores)), lines(declared(BEFORE), earlier, rank(earlier)))["g"]
    assert [
        (each.line.key, str(each.before_printed), str(each.after_printed), str(each.change), each.altered)
        for each in found
    ] == [
        (("may", "", "*"), "60.0", "72.00", "12.00", False),
        (("chu", "", "*"), "33.33", "66.67", "33.34", True),
        (("moi", "", "*"), "None", "3", "None", False),
    ]
