"""Units of measure are carried through an expression and may not be mixed."""

import pytest

from chiso.engine.errors import ExpressionError
from chiso.engine.expressions import BOOLEAN, Choice, Kind, measure, parse
from chiso.engine.expressions.measures import PerCase, Presence
from chiso.engine.expressions.typing import said

KINDS: dict[str, Kind] = {
    "máy": measure("máy"),
    "máy_mới": measure("máy"),
    "người": measure("người"),
    "tiền": measure("đồng"),
    "giờ": measure("giờ/hồ sơ"),
    "hồ_sơ": measure("hồ sơ"),
    "tỷ": measure(None),
    "đúng": BOOLEAN,
    "mức": Choice("mức", ("thấp", "cao")),
    "văn_bản": Presence(),
    "k": PerCase(measure("hồ sơ")),
    "k_đúng": PerCase(BOOLEAN),
    "k_mức": PerCase(Choice("k_mức", ("thấp", "cao"))),
    "[A]": measure(None),
}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("máy", "máy"),
        ("máy + máy_mới", "máy"),
        ("máy / người", "máy·người^-1"),
        ("máy / máy_mới", "1"),
        ("máy * máy", "máy^2"),
        ("giờ * hồ_sơ", "giờ"),
        ("máy * 2", "máy"),
        ("2 / máy", "máy^-1"),
        ("máy + 2", "máy"),
        ("máy + (2 * 3)", "máy"),
        ("máy - -2", "máy"),
        ("max(0, máy - máy_mới)", "máy"),
        ("abs(máy)", "máy"),
        ("-máy", "máy"),
        ("nếu đúng thì máy khác 0", "máy"),
        ("nếu đúng thì -1 khác máy", "máy"),
        ("if đúng then đúng else máy > 1", "condition"),
        ("máy >= 50", "condition"),
        ("máy > -5", "condition"),
        ("máy / người >= 80%", "condition"),
        ("mức = 'cao'", "condition"),
        ("đã_trả_lời(văn_bản)", "condition"),
        ("answered(máy)", "condition"),
        ("sum_of(k)", "hồ sơ"),
        ("count_of(k)", "1"),
        ("count_of(k_đúng)", "1"),
        ("[A] * 2 + tỷ", "1"),
        ("share([A])", "1"),
        ("tiền / người", "người^-1·đồng"),
        ("văn_bản", "text"),
        ("k", "cases of hồ sơ"),
    ],
)
def test_the_kind_of_an_expression(text: str, kind: str) -> None:
    assert str(said(parse(text, KINDS).kind)) == kind


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("máy + người", "add of máy and người"),
        ("máy - tỷ", "subtract of 1 and máy"),
        ("máy > người", "> of máy and người"),
        ("máy = tiền", "= of máy and đồng"),
        ("min(máy, người)", "min of máy and người"),
        ("nếu đúng thì máy khác người", "if of máy and người"),
        ("máy + máy / máy", "add of 1 and máy"),
        ("máy / người > tỷ", "> of 1 and máy·người^-1"),
        ("máy + count_of(k)", "add of 1 and máy"),
        ("đúng + 1", "condition where a number stands"),
        ("đúng = đúng", "condition where a number stands"),
        ("-đúng", "condition where a number stands"),
        ("mức > 1", "thấp | cao where a number stands"),
        ("mức + 1", "thấp | cao where a number stands"),
        ("máy và đúng", "máy where a condition stands"),
        ("không máy", "máy where a condition stands"),
        ("nếu máy thì 1 khác 0", "máy where a condition stands"),
        ("nếu đúng thì đúng khác 1", "condition where a number stands"),
        ("văn_bản + 1", "text where a number stands"),
        ("mức = 'vừa'", "the option 'vừa'"),
        ("'cao' = mức", "an option compared with something else"),
        ("máy = 'cao'", "an option compared with something else"),
        ("'cao'", "the option 'cao' alone"),
        ("mức > 'cao'", "the option 'cao' alone"),
        ("k + 1", "cases of hồ sơ where a number stands"),
        ("k_đúng và đúng", "cases of condition where a condition stands"),
        ("sum_of(máy)", "sum_of() of máy"),
        ("sum_of(k_đúng)", "sum_of() of cases of condition"),
        ("count_of(máy)", "count_of() of máy"),
        ("answered(k)", "answered() of cases of hồ sơ"),
        ("answered(máy + 1)", "answered() of something else"),
        ("answered([A])", "answered() of something else"),
        ("share(máy)", "share() of something else"),
        ("sum_of(k, k)", "sum_of() of something else"),
        ("min()", "min() of nothing"),
        ("abs()", "abs() of nothing"),
        ("abs(máy, máy)", "abs() of nothing"),
    ],
)
def test_kinds_that_do_not_go_together_are_refused(text: str, found: str) -> None:
    with pytest.raises(ExpressionError) as refused:
        parse(text, KINDS)
    assert [str(problem.found) for problem in refused.value.problems] == [found]
    assert refused.value.problems[0].where == f"{text!r}, column 1"


@pytest.mark.parametrize(
    ("unit", "shown"),
    [(None, "1"), ("", "1"), ("  ", "1"), ("máy", "máy"), ("máy/người", "máy·người^-1"), ("1/năm", "năm^-1"),
     ("/năm", "năm^-1"), ("giờ/hồ sơ/người", "giờ·hồ sơ^-1·người^-1"), ("máy/máy", "1"),
     (" máy / người ", "máy·người^-1")],
)  # fmt: skip
def test_a_measure_is_read_from_its_name(unit: str | None, shown: str) -> None:
    assert str(measure(unit)) == shown
