"""The settings of an installation, read from the variables of the environment and refused where they make no sense."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import SplitResult, urlsplit

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from chiso.engine.errors import InputError, Message, Problem, message

UNSAFE_SECRET = "made-up-secret-for-trying-out-and-for-tests-only-never-for-real-use"
DEMO_PASSWORD = "dung-thu-chiso"
"""What all accounts to try sign in by; a server that others reach refuses to start where there are any."""
PREFIX = "CHISO_"
ELSEWHERE = ("CHISO_LANG", "CHISO_TEST")
"""What other parts of Chiso read: the command line and the tests."""
SHORTEST_SECRET = 50
DATABASES = ("postgresql", "postgres", "sqlite")
MAILS = ("smtp", "smtps", "smtp+tls", "file", "console")


def _listed(value: object) -> object:
    return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value


class Environment(BaseModel):
    """One installation. The alias of each setting is its variable; docs/deploying.md describes them."""

    model_config = ConfigDict(extra="ignore", frozen=True, populate_by_name=True)

    secret: str = Field(UNSAFE_SECRET, alias="SECRET_KEY")
    database: str = Field("", alias="DATABASE_URL")
    debug: bool = Field(False, alias="DEBUG")
    demo: bool = Field(False, alias="CHISO_DEMO")
    folder: Path = Field(Path("var"), alias="CHISO_VAR")
    url: str = Field("http://127.0.0.1:8000", alias="CHISO_URL")
    hosts: Annotated[tuple[str, ...], BeforeValidator(_listed)] = Field((), alias="CHISO_HOSTS")
    proxied: bool = Field(False, alias="CHISO_PROXY")
    mail: str = Field("console", alias="CHISO_MAIL")
    mail_from: str = Field("chiso@localhost", alias="CHISO_MAIL_FROM")
    oidc_url: str = Field("", alias="CHISO_OIDC_URL")
    oidc_client: str = Field("", alias="CHISO_OIDC_CLIENT")
    oidc_secret: str = Field("", alias="CHISO_OIDC_SECRET")
    oidc_name: str = Field("SSO", alias="CHISO_OIDC_NAME")
    upload_mb: int = Field(50, alias="CHISO_UPLOAD_MB", ge=1, le=2000)
    quota_mb: int = Field(2000, alias="CHISO_QUOTA_MB", ge=1, le=1_000_000)
    clamd: str = Field("", alias="CHISO_CLAMD")
    level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field("INFO", alias="CHISO_LOG")

    @model_validator(mode="after")
    def _whole(self) -> Environment:
        oidc = (self.oidc_url, self.oidc_client, self.oidc_secret)
        if any(oidc) and not all(oidc):
            raise ValueError("oidc")
        return self

    @property
    def public_url(self) -> SplitResult:
        """The address that people type."""
        return urlsplit(self.url)

    @property
    def secure(self) -> bool:
        """Whether people come by https."""
        return self.public_url.scheme == "https"

    @property
    def allowed(self) -> list[str]:
        """The names that the server answers to."""
        return list(self.hosts) or [
            name for name in (self.public_url.hostname, "localhost", "127.0.0.1", "[::1]") if name
        ]


def read(variables: Mapping[str, str]) -> Environment:
    """The settings in `variables`; an empty one counts as not given.

    Raises:
        InputError: a value that makes no sense, or a name that starts like ours and is none.
    """
    given = {name: value for name, value in variables.items() if value != ""}
    problems = [*_unknown(given)]
    try:
        environment = Environment.model_validate(given)
    except ValidationError as error:
        problems += [_problem(where, given) for where in _wheres(error)]
        raise InputError(problems) from None
    problems += [*_senseless(environment)]
    if problems:
        raise InputError(problems)
    return environment


def names() -> list[str]:
    """The variables, in the order they are declared."""
    return [str(field.alias) for field in Environment.model_fields.values()]


def _unknown(given: Mapping[str, str]) -> Iterator[Problem]:
    for name in sorted(given):
        if name.startswith(PREFIX) and name not in names() and not name.startswith(ELSEWHERE):
            close = difflib.get_close_matches(name, names(), 1)
            remedy = message("did you mean {name}?", name=close[0]) if close else message("remove it")
            yield Problem(
                name,
                message("a setting that Chiso does not know"),
                message("one of those in docs/deploying.md"),
                remedy,
            )


def _wheres(error: ValidationError) -> list[str]:
    return [str(each["loc"][0]) if each["loc"] else "CHISO_OIDC_URL" for each in error.errors()]


def _problem(name: str, given: Mapping[str, str]) -> Problem:
    found = message("{value}", value=repr(given.get(name, ""))[:60])
    return Problem(name, found, EXPECTED.get(name, EXPECTED["DEBUG"]), message("correct the variable, or leave it out"))


EXPECTED: Mapping[str, Message] = {
    "DEBUG": message("1 or 0"),
    "SECRET_KEY": message("at least {count} random characters", count=SHORTEST_SECRET),
    "DATABASE_URL": message("postgresql://name:password@host/database, or sqlite:///path"),
    "CHISO_URL": message("http:// or https:// and a host, without a path"),
    "CHISO_MAIL": message("console, file, smtp://, smtps:// or smtp+tls://name:password@host"),
    "CHISO_MAIL_FROM": message("an e-mail address"),
    "CHISO_OIDC_URL": message("all of CHISO_OIDC_URL, CHISO_OIDC_CLIENT and CHISO_OIDC_SECRET, or none"),
    "CHISO_UPLOAD_MB": message("a whole number from {low} to {high}", low=1, high=2000),
    "CHISO_QUOTA_MB": message("a whole number from {low} to {high}", low=1, high=1_000_000),
    "CHISO_CLAMD": message("the path of a socket, or host:port"),
    "CHISO_LOG": message("DEBUG, INFO, WARNING or ERROR"),
}


def _senseless(environment: Environment) -> Iterator[Problem]:
    checks = {
        "SECRET_KEY": len(environment.secret) >= SHORTEST_SECRET,
        "DATABASE_URL": not environment.database or environment.database.partition(":")[0] in DATABASES,
        "CHISO_URL": _is_place(environment.public_url),
        "CHISO_MAIL": environment.mail.partition("://")[0] in MAILS,
        "CHISO_MAIL_FROM": "@" in environment.mail_from,
        "CHISO_OIDC_URL": not environment.oidc_url or urlsplit(environment.oidc_url).scheme in ("http", "https"),
    }
    secrets = ("SECRET_KEY", "DATABASE_URL", "CHISO_MAIL")
    shown = {
        "CHISO_URL": environment.url,
        "CHISO_MAIL_FROM": environment.mail_from,
        "CHISO_OIDC_URL": environment.oidc_url,
    }
    for name, right in checks.items():
        if not right:
            # A password in a message would end in a log.
            found = (
                message("a value that makes no sense")
                if name in secrets
                else message("{value}", value=shown[name][:60])
            )
            yield Problem(name, found, EXPECTED[name], message("correct the variable, or leave it out"))


def _is_place(url: SplitResult) -> bool:
    return url.scheme in ("http", "https") and bool(url.hostname) and url.path in ("", "/") and not url.query
