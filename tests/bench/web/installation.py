"""An installation of its own in a folder: its database, and the server as `chiso serve` starts it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

STARTING = 60.0
"""Seconds that a server may take until it answers."""


@dataclass
class Installation:
    """A folder, the address of its database (empty: SQLite in the folder), and the port that it answers at."""

    folder: Path
    database: str
    port: int = field(default_factory=lambda: _free_port())
    server: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        """The variables of its processes: the settings of an installation on this machine, and nothing else of ours."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("CHISO_", "DJANGO_"))}
        kept.pop("DATABASE_URL", None)
        ours = {"CHISO_VAR": str(self.folder), "CHISO_LOG": "ERROR", "CHISO_URL": self.url, "CHISO_LANG": "en"}
        return {**kept, **ours, **({"DATABASE_URL": self.database} if self.database else {})}

    def run(self, *command: str) -> str:
        """What a Python module of ours prints, run in this installation."""
        ran = subprocess.run(
            [sys.executable, "-m", *command], env=self.environment, check=True, stdout=subprocess.PIPE, text=True
        )
        return ran.stdout

    def begin(self, *command: str) -> subprocess.Popen[bytes]:
        """The same, not waited for."""
        return subprocess.Popen([sys.executable, "-m", *command], env=self.environment, stdout=subprocess.DEVNULL)

    def serve(self, processes: int) -> float:
        """The seconds until the server answers."""
        start = time.monotonic()
        command = [sys.executable, "-m", "chiso", "serve", "--port", str(self.port), "--processes", str(processes)]
        with (self.folder / "server.log").open("ab") as log:
            self.server = subprocess.Popen(
                command, env=self.environment, stdout=log, stderr=subprocess.STDOUT, start_new_session=True
            )
        while time.monotonic() - start < STARTING:
            if self.server.poll() is not None:
                break
            try:
                with urllib.request.urlopen(f"{self.url}/account/login/", timeout=5):
                    return time.monotonic() - start
            except (OSError, urllib.error.URLError):
                time.sleep(0.1)
        raise RuntimeError((self.folder / "server.log").read_text(encoding="utf-8", errors="replace")[-2000:])

    def processor(self) -> float:
        """The seconds of processor that the server and its processes have taken."""
        if self.server is None:
            return 0.0
        ticks = sum(used for group, used in _processes() if group == self.server.pid)
        return ticks / os.sysconf("SC_CLK_TCK")

    def kill(self, number: int = signal.SIGKILL) -> None:
        """Ends the server and all its processes by a signal, without a word before where it is SIGKILL."""
        if self.server is not None:
            os.killpg(self.server.pid, number)
            self.server.wait()
            self.server = None


def _processes() -> Iterator[tuple[int, int]]:
    """Of each process of the machine its group and the ticks of processor that it took."""
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            told = path.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        except OSError:
            continue
        yield int(told[2]), int(told[11]) + int(told[12])


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
