"""The shape of an audit for programs."""

from typing import Any

from chiso.audit import KINDS, RULE_KINDS, audit
from chiso.audit.structured import structured
from chiso.audit.wording import CERTAINTY_WORDS, KIND_WORDS, RULE_WORDS
from tests.audit.making import document, table


def test_an_audit_as_dicts_and_lists() -> None:
    rows = ("1 | Sở Y tế | 4 | 5 | 9", "2 | Sở Nội vụ | 3 | 3 | 7", "3 | Sở Tư pháp | 5 | 1 | 6")
    found = structured(audit(document(table("Thứ hạng | Sở | Mức độ 3 | Mức độ 4 | Tổng cộng", *rows))))
    assert list(found) == ["source", "findings", "confirmed", "undecided", "rules"]
    assert part(found, "findings") == [
        {
            "kind": "sum",
            "at": {"line": 4, "table": 1, "row": 2, "column": 5},
            "printed": "7",
            "computed": "6",
            "says": {
                "vi": "Sở Nội vụ: in tổng là 7, các thành phần cộng lại là 6 (chênh +1); "
                "việc làm tròn các thành phần không giải thích được",
                "en": "Sở Nội vụ: the total is printed as 7, its parts add up to 6 (+1); "
                "rounding of the parts does not explain it",
            },
            "moves": [{"unit": "Sở Tư pháp", "what": "rank", "from": "3", "to": "2"}],
            "certainty": "certain",
        }
    ]
    assert part(found, "confirmed")[0] == {
        "kind": "sum",
        "at": {"line": 1, "table": 0, "row": 0, "column": 0},
        "says": {
            "vi": "Bảng 1: 2 dòng có tổng đúng bằng tổng các thành phần",
            "en": "Table 1: 2 totals are the sum of their parts",
        },
        "count": "2",
    }
    assert part(found, "undecided") == []
    assert {each["kind"] for each in part(found, "rules")} <= set(RULE_KINDS)


def test_every_kind_has_words() -> None:
    assert (tuple(KIND_WORDS), tuple(RULE_WORDS)) == (KINDS, RULE_KINDS)
    assert tuple(CERTAINTY_WORDS) == ("certain", "likely", "possible")


def part(found: dict[str, object], name: str) -> list[dict[str, Any]]:
    each = found[name]
    assert isinstance(each, list)
    return each
