"""Print the bench of the web: deadline day on PostgreSQL and on SQLite, saves looked up one by one, a killed server."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from tests.bench.web.filling import BOARD
from tests.bench.web.installation import Installation
from tests.bench.web.load import Crowd, Load, below, run, run_and_kill
from tests.web.databases import postgresql

SAVE, PAGE, FOLLOW_UP = 200, 400, 500
"""Milliseconds: of 95 in 100 saves, of 95 in 100 pages, and of a board with 11,000 units."""
FOLLOWED = 2
"""The group of people whose saves are followed by what the page asks for after them."""


def main() -> None:
    """The table of each database."""
    asked = _asked()
    cores, load = os.cpu_count(), ", ".join(f"{each:.1f}" for each in os.getloadavg())
    say(f"{platform.platform()}, Python {platform.python_version()}, {cores} cores, load before: {load}")
    for database in asked.database:
        with tempfile.TemporaryDirectory(prefix="chiso-bench-") as name:
            folder = Path(name)
            address = postgresql(folder, lasting=True) if database == "postgresql" else ""
            (folder / "var").mkdir()
            bench(Installation(folder / "var", address), database, asked)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", nargs="+", default=["postgresql", "sqlite"], choices=["postgresql", "sqlite"])
    for name, number in (("people", 200), ("organisers", 20), ("seconds", 60), ("units", 2000), ("board", 11_000),
                         ("processes", 2)):  # fmt: skip
        parser.add_argument(f"--{name}", type=int, default=number)
    parser.add_argument("--followed", action="store_true", help="add what the page asks for after each save")
    return parser.parse_args()


def bench(on: Installation, database: str, asked: argparse.Namespace) -> None:
    """One database from filling to the board."""
    start = time.monotonic()
    reporters = asked.people - asked.organisers
    sizes = [asked.units, 3 * reporters, asked.organisers, asked.board]
    on.run("tests.bench.web.filling", str(on.folder / "people.json"), *(str(each) for each in sizes))
    say(f"\n{database}: {asked.units:,} units × 60 questions, filled in {time.monotonic() - start:.0f} s")
    try:
        started = on.serve(asked.processes)
        crowds = [Crowd(group, reporters, asked.organisers, asked.seconds, group == FOLLOWED) for group in range(3)]
        run(on, "warm", Crowd(0, 0, asked.organisers, 10))
        before = on.processor()
        day = run(on, "day", crowds[0])
        _day(day, on, asked)
        taken = (on.processor() - before) * 1000 / len(day.requests)
        line("processor of the server, each action", f"{taken:.1f} ms", "")
        if asked.followed:
            _times("followed: ", run(on, "followed", crowds[FOLLOWED]).requests)
        killed, down = run_and_kill(on, "killed", crowds[1], asked.processes)
        line("server killed and begun again", f"{down[1] - down[0]:.1f} s", f"first start {started:.1f} s")
        line("  errors while it answered", str(len(killed.failed(down))), "limit 0")
        _complaints(killed.failed(down))
        _lost(on, killed, "  ")
        _board(on, asked.board)
    finally:
        on.kill()


def _day(load: Load, on: Installation, asked: argparse.Namespace) -> None:
    """Deadline day without trouble."""
    now = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    actions = len(load.requests) / asked.seconds
    say(f"  {asked.people} people, {asked.seconds} s, {actions:.1f} actions a second, load of the machine: {now}")
    _times("", load.requests)
    line("errors", str(len(load.failed())), "limit 0")
    _complaints(load.failed())
    _lost(on, load, "")


def _times(mark: str, requests: list[dict[str, Any]]) -> None:
    """Half, 95 in 100 and the slowest, of saves, uploads, pages and each page."""
    pages = [each for each in requests if each["name"] not in ("save", "upload")]
    spread(f"{mark}save", [each for each in requests if each["name"] == "save"], f"limit {SAVE} ms for 95 %")
    spread(f"{mark}upload of 1 MB", [each for each in requests if each["name"] == "upload"], "")
    spread(f"{mark}pages and boards", pages, f"limit {PAGE} ms for 95 %")
    for name in sorted({each["name"] for each in pages}):
        spread(f"  {mark}{name}", [each for each in pages if each["name"] == name], "")


def _lost(on: Installation, load: Load, indent: str) -> None:
    """What was acknowledged and is not there."""
    told = json.loads(on.run("tests.bench.web.losses", str(load.path)))
    line(f"{indent}acknowledged saves lost", f"{len(told['lost'])} of {told['saves']}", "limit 0")
    line(f"{indent}acknowledged uploads lost", f"{len(told['lost_uploads'])} of {told['uploads']}", "limit 0")
    line(f"{indent}broken chains of history", str(len(told["broken"])), "limit 0")


def _board(on: Installation, units: int) -> None:
    """The follow-up board of a large cycle, alone on the machine."""
    times = []
    for asked in ("", "?page=100", "?standing=late", "?standing=unopened&page=3", "?words=xa-010", "?block=xa") * 4:
        start = time.perf_counter()
        _get(on, f"/cycles/{BOARD}/board/{asked}")
        times.append({"ms": (time.perf_counter() - start) * 1000})
    spread(f"follow-up board of {units:,} units", times, f"limit {FOLLOW_UP} ms")


def _get(on: Installation, path: str) -> None:
    session = json.loads((on.folder / "people.json").read_text(encoding="utf-8"))["organisers"][0]
    asked = urllib.request.Request(on.url + path, headers={"Cookie": f"chiso_session={session}"})
    with urllib.request.urlopen(asked, timeout=30) as answer:
        answer.read()


def _complaints(failed: Iterable[Mapping[str, Any]]) -> None:
    for each in list(failed)[:5]:
        say(f"    {each['name']}: {each['failed']}")


def spread(what: str, requests: list[dict[str, Any]], limit: str) -> None:
    """One line of times."""
    half, most, all_ = (below(requests, share) for share in (0.5, 0.95, 1.0))
    line(what, f"{half:5.0f} {most:5.0f} {all_:5.0f} ms", f"{limit:<22} of {len(requests)}")


def line(what: str, figure: str, limit: str) -> None:
    """One line of the table."""
    say(f"  {what:<38}{figure:>22}   {limit}")


def say(text: str) -> None:
    """A line, seen at once."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
