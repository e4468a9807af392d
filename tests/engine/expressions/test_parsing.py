"""What the small language reads, and what it refuses, with the column."""

import pytest
from flint import fmpq

from chiso.engine.errors import ExpressionError
from chiso.engine.expressions import BOOLEAN, Choice, Kind, Measure, Node, names_of, parse
from chiso.engine.expressions.tree import Name, Number, Operation, Option

MÁY = Measure((("máy", 1),))
KINDS: dict[str, Kind] = {
    "a": MÁY,
    "b": MÁY,
    "c": MÁY,
    "có_mạng": BOOLEAN,
    "iffy": BOOLEAN,
    "mức": Choice("mức", ("thấp", "cao")),
    "số_máy": MÁY,
    "[1.10]": Measure(),
    "[DC.1]": Measure(),
}


def shown(node: Node) -> str:
    """The tree with all its parentheses."""
    if isinstance(node, Number):
        return node.text
    if isinstance(node, Name):
        return f"[{node.name}]" if node.criterion else node.name
    if isinstance(node, Option):
        return f"'{node.text}'"
    return f"({node.operator} {' '.join(map(shown, node.operands))})"


def tree(text: str) -> str:
    return shown(parse(text, KINDS).tree)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a", "a"),
        ("  a\n", "a"),
        ("[1.10]", "[1.10]"),
        ("a + b * 2", "(add a (multiply b 2))"),
        ("a - b - c", "(subtract (subtract a b) c)"),
        ("a / b / 2", "(divide (divide a b) 2)"),
        ("a / b * 2", "(multiply (divide a b) 2)"),
        ("-a + b", "(add (negative a) b)"),
        ("-a * 2", "(multiply (negative a) 2)"),
        ("- - a", "(negative (negative a))"),
        ("(a + b) * 2", "(multiply (add a b) 2)"),
        ("a + b >= 2 * c", "(>= (add a b) (multiply 2 c))"),
        ("a < b và b <= c", "(and (< a b) (<= b c))"),
        ("a < 1 or b > 2 and c != 3", "(or (< a 1) (and (> b 2) (!= c 3)))"),
        ("không a = 1 hoặc có_mạng", "(or (not (= a 1)) có_mạng)"),
        ("not not có_mạng", "(not (not có_mạng))"),
        ("nếu có_mạng thì a khác b", "(if có_mạng a b)"),
        ("if a > 1 then b else if a > 2 then c else 0", "(if (> a 1) b (if (> a 2) c 0))"),
        ("nếu a > 1 và có_mạng thì 1 khác 0", "(if (and (> a 1) có_mạng) 1 0)"),
        ("mức = 'cao'", "(= mức 'cao')"),
        ("mức != 'thấp' and có_mạng", "(and (!= mức 'thấp') có_mạng)"),
        ("a * 50%", "(multiply a 50%)"),
        ("min(a, b, 3)", "(min a b 3)"),
        ("nhỏ_nhất(a, lớn_nhất(b, c))", "(min a (max b c))"),
        ("abs(a - b)", "(abs (subtract a b))"),
        ("đã_trả_lời(a)", "(answered a)"),
        ("tỷ_lệ([DC.1]) >= 50%", "(>= (share [DC.1]) 50%)"),
        ("iffy", "iffy"),
        ("iffy and có_mạng", "(and iffy có_mạng)"),
    ],
)
def test_an_expression_is_read_with_the_usual_precedence(text: str, expected: str) -> None:
    assert tree(text) == expected


@pytest.mark.parametrize(
    ("vietnamese", "english"),
    [
        ("nếu a > 1 thì b khác c", "if a > 1 then b else c"),
        ("a > 1 và b > 1 hoặc không có_mạng", "a > 1 and b > 1 or not có_mạng"),
    ],
)
def test_vietnamese_and_english_keywords_are_one_language(vietnamese: str, english: str) -> None:
    assert parse(vietnamese, KINDS).tree == parse(english, KINDS).tree
    assert parse("nếu a > 1 then b khác c", KINDS).tree == parse("if a > 1 thì b else c", KINDS).tree


@pytest.mark.parametrize(
    ("text", "value"), [("50%", fmpq(1, 2)), ("12.5", fmpq(25, 2)), ("0.1%", fmpq(1, 1000)), ("007", fmpq(7))]
)
def test_numbers_are_exact(text: str, value: fmpq) -> None:
    assert parse(text, KINDS).tree == Number(value, text)


def test_names_are_listed_in_order_with_repetitions() -> None:
    expression = parse("nếu a > b thì a khác [1.10] * 2", {**KINDS, "[1.10]": MÁY})
    assert list(names_of(expression.tree)) == [Name("a"), Name("b"), Name("a"), Name("1.10", criterion=True)]


