"""An error is caught by its name: a net for all of them hides the one that nobody thought of."""

import ast
from pathlib import Path

import pytest

from tests.house.sources import modules, named, tree

NETS = {"Exception", "BaseException"}


@pytest.mark.parametrize("path", modules(), ids=named)
def test_no_net_for_all_errors(path: Path) -> None:
    handlers = [node for node in ast.walk(tree(path)) if isinstance(node, ast.ExceptHandler)]
    assert [handler.lineno for handler in handlers if caught(handler) & NETS or handler.type is None] == []


def caught(handler: ast.ExceptHandler) -> set[str]:
    """The names of the errors that one `except` catches."""
    return {node.id for node in ast.walk(handler.type) if isinstance(node, ast.Name)} if handler.type else set()
