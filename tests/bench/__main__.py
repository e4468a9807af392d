"""Print the bench: times as ratios to the same tree written by hand in numpy, in one run on one machine."""

from __future__ import annotations

import gc
import os
import platform
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

from chiso.engine.answers import Answers
from chiso.engine.framework import Framework
from chiso.engine.loading import loads
from chiso.engine.ranking import rank
from chiso.engine.scoring import score
from chiso.engine.scoring.scores import Way
from tests.bench.tree import answers, by_hand, figures, framework

UNITS, LEAVES = 11_000, 200


def best(task: Callable[[], Any], times: int) -> float:
    """The least seconds of several runs: what the machine can do when nobody else uses it."""
    found = []
    for _ in range(times):
        gc.collect()
        start = time.perf_counter()
        task()
        found.append(time.perf_counter() - start)
    return min(found)


def whole(made: Framework, given: Answers, way: Way) -> None:
    """Score every criterion, print every cell, rank."""
    scores = score(made, given, way=way)
    for code in made.nodes:
        scores.runs["all"].printed(code)
    rank(scores)


def total_only(made: Framework, given: Answers, way: Way) -> None:
    """Score up to the total."""
    score(made, given, way=way).runs["all"].node("T")


def line(what: str, seconds: float, base: float | None = None, limit: str = "") -> None:
    """One line of the table."""
    ratio = f"{seconds / base:8.1f} ×" if base else " " * 10
    sys.stdout.write(f"{what:<62}{seconds * 1000:10.1f} ms{ratio}  {limit}\n")


def engine() -> None:
    """The tree of 11,000 × 200 in every way, and a country of 63 × 60."""
    found = figures(UNITS, LEAVES)
    made = framework(found)
    given = answers(made, found)
    for column in given.columns.values():
        column.numbers.floats, column.numbers.low, column.numbers.high  # noqa: B018 - loading is left out
    parts, wholes = found.parts.astype(np.float64), found.wholes.astype(np.float64)
    part_table, whole_table = (np.ascontiguousarray(each.T).T for each in (parts, wholes))
    base = best(lambda: by_hand(part_table, whole_table, found.maxima), 9)
    line(f"numpy by hand, a table of {UNITS:,} × {LEAVES}, column by column", base, base, "baseline")
    line("numpy by hand, every column contiguous", best(lambda: by_hand(parts, wholes, found.maxima), 9), base)
    line("float path, to the total", best(lambda: total_only(made, given, "float"), 7), base, "limit 3 ×")
    line("official path, to the total", best(lambda: total_only(made, given, "official"), 5), base)
    line(
        "official path, every cell printed and ranked",
        best(lambda: whole(made, given, "official"), 3),
        base,
        "limit 30 ×",
    )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(f"{'peak memory of all that':<62}{peak:10.0f} MB{'':12}limit 500 MB\n")
    small = figures(63, 60)
    little = framework(small)
    few = answers(little, small)
    line("official path, 63 × 60, every cell printed and ranked", best(lambda: whole(little, few, "official"), 9), None,
         "limit 20 ms")  # fmt: skip
    line("exact rationals throughout, 63 × 60", best(lambda: whole(little, few, "exact"), 3))


def start() -> None:
    """Starting the command and loading a framework."""
    environment = {**os.environ, "PYTHONWARNINGS": "ignore"}
    command = [sys.executable, "-m", "chiso", "--help"]
    line("chiso --help", best(lambda: subprocess.run(command, check=True, capture_output=True, env=environment), 5),
         None, "limit 500 ms")  # fmt: skip
    shipped = Path(str(files("chiso"))) / "frameworks"
    for name in ("tay-ninh-xa-2025", "mau-tinh"):
        path = shipped / name / "framework.yaml"
        if path.exists():
            raw = path.read_bytes()
            line(f"loading {name} ({len(raw) // 1024} KB)", best(partial(loads, raw), 5), None, "limit 50 ms")


def cards() -> None:
    """Cards as PDF, a file each, of 11,000 units: few and four times as many, each in a process of its own."""
    for count in (200, 800):
        command = [sys.executable, "-m", "tests.bench.cards", str(count), str(UNITS)]
        ran = subprocess.run(command, check=True, capture_output=True, text=True)
        each, peak = ran.stdout.split()
        what = f"{count} cards of {UNITS:,} units as PDF, of each"
        sys.stdout.write(f"{what:<62}{each:>10} ms{peak:>8} MB  limit 10 ms on two cores, memory flat\n")


def national() -> None:
    """The national report in all four formats, in a process of its own, after start-up."""
    ran = subprocess.run([sys.executable, "-m", "tests.bench.national"], check=True, capture_output=True, text=True)
    seconds, told = ran.stdout.strip().split("\n")
    line("national report of 2016: PDF, DOCX, XLSX and HTML", float(seconds), None, "limit 5,000 ms")
    sys.stdout.write(f"  {told}\n")


if __name__ == "__main__":
    sys.stdout.write(f"{platform.platform()}, Python {platform.python_version()}, numpy {np.__version__}, ")
    sys.stdout.write(f"{os.cpu_count()} cores\n")
    engine()
    start()
    cards()
    national()
