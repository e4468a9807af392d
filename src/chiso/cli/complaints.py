"""Problems in words, on standard error."""

from __future__ import annotations

import sys
from typing import Any

from chiso.cli.output import clean
from chiso.engine.errors import InputError, Problem, message
from chiso.language import gettext, sentence

MOST_SHOWN = 50
OF_THE_WEB = frozenset(
    {"allauth", "axes", "csp", "django", "django_htmx", "django_tasks", "granian", "psycopg", "whitenoise"}
)
"""Libraries of the extra `web`; the others that may be missing are those of `report`."""


def line_of(problem: Problem) -> str:
    """A problem in one line: where, found, expected, what to do."""
    return gettext("{where}: {found}; expected: {expected}; {remedy}.").format(
        where=problem.where,
        found=sentence(problem.found),
        expected=sentence(problem.expected),
        remedy=sentence(problem.remedy),
    )


def complain(error: InputError) -> None:
    """Writes the problems of an error to standard error, at most so many."""
    for problem in error.problems[:MOST_SHOWN]:
        say(line_of(problem))
    left = len(error.problems) - MOST_SHOWN
    if left > 0:
        say(gettext("and {count} more").format(count=left))


def complain_of_usage(error: Any) -> None:
    """Writes what is wrong with a command line, and where its help is."""
    if type(error).__name__ == "NoArgsIsHelpError":
        say(error.message)
        return
    say(gettext("Wrong command line: {what}").format(what=_what(error)))
    context = getattr(error, "ctx", None)
    if context is not None:
        say(gettext("`{command} --help` tells how it is used.").format(command=context.command_path))


def _what(error: Any) -> str:
    """The usual mistakes in the language in use, the rest as the library says it."""
    param, option = getattr(error, "param", None), getattr(error, "option_name", None)
    if type(error).__name__ == "MissingParameter" and param is not None:
        return gettext("{name} is missing").format(name=_named(param))
    if type(error).__name__ == "NoSuchOption":
        close = ", ".join(error.possibilities or ())
        said = gettext("there is no option {name}.").format(name=option)
        return f"{said} {gettext('Did you mean {name}?').format(name=close)}" if close else said
    if param is not None:
        choices = getattr(param.type_descriptor, "choices", None)
        if choices:
            names = ", ".join(str(getattr(choice, "value", choice)) for choice in choices)
            return gettext("{name}: expected one of {names}").format(name=_named(param), names=names)
        return f"{_named(param)}: {error.message}"
    return str(error.format_message() if option else error.message)


def _named(param: Any) -> str:
    return str(param.opts[0] if param.param_type_name == "option" else param.display_name_raw)


def unwritable(error: OSError) -> InputError:
    """The error of an output that the system does not take."""
    found = message("an output that cannot be written ({reason})", reason=error.strerror or str(error))
    remedy = message("check the room and the rights")
    return InputError(
        [Problem(error.filename or gettext("standard output"), found, message("a place that takes it"), remedy)]
    )


def not_installed(error: ModuleNotFoundError) -> InputError:
    """The error of a library that an extra would bring; a module of our own that is missing is raised again."""
    if error.name is None or error.name.partition(".")[0] == "chiso":
        raise error
    extra = "web" if error.name.partition(".")[0] in OF_THE_WEB else "report"
    found = message("no library {name}", name=error.name)
    expected = message("the libraries of the extra `{extra}`", extra=extra)
    return InputError([Problem("chiso", found, expected, message("install chiso[{extra}]", extra=extra))])


def say(text: str) -> None:
    """Writes a line to standard error."""
    print(clean(text), file=sys.stderr)
