"""`chiso worker`: the work in the background."""

from __future__ import annotations

from chiso.language import marked

HELP = marked("Do the work of the web application in the background: reminders, closing, documents, large imports.")


def worker() -> int:
    """0 once the process was asked to end."""
    from chiso.web import serving

    serving.opened()
    serving.migrate()
    serving.work()
    return 0
