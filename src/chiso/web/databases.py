"""How each database is spoken to, so that a save that was acknowledged stays and two at once do not fail."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from chiso.web.environment import Environment

FILE = "chiso.sqlite3"

# synchronous=FULL: in WAL mode NORMAL survives the death of the process, but a cut of power may lose the last saves,
# and a save that a reporter saw acknowledged on the last evening must not be lost. It costs one fsync a transaction.
PRAGMAS = """
PRAGMA journal_mode=WAL;
PRAGMA synchronous=FULL;
PRAGMA mmap_size=134217728;
PRAGMA journal_size_limit=27103364;
PRAGMA cache_size=-16000;
"""


def database(environment: Environment) -> dict[str, Any]:
    """The settings of the one database, as Django takes them."""
    if environment.database.startswith("postgres"):
        return _postgresql(environment.database)
    path = environment.database.removeprefix("sqlite:///")
    return _sqlite(Path(path) if path else environment.folder.absolute() / FILE)


def _sqlite(path: Path) -> dict[str, Any]:
    """IMMEDIATE, since a transaction that reads first and writes later could not wait for another writer."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "CONN_MAX_AGE": None,
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": PRAGMAS},
    }


def _postgresql(url: str) -> dict[str, Any]:
    from psycopg.conninfo import conninfo_to_dict

    options = {name: value for name, value in conninfo_to_dict(url).items() if value is not None}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": options.pop("dbname", "chiso"),
        "USER": options.pop("user", ""),
        "PASSWORD": options.pop("password", ""),
        "HOST": options.pop("host", ""),
        "PORT": str(options.pop("port", "")),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }
