"""What an input is refused with, as texts."""

from collections.abc import Callable
from typing import Any

import pytest

from chiso.engine.errors import InputError


def refusals(call: Callable[[], Any]) -> list[str]:
    """The problems of the error that a call raises, as English texts."""
    with pytest.raises(InputError) as caught:
        call()
    return [str(problem) for problem in caught.value.problems]
