from pathlib import Path

import pytest

import chiso
from chiso.exchange import shipped

PACKAGE = Path(chiso.__file__).parent


def test_what_ships_is_what_the_folders_hold() -> None:
    assert "kon-tum-2017" in shipped.frameworks()
    assert list(shipped.frameworks()) == sorted(
        path.parent.name for path in PACKAGE.glob("frameworks/*/framework.yaml")
    )
    assert list(shipped.facts()) == sorted(path.parent.name for path in PACKAGE.glob("facts/*/answers.csv"))
    assert set(shipped.facts()) <= set(shipped.frameworks())


def test_files_come_as_their_bytes() -> None:
    folder = PACKAGE / "facts" / "kon-tum-2017"
    assert shipped.facts_files("kon-tum-2017") == {path.name: path.read_bytes() for path in folder.iterdir()}
    written = (PACKAGE / "frameworks" / "kon-tum-2017" / "framework.yaml").read_bytes()
    assert shipped.framework_bytes("kon-tum-2017") == written


@pytest.mark.parametrize("id", ["", "..", "kon-tum-2018", "../facts"])
def test_nothing_else_ships(id: str) -> None:
    with pytest.raises(KeyError):
        shipped.framework_bytes(id)
    with pytest.raises(KeyError):
        shipped.facts_files(id)
