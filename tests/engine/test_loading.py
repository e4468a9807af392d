"""What a framework file may not be, with the line and the column of each fault."""

from pathlib import Path

import pytest

from chiso.engine.errors import FrameworkError
from chiso.engine.loading import load, loads
from tests.house import messages

GOOD = """\
schema: 1
id: thu
title: Thử
nature: example
clause: Điều 1
blocks: [{id: p, name: P}, {id: q, name: Q}]
missing: blank
not_applicable: omit
print: {leaf: 2}
questions:
  - {id: a, name: a, type: count, unit: máy}
criteria:
  - code: 1.10
    name: Một
    max: 10
    formula: {kind: ratio, part: a, whole: a}
"""
TRANSLATED = {str(message.id) for message in messages.sentences(messages.extracted())}


def refused(raw: bytes) -> list[tuple[str, str, str, str]]:
    """Where, what was found, what is expected, what to do; every sentence is one of the catalogue."""
    with pytest.raises(FrameworkError) as caught:
        loads(raw, "khung.yaml")
    problems = caught.value.problems
    ids = {message.id for each in problems for message in (each.found, each.expected, each.remedy)}
    assert ids <= TRANSLATED
    return [(each.where, str(each.found), str(each.expected), str(each.remedy)) for each in problems]


def changed(old: str, new: str) -> bytes:
    assert GOOD.count(old) == 1
    return GOOD.replace(old, new).encode()


def test_the_good_file_loads() -> None:
    assert loads(GOOD.encode()).nodes["1.10"].name.vi == "Một"


def test_scalars_are_text_before_they_are_anything_else() -> None:
    text = GOOD.replace("title: Thử", "title: no").replace("clause: Điều 1", "clause: 010")
    text += "  - {code: 1.1, name: yes, max: 007, formula: {kind: given}}\n"
    text += "  - {code: 010, name: null, max: '1_0', formula: {kind: given}}\n".replace("'1_0'", "0.50")
    text += "  - {code: off, name: 2026-11-21, max: 1/3, formula: {kind: given}}\n"
    found = loads(text.encode())
    assert (found.title.vi, found.clause) == ("no", "010")
    assert [(node.code, node.name.vi, str(found.max_of(node.code, "p"))) for node in found.criteria] == [
        ("1.10", "Một", "10"),
        ("1.1", "yes", "7"),
        ("010", "null", "1/2"),
        ("off", "2026-11-21", "1/3"),
    ]


@pytest.mark.parametrize("mark", ["\ufeff", ""])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_byte_order_mark_and_the_ends_of_lines_do_not_matter(mark: str, end: str) -> None:
    assert loads((mark + GOOD.replace("\n", end)).encode()) == loads(GOOD.encode())


YAML = ("a YAML file", "mend the indentation or the quotation marks")
WRITTEN_OUT = ("every part written out", "write the part again instead of `*name`")
EMPTY = (
    "khung.yaml:1:1",
    "an empty file, or one that is no mapping",
    "a framework: keys with values",
    "see docs/writing-a-framework.md",
)
LEVELS = (
    "lists and keys more than 40 levels deep",
    "a framework: keys with values",
    "mend the indentation or the brackets",
)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"", EMPTY),
        (b"\n\n# ch\xc3\xba th\xc3\xadch\n", EMPTY),
        (b"---\n", EMPTY),
        (b"xin chao", EMPTY),
        (b"- schema: 1\n", EMPTY),
        (b"&a [x]\n", EMPTY),
        (b"- " * 100_000, EMPTY),
        (b"\xff\xfe" + "schema: 1".encode("utf-16-le"),
         ("khung.yaml:1:1", "bytes that are not UTF-8", "a text in UTF-8", "save the file as UTF-8")),
        (GOOD.encode() + b"note: caf\xe9\n",
         ("khung.yaml:17:10", "bytes that are not UTF-8", "a text in UTF-8", "save the file as UTF-8")),
        (changed("name: Một", "name: M\x00t"), ("khung.yaml:14:12", "no YAML: a control character", *YAML)),
        (changed("name: Một", "name: 'M\x07t'"), ("khung.yaml:14:13", "no YAML: a control character", *YAML)),
        (changed("    name", "\tname"),
         ("khung.yaml:14:1", "no YAML: found a tab character that violates indentation", *YAML)),
        (changed("    name", "   name"),
         ("khung.yaml:14:4", "no YAML: did not find expected '-' indicator", *YAML)),
        (changed("{leaf: 2}", "{leaf: 2"), ("khung.yaml:10:10", "no YAML: did not find expected ',' or '}'", *YAML)),
        (changed("Một", "'Một"), ("khung.yaml:17:1", "no YAML: found unexpected end of stream", *YAML)),
        (changed("name: Một", "name: Một: hai"),
         ("khung.yaml:14:14", "no YAML: mapping values are not allowed in this context", *YAML)),
        (changed("clause: Điều 1", "clause: Điều 1\nid: khác"),
         ("khung.yaml:6:1", "the key `id` a second time", "every key once", "keep one of the two")),
        (changed("    max: 10", "    max: 10\n    max: 10"),
         ("khung.yaml:16:5", "the key `max` a second time", "every key once", "keep one of the two")),
        (changed("{kind: ratio,", "{kind: ratio, part: a,"),
         ("khung.yaml:16:37", "the key `part` a second time", "every key once", "keep one of the two")),
        (changed("clause: Điều 1", "? [a, b]\n: 1"),
         ("khung.yaml:5:3", "a key that is no plain text", "a name before the colon", "mend the key")),
        (changed("clause: Điều 1", "? {a: b}\n: 1"),
         ("khung.yaml:5:3", "a key that is no plain text", "a name before the colon", "mend the key")),
        (GOOD.encode() + b"---\nschema: 1\n",
         ("khung.yaml:17:1", "a second document", "one framework in a file", "leave out what follows `---`")),
        (changed("clause: Điều 1", "clause: &c [x]"), ("khung.yaml:5:9", "an anchor, or its use", *WRITTEN_OUT)),
        (changed("clause: Điều 1", "clause: *c"), ("khung.yaml:5:9", "an anchor, or its use", *WRITTEN_OUT)),
        (b"a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n",
         ("khung.yaml:1:4", "an anchor, or its use", *WRITTEN_OUT)),
        (b"a: &a [*a]\n", ("khung.yaml:1:4", "an anchor, or its use", *WRITTEN_OUT)),
        (b"a: " + b"[" * 100_000, ("khung.yaml:1:44", *LEVELS)),
        (b"a: " + b"[" * 500 + b"]" * 500, ("khung.yaml:1:44", *LEVELS)),
        (b"a: " + b"{a: " * 100_000, ("khung.yaml:1:164", *LEVELS)),
        (b"".join(b" " * i + b"a:\n" for i in range(1000)), ("khung.yaml:42:42", *LEVELS)),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_refused(raw: bytes, expected: tuple[str, str, str, str]) -> None:
    assert refused(raw) == [expected]


