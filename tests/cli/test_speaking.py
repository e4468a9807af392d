import pytest

from chiso.cli.speaking import spoken
from tests.cli.running import run
from tests.house.commands import verbs

VERBS = verbs()


@pytest.mark.parametrize(
    ("arguments", "variable", "expected"),
    [
        (["score", "a"], "", ("vi", ["score", "a"])),
        (["score", "a"], "en", ("en", ["score", "a"])),
        (["--lang", "en", "score"], "vi", ("en", ["score"])),
        (["score", "a", "--lang=en", "b"], "", ("en", ["score", "a", "b"])),
        (["check", "--", "--lang"], "", ("vi", ["check", "--", "--lang"])),
        (["check", "--lang"], "", ("", ["check"])),
    ],
)
def test_the_language_may_stand_anywhere(arguments: list[str], variable: str, expected: tuple[str, list[str]]) -> None:
    assert spoken(arguments, variable) == expected


def test_help_lists_every_verb_in_the_language_asked_for() -> None:
    english, vietnamese = run("--help", lang="en"), run("--help", lang="vi")
    for ran in (english, vietnamese):
        assert [verb for verb in VERBS if f"\n  {verb} " not in ran.out] == []
        assert (ran.code, ran.err) == (0, "")
    assert "Usage: chiso [OPTIONS] COMMAND" in english.out
    assert "Cách dùng: chiso [OPTIONS] COMMAND" in vietnamese.out
    assert run("--help", "--lang", "en", lang="vi") == english


@pytest.mark.parametrize("verb", VERBS)
def test_the_help_of_a_verb_is_wholly_translated(verb: str) -> None:
    english, vietnamese = run(verb, "--help", lang="en").out, run(verb, "--help", lang="vi").out
    assert "Show this help." in english
    sentences = [line.strip() for line in english.splitlines() if line.strip().endswith((".", ".]"))]
    assert sentences != []
    assert [line for line in sentences if line in vietnamese and line != "(docs/bundle.md)."] == []


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["scor"], "there is no command scor. Did you mean score?\n`chiso --help` tells how it is used.\n"),
        (["xyz"], "there is no command xyz.\n`chiso --help` tells how it is used.\n"),
        (["check"], "FRAMEWORK is missing\n`chiso check --help` tells how it is used.\n"),
        (["explain", "a", "b"], "--unit is missing\n`chiso explain --help` tells how it is used.\n"),
        (["check", "a", "--formt", "x"],
         "there is no option --formt. Did you mean --format?\n`chiso check --help` tells how it is used.\n"),
        (["check", "a", "--format", "xml"],
         "--format: expected one of table, json, csv\n`chiso check --help` tells how it is used.\n"),
    ],
)  # fmt: skip
def test_a_wrong_command_line_is_told_in_one_sentence(arguments: list[str], expected: str) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out, ran.err) == (2, "", f"Wrong command line: {expected}")


def test_an_unknown_language_is_told_in_vietnamese() -> None:
    for ran in (run("--lang", "fr", "frameworks"), run("frameworks", lang="fr")):
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith("Dòng lệnh sai: ngôn ngữ 'fr'")


def test_no_verb_at_all_shows_the_help() -> None:
    ran = run()
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == run("--help").out


def test_the_version_is_told() -> None:
    from chiso import __version__

    assert run("--version").out == f"chiso {__version__}\n"
