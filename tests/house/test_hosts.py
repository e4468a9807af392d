"""What is kept names no registry: where packages come from is each machine's to say."""

from pathlib import Path

import pytest

from tests.house.sources import CHECKOUT, kept, named

# In halves, so that this file does not name them.
HOSTS = [
    one + other
    for one, other in [
        ("pypi", ".org"),
        ("python", "hosted.org"),
        ("registry.npm", "js.org"),
        ("registry.yarn", "pkg.com"),
        ("unp", "kg.com"),
        ("jsdel", "ivr.net"),
        ("deb.deb", "ian.org"),
        ("crates", ".io"),
        ("conda.ana", "conda.org"),
        ("repo.maven.apa", "che.org"),
    ]
]


@pytest.mark.parametrize("path", kept(), ids=named)
def test_no_registry_is_named(path: Path) -> None:
    content = path.read_bytes()
    assert [host for host in HOSTS if host.encode() in content] == []


def test_the_lock_names_no_place_and_every_package_has_a_hash() -> None:
    lock = (CHECKOUT / "requirements.lock").read_text(encoding="utf-8")
    assert [line for line in lock.splitlines() if "://" in line or "file:" in line or "@ " in line] == []
    packages = lock.replace("\\\n", " ").splitlines()
    assert [line for line in packages if line[:1].isalnum() and "--hash=sha256:" not in line] == []
    assert sum("==" in line for line in packages) > 0
