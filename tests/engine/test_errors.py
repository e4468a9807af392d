"""An error says where, what was found, what is expected and what to do."""

import pytest

from chiso.engine.errors import (
    AnswersError,
    BundleError,
    ChisoError,
    ExpressionError,
    FrameworkError,
    InputError,
    Message,
    Problem,
    message,
)


def test_a_message_is_an_id_with_values() -> None:
    said = message("at most {most} bytes", most=5)
    assert (said.id, said.values, str(said)) == ("at most {most} bytes", {"most": 5}, "at most 5 bytes")
    assert str(message("one of {names}", names="{x}")) == "one of {x}"
    assert str(Message("{braces} without values")) == "{braces} without values"


@pytest.mark.parametrize("kind", [FrameworkError, ExpressionError, AnswersError, BundleError])
def test_every_error_bears_all_its_problems(kind: type[InputError]) -> None:
    problems = [
        Problem("k.yaml:3:5", message("x"), message("a number"), message("mend it")),
        Problem("u, a", message("y"), message("a text"), message("leave it out")),
    ]
    error = kind(iter(problems))
    assert error.problems == tuple(problems)
    assert str(error) == "k.yaml:3:5: x; expected: a number; mend it\nu, a: y; expected: a text; leave it out"
    assert isinstance(error, ChisoError)
