"""Results of every shape: several totals, one ranking for the whole cycle, none at all, units without a result."""

from decimal import Decimal

from chiso.engine.answers import Units
from chiso.engine.ranking import rank
from chiso.report.document import Document, Facts, Note
from chiso.report.figures import Chart
from chiso.report.results import results_document
from tests.report.making import scored

UNITS = Units(
    ("a1", "a2", "a3", "b1", "b2"),
    ("A một", "A hai", "A ba", "B một", "B hai"),
    ("a", "a", "a", "b", "b"),
    ("ranked", "ranked", "listed", "ranked", "excluded"),
    ("", "", "tự nguyện", "", "mới thành lập"),
)
BLOCKS = "missing: blank\nnot_applicable: refuse\nblocks: [{id: a, name: Khối A}, {id: b, name: Khối B}]\n"
LEAVES = """
      - {code: X, name: Một, max: 10, formula: {kind: given}}
      - {code: Y, name: Hai, max: 10, formula: {kind: given}}
"""
RANK = "rank: {keys: [{}], ties: dense, without_result: listed}"
ANSWERS = "a1 X 4\na1 Y 5\na2 X 8\na3 X 1\na3 Y 1\nb1 X 9\nb1 Y 0.5"

CLASSED = """
criteria:
  - code: T
    name: Tổng
    applies_to: [a]
    classes:
      on: each
      over: [X, Y]
      mixed: undetermined
      as_written: mỗi nhóm từ 5 điểm
      decided_by: để ngỏ
      bands: [{id: cao, name: {vi: Cao, en: High}, from: 5}, {id: thap, name: {vi: Thấp, en: Low}}]
    children:
"""


def report(criteria: str, answers: str = ANSWERS) -> Document:
    scores = scored(BLOCKS + criteria, answers, UNITS)
    return results_document(scores, rank(scores), language="en")


def tables(document: Document) -> dict[str, list[str]]:
    """Every table by its title, a line for the heads and one for each row."""
    return {
        table.title: [
            "|".join(column.title for column in table.columns),
            *("|".join(cell.text for cell in row) for row in table.rows),
        ]
        for table in document.tables()
    }


def test_the_whole_cycle_in_one_table() -> None:
    document = report(
        "criteria:\n  - code: T\n    name: Tổng\n"
        "    rank: {keys: [{}], ties: competition, among: cycle, without_result: last}\n    children:" + LEAVES
    )
    assert tables(document) == {
        "Table 1. Ranking by Tổng, the whole cycle": [
            "Rank|Unit|Block|Tổng|Một|Hai",
            "1|B một|Khối B|9.50|9.00|0.50",
            "2|A một|Khối A|9.00|4.00|5.00",
            "3|A hai|Khối A|–|8.00|–",
            "–|A ba|Khối A|2.00|1.00|1.00",
        ]
    }
    assert [part for part in document.sections[1].parts if isinstance(part, Note)] == [
        Note(("A hai: No result, for want of one in Y.",), "Units without a result"),
        Note(("A ba: tự nguyện",), "Units without a rank"),
        Note(("B hai: mới thành lập",), "Units that are not assessed"),
    ]


def test_a_table_for_each_criterion_where_there_is_no_total() -> None:
    document = report(
        f"criteria:\n  - {{code: X, name: Một, max: 10, formula: {{kind: given}}, {RANK}}}\n"
        f"  - {{code: Y, name: Hai, max: 10, formula: {{kind: given}}, applies_to: [a], {RANK}}}\n",
        ANSWERS.removesuffix("\nb1 Y 0.5"),
    )
    assert tables(document) == {
        "Table 1. Ranking by Một, block Khối A": ["Rank|Unit|Một", "1|A hai|8.00", "2|A một|4.00", "–|A ba|1.00"],
        "Table 2. Ranking by Hai, block Khối A": ["Rank|Unit|Hai", "1|A một|5.00", "–|A hai|–", "–|A ba|1.00"],
        "Table 3. Ranking by Một, block Khối B": ["Rank|Unit|Một", "1|B một|9.00"],
    }
    assert [section.title for section in document.sections] == ["Summary", "Khối A", "Khối B", "About the framework"]