def test_a_file_of_more_than_five_million_bytes_is_refused() -> None:
    assert loads(GOOD.encode() + b"#" * (5_000_000 - len(GOOD.encode()))).id == "thu"
    assert refused(GOOD.encode() + b"#" * (5_000_001 - len(GOOD.encode()))) == [
        ("khung.yaml:1:1", "a file of 5000001 bytes", "at most 5000000 bytes", "check that it is a framework")
    ]


def test_a_file_that_is_none_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "khung.yaml"
    path.write_text(GOOD, encoding="utf-8")
    assert load(path).id == "thu"
    reasons = {}
    for place in (tmp_path, tmp_path / "absent.yaml", path / "under"):
        with pytest.raises(FrameworkError) as caught:
            load(place)
        (problem,) = caught.value.problems
        assert problem.where == str(place)
        reasons[place.name] = str(problem.found)
    assert list(reasons.values()) == [
        "a file that cannot be read (Is a directory)",
        "a file that cannot be read (No such file or directory)",
        "a file that cannot be read (Not a directory)",
    ]


SO = "write it so"
SHAPE = "a value of another shape in"
BLOCKS = "blocks: [{id: p, name: P}, {id: q, name: Q}]"
KEYS = ("only the keys that docs/writing-a-framework.md lists", "mend its spelling or leave it out")
DECIMALS = ("a number of decimals, from 0 to 20", SO)
CODE = ("a code of letters, digits, dots and dashes, at most 40", SO)
NAME = ("a name of letters, digits and underscores that begins with a letter", SO)
DATE = ("a date as 2026-11-21", SO)
ABSENCES = ("one of 'zero', 'full', 'omit', 'blank' or 'refuse'", SO)
TYPES = (
    "one of 'count', 'money', 'number', 'share', 'yes_no', 'choice', 'date', 'text', 'link', 'document' or 'rows'",
    SO,
)
KINDS = (
    "`kind:`, one of 'ratio', 'yes_no', 'steps', 'tiers', 'per_item', 'levels', 'mean_of_cases', 'to_best', "
    "'min_max', 'goalposts', 'given', 'expression'",
    SO,
)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("schema: 1", "schema: 2", ("1:1", "'2' in `schema`", "one of '1'", SO)),
        ("schema: 1\n", "", ("1:1", "no `schema`", "the key `schema`", "add it")),
        ("missing: blank\n", "", ("1:1", "no `missing`", "the key `missing`", "add it")),
        ("missing: blank", "missing: none", ("7:1", "'none' in `missing`", *ABSENCES)),
        ("clause:", "clauses:", ("5:1", "the unknown key `clauses`", *KEYS)),
        ("    max: 10", "    maks: 10\n    max: 10", ("15:5", "the unknown key `maks`", *KEYS)),
        ("{kind: ratio,", "{kind: ratio, <<: a,", ("16:28", "the unknown key `<<`", *KEYS)),
        (BLOCKS, "blocks: []", ("6:1", f"{SHAPE} `blocks`", "at least one entry", SO)),
        (BLOCKS, "blocks: p", ("6:1", "'p' in `blocks`", "a list", SO)),
        (BLOCKS, "blocks:", ("6:1", "'' in `blocks`", "a list", SO)),
        ("{leaf: 2}", "{leaf: hai}", ("9:9", "'hai' in `print.leaf`", *DECIMALS)),
        ("{leaf: 2}", "{leaf: 21}", ("9:9", "'21' in `print.leaf`", *DECIMALS)),
        ("{leaf: 2}", "{leaf: -1}", ("9:9", "'-1' in `print.leaf`", *DECIMALS)),
        ("{leaf: 2}", "2", ("9:1", "'2' in `print`", "keys with values", SO)),
        ("name: Một", "name: [Một]", ("14:5", f"{SHAPE} `criteria.0.name`", "keys with values", SO)),
        ("code: 1.10", "code: 1 10", ("13:5", "'1 10' in `criteria.0.code`", *CODE)),
        ("code: 1.10", "code: e\u0301", ("13:5", "'e\u0301' in `criteria.0.code`", *CODE)),
        ("code: 1.10", f"code: {'1' * 41}", ("13:5", f"'{'1' * 41}' in `criteria.0.code`", *CODE)),
        ("{id: a,", "{id: 1a,", ("11:6", "'1a' in `questions.0.id`", *NAME)),
        ("type: count", "type: counter", ("11:22", "'counter' in `questions.0.type`", *TYPES)),
        ("    formula: {kind: ratio, part: a, whole: a}\n", "",
         ("13:5", f"{SHAPE} `criteria.0`", "either a formula (a leaf) or children (a group)", SO)),
        ("    max: 10\n", "", ("13:5", f"{SHAPE} `criteria.0`", "a maximum for every leaf", SO)),
        ("    max: 10", "    max: 10\n    scored: no", ("16:5", "'no' in `criteria.0.scored`", "true or false", SO)),
        ("clause: Điều 1", "in_force_from: 1/1/2026", ("5:1", "'1/1/2026' in `in_force_from`", *DATE)),
        ("clause: Điều 1", "in_force_from: 20260101", ("5:1", "'20260101' in `in_force_from`", *DATE)),
        ("clause: Điều 1", "in_force_from: 2026-02-30", ("5:1", "'2026-02-30' in `in_force_from`", *DATE)),
        ("kind: ratio", "kind: ratios", ("16:5", f"{SHAPE} `criteria.0.formula`", *KINDS)),
        ("kind: ratio, ", "", ("16:5", f"{SHAPE} `criteria.0.formula`", "`kind:`, one of the kinds of formulas", SO)),
        (", whole: a}", "}", ("16:5", "no `whole`", "the key `whole`", "add it")),
    ],
)  # fmt: skip
def test_a_part_of_the_wrong_form_is_refused(old: str, new: str, expected: tuple[str, str, str, str]) -> None:
    where, *rest = expected
    assert refused(changed(old, new)) == [(f"khung.yaml:{where}", *rest)]


