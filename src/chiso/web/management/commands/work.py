"""`python -m chiso.web work`: the work in the background, until it is asked to end."""

from __future__ import annotations

import logging
import signal
import time
from threading import Event
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import close_old_connections
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from chiso.web.tasks import tick_once

LOOKS, TICKS = 1.0, 60.0
"""Seconds between two looks for a task, and between two ticks."""


class Command(BaseCommand):
    """Does the tasks that wait, and asks for a tick every minute."""

    help = "Do the work in the background: reminders, closing, documents, large imports."

    def add_arguments(self, parser: CommandParser) -> None:
        """Takes `--once`."""
        parser.add_argument("--once", action="store_true", help="End when no task waits any more.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Works until a signal, which lets the task at hand come to its end."""
        del args
        logging.getLogger("django_tasks_db").setLevel(logging.WARNING)
        ended, next_tick = Event(), 0.0
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: ended.set())
        while not ended.is_set():
            if time.monotonic() >= next_tick:
                tick_once()
                next_tick = time.monotonic() + TICKS
            # Asked first: the library looks for a task under the lock of a writer.
            while not ended.is_set() and DBTaskResult.objects.ready().exists():
                one_task()
            if options["once"]:
                return
            close_old_connections()
            ended.wait(LOOKS)


def one_task() -> None:
    """Does the task that waits longest; what it raises is kept with it and logged."""
    Worker(
        queue_names=["*"], interval=0, batch=True, backend_name="default", startup_delay=False, max_tasks=1,
        worker_id=get_random_string(32), excluded_queue_names=[],
    ).run()  # fmt: skip
