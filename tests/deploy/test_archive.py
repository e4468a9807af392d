"""The archive of `make archive`, installed where there is no network: it scores, writes a PDF and serves."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from chiso import __version__
from tests.house.sources import CHECKOUT

pytestmark = pytest.mark.slow
ARCHIVE = CHECKOUT / "dist" / f"chiso-{__version__}.tar"
NOWHERE = "http://127.0.0.1:9"
"""What every request to the network would go through: nobody answers there."""
OFFLINE = {"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "CHISO_LANG": "en", "PYTHON": sys.executable,
           "http_proxy": NOWHERE, "https_proxy": NOWHERE, "no_proxy": ""}  # fmt: skip


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive on the other machine."""
    if not ARCHIVE.exists():
        pytest.skip("needs the archive, which `make archive` makes")
    folder = tmp_path_factory.mktemp("usb")
    subprocess.run(["tar", "--extract", "--file", ARCHIVE, "--directory", folder], check=True)
    return folder / "chiso"


@pytest.fixture(scope="module")
def chiso(unpacked: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command, installed by the archive's own script."""
    target = tmp_path_factory.mktemp("opt") / "chiso"
    said = install(unpacked, target)
    assert (said.returncode, said.stdout) == (
        0, f"Installed: chiso {__version__} in {target}. Next: docs/deploying.md.\n",
    ), said.stderr  # fmt: skip
    return target / "bin" / "chiso"


def install(unpacked: Path, target: Path) -> "subprocess.CompletedProcess[str]":
    """What the script says and comes to."""
    command: list[str | Path] = ["sh", unpacked / "install.sh", target]
    return subprocess.run(command, env=OFFLINE, capture_output=True, text=True, check=False)


def test_it_scores_and_writes_a_pdf(chiso: Path, tmp_path: Path) -> None:
    command: list[str | Path] = [chiso, "score", "mau-tinh", "mau-tinh", "-o", tmp_path / "2026", "--format", "csv"]
    ran = subprocess.run(command, env=OFFLINE, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert (ran.returncode, ran.stdout.count("\n") > 40) == (0, True), ran.stderr
    command = [chiso, "report", "the-don-vi", tmp_path / "2026", "--unit", "so-tai-chinh", "-o", tmp_path / "the.pdf"]
    ran = subprocess.run(command, env=OFFLINE, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert ran.returncode == 0, ran.stderr
    written = (tmp_path / "the.pdf").read_bytes()
    assert (written[:5], b"Tinos" in written) == (b"%PDF-", True)


@pytest.fixture
def server(chiso: Path, tmp_path: Path) -> Iterator[str]:
    """The address of the installed application, while it is served."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**OFFLINE, "CHISO_VAR": str(tmp_path / "var")}
    with (tmp_path / "log").open("wb") as log:
        served = subprocess.Popen([chiso, "serve", "--port", str(port), "--processes", "1"], env=environment,
                                  stdout=log, stderr=log, start_new_session=True)  # fmt: skip
    yield f"http://127.0.0.1:{port}"
    os.killpg(served.pid, signal.SIGTERM)
    served.wait(30)


def test_it_serves_with_its_style_sheet_and_letters(server: str) -> None:
    page = fetched(f"{server}/account/login/").decode()
    assert "Đăng nhập" in page
    sheets = [part.partition('"')[0] for part in page.split('rel="stylesheet" href="')[1:]]
    assert [bool(fetched(server + sheet)) for sheet in sheets] == [True] * 6


def fetched(address: str) -> bytes:
    """What an address answers, as soon as it does."""
    for _ in range(300):
        try:
            with urllib.request.urlopen(address, timeout=10) as answer:
                return bytes(answer.read())
        except (ConnectionError, urllib.error.URLError):
            time.sleep(0.2)
    pytest.fail(f"nobody answers at {address}")


def test_an_archive_that_was_changed_installs_nothing(unpacked: Path, tmp_path: Path) -> None:
    copied = tmp_path / "chiso"
    shutil.copytree(unpacked, copied)
    with (copied / "requirements.txt").open("a", encoding="utf-8") as file:
        file.write("# one line more\n")
    said = install(copied, tmp_path / "opt")
    assert (said.returncode, (tmp_path / "opt").exists()) == (1, False)
    assert "This archive is not as it was made." in said.stderr
