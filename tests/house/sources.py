"""The files that the rules of the house are held against."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]
PACKAGE = CHECKOUT / "src" / "chiso"


def modules(*folders: Path) -> list[Path]:
    """Every Python file in `folders`; in the package and its tests where none is named."""
    return sorted(path for folder in folders or (PACKAGE, CHECKOUT / "tests") for path in folder.rglob("*.py"))


def named(path: Path) -> str:
    """The path as it is said in a test's id and message: from the root of the checkout, with slashes."""
    return path.relative_to(CHECKOUT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of one module."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def calls(module: ast.Module) -> Iterator[tuple[int, str]]:
    """The line and the last name of every call in a module: `numpy.rint(x)` is `rint`."""
    for node in ast.walk(module):
        if isinstance(node, ast.Call):
            match node.func:
                case ast.Name(id=name) | ast.Attribute(attr=name):
                    yield node.lineno, name


def kept() -> list[Path]:
    """The files that git keeps, or would keep at the next `git add`."""
    # A checkout that another user owns (a mounted folder, a build machine) is read all the same.
    listed = subprocess.run(
        ["git", "-c", f"safe.directory={CHECKOUT}", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=CHECKOUT,
        check=True,
        capture_output=True,
    )
    names = listed.stdout.decode().split("\0")
    return sorted({path for name in names if name and (path := CHECKOUT / name).is_file()})
