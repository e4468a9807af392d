"""What is told of a document: read strictly, with the line and column of what is wrong."""

from pathlib import Path

import pytest

from chiso.engine.errors import InputError
from chiso.report.official.days import Moment
from chiso.report.official.meta import Authority, Day, Meta, Signer, Submission, read

KON_TUM = Path(__file__).with_name("kon-tum.yaml")


def test_the_whole_of_a_real_one() -> None:
    meta = read(KON_TUM.read_bytes())
    assert (meta.issuer, meta.number, meta.symbol) == ("Ủy ban nhân dân tỉnh Kon Tum", "134", "QĐ-UBND")
    assert (meta.place, meta.date, len(meta.grounds)) == ("Kon Tum", Day(2018, 3, 27), 4)
    assert meta.submission == Submission(
        by="Giám đốc Sở Thông tin và Truyền thông", number="207/TTr-STTTT", date=Day(2018, 3, 9)
    )
    assert meta.signer == Signer(
        authority=(Authority(form="KT", of="Chủ tịch"),), post="Phó Chủ tịch", name="Lại Xuân Lâm"
    )
    assert meta.recipients[-1] == "Lưu: VT, KGVX4"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2018-03-27", Day(2018, 3, 27)),
        ("2021-08", Day(2021, 8)),
        ("2024", Day(2024)),
        ("2024-02-29", Day(2024, 2, 29)),
    ],
)
def test_a_day_may_be_open(text: str, expected: Day) -> None:
    assert read(f"date: {text}".encode()).date == expected


DATE = "a date as 2026-03-27, or 2026-03 where the day is still open"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("date: 2023-02-29", f"meta.yaml:1:1: '2023-02-29' in `date`; expected: {DATE}; write it so"),
        ("date: 2026-3-7", f"meta.yaml:1:1: '2026-3-7' in `date`; expected: {DATE}; write it so"),
        ("date: 2026-04-31", f"meta.yaml:1:1: '2026-04-31' in `date`; expected: {DATE}; write it so"),
        (
            "place: Kon Tum\nnumber: 134/QĐ-UBND",
            "meta.yaml:2:1: '134/QĐ-UBND' in `number`; expected: a number as the registry gives it, 134 or 12a, "
            "without the symbol; write it so",
        ),
        (
            "signer:\n  authority: [{form: PP, of: Chủ tịch}]",
            "meta.yaml:2:16: 'PP' in `signer.authority.0.form`; expected: one of 'TM', 'KT', 'TL' or 'TUQ'; "
            "write it so",
        ),
        (
            "isuer: Ủy ban",
            "meta.yaml:1:1: the unknown key `isuer`; expected: only the keys that docs/documents.md lists; "
            "mend its spelling or leave it out",
        ),
        (
            "- một danh sách",
            "meta.yaml:1:1: an empty file, or one that is no mapping; expected: what a document needs beside its "
            "result: keys with values; see docs/documents.md",
        ),
        (
            "recipients: Như Điều 2",
            "meta.yaml:1:1: 'Như Điều 2' in `recipients`; expected: a list; write it so",
        ),
    ],
)
def test_what_is_wrong_has_its_place(text: str, problem: str) -> None:
    with pytest.raises(InputError) as error:
        read(text.encode())
    assert [str(each) for each in error.value.problems] == [problem]


def test_everything_may_be_left_out() -> None:
    assert read(b"place: Kon Tum") == Meta(place="Kon Tum")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "phases:\n  - {what: Gửi số liệu, from: 15/3/2026}",
            f"meta.yaml:2:25: '15/3/2026' in `phases.0.from`; expected: {DATE}; write it so",
        ),
        ("phases: [{from: 2026-03-15}]", "meta.yaml:1:10: no `what`; expected: the key `what`; add it"),
        (
            "opened: 2026-03-27 25:00",
            "meta.yaml:1:1: '2026-03-27 25:00' in `opened`; expected: a date and a time as 2026-03-27 08:30; "
            "write it so",
        ),
        (
            "parties: [{of: Sở Nội vụ, people: []}]",
            "meta.yaml:1:27: a value of another shape in `parties.0.people`; expected: at least one entry; write it so",
        ),
        (
            "votes: [{on: Kết quả, agree: một}]",
            "meta.yaml:1:23: 'một' in `votes.0.agree`; expected: a whole number of voices, from 0 on; write it so",
        ),
        (
            "period: {from: 2026-01-01}",
            "meta.yaml:1:1: no `to`; expected: the key `to`; add it",
        ),
        (
            "evidence: {may_tram: Sổ tài sản}",
            "meta.yaml:1:12: 'Sổ tài sản' in `evidence.may_tram`; expected: a list; write it so",
        ),
    ],
)
def test_what_is_wrong_around_a_cycle_has_its_place(text: str, problem: str) -> None:
    with pytest.raises(InputError) as error:
        read(text.encode())
    assert [str(each) for each in error.value.problems] == [problem]


def test_what_is_told_around_a_cycle() -> None:
    meta = read(
        "phases: [{what: Gửi số liệu, from: 2026-03-01, to: 2026-03-15, who: Các đơn vị}]\n"
        "opened: 2026-03-27 08:30\nvotes: [{on: Kết quả, agree: 7, disagree: 0, other: 1}]\n".encode()
    )
    (phase,) = meta.phases
    assert (phase.what, phase.start, phase.end, phase.who) == (
        "Gửi số liệu", Day(2026, 3, 1), Day(2026, 3, 15), "Các đơn vị",
    )  # fmt: skip
    assert meta.opened == Moment(Day(2026, 3, 27), 8, 30)
    assert [(vote.on, vote.agree, vote.disagree, vote.other) for vote in meta.votes] == [("Kết quả", 7, 0, 1)]
