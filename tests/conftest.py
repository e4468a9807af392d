"""What every test may ask for: the reference material beside the checkout, and random cases that repeat."""

from pathlib import Path

import pytest
from hypothesis import settings

CHECKOUT = Path(__file__).parents[1]
SHARED = CHECKOUT.parent / "shared"

# A test must say the same on every machine and day; `--hypothesis-profile=random` looks for new cases.
settings.register_profile("repeatable", deadline=None, derandomize=True, database=None)
settings.register_profile("random", deadline=None, max_examples=1000)
settings.load_profile("repeatable")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skips a test whose `shared(part)` is not on this machine, and says which part that is."""
    for marker in item.iter_markers("shared"):
        needs(*marker.args)


def needs(part: str) -> Path:
    """The path of one part of the reference material; where it is absent the test is skipped."""
    path = SHARED / part
    if not path.exists():
        pytest.skip(f"needs ../shared/{part}, which is absent")
    return path


@pytest.fixture
def shared(request: pytest.FixtureRequest) -> Path:
    """The folder of the reference material, or the part that the test's marker `shared(part)` names."""
    marker = request.node.get_closest_marker("shared")
    return needs(*(marker.args if marker else ("",)))
