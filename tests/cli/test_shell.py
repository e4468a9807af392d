"""The command as a process: its end, its pipes, its terminal."""

import os
import pty
import subprocess
import sys
import time
from pathlib import Path

from tests.cli.running import run, run_process

CHISO = [sys.executable, "-m", "chiso"]


def test_output_as_a_process_is_the_same_as_inside() -> None:
    inside = run("score", "kon-tum-2017", "kon-tum-2017", lang="vi")
    ran = run_process("score", "kon-tum-2017", "kon-tum-2017", lang="vi")
    assert ran == inside
    assert run_process("score", "kon-tum-2017", "kon-tum-2017", lang="vi", LC_ALL="C", PYTHONUTF8="0") == inside


def test_help_is_there_at_once() -> None:
    started = time.perf_counter()
    assert run_process("--help").code == 0
    # On a machine that does something else too; alone it takes a fifth of a second.
    assert time.perf_counter() - started < 2


def test_a_reader_who_leaves_ends_the_work_quietly() -> None:
    with subprocess.Popen(
        [*CHISO, "score", "mau-tinh", "mau-tinh", "--format", "json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert (process.stderr.read(), process.wait()) == (b"", 141)


def test_a_full_disk_is_told() -> None:
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [*CHISO, "frameworks", "--lang", "en"], stdout=full, stderr=subprocess.PIPE, check=False, text=True
        )
    assert ran.returncode == 2
    assert ran.stderr.startswith("standard output: an output that cannot be written (No space left on device);")


def on_terminal(*arguments: str) -> str:
    """What the command writes to a terminal."""
    master, slave = pty.openpty()
    with subprocess.Popen(
        [*CHISO, *arguments], stdin=slave, stdout=slave, stderr=slave, close_fds=True,
        env={**os.environ, "CHISO_LANG": "en", "TERM": "xterm", "COLUMNS": "60"},
    ) as process:  # fmt: skip
        os.close(slave)
        written = b""
        while part := read(master):
            written += part
        process.wait()
    os.close(master)
    return written.decode("utf-8", "replace")


def read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # The other end of a terminal is closed.
        return b""


def test_a_terminal_gets_colours_and_folded_tables() -> None:
    written = on_terminal("score", "kon-tum-2017", "kon-tum-2017")
    assert "\x1b[1m" in written
    assert max(len(line) for line in written.replace("\x1b[1m", "").replace("\x1b[0m", "").splitlines()[:30]) <= 100
    assert "\x1b" not in run("score", "kon-tum-2017", "kon-tum-2017").out


def test_work_that_is_done_within_a_second_shows_no_progress() -> None:
    assert "Scoring units" not in on_terminal("score", "kon-tum-2017", "kon-tum-2017", "--format", "json")