def test_an_option_stands_only_in_a_comparison() -> None:
    assert parse("mức = 'cao'", KINDS).tree == Operation("=", (Name("mức"), Option("cao")))


def refusal(text: str) -> tuple[str, str, str]:
    """Where an expression is refused, what was found, and what to do."""
    with pytest.raises(ExpressionError) as refused:
        parse(text, KINDS)
    (problem,) = refused.value.problems
    return problem.where.rpartition(", ")[2], str(problem.found), str(problem.remedy)


NO_ARITHMETIC = "something that is not arithmetic over questions and criteria"
WRITE = "write the formula with those, and a dot as the decimal mark"


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("a.b", 2),
        ("a.__class__", 2),
        ("a ** b", 4),
        ("9**9**9", 3),
        ("2 ^ 3", 3),
        ("a[0]", 2),
        ("[]", 1),
        ("[1.10", 1),
        ('"a"', 1),
        ("'a", 1),
        ("a; b", 2),
        ("a := 1", 3),
        ("a = = 1", 5),
        ("a == 1", 4),
        ("a < b < c", 7),
        ("a <> b", 4),
        ("1,5 * a", 2),
        ("1.5.2", 4),
        ("2a", 2),
        ("2e5", 2),
        (".5", 1),
        ("a b", 3),
        ("lambda: 1", 7),
        ("(a", 2),
        ("a)", 2),
        ("a +", 3),
        ("* a", 1),
        ("if a > 1 then b", 15),
        ("nếu có_mạng thìb khác c", 13),
        ("a > 1 orb > 2", 7),
        ("a > 1 và không", 10),
        ("a\u0301", 2),
        ("a\x00", 2),
        ("a @ b", 3),
        ("{a}", 1),
        ("min(a,)", 7),
        ("a % 2", 3),
        ("a and", 3),
    ],
)
def test_what_is_not_of_the_language_is_refused_at_its_column(text: str, column: int) -> None:
    assert refusal(text) == (f"column {column}", NO_ARITHMETIC, WRITE)


@pytest.mark.parametrize(
    ("text", "column", "name"),
    [
        ("__import__('os')", 1, "__import__"),
        ("a + eval(b)", 5, "eval"),
        ("sum(a, b)", 1, "sum"),
        ("print()", 1, "print"),
        ("a * open('x')", 5, "open"),
        ("có_mạng()", 1, "có_mạng"),
    ],
)
def test_nothing_else_can_be_called(text: str, column: int, name: str) -> None:
    assert refusal(text) == (f"column {column}", f"the function {name}", "an expression calls nothing else")


@pytest.mark.parametrize(
    ("text", "column", "name", "remedy"),
    [
        ("a + số_may", 5, "số_may", "did you mean số_máy?"),
        ("[1.1]", 1, "[1.1]", "did you mean [1.10]?"),
        ("a * zzz", 5, "zzz", "declare it among the questions"),
        ("a + if", 5, "if", "did you mean iffy?"),
        ("__class__", 1, "__class__", "declare it among the questions"),
        ("None", 1, "None", "declare it among the questions"),
        ("A", 1, "A", "declare it among the questions"),
    ],
)
def test_an_unknown_name_is_refused_with_the_one_that_is_near(text: str, column: int, name: str, remedy: str) -> None:
    assert refusal(text) == (f"column {column}", f"the unknown name {name}", remedy)


def test_a_long_expression_is_refused() -> None:
    assert tree("a" + " " * 1995 + "+ b") == "(add a b)"
    assert refusal("a" + " " * 1996 + " + b") == (
        "column 1",
        "an expression of 2001 characters",
        "split it into several criteria",
    )
    assert refusal("") == ("column 1", "an expression of 0 characters", "split it into several criteria")
    assert refusal("   ") == ("column 1", "an expression of 0 characters", "split it into several criteria")


@pytest.mark.parametrize(
    "text",
    ["-" * 1999 + "a", "not " * 400 + "có_mạng", "+".join("a" * 300), "abs(" * 300 + "a" + ")" * 300, "-" * 42 + "a",
     "if a > 1 then b else " * 90 + "c"],
    ids=["signs", "not", "a sum", "calls", "42", "if"],
)  # fmt: skip
def test_a_deep_expression_is_refused(text: str) -> None:
    assert refusal(text) == ("column 1", "an expression deeper than 40 levels", "split it into several criteria")


def test_parentheses_alone_are_not_deep() -> None:
    assert tree("(" * 900 + "a" + ")" * 900) == "a"
    assert tree("-" * 40 + "a") == "(negative " * 40 + "a" + ")" * 40


@pytest.mark.parametrize("text", ["1" * 19, "1" + "0" * 400, "0." + "0" * 21])
def test_a_number_beyond_18_digits_or_20_decimals_is_refused(text: str) -> None:
    assert refusal(f"a + {text}") == ("column 5", f"the number {text[:40]}", "write a smaller number")
