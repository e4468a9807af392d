"""The dossier says what the code does: its tables are those of the roles, phases and settings."""

from django.utils import translation

from tests.web import dossier


def test_every_act_has_its_words() -> None:
    assert dossier.verbs() - set(dossier.VERBS) == set()


def test_the_tables_are_those_of_the_code() -> None:
    page = dossier.PAGE.read_text(encoding="utf-8")
    with translation.override("vi"):
        assert dossier.filled(page) == page, "run: make docs"


def test_another_table_is_seen() -> None:
    page = dossier.PAGE.read_text(encoding="utf-8").replace("`auditor`", "`somebody`")
    with translation.override("vi"):
        assert dossier.filled(page) != page
