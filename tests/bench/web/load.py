"""The load tool at work on an installation, and what it wrote down."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.bench.web.installation import Installation

ACTING = Path(__file__).with_name("acting.py")
PER_SECOND = 200
"""How many people the tool lets come in a second; each then begins at a moment of its own."""


@dataclass(frozen=True)
class Crowd:
    """Who sits down for how many seconds; group: which of the people that report; followed: as in `acting`."""

    group: int
    reporters: int
    organisers: int
    seconds: int
    followed: bool = False


@dataclass(frozen=True)
class Load:
    """The lines that the load tool wrote: requests with their times, acknowledged saves and uploads."""

    path: Path

    @property
    def lines(self) -> list[dict[str, Any]]:
        """All of them."""
        return [json.loads(line) for line in self.path.read_text(encoding="utf-8").splitlines()]

    @property
    def requests(self) -> list[dict[str, Any]]:
        """Those of requests."""
        return [each for each in self.lines if "ms" in each]

    def failed(self, down: tuple[float, float] = (0, 0)) -> list[dict[str, Any]]:
        """The requests that failed; those that were under way while the server was down are left out."""
        return [
            each for each in self.requests if each["failed"] and not (_begun(each) < down[1] and each["at"] > down[0])
        ]


def _begun(request: Mapping[str, Any]) -> float:
    return float(request["at"] - request["ms"] / 1000)


def begin(on: Installation, name: str, crowd: Crowd) -> subprocess.Popen[bytes]:
    """The load tool, begun; it writes into the folder of the installation."""
    told = {
        "BENCH_PEOPLE": str(on.folder / "people.json"),
        "BENCH_OUT": str(on.folder / f"{name}.jsonl"),
        "BENCH_FOLLOWED": str(int(crowd.followed)),
        "BENCH_GROUP": str(crowd.group),
        "BENCH_REPORTERS": str(crowd.reporters),
    }
    command = [sys.executable, "-W", "ignore", "-m", "locust", "-f", str(ACTING), "--headless"]
    command += ["--users", str(crowd.reporters + crowd.organisers), "--spawn-rate", str(PER_SECOND)]
    command += ["--run-time", f"{crowd.seconds}s", "--stop-timeout", "30", "--host", on.url]
    command += ["--exit-code-on-error", "0", "--loglevel", "ERROR", "--only-summary"]
    with (on.folder / "load.log").open("ab") as log:
        return subprocess.Popen(command, env={**os.environ, **told}, stdout=log, stderr=subprocess.STDOUT)


def run(on: Installation, name: str, crowd: Crowd) -> Load:
    """The load from its beginning to its end."""
    _ended(on, begin(on, name, crowd))
    return Load(on.folder / f"{name}.jsonl")


def run_and_kill(on: Installation, name: str, crowd: Crowd, processes: int) -> tuple[Load, tuple[float, float]]:
    """The load with the server killed in its middle and begun again; from when to when nobody answered."""
    tool = begin(on, name, crowd)
    time.sleep(crowd.seconds / 2)
    killed = time.time()
    on.kill()
    on.serve(processes)
    down = (killed, time.time())
    _ended(on, tool)
    return Load(on.folder / f"{name}.jsonl"), down


def _ended(on: Installation, tool: subprocess.Popen[bytes]) -> None:
    if tool.wait() != 0:
        raise RuntimeError((on.folder / "load.log").read_text(encoding="utf-8", errors="replace")[-2000:])


def below(requests: Iterable[Mapping[str, Any]], share: float) -> float:
    """The milliseconds that this share of the requests stays within."""
    times = sorted(float(each["ms"]) for each in requests)
    return times[min(len(times) - 1, int(len(times) * share))] if times else 0.0
