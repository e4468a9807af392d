"""What makes a framework of the right form unusable, at its line and column."""

import pytest

from chiso.engine.errors import FrameworkError
from chiso.engine.loading import loads
from tests.engine.making import framework, printed, text
from tests.house import messages

TRANSLATED = {str(message.id) for message in messages.sentences(messages.extracted())}
QUESTIONS = """questions:
  - {id: a, name: a, type: count, unit: máy}
  - {id: b, name: b, type: count, unit: máy}
"""


def faults(fragment: str) -> list[tuple[str, str, str]]:
    """Where, what was found, what is expected; every sentence is one of the catalogue."""
    with pytest.raises(FrameworkError) as caught:
        loads(text(fragment).encode(), "k")
    problems = caught.value.problems
    ids = {message.id for each in problems for message in (each.found, each.expected, each.remedy)}
    assert ids <= TRANSLATED
    return [(each.where, str(each.found), str(each.expected)) for each in problems]


def tree(*children: str, group: str = "") -> str:
    """A group `T` (line 4) and its children, a line each from line 7 on."""
    lines = "".join(f"      - {{{child}}}\n" for child in children)
    return f"{QUESTIONS}criteria:\n  - code: T\n    name: T{group}\n    children:\n{lines}"


def given(code: str, more: str = "", maximum: str = "5") -> str:
    return f"code: {code}, name: {code}, max: {maximum}, formula: {{kind: given}}{more}"


def formula(kind: str, maximum: str = "5") -> str:
    return f"code: A, name: A, max: {maximum}, formula: {{{kind}}}"


def classes(*bands: str) -> str:
    return "\n    classes: {bands: [" + ", ".join(f"{{{band}}}" for band in bands) + "]}"


PARTS = "the maximum that the parts give"
ONCE = "every {} once"
NAMED = "one declared under `{}`"
PAIR = "one other criterion of the same sum and role, in no other pair"
ORDER = "numbers out of order"


def test_the_tree_that_the_tests_change_is_whole() -> None:
    assert framework(tree(given("A"), given("B"), group="\n    max: 10")).max_of("T", "p") == 10


