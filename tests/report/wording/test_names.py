"""Reasons with the names of questions and options in place of their ids."""

from chiso.report.wording import worded
from tests.report.making import scored
from tests.report.wording.test_reasons import ANSWERS, FORMULAS, sentences


def test_names_stand_for_ids_where_the_framework_is_told() -> None:
    scores = scored(FORMULAS, ANSWERS)
    nodes = scores.framework.nodes
    told = {
        each.criterion: worded(each.reason, nodes[each.criterion], "vi", scores.framework)
        for each in scores.of_unit("hai")
    }
    plain = sentences(scores, "hai", "vi")
    assert {code: said for code, said in told.items() if said != plain[code]} == {
        "levels": "Đạt mức 2: Mức = “Vừa”.",
        "expression": "Tính theo biểu thức Phần / Toàn bộ * 10, với Phần = 50, Toàn bộ = 100.",
    }
