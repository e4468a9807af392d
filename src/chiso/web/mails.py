"""Where e-mail goes: to a server, into files, or to the console."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote, urlsplit

from chiso.web.environment import Environment

BACKENDS = "django.core.mail.backends"
PORTS = {"smtp": 25, "smtps": 465, "smtp+tls": 587}
SECONDS = 20


def mail(environment: Environment) -> dict[str, Any]:
    """The settings of e-mail, by the names that Django gives them."""
    url = urlsplit(environment.mail)
    if url.scheme not in PORTS:
        kind = "filebased" if environment.mail.startswith("file") else "console"
        folder = environment.folder.absolute() / "mail"
        return {"EMAIL_BACKEND": f"{BACKENDS}.{kind}.EmailBackend", "EMAIL_FILE_PATH": str(folder)}
    return {
        "EMAIL_BACKEND": f"{BACKENDS}.smtp.EmailBackend",
        "EMAIL_HOST": url.hostname or "localhost",
        "EMAIL_PORT": url.port or PORTS[url.scheme],
        "EMAIL_HOST_USER": unquote(url.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(url.password or ""),
        "EMAIL_USE_TLS": url.scheme == "smtp+tls",
        "EMAIL_USE_SSL": url.scheme == "smtps",
        "EMAIL_TIMEOUT": SECONDS,
    }
