"""Settings: read as they are written, refused where they make no sense, each of them described."""

from pathlib import Path

import pytest

from chiso.engine.errors import InputError
from chiso.web import databases, mails
from chiso.web.environment import Environment, names, read

PAGE = Path(__file__).parents[2] / "docs" / "deploying.md"
SECRET = "s" * 50


def test_every_setting_is_described() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert [name for name in names() if f"| `{name}` |" not in text] == []
    assert [line.split("`")[1] for line in text.splitlines() if line.startswith("| `")] == names()


def test_nothing_needs_to_be_said() -> None:
    environment = read({})
    assert environment == Environment()
    assert environment.allowed == ["127.0.0.1", "localhost", "127.0.0.1", "[::1]"]
    assert (environment.secure, environment.debug, environment.demo) == (False, False, False)


def test_settings_are_read() -> None:
    environment = read(
        {
            "SECRET_KEY": SECRET,
            "DEBUG": "0",
            "CHISO_DEMO": "1",
            "CHISO_VAR": "/srv/chiso",
            "CHISO_URL": "https://chiso.tinh.vn",
            "CHISO_HOSTS": "chiso.tinh.vn, 10.0.0.5",
            "CHISO_UPLOAD_MB": "20",
            "CHISO_OIDC_URL": "",
            "CHISO_LANG": "en",
            "HOME": "/root",
        }
    )
    assert environment.allowed == ["chiso.tinh.vn", "10.0.0.5"]
    assert (environment.secure, environment.demo, environment.folder) == (True, True, Path("/srv/chiso"))
    assert (environment.upload_mb, environment.oidc_url) == (20, "")


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("DEBUG", "maybe", "DEBUG: 'maybe'; expected: 1 or 0; correct the variable, or leave it out"),
        (
            "SECRET_KEY",
            "short",
            "SECRET_KEY: a value that makes no sense; expected: at least 50 random characters; "
            "correct the variable, or leave it out",
        ),
        (
            "CHISO_UPLOAD_MB",
            "5000",
            "CHISO_UPLOAD_MB: '5000'; expected: a whole number from 1 to 2000; correct the variable, or leave it out",
        ),
        (
            "CHISO_URL",
            "chiso.tinh.vn",
            "CHISO_URL: chiso.tinh.vn; expected: http:// or https:// and a host, without a path; "
            "correct the variable, or leave it out",
        ),
        (
            "DATABASE_URL",
            "mysql://a:geheim@b/c",
            "DATABASE_URL: a value that makes no sense; expected: postgresql://name:password@host/database, "
            "or sqlite:///path; correct the variable, or leave it out",
        ),
        (
            "CHISO_OIDC_CLIENT",
            "chiso",
            "CHISO_OIDC_URL: ''; expected: all of CHISO_OIDC_URL, CHISO_OIDC_CLIENT and CHISO_OIDC_SECRET, or none; "
            "correct the variable, or leave it out",
        ),
        (
            "CHISO_HOST",
            "x",
            "CHISO_HOST: a setting that Chiso does not know; expected: one of those in docs/deploying.md; "
            "did you mean CHISO_HOSTS?",
        ),
    ],
)
def test_nonsense_is_refused(name: str, value: str, expected: str) -> None:
    with pytest.raises(InputError) as raised:
        read({name: value})
    assert str(raised.value) == expected


def test_all_that_is_wrong_is_said_at_once() -> None:
    with pytest.raises(InputError) as raised:
        read({"CHISO_URL": "ftp://x", "CHISO_MAIL": "pigeon", "CHISO_NOTHING": "1"})
    assert [problem.where for problem in raised.value.problems] == ["CHISO_NOTHING", "CHISO_URL", "CHISO_MAIL"]


def test_sqlite_waits_for_writers_and_loses_no_save() -> None:
    chosen = databases.database(read({"CHISO_VAR": "/srv/chiso"}))
    assert (chosen["ENGINE"], chosen["NAME"]) == ("django.db.backends.sqlite3", Path("/srv/chiso/chiso.sqlite3"))
    assert (chosen["OPTIONS"]["transaction_mode"], chosen["OPTIONS"]["timeout"]) == ("IMMEDIATE", 20)
    assert "journal_mode=WAL" in chosen["OPTIONS"]["init_command"]
    assert "synchronous=FULL" in chosen["OPTIONS"]["init_command"]


def test_postgresql_comes_by_its_address() -> None:
    address = "postgresql://chiso:m%40t@db.tinh.vn:5433/chiso?sslmode=require"
    chosen = databases.database(read({"DATABASE_URL": address}))
    assert [chosen[name] for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS")] == [
        "chiso", "chiso", "m@t", "db.tinh.vn", "5433", {"sslmode": "require"},
    ]  # fmt: skip


def test_mail_goes_where_the_address_says() -> None:
    sent = mails.mail(read({"CHISO_MAIL": "smtp+tls://chiso:m%40t@mail.tinh.vn"}))
    assert [sent[f"EMAIL_{name}"] for name in ("HOST", "PORT", "HOST_USER", "HOST_PASSWORD", "USE_TLS", "USE_SSL")] == [
        "mail.tinh.vn", 587, "chiso", "m@t", True, False,
    ]  # fmt: skip
    assert mails.mail(read({"CHISO_MAIL": "file", "CHISO_VAR": "/srv/chiso"})) == {
        "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
        "EMAIL_FILE_PATH": "/srv/chiso/mail",
    }
