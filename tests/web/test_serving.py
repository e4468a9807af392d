"""Serving: refused where it would be unsafe, answering where it is not, ending when it is asked to."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from chiso.engine.errors import InputError
from chiso.web import serving
from chiso.web.environment import Environment

pytestmark = pytest.mark.django_db
SECRET = "s" * 50


def problems(environment: Environment) -> list[str]:
    """The settings that a public address is refused for."""
    try:
        serving.refuse_what_everybody_knows(environment)
    except InputError as error:
        return [problem.where for problem in error.problems]
    return []


def test_a_public_address_is_refused_what_everybody_knows() -> None:
    assert problems(Environment()) == ["SECRET_KEY"]
    assert problems(Environment(secret=SECRET, debug=True, demo=True)) == ["DEBUG", "CHISO_DEMO"]
    assert problems(Environment(secret=SECRET)) == []


def test_demo_accounts_are_refused_whatever_the_settings_say() -> None:
    from chiso.web.models import Person

    serving.refuse_demo_accounts()
    Person.objects.create_user("thu", "thu@example.vn", "thu", demo=True)
    with pytest.raises(InputError, match="demo accounts, whose passwords everybody knows"):
        serving.refuse_demo_accounts()


@pytest.mark.parametrize("address", ["127.0.0.1", "127.8.8.8", "::1", "localhost"])
def test_only_this_machine_reaches(address: str) -> None:
    assert serving.is_local(address) is True


@pytest.mark.parametrize("address", ["0.0.0.0", "::", "10.0.0.5", "chiso.tinh.vn"])
def test_others_reach(address: str) -> None:
    assert serving.is_local(address) is False


def settings_of(folder: Path) -> dict[str, str]:
    """The variables of an installation in a folder."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("CHISO_", "DJANGO_", "DATABASE"))}
    return {**kept, "CHISO_VAR": str(folder), "CHISO_LANG": "en"}


def test_the_command_refuses_a_public_address_with_the_secret_that_everybody_knows(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "chiso", "serve", "--address", "0.0.0.0"]
    ran = subprocess.run(command, env=settings_of(tmp_path), capture_output=True, text=True, check=False, timeout=60)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == (
        "SECRET_KEY: the secret that everybody knows; expected: a secret of this installation; "
        "set it right, or serve 127.0.0.1 only.\n"
    )
    assert list(tmp_path.iterdir()) == []


def test_the_command_answers_works_and_ends(tmp_path: Path) -> None:
    needs_assets()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "chiso", "serve", "--port", str(port), "--processes", "1", "--worker"]
    server = subprocess.Popen(
        command, env=settings_of(tmp_path), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        page = fetched(f"http://127.0.0.1:{port}/account/login/")
        sheet = page.partition('rel="stylesheet" href="')[2].partition('"')[0]
        assert "Đăng nhập" in page
        assert "Bootstrap" in fetched(f"http://127.0.0.1:{port}{sheet}")
    finally:
        server.send_signal(signal.SIGINT)
        said, _ = server.communicate(timeout=30)
    assert server.returncode == 0, said
    assert said.startswith(f"Chiso answers at http://127.0.0.1:{port}\n")
    assert "Traceback" not in said


def needs_assets() -> None:
    """Skips where the style sheet has not been brought."""
    if not (Path(serving.__file__).parent / "static" / serving.MADE).exists():
        pytest.skip("needs the style sheet, which `make assets` brings")


def fetched(address: str) -> str:
    """The page at an address, as soon as somebody answers there."""
    for _ in range(150):
        try:
            with urllib.request.urlopen(address, timeout=10) as answer:
                return str(answer.read().decode())
        except (ConnectionError, urllib.error.URLError):
            time.sleep(0.2)
    pytest.fail(f"nobody answers at {address}")
