from pathlib import Path

import pytest

from tests.cli.running import Ran, run

NAMES = [f"{id}{ending}" for id in ("kon-tum-2017", "mau-tinh") for ending in (".html", ".xlsx", ".zip")]


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Ran]:
    """The folder that the demo wrote, and what it said."""
    target = tmp_path_factory.mktemp("demo") / "var" / "demo"
    return target, run("demo", "--files", "--to", target)


def test_the_demo_writes_what_it_says_and_its_folders_hold(shown: tuple[Path, Ran]) -> None:
    target, ran = shown
    assert (ran.code, ran.err) == (0, "")
    assert sorted(path.name for path in target.iterdir()) == NAMES
    for id, scores in (("mau-tinh", 3154), ("kon-tum-2017", 240)):
        assert f"{target / id}.zip holds: {scores} scores computed again, every number follows." in ran.lines
        assert run("verify", target / f"{id}.zip").code == 0
    assert "The province, its units and all answers are made up." in ran.lines
    assert "Sở Khoa học và Công nghệ" in (target / "kon-tum-2017.html").read_text(encoding="utf-8")


def test_what_the_demo_says_to_try_next_works(shown: tuple[Path, Ran], tmp_path: Path) -> None:
    commands = [line.split()[1:] for line in shown[1].lines if line.startswith("  chiso ")]
    assert len(commands) == 4
    for command in commands:
        words = [str(tmp_path / word) if word == "answers.csv" else word for word in command]
        assert run(*words).code == 0
