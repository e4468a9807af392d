import json
from datetime import date
from pathlib import Path

import pytest

from chiso import language
from chiso.cli.cautions import cautions
from chiso.engine.loading import loads
from chiso.exchange import shipped
from tests.cli.running import files, run
from tests.exchange.small import TEXT


def test_a_sound_framework_is_summed_up(tmp_path: Path) -> None:
    path = files(tmp_path).framework
    assert run("check", path).out == (
        f"{path}: sound. A small set: 5 criteria, 4 of them leaves, 11 questions.\n"
        "  Total, Departments: at most 100 points\n"
        "  Total, Communes: at most 100 points\n"
    )
    assert run("check", path).code == 0


@pytest.mark.parametrize("id", shipped.frameworks())
def test_every_framework_that_ships_is_sound(id: str) -> None:
    assert run("check", id).code == 0


def test_what_is_unknown_passes_with_a_note() -> None:
    ran = run("check", "kon-tum-2017")
    assert (ran.code, ran.err.splitlines()) == (0, [
        "Note: kon-tum-2017 holds what the sources tell; it serves for audit and cannot open a cycle.",
        "Note: the maximum is not known of A (Technical infrastructure), B (Human resources), "
        "C (Use of application software), D (Policy and investment), E (Website or portal), G (Bonus or penalty).",
    ])  # fmt: skip


def test_a_framework_out_of_force_is_told_with_a_warning() -> None:
    text = TEXT.replace("nature: example", "nature: example\nin_force_from: 2020-01-01\nin_force_to: 2022-12-31\n"
                        "replaced_by: moi")  # fmt: skip
    framework = loads(text.encode())
    replaced = "Warning: nho was replaced by moi."
    with language.use("en"):
        told = [cautions(framework, date(*day)) for day in ((2019, 12, 31), (2022, 12, 31), (2023, 1, 1))]
    assert told == [
        ["Warning: nho is in force only from 2020-01-01 on.", replaced],
        [replaced],
        ["Warning: nho was in force until 2022-12-31.", replaced],
    ]


def test_every_fault_is_told_with_line_and_column(tmp_path: Path) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text(TEXT.replace("may_moi, whole: may}", "may_mới, whole: may}").replace("nature: ", "natur: "))
    ran = run("check", path)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        f"{path}:1:1: no `nature`; expected: the key `nature`; add it.\n"
        f"{path}:4:1: the unknown key `natur`; expected: only the keys that docs/writing-a-framework.md lists; "
        "mend its spelling or leave it out.\n"
        "2 faults: the framework cannot be used.\n"
    )


def test_json_and_csv_tell_the_same(tmp_path: Path) -> None:
    good, bad = files(tmp_path).framework, tmp_path / "bad.yaml"
    bad.write_text(TEXT.replace("nature: example", "nature: poem"))
    told = json.loads(run("check", good, "--format", "json").out)
    assert (told["format"], told["sound"], told["framework"]["id"]) == ("chiso-check/1", True, "nho")
    ran = run("check", bad, "--format", "json")
    [problem] = json.loads(ran.out)["problems"]
    assert (ran.code, ran.err, problem["where"]) == (2, "", f"{bad}:4:1")
    assert run("check", bad, "--format", "csv").lines == [
        "where,found,expected,remedy",
        f"{bad}:4:1,'poem' in `nature`,\"one of 'decision', 'transcription', 'model' or 'example'\",write it so",
    ]
    assert run("check", good, "--format", "csv").lines == ["where,found,expected,remedy"]
