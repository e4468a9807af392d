"""The Vietnamese catalogue, held in step with the messages in the code: `make messages`."""

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from tests.house.sources import CHECKOUT, PACKAGE

CATALOGUE = PACKAGE / "locale" / "vi" / "LC_MESSAGES" / "chiso.po"
COMPILED = CATALOGUE.with_suffix(".mo")

METHODS = [("**.py", "python"), ("**.html", "jinja2"), ("**.jinja", "jinja2"), ("**.j2", "jinja2")]
# `message` is the engine's: it knows the id of a sentence and no language.
KEYWORDS = {"_": None, "gettext": None, "marked": None, "message": None, "ngettext": (1, 2)}

# Without a date or a tool's version, so that the files change only when a message does.
HEADER = """\
# The Vietnamese of every sentence that Chiso says. The ids are the English sentences.
# After a change in the code: make messages, then fill in what is empty.
msgid ""
msgstr ""
"Language: vi\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

"""


def extracted() -> Catalog:
    """The messages in the code and the templates, with the files they stand in and no translation."""
    found = Catalog(locale="vi", fuzzy=False)
    for name, _, id, comments, context in extract_from_dir(
        PACKAGE, METHODS, keywords=KEYWORDS, comment_tags=("Translators:",), strip_comment_tags=True
    ):
        file = (PACKAGE / name).relative_to(CHECKOUT).as_posix()
        found.add(id, locations=[(file, 0)], auto_comments=comments, context=context)
    return found


def kept(path: Path = CATALOGUE) -> Catalog:
    """The catalogue as it stands in its file; an empty one where there is no file."""
    if not path.exists():
        return Catalog(locale="vi", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale="vi", abort_invalid=True)


def sentences(catalogue: Catalog) -> Iterator[Message]:
    """The messages of a catalogue without its header."""
    return (message for message in catalogue if message.id)


def written(catalogue: Catalog) -> bytes:
    """The text of a catalogue file: sorted by the files the messages stand in, the obsolete ones gone."""
    text = BytesIO()
    write_po(
        text,
        catalogue,
        width=110,
        omit_header=True,
        sort_by_file=True,
        include_lineno=False,
        ignore_obsolete=True,
    )
    return HEADER.encode() + text.getvalue()


def compiled(catalogue: Catalog) -> bytes:
    """The bytes of the compiled catalogue, the same on any day."""
    catalogue.creation_date = catalogue.revision_date = datetime.fromtimestamp(0, UTC)
    binary = BytesIO()
    write_mo(binary, catalogue)
    return binary.getvalue()


def untranslated(catalogue: Catalog) -> list[str]:
    """The ids that have no Vietnamese sentence of their own, or one that somebody still has to look at."""
    return [str(message.id) for message in sentences(catalogue) if message.fuzzy or not all(forms(message))]


def forms(message: Message) -> list[str]:
    """The Vietnamese sentences of a message: one, since the language has one plural form."""
    return [message.string] if isinstance(message.string, str) else [str(form or "") for form in message.string or [""]]


def main() -> None:
    """Writes both catalogue files and prints what is left to translate."""
    catalogue = kept()
    catalogue.update(extracted(), no_fuzzy_matching=True)
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    CATALOGUE.write_bytes(written(catalogue))
    COMPILED.write_bytes(compiled(kept()))
    for id in untranslated(catalogue):
        print(f"to be translated in {CATALOGUE.relative_to(CHECKOUT)}: {id}")


if __name__ == "__main__":
    main()
