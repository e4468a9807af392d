import pytest

from chiso.exchange.objects import tables
from tests.exchange.refusals import refusals


def read(text: str, mark: str = ".") -> dict[str, list[tuple[str, dict[str, str]]]]:
    return {part: list(table.records()) for part, table in tables(text, "a.json", mark).items()}


def test_numbers_keep_their_digits() -> None:
    text = '[{"unit": "a", "value": 1234.50}, {"unit": "b", "value": 1e3, "note": null}, {"unit": "c", "value": true}]'
    assert read(text) == {
        "answers": [
            ("a.json[answers]:1", {"unit": "a", "value": "1234.50", "note": ""}),
            ("a.json[answers]:2", {"unit": "b", "value": "1e3", "note": ""}),
            ("a.json[answers]:3", {"unit": "c", "value": "true", "note": ""}),
        ]
    }
    assert read('[{"v": 1.5}]', ",") == {"answers": [("a.json[answers]:1", {"v": "1,5"})]}


def test_units_and_answers_come_together() -> None:
    text = '{"format": "x", "units": [{"unit": "a"}], "answers": [{"unit": "a", "question": "q", "value": "1"}]}'
    assert read(text) == {
        "answers": [("a.json[answers]:1", {"unit": "a", "question": "q", "value": "1"})],
        "units": [("a.json[units]:1", {"unit": "a"})],
    }


@pytest.mark.parametrize(
    ("text", "where", "found"),
    [
        ("", "a.json:1", "an empty file"),
        ('[{"a": 1,\n}]', "a.json:2:1", "no JSON: Expecting property name enclosed in double quotes"),
        ('[{"a": 1, "a": 2}]', "a.json", "the key `a` a second time"),
        ('"text"', "a.json", "JSON of another shape"),
        ('{"rows": []}', "a.json", "JSON of another shape"),
        ("[1, 2]", "a.json[answers]", "something else than a list of objects"),
        ('[{"a": [1]}]', "a.json[answers]:1", "a list or an object in `a`"),
        ("[" * 100_000, "a.json", "too many levels"),
        ("[]", "a.json[answers]:1", "an empty file"),
    ],
)
def test_other_shapes_are_refused(text: str, where: str, found: str) -> None:
    problems = refusals(lambda: tables(text, "a.json"))
    assert [problem.split("; expected")[0] for problem in problems] == [f"{where}: {found}"]


def test_half_a_character_is_refused() -> None:
    table = tables('[{"unit": "a", "note": "\\ud800"}]', "a.json")["answers"]
    assert refusals(lambda: list(table.records()))[0].startswith("a.json[answers]:1:1:1: bytes that are not UTF-8")