@pytest.mark.parametrize(
    ("fragment", "expected"),
    [
        # Names
        (tree(given("A"), given("A")), ("k:9:16", "the criterion A a second time", ONCE.format("criterion"))),
        (tree(given("T")), ("k:8:16", "the criterion T a second time", ONCE.format("criterion"))),
        (tree(given("a")), ("k:8:16", "the question a a second time", ONCE.format("question"))),
        (QUESTIONS + "  - {id: a, name: a, type: text}\n" + "criteria: [{" + given("A") + "}]\n",
         ("k:4:10", "the question a a second time", ONCE.format("question"))),
        ("blocks: [{id: p, name: P}, {id: p, name: Q}]\ncriteria: [{" + given("A") + "}]\n",
         ("k:1:33", "the block p a second time", ONCE.format("block"))),
        ("questions: [{id: k, name: k, type: choice, options: [{id: x, name: x}, {id: x, name: y}]}]\n"
         "criteria: [{" + given("A") + "}]\n", ("k:1:77", "the option x a second time", ONCE.format("option"))),
        (tree(given("A"), group=classes("id: x, name: x, from: 5", "id: x, name: y")),
         ("k:7:55", "the class x a second time", ONCE.format("class"))),
        # Blocks
        (tree(given("A", ", applies_to: [q]")), ("k:8:72", "the block q", "one of p")),
        (tree(given("A", maximum="{p: 5, q: 6}")), ("k:8:33", "the block q", "one of p")),
        (tree(given("A", ", weight: {q: 1}"), group="\n    combine: {kind: weighted}"),
         ("k:9:68", "the block q", "one of p")),
        (QUESTIONS.replace("máy}\n", "máy, applies_to: [q]}\n", 1) + "criteria: [{" + given("A") + "}]\n",
         ("k:2:58", "the block q", "one of p")),
        (tree(given("A"), group=classes("id: x, name: x, from: 5, quota: {share: 1/5, blocks: [q], ties: in}")),
         ("k:7:77", "the block q", "one of p")),
        # Questions
        (QUESTIONS.replace(", unit: máy", "", 1) + "criteria: [{" + given("A") + "}]\n",
         ("k:2:5", "the question a without a unit of measure", "`unit:`, as máy, người or đồng")),
        (QUESTIONS.replace("count", "yes_no", 1) + "criteria: [{" + given("A") + "}]\n",
         ("k:2:5", "a unit of measure on the question a", "`unit:` only on count, number and money")),
        (QUESTIONS.replace("máy}\n", "máy, per: case}\n", 1) + "criteria: [{" + given("A") + "}]\n",
         ("k:2:51", "the unknown name case", NAMED.format("cases"))),
        (QUESTIONS.replace("máy}\n", "máy, at_most: c}\n", 1) + "criteria: [{" + given("A") + "}]\n",
         ("k:2:55", "the unknown name c", NAMED.format("questions"))),
        ("questions: [{id: k, name: k, type: choice, options: [{id: x, name: x}]}]\ncriteria: [{" + given("A") + "}]\n",
         ("k:1:13", "the choice k with fewer than two options", "`options:` with an id and a name each")),
        (QUESTIONS.replace("máy}\n", "máy, least: 5, most: 4}\n", 1) + "criteria: [{" + given("A") + "}]\n",
         ("k:2:53", ORDER, "least <= most")),
        ("cases: [{id: c, name: c}]\n" + QUESTIONS.replace("máy}\n", "máy, per: c, at_most: b}\n", 1)
         + "criteria: [{" + given("A") + "}]\n",
         ("k:3:63", "a part of b, which is asked over other cases",
          "a part and its whole, both once or both for each case")),
        # Expressions
        (tree(formula("kind: ratio, part: c, whole: a")),
         ("k:8:65", "the unknown name c in 'c', column 1", "a question, or a criterion's code in brackets")),
        (tree(formula("kind: ratio, part: a, whole: a > b")),
         ("k:8:75", "a > b, which is of kind condition", "a number")),
        (tree(formula("kind: yes_no, question: a")), ("k:8:70", "a, which is of kind máy", "a condition, as a >= b")),
        (tree(formula("kind: expression, points: '[Z]'")),
         ("k:8:72", "the unknown name [Z] in '[Z]', column 1", "a question, or a criterion's code in brackets")),
        (tree(formula("kind: expression, points: '[]'")),
         ("k:8:72", "something that is not arithmetic over questions and criteria in '[]', column 1",
          "names of questions, [codes] of criteria, numbers, + - * / < <= = != >= >, and, or, not, if")),
        (tree(formula("kind: expression, points: open('x')")),
         ("k:8:72", "the function open in \"open('x')\", column 1",
          "one of abs, answered, count_of, max, min, share, sum_of")),
        (tree(given("A", ", gate: {when: a, fails: zero}")),
         ("k:8:73", "a, which is of kind máy", "a condition, as a >= b")),
        (tree(given("A"), group="\n    rank: {keys: [{by: a > b}], ties: dense, without_result: listed}"),
         ("k:7:24", "a > b, which is of kind condition", "a number")),
        (tree(given("A"), group=classes("id: x, name: x, from: 5, conditions: [a > 1, b]")),
         ("k:7:69", "b, which is of kind máy", "a condition, as a >= b")),
        # Numbers
        (tree(formula("kind: steps, of: a, table: [{from: 2, points: 5}, {from: 3, points: 1}]")),
         ("k:8:9", ORDER, "steps, the highest limit first")),
        (tree(formula("kind: steps, of: a, table: [{from: 2, points: 5}, {from: 2, points: 1}]")),
         ("k:8:9", ORDER, "steps, the highest limit first")),
        (tree(formula("kind: tiers, share: a / b, norm: 70%, starts: 70%")), ("k:8:9", ORDER, "0 <= starts < norm")),
        (tree(formula("kind: tiers, share: a / b, norm: 70%, starts: -1%")), ("k:8:9", ORDER, "0 <= starts < norm")),
        (tree(formula("kind: goalposts, of: a, low: 3, high: 3")),
         ("k:8:9", ORDER, "low < high, and above 0 with a logarithm")),
        (tree(formula("kind: goalposts, of: a, low: 0, high: 3, logarithm: true")),
         ("k:8:9", ORDER, "low < high, and above 0 with a logarithm")),
        (tree(formula("kind: yes_no, question: a > 1, yes: 6")),
         ("k:8:45", ORDER, "points that do not exceed the criterion's maximum")),
        (tree(formula("kind: levels, levels: [{when: a > 1, points: 6}]")),
         ("k:8:45", ORDER, "points that do not exceed the criterion's maximum")),
        (tree(formula("kind: per_item, count: a, each: 1, cap: 6")),
         ("k:8:45", ORDER, "points that do not exceed the criterion's maximum")),
        (tree(formula("kind: steps, of: a, table: [{from: 2, points: -1}]")),
         ("k:8:45", ORDER, "points of 0 or more; a penalty is a criterion of its own")),
        (tree(given("A", maximum="-5")), ("k:8:33", ORDER, "a maximum of 0 or more")),
        (tree(given("A", ", floor: 3, cap: 2")), ("k:8:67", ORDER, "floor <= cap")),
        (tree("code: A, name: A, max: 5, formula: {kind: given, least: 4, most: 3}"),
         ("k:8:45", ORDER, "least <= most")),
        ("blocks: [{id: p, name: P}, {id: q, name: Q}]\n" + tree(given("A", maximum="{p: 5}")),
         ("k:9:33", "no maximum for the block q", "a maximum for every block that is asked")),
        # Maxima
        (tree(given("A"), given("B"), group="\n    max: 11"),
         ("k:7:10", "a maximum of 11 over parts that give 10 (block p)", PARTS)),
        (tree(given("A"), given("B"), group="\n    max: 10\n    max_as_written: 11"),
         ("k:5:5", "one of `max_as_written` and `decided_by` alone", "both together")),
        (tree(given("A"), given("B"), group="\n    decided_by: ai đó"),
         ("k:5:5", "one of `max_as_written` and `decided_by` alone", "both together")),
        (tree(given("A", maximum="unknown")),
         ("k:8:33", "an unknown maximum", "`unknown: true` at the head of the framework")),
        ("unknown: true\n" + tree(formula("kind: ratio, part: a, whole: b", "unknown")),
         ("k:9:33", ORDER, "a known maximum, which this formula multiplies")),
        (tree(given("A", maximum="4"), given("B"), group="\n    combine: {kind: mean}"),
         ("k:7:14", "a mean over maxima of 4 / 5 (block p)", "children of one maximum in a mean")),
        ("unknown: true\n" + tree(given("A", maximum="unknown"), group="\n    combine: {renormalise: true}"),
         ("k:8:14", "a renormalised sum over an unknown maximum (block p)",
          "known maxima, by which the parts share out the whole")),
        # Weights
        (tree(given("A"), group="\n    combine: {kind: weighted}"),
         ("k:9:9", "the criterion A without a weight", "`weight:` on every child of a weighted group")),
        (tree(given("A", ", weight: -1"), given("B", ", weight: 2"), group="\n    combine: {kind: weighted}"),
         ("k:9:7", "weights that do not weigh (block p)", "a known weight of every child, none below 0 and not all 0")),
        (tree(given("A", ", weight: 0"), given("B", ", weight: 0"), group="\n    combine: {kind: geometric}"),
         ("k:9:7", "weights that do not weigh (block p)", "a known weight of every child, none below 0 and not all 0")),
        (tree(given("A", ", weight: unknown"), group="\n    combine: {kind: weighted}"),
         ("k:9:7", "weights that do not weigh (block p)", "a known weight of every child, none below 0 and not all 0")),
        (tree(given("A", ", weight: 2")),
         ("k:8:68", "a weight that nothing uses", "`weight:` only under `weighted` and `geometric`")),
        # Pairs
        (tree(given("A", ", exclusive_with: Z")), ("k:8:76", "the unknown name Z", NAMED.format("criteria"))),
        (tree(given("A", ", exclusive_with: A")), ("k:8:76", "A exclusive with A", PAIR)),
        (tree(given("A", ", exclusive_with: D")) + "  - {" + given("D") + "}\n",
         ("k:8:76", "A exclusive with D", PAIR)),
        (tree(given("A"), given("B", ", role: bonus, exclusive_with: A")), ("k:9:89", "B exclusive with A", PAIR)),
        (tree(given("A"), given("B", ", exclusive_with: A"), group="\n    combine: {kind: mean}"),
         ("k:10:76", "B exclusive with A", PAIR)),
        (tree(given("A"), given("B", ", exclusive_with: A", maximum="6")),
         ("k:9:33", ORDER, "no greater maximum than the criterion it is exclusive with")),
        # Circles
        (tree(formula("kind: expression, points: '[A] / 2'")),
         ("k:8:9", "criteria that refer to one another in a circle: A → A",
          "formulas that can be computed one after the other")),
        (tree(formula("kind: expression, points: '[T] / 2'")),
         ("k:5:5", "criteria that refer to one another in a circle: T → A → T",
          "formulas that can be computed one after the other")),
        (tree(given("A", ", gate: {when: 'share([B]) > 0', fails: zero}"),
              given("B", ", gate: {when: '[A] > 0', fails: zero}")),
         ("k:8:9", "criteria that refer to one another in a circle: A → B → A",
          "formulas that can be computed one after the other")),
        (tree(formula("kind: expression, points: '[B]'") + ", exclusive_with: B", given("B")),
         ("k:9:9", "criteria that refer to one another in a circle: B → B",
          "formulas that can be computed one after the other")),
        # What looks at all units
        (tree(formula("kind: to_best, of: '[B]'"), given("B")),
         ("k:8:65", "[B], which names a criterion", "questions only: the extremes are found before any points")),
        (tree(formula("kind: min_max, of: a + [B], all_equal: zero".replace("a + [B]", "'1 + [B]'")), given("B")),
         ("k:8:65", "1 + [B], which names a criterion", "questions only: the extremes are found before any points")),
        (tree(formula("kind: mean_of_cases, per: c, missing: omit, of: {kind: expression, points: a}")),
         ("k:8:72", "the unknown name c", NAMED.format("cases"))),
        # Classes
        (tree(given("A", ", knock_out: {below: 3, class: z}"), group=classes("id: x, name: x, from: 5")),
         ("k:9:89", "the unknown name z", NAMED.format("classes"))),
        (tree(given("A", ", knock_out: {class: y}"), group=classes("id: x, name: x, from: 5", "id: y, name: y")),
         ("k:9:71", "a knock-out that says neither `when` nor `below`", "a condition, or points")),
        (tree(given("A", ", gate: {when: a > 1, fails: lowest_class}")),
         ("k:8:87", "`lowest_class` where nothing is classed", "`classes` on the criterion or above it")),
        (tree(given("A"), group=classes("id: x, name: x, from: 5, quota: {share: 1/5, of: [z], ties: in}")),
         ("k:7:73", "the unknown name z", NAMED.format("classes"))),
        (tree(given("A"), group=classes("id: x, name: x, from: 5").replace("{bands", "{on: each, over: [Z], bands")),
         ("k:7:14", "the unknown name Z", NAMED.format("criteria"))),
    ],
)  # fmt: skip
def test_a_framework_that_contradicts_itself_is_refused(fragment: str, expected: tuple[str, str, str]) -> None:
    assert faults(fragment) == [expected]


