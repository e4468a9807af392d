"""An installation without outlines says so, and what to do."""

from pathlib import Path

import pytest

from chiso.engine.errors import InputError
from chiso.report.maps.outlines import available, provinces


def test_an_installation_without_outlines_says_so(tmp_path: Path) -> None:
    assert available(tmp_path) is False
    with pytest.raises(InputError) as told:
        provinces("34", tmp_path)
    assert str(told.value) == (
        "map: no outlines of the provinces in this installation; expected: the outlines that npm brings; "
        "run `make shapes` in a checkout, or draw the map of tiles, which needs none"
    )
