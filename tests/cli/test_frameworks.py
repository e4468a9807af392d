import csv
import json

from chiso.exchange import shipped
from tests.cli.running import run


def test_everything_that_ships_is_listed_in_every_form() -> None:
    ids = list(shipped.frameworks())
    table, objects, lines = (run("frameworks", "--format", form) for form in ("table", "json", "csv"))
    assert [ran.code for ran in (table, objects, lines)] == [0, 0, 0]
    assert [line.split()[0] for line in table.lines[3:] if line] == ids
    assert [each["id"] for each in json.loads(objects.out)["frameworks"]] == ids
    assert [row["id"] for row in csv.DictReader(lines.lines)] == ids


def test_what_is_not_official_or_not_known_is_said() -> None:
    told = {row["id"]: row for row in csv.DictReader(run("frameworks", "--format", "csv").lines)}
    assert (told["mau-tinh"]["nature"], told["mau-tinh"]["unknown"]) == ("model", "no")
    assert (told["kon-tum-2017"]["nature"], told["kon-tum-2017"]["unknown"]) == ("transcription", "yes")
    line = next(line for line in run("frameworks").lines if line.split()[:1] == ["dti-2020"])
    assert line.endswith("partly unknown, replaced by dti-2022")