def test_a_framework_may_be_eight_levels_deep() -> None:
    def nested(levels: int) -> str:
        opened = "".join(f"{{code: L{i}, name: L, children: [" for i in range(levels - 1))
        return f"criteria: [{opened}{{{given('A')}}}{']}' * (levels - 1)}]\n"

    assert framework(nested(8)).max_of("L0", "p") == 5
    assert [(found, expected) for _, found, expected in faults(nested(9))] == [(ORDER, "at most 8 levels")]


def test_criteria_may_name_one_another_over_fifty_steps() -> None:
    def chain(length: int, reverse: bool = False) -> str:
        lines = [
            f"  - {{code: C{i}, name: C, max: 5, formula: {{kind: expression, points: '[C{i + 1}]'}}}}\n"
            for i in range(1, length)
        ] + [f"  - {{{given(f'C{length}')}}}\n"]
        return "criteria:\n" + "".join(reversed(lines) if reverse else lines)

    assert printed(chain(50), "unit C50\nu 3", "C1") == ["3.00"]
    assert printed(chain(50, reverse=True), "unit C50\nu 3", "C1") == ["3.00"]
    expected = "a criterion that rests on others over {} steps", "at most 50 steps"
    assert [faults(chain(51)), faults(chain(600, reverse=True))] == [
        [("k:2:5", expected[0].format(51), expected[1])],
        [("k:601:5", expected[0].format(600), expected[1])],
    ]


