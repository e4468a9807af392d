"""The Vietnamese catalogue of the web, held in step with its pages and with what the libraries there say."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import allauth
import django
from babel.messages.catalog import Catalog
from babel.messages.extract import extract, extract_from_file
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

from tests.house.catalogues import Book, called, compiled, empty, forms, header, sentences, untranslated
from tests.house.messages import COMMENTS, WEB
from tests.house.sources import CHECKOUT, modules

__all__ = ["compiled", "forms", "sentences", "untranslated"]

CATALOGUE = WEB / "locale" / "vi" / "LC_MESSAGES" / "django.po"
BOOK = Book(
    CATALOGUE,
    header(
        "The Vietnamese of every sentence on the pages. The ids are the English sentences.",
        "After a change: make messages, then fill in what is empty.",
    ),
)
DJANGO = ("django.utils.translation",)
IN_TEMPLATES = {"gettext": None, "_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
ALLAUTH, CORE = Path(allauth.__file__).parent, Path(django.__file__).parent

# The pages of accounts that are mounted; the rest of the library speaks to nobody here.
ALLAUTH_TEMPLATES = (
    "account/account_inactive.html", "account/base_reauthenticate.html", "account/logout.html",
    "account/password_*.html", "account/reauthenticate.html", "account/signup_closed.html",
    "account/email/base_*", "account/email/password_*", "account/messages/password_*",
    "mfa/*.html", "mfa/email/*", "mfa/messages/*", "mfa/recovery_codes/*", "mfa/totp/*", "mfa/webauthn/*.html",
    "socialaccount/authentication_error.html", "socialaccount/connections.html", "socialaccount/login*.html",
    "socialaccount/messages/*",
)  # fmt: skip
ALLAUTH_MODULES = (
    "account/adapter.py", "account/forms.py", "account/fields.py", "mfa/adapter.py", "mfa/base/forms.py",
    "mfa/models.py", "mfa/totp/forms.py", "mfa/webauthn/forms.py", "socialaccount/adapter.py", "socialaccount/forms.py",
)  # fmt: skip
CORE_MODULES = (
    "contrib/auth/password_validation.py", "contrib/auth/validators.py", "core/validators.py", "forms/fields.py",
    "forms/models.py", "forms/formsets.py",
)  # fmt: skip


def extracted() -> Catalog:
    """The messages of the web, of allauth, and those of Django that its own Vietnamese catalogue lacks."""
    found = empty()
    for path, root, id, comments, context in (*_ours(), *_allauth(), *_core()):
        found.add(id, locations=[(path.relative_to(root).as_posix(), 0)], auto_comments=comments, context=context)
    return found


def _ours() -> Iterator[tuple[Path, Path, Any, Any, Any]]:
    for path in modules(WEB):
        yield from ((path, CHECKOUT, *rest) for rest in _python(path))
    for path in _templates(WEB / "templates"):
        yield from ((path, CHECKOUT, *rest) for rest in _template(path))


def _allauth() -> Iterator[tuple[Path, Path, Any, Any, Any]]:
    ours = {path.relative_to(WEB / "templates") for path in _templates(WEB / "templates")}
    templates, root = ALLAUTH / "templates", ALLAUTH.parent
    for path in (ALLAUTH / name for name in ALLAUTH_MODULES):
        yield from ((path, root, *rest) for rest in _python(path))
    for path in sorted({path for pattern in ALLAUTH_TEMPLATES for path in templates.glob(pattern)}):
        if path.relative_to(templates) not in ours:
            yield from ((path, root, *rest) for rest in _template(path))


def _core() -> Iterator[tuple[Path, Path, Any, Any, Any]]:
    own = empty()
    for folder in (CORE / "conf", CORE / "contrib" / "auth"):
        with (folder / "locale" / "vi" / "LC_MESSAGES" / "django.po").open("rb") as file:
            for message in read_po(file, locale="vi"):
                own[message.id] = message
    for path in (CORE / name for name in CORE_MODULES):
        for id, comments, context in _python(path):
            known = own.get(id[0] if isinstance(id, tuple) else id, context)
            if known is None or not all(forms(known)):
                yield path, CORE.parent, id, comments, context


def _templates(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix in (".html", ".txt"))


def _python(path: Path) -> Iterator[tuple[Any, Any, Any]]:
    for _, id, comments, context in extract_from_file("python", path, keywords=called(path, DJANGO), **COMMENTS):
        yield id, comments, context


def _template(path: Path) -> Iterator[tuple[Any, Any, Any]]:
    """The messages of one template: Django turns it into calls, which Babel reads as Python."""
    calls = templatize(path.read_text(encoding="utf-8"))
    code = "\n".join(line.strip() for line in calls.splitlines())
    for _, id, comments, context in extract("python", BytesIO(code.encode()), keywords=IN_TEMPLATES, **COMMENTS):
        yield id, comments, context


def main() -> None:
    """Writes both catalogue files and prints what is left to translate."""
    for id in BOOK.brought_in_step(extracted()):
        print(f"to be translated in {CATALOGUE.relative_to(CHECKOUT)}: {id}")


if __name__ == "__main__":
    main()