def test_points_alone_where_nothing_is_ranked() -> None:
    document = report("criteria:\n  - code: T\n    name: Tổng\n    children:" + LEAVES)
    assert tables(document) == {
        "Table 1. Tổng, block Khối A": [
            "Unit|Tổng|Một|Hai",
            "A một|9.00|4.00|5.00",
            "A hai|–|8.00|–",
            "A ba|2.00|1.00|1.00",
        ],
        "Table 2. Tổng, block Khối B": ["Unit|Tổng|Một|Hai", "B một|9.50|9.00|0.50"],
    }


def test_ranks_below_a_total_stand_in_a_table_of_their_own() -> None:
    ranked = LEAVES.replace("}}\n", f"}}, {RANK}}}\n", 1)
    document = report(
        "criteria:\n  - code: T\n    name: Tổng\n    applies_to: [a]\n"
        "    rank: {keys: [{}], ties: ordinal, without_result: dropped}\n    children:" + ranked,
        "a1 X 4\na1 Y 5\na2 X 8\na3 X 1\na3 Y 1",
    )
    assert tables(document) == {
        "Table 1. Ranking by Tổng, block Khối A": [
            "Rank|Unit|Tổng|Một|Hai",
            "1|A một|9.00|4.00|5.00",
            "–|A ba|2.00|1.00|1.00",
        ],
        "Table 2. Ranks on the parts of Tổng, block Khối A": ["Unit|Một", "A một|2", "A ba|–"],
    }


def test_classes_over_several_criteria_may_be_undetermined() -> None:
    document = report(
        CLASSED + LEAVES,
        "a1 X 4\na1 Y 5\na2 X 8\na2 Y 8\na3 X 1\na3 Y 1",
    )
    assert tables(document)["Table 2. Tổng, block Khối A"] == [
        "Unit|Tổng|Class|Một|Hai",
        "A hai|16.00|High|8.00|8.00",
        "A một|9.00|undetermined: High or Low|4.00|5.00",
        "A ba|2.00|Low|1.00|1.00",
    ]
    about = document.sections[-1].parts[0]
    assert about == Facts(
        (
            ("Classes of Tổng", "High: from 5; Low: the rest"),
            ("As the decision writes it", "mỗi nhóm từ 5 điểm"),
            ("How it is understood", "để ngỏ"),
        )
    )


def test_a_stack_is_drawn_only_where_the_parts_add_up() -> None:
    head = "criteria:\n  - code: T\n    name: Tổng\n    combine: {kind: KIND}\n    children:"
    kinds = {
        kind: [
            (part.kind, part.series)
            for section in report(head.replace("KIND", kind) + LEAVES).sections
            for part in section.parts
            if isinstance(part, Chart)
        ]
        for kind in ("sum", "mean", "best")
    }
    assert kinds == {
        "sum": [("stacked", ("Một", "Hai"))] * 2,
        "mean": [("bars", ())] * 2,
        "best": [("bars", ())] * 2,
    }


def test_a_penalty_is_drawn_to_the_other_side() -> None:
    penal = LEAVES.replace("code: Y", "role: penalty, code: Y")
    document = report(
        "criteria:\n  - code: T\n    name: Tổng\n    applies_to: [b]\n    children:" + penal, "b1 X 9\nb1 Y 2.5"
    )
    (chart,) = [part for section in document.sections for part in section.parts if isinstance(part, Chart)]
    assert [(bar.parts, bar.total, bar.text) for bar in chart.bars] == [
        ((Decimal("9.00"), Decimal("-2.50")), Decimal("6.50"), "6.50")
    ]


def test_a_unit_may_stand_below_all_classes() -> None:
    document = report(
        CLASSED.replace(", {id: thap, name: {vi: Thấp, en: Low}}", "").replace("      mixed: undetermined\n", "")
        + LEAVES,
        "a1 X 4\na1 Y 5\na2 X 8\na2 Y 8\na3 X 1\na3 Y 1",
    )
    assert tables(document) == {
        "Table 1. Units by class, Tổng": ["Block|High|Undetermined|Without a class", "Khối A|1|0|2"],
        "Table 2. Tổng, block Khối A": [
            "Unit|Tổng|Class|Một|Hai",
            "A hai|16.00|High|8.00|8.00",
            "A một|9.00|below all classes|4.00|5.00",
            "A ba|2.00|below all classes|1.00|1.00",
        ],
    }
