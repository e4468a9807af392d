from chiso.bundle.corrections import Correction, corrections_of
from chiso.exchange.delimited import table
from tests.bundle.small import CORRECTIONS
from tests.exchange.refusals import refusals
from tests.exchange.small import answers

HEADER = "unit,case,question,stage,from,to,reason\n"


def read(lines: str) -> tuple[Correction, ...]:
    return corrections_of(table(HEADER + lines, "c.csv"), answers())


def test_corrections_lead_from_one_to_the_next() -> None:
    assert read("a,,may_moi,verified,35,32,đếm lại\na,,may_moi,explained,32.0,30,có biên bản\n") == (
        Correction("a", "", "may_moi", "verified", "35", "32", "đếm lại"),
        Correction("a", "", "may_moi", "explained", "32.0", "30", "có biên bản"),
    )
    assert len(CORRECTIONS) == 2
    assert read("a,dv-1,ho_so,verified,,10,bổ sung\n")[0].before == ""


def test_corrections_that_fit_nothing_are_told_with_their_lines() -> None:
    lines = "z,,may,verified,1,2,\na,,ty_le,verified,1,2,\na,,may,first,1,40,\n"
    assert refusals(lambda: read(lines)) == [
        "c.csv:2 (z, may): the unknown name z; expected: a unit of the register; mend it, or leave the row out",
        "c.csv:3 (a, ty_le): a correction of an answer that is not there; "
        "expected: the unit, case and question of an answer; mend it, or leave the row out",
        "c.csv:4 (a, may): the stage 'first'; expected: one of self, verified, explained, final; "
        "mend it, or leave the row out",
    ]
    assert refusals(lambda: read("a,,may,verified,x,39,\n")) == [
        "c.csv:2 (a, may): a correction to '39'; expected: '40', as it stands afterwards; "
        "give the corrected answers with their corrections"
    ]


def test_another_header_is_refused() -> None:
    assert refusals(lambda: corrections_of(table("unit,to\na,1\n", "c.csv"), answers())) == [
        "c.csv:1: the columns unit, to; expected: the columns unit, case, question, stage, from, to, reason; "
        "mend the header"
    ]
