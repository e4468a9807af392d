import io
import sys

import pytest

from chiso.cli import progress
from chiso.cli.progress import counted, watched


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_the_codes_go_through_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    codes = tuple(str(number) for number in range(20))
    assert tuple(watched(codes)) == codes
    for seconds in (0, 3600):
        monkeypatch.setattr(progress, "SECONDS_UNSEEN", seconds)
        monkeypatch.setattr(sys, "stdout", Terminal())
        monkeypatch.setattr(sys, "stderr", Terminal())
        assert tuple(watched(codes)) == codes
        assert tuple(watched(())) == ()
        assert tuple(counted(iter(range(20)))) == tuple(range(20))


@pytest.mark.parametrize(
    ("seconds", "stdout", "stderr", "shown"),
    [
        (0, Terminal, Terminal, True),
        (3600, Terminal, Terminal, False),
        (0, io.StringIO, Terminal, False),
        (0, Terminal, io.StringIO, False),
    ],
)
def test_a_bar_is_shown_on_a_terminal_once_it_takes_long(
    seconds: int, stdout: type[io.StringIO], stderr: type[io.StringIO], shown: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    output, errors = stdout(), stderr()
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(progress, "SECONDS_UNSEEN", seconds)
    monkeypatch.setattr(sys, "stdout", output)
    monkeypatch.setattr(sys, "stderr", errors)
    assert len(tuple(watched(("a", "b", "c")))) == 3
    assert ("Đang" in errors.getvalue()) is shown
    assert output.getvalue() == ""
