"""Commands that say their help and their complaints in the language in use, not the one they were defined in."""

from __future__ import annotations

import difflib
import os
import sys
from collections.abc import Iterator, Sequence
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from chiso.cli.complaints import complain, complain_of_usage, not_installed, unwritable
from chiso.engine.errors import InputError
from chiso.language import LANGUAGES, gettext, marked, use

NAME, VARIABLE = "chiso", "CHISO_LANG"
BAD_INPUT, BROKEN_PIPE, INTERRUPTED = 2, 141, 130
_HELP = marked("Show this help.")


def spoken(arguments: Sequence[str], variable: str) -> tuple[str, list[str]]:
    """The language that the arguments (`--lang en`, anywhere) or the variable ask for, and the other arguments.

    An unknown language comes back as it was asked for.
    """
    language, rest = variable or LANGUAGES[0], list[str]()
    waiting = iter(arguments)
    for argument in waiting:
        if argument == "--":
            return language, [*rest, argument, *waiting]
        if argument == "--lang":
            language = next(waiting, "")
        elif argument.startswith("--lang="):
            language = argument.partition("=")[2]
        else:
            rest.append(argument)
    return language, rest


class _Speaking:
    """Help texts that are kept as message ids and translated when they are shown."""

    params: list[Any]

    @property
    def help(self) -> str | None:
        return gettext(self._help) if self._help else None

    @help.setter
    def help(self, id: str | None) -> None:
        self._help = id

    @property
    def short_help(self) -> str | None:
        """The first sentence; a list of commands would cut the whole text anywhere."""
        return self.help.partition(". ")[0].removesuffix(".") if self.help else None

    @short_help.setter
    def short_help(self, id: str | None) -> None:
        del id

    def get_help_option(self, ctx: Any) -> Any:
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = _HELP
        return option

    def get_params(self, ctx: Any) -> Any:
        params = super().get_params(ctx)  # type: ignore[misc]
        for param in params:
            # The id is kept beside the text, which may be shown again in another language.
            param.said = getattr(param, "said", None) or param.help
            param.help = gettext(param.said) if param.said else None
        return params

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        return [piece.strip("{}") for piece in super().collect_usage_pieces(ctx)]  # type: ignore[misc]

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        pieces = self.collect_usage_pieces(ctx)
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=gettext("Usage: "))

    def format_options(self, ctx: Any, formatter: Any) -> None:
        for kind, title in (("argument", gettext("Arguments")), ("option", gettext("Options"))):
            records = list(self._records(ctx, kind))
            if records:
                with formatter.section(title):
                    formatter.write_dl(records)

    def _records(self, ctx: Any, kind: str) -> Iterator[tuple[str, str]]:
        for param in self.get_params(ctx):
            record = param.get_help_record(ctx) if param.param_type_name == kind else None
            if record is not None:
                name, text = record
                for word in (marked("required"), marked("default: ")):
                    text = text.replace(f"[{word}", f"[{gettext(word)}").replace(f"; {word}", f"; {gettext(word)}")
                yield name, text


class SpeakingCommand(_Speaking, TyperCommand):
    """A verb."""


class SpeakingGroup(_Speaking, TyperGroup):
    """The verbs together; what goes wrong in one becomes a message and an exit code."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        super().format_options(ctx, formatter)
        with formatter.section(gettext("Commands")):
            names = self.list_commands(ctx)
            formatter.write_dl([(name, self.commands[name].short_help or "") for name in names])

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args[0] not in self.commands:
            close = difflib.get_close_matches(args[0], self.list_commands(ctx), 1)
            found = gettext("there is no command {name}.").format(name=args[0])
            hint = gettext("Did you mean {name}?").format(name=close[0]) if close else ""
            ctx.fail(f"{found} {hint}".strip())
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: Any) -> Any:
        try:
            code = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            _close_output()
            raise typer.Exit(BROKEN_PIPE) from None
        return code

    def main(
        self, args: Sequence[str] | None = None, prog_name: str | None = None, complete_var: str | None = None,
        standalone_mode: bool = True, windows_expand_args: bool = True, **extra: Any,
    ) -> Any:  # fmt: skip
        """The exit code; with `standalone_mode` the process ends with it."""
        language, rest = spoken(sys.argv[1:] if args is None else args, os.environ.get(VARIABLE, ""))
        with use(language if language in LANGUAGES else LANGUAGES[0]):
            code = self._run(language, rest, extra)
        del prog_name, complete_var, windows_expand_args
        if standalone_mode:
            sys.exit(code)
        return code

    def _run(self, language: str, rest: list[str], extra: Any) -> int:
        try:
            if language not in LANGUAGES:
                expected = gettext("the language {name}: expected one of {names}")
                raise typer.BadParameter(expected.format(name=repr(language)[:20], names=", ".join(LANGUAGES)))
            code = super().main(rest, NAME, standalone_mode=False, **extra)
        except InputError as error:
            complain(error)
            return BAD_INPUT
        except typer.TyperException as error:
            complain_of_usage(error)
            return BAD_INPUT
        except typer.Abort:
            return INTERRUPTED
        except ModuleNotFoundError as error:
            complain(not_installed(error))
            return BAD_INPUT
        except OSError as error:
            complain(unwritable(error))
            return BAD_INPUT
        return code if isinstance(code, int) else 0


def _close_output() -> None:
    """Lets what is left to be written vanish: nobody reads it, and the interpreter would complain at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
