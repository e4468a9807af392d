"""`python -m chiso.web migrate` and the like: Django's own commands, and ours."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Runs the management command that the command line names."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chiso.web.settings")
    from django.core.management import execute_from_command_line

    from chiso.engine.errors import InputError

    try:
        execute_from_command_line(sys.argv)
    except InputError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(2)


if __name__ == "__main__":
    main()