def test_all_faults_of_one_sort_are_told_together_in_the_order_of_the_file() -> None:
    found = faults(tree(formula("kind: ratio, part: c, whole: d"), given("A"), group="\n    max: 11"))
    # A maximum is only summed up once names and expressions hold.
    assert [(where, what) for where, what, _ in found] == [
        ("k:10:16", "the criterion A a second time"),
        ("k:9:65", "the unknown name c in 'c', column 1"),
        ("k:9:75", "the unknown name d in 'd', column 1"),
    ]


def test_a_maximum_that_does_not_add_up_is_kept_where_somebody_decided() -> None:
    group = "\n    max: 100\n    max_as_written: 100\n    decided_by: Hội đồng, theo tổng các phần"
    found = framework(tree(given("A"), given("B"), group=group))
    assert [str(found.max_of("T", "p")), str(found.nodes["T"].max_as_written)] == ["10", "100"]


def test_what_is_unknown_is_so_all_the_way_up_and_may_be_written_for_the_group() -> None:
    parts = (given("A", maximum="unknown"), given("B"))
    assert framework("unknown: true\n" + tree(*parts)).max_of("T", "p") is None
    assert framework("unknown: true\n" + tree(*parts, group="\n    max: 40")).max_of("T", "p") == 40
    assert framework("unknown: true\n" + tree(*parts, group="\n    max: unknown")).max_of("T", "p") is None
