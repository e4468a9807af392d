"""The command line, run inside the test or as a process of its own."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from typer.testing import CliRunner

from chiso.cli.main import app
from tests.exchange.small import ANSWERS, TEXT, UNITS


@dataclass(frozen=True)
class Ran:
    """The exit code, standard output and standard error of a command."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """The lines of standard output."""
        return self.out.splitlines()


def run(*arguments: str | Path, lang: str = "en") -> Ran:
    """What the command does inside this process; anything but an exit code is raised."""
    result = CliRunner(env={"CHISO_LANG": lang}).invoke(app, [str(each) for each in arguments])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Ran(result.exit_code, result.stdout, result.stderr)


def run_process(*arguments: str | Path, lang: str = "en", **environment: str) -> Ran:
    """What the command does as a process."""
    ran = subprocess.run(
        [sys.executable, "-m", "chiso", *(str(each) for each in arguments)],
        capture_output=True,
        check=False,
        env={**os.environ, "CHISO_LANG": lang, **environment},
    )
    return Ran(ran.returncode, ran.stdout.decode(), ran.stderr.decode())


@dataclass(frozen=True)
class Files:
    """The small framework, its register and its answers as files."""

    framework: Path
    units: Path
    answers: Path


def files(folder: Path) -> Files:
    """The small framework, its register and its answers, written to a folder."""
    made = Files(folder / "nho.yaml", folder / "units.csv", folder / "answers.csv")
    for path, text in ((made.framework, TEXT), (made.units, UNITS), (made.answers, ANSWERS)):
        path.write_text(text, encoding="utf-8")
    return made
