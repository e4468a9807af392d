"""The reference of the command line, written from the commands' own help: `make docs`."""

import typer.cli
import typer.main
from typer.core import TyperGroup

from chiso import language
from tests.house.sources import CHECKOUT

PAGE = CHECKOUT / "docs" / "commands.md"
NOTE = "<!-- Written by `make docs` from the commands' own help. -->\n\n"


def written() -> str:
    """The page of all commands with their arguments and options, in English."""
    with language.use("en"):
        from chiso.cli.main import app

        command = typer.main.get_command(app)
        page = typer.cli.get_docs_for_click(obj=command, ctx=typer.Context(command), name="chiso")
    return NOTE + page.strip() + "\n"


def verbs() -> list[str]:
    """The names of the commands."""
    from chiso.cli.main import app

    command = typer.main.get_command(app)
    assert isinstance(command, TyperGroup)
    return command.list_commands(typer.Context(command))


if __name__ == "__main__":
    PAGE.write_text(written(), encoding="utf-8")
