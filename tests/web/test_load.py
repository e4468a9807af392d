"""Deadline day in small, by the load tool: no acknowledged save is lost, not even when the server is killed."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from chiso.web import serving
from tests.bench.web.installation import Installation
from tests.bench.web.load import Crowd, Load, run_and_kill
from tests.web.databases import postgresql

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore")]
SECONDS, REPORTERS, ORGANISERS = 10, 9, 1


@pytest.fixture(params=["sqlite", "postgresql"])
def installation(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Installation]:
    """An installation with 30 units that is served, and ended after the test."""
    if not (Path(serving.__file__).parent / "static" / serving.MADE).exists():
        pytest.skip("needs the style sheet, which `make assets` brings")
    folder = tmp_path / "var"
    folder.mkdir()
    address = postgresql(tmp_path, lasting=True) if request.param == "postgresql" else ""
    made = Installation(folder, address)
    made.run("tests.bench.web.filling", str(folder / "people.json"), "30", str(REPORTERS), str(ORGANISERS), "30")
    made.serve(1)
    yield made
    made.kill()


def test_a_killed_server_loses_no_acknowledged_save(installation: Installation) -> None:
    load, down = run_and_kill(installation, "small", Crowd(0, REPORTERS, ORGANISERS, SECONDS), 1)
    assert load.failed(down) == []
    told = lost(installation, load)
    assert told["saves"] > 0
    assert (told["lost"], told["lost_uploads"], told["broken"]) == ([], [], [])


def test_a_save_that_is_not_there_is_found_missing(installation: Installation) -> None:
    path = installation.folder / "made-up.jsonl"
    [_session, unit], *_ = json.loads((installation.folder / "people.json").read_text(encoding="utf-8"))["reporters"]
    told = {"saved": unit, "version": 7, "key": "k", "question": "w00", "value": "1234"}
    path.write_text(json.dumps(told) + "\n" + json.dumps({"uploaded": unit, "digest": "0" * 64}) + "\n")
    assert {name: len(found) for name, found in lost(installation, Load(path)).items() if name.startswith("lost")} == {
        "lost": 2,
        "lost_uploads": 1,
    }


def lost(installation: Installation, load: Load) -> dict[str, Any]:
    """What was acknowledged and is not there."""
    found: dict[str, Any] = json.loads(installation.run("tests.bench.web.losses", str(load.path)))
    return found
