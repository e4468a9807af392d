"""Serving: what must hold before, what is made ready, and the processes that answer and work."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import ip_address

from chiso.engine.errors import InputError, Problem, message
from chiso.web.environment import UNSAFE_SECRET, Environment, read

THREADS = 4
"""How many requests one process answers at once: most of a request waits for the database."""
MADE = "vendor/bootstrap.min.css"


def ready(address: str) -> Environment:
    """The settings of this installation, once everything holds and the database and the files of pages are as needed.

    Raises:
        InputError: something that must not be reachable by others, or settings that make no sense.
    """
    public = not is_local(address) or read(os.environ).secure
    if public:
        refuse_what_everybody_knows(read(os.environ))
    environment = opened()
    _refuse_without_assets()
    migrate()
    if public:
        refuse_demo_accounts()
    _collect()
    return environment


def opened() -> Environment:
    """The settings of this installation, with its folder made and the application loaded.

    Raises:
        InputError: settings that make no sense.
    """
    environment = read(os.environ)
    environment.folder.mkdir(parents=True, exist_ok=True)
    os.environ["DJANGO_SETTINGS_MODULE"] = "chiso.web.settings"
    import django

    django.setup()
    return environment


def is_local(address: str) -> bool:
    """Whether only this machine reaches an address."""
    if address == "localhost":
        return True
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False


REMEDY = message("set it right, or serve 127.0.0.1 only")


def refuse_what_everybody_knows(environment: Environment) -> None:
    """Refuses settings that must not stand where others reach the server."""
    problems = []
    if environment.secret == UNSAFE_SECRET:
        found, expected = message("the secret that everybody knows"), message("a secret of this installation")
        problems.append(Problem("SECRET_KEY", found, expected, REMEDY))
    if environment.debug:
        problems.append(Problem("DEBUG", message("1"), message("0 where others reach the server"), REMEDY))
    if environment.demo:
        problems.append(_demo())
    if problems:
        raise InputError(problems)


def refuse_demo_accounts() -> None:
    """Refuses a database with accounts whose passwords everybody knows."""
    from django.contrib.auth import get_user_model

    if get_user_model()._default_manager.filter(demo=True, is_active=True).exists():
        raise InputError([_demo()])


def _demo() -> Problem:
    found, expected = message("demo accounts, whose passwords everybody knows"), message("accounts of people")
    return Problem("CHISO_DEMO", found, expected, message("use another folder or database"))


def _refuse_without_assets() -> None:
    from django.contrib.staticfiles import finders

    if finders.find(MADE) is None:
        found, expected = message("no style sheet"), message("the files that `make assets` brings")
        raise InputError([Problem(MADE, found, expected, message("run: make assets"))])


def migrate() -> None:
    """Brings the tables up to this version."""
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)


def _collect() -> None:
    """Lays out the files of pages under names that change with their content."""
    from django.core.management import call_command

    call_command("collectstatic", interactive=False, verbosity=0)


def work() -> None:
    """Works in the background until the process is asked to end."""
    from django.core.management import call_command

    call_command("work")


def answer(address: str, port: int, processes: int) -> None:
    """Answers requests until the process is asked to end."""
    from granian.constants import Interfaces
    from granian.server import Server

    Server(
        "chiso.web.wsgi:application", address=address, port=port, interface=Interfaces.WSGI, workers=processes,
        blocking_threads=THREADS, websockets=False,
    ).serve()  # fmt: skip


@contextmanager
def working() -> Iterator[None]:
    """A worker beside, for as long as the context is open."""
    worker = subprocess.Popen([sys.executable, "-m", "chiso.web", "work"])
    try:
        yield
    finally:
        worker.terminate()
        worker.wait()