def test_all_faults_of_form_are_told_together() -> None:
    assert refused(changed("schema: 1", "schema: 2\nmising: blank")) == [
        ("khung.yaml:1:1", "'2' in `schema`", "one of '1'", SO),
        ("khung.yaml:2:1", "the unknown key `mising`", *KEYS),
    ]


NO_NUMBER = "a number with a dot as the decimal mark, as 12.5, 70% or 1/3"


@pytest.mark.parametrize(
    "text",
    ["mười", "'10,5'", "1.000.000", "1e3", ".inf", "-.inf", ".nan", "NaN", "1e400", "1" + "0" * 400, "9" * 5000, "''",
     "'1 000'", "1/0", "-1/3", "70%%", "1 0%", "0x10", "~", "true"],
)  # fmt: skip
def test_a_maximum_that_is_no_plain_number_is_refused(text: str) -> None:
    (problem,) = refused(changed("max: 10", f"max: {text}"))
    assert (problem[0], problem[2]) == ("khung.yaml:15:5", NO_NUMBER)
    (problem,) = refused(changed("max: 10", f"max: {{p: 10, q: {text}}}"))
    assert (problem[0], problem[2]) == ("khung.yaml:15:18", NO_NUMBER)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12.5", "25/2"),
        ("70%", "7/10"),
        ("70 %", "7/10"),
        ("1/3", "1/3"),
        ("'010'", "10"),
        ("+5", "5"),
        ("0.10", "1/10"),
    ],
)
def test_a_maximum_is_an_exact_number(text: str, value: str) -> None:
    assert str(loads(changed("max: 10", f"max: {text}")).max_of("1.10", "p")) == value
