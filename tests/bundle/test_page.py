"""docs/bundle.md tells every file, column, key, state and finding."""

import json
import subprocess
from pathlib import Path
from typing import get_args

import pytest
from cryptography.hazmat.primitives import serialization

from chiso.bundle.finding import Kind
from chiso.bundle.names import ALL, COLUMNS, STAGES
from tests.bundle.small import KEY, published

PAGE = (Path(__file__).parents[2] / "docs" / "bundle.md").read_text(encoding="utf-8")


def test_everything_of_the_format_is_described() -> None:
    manifest = json.loads(published(KEY)["manifest.json"])
    words = {*ALL, *STAGES, *get_args(Kind), *manifest, *manifest["counts"]}
    words |= {column for columns in COLUMNS.values() for column in columns}
    words |= {key for told in manifest["files"].values() for key in told}
    assert sorted(word for word in words if f"`{word}`" not in PAGE) == []


def test_a_signature_is_checked_without_chiso_as_the_page_says(tmp_path: Path) -> None:
    try:
        version = subprocess.run(["openssl", "version"], capture_output=True, check=True, text=True).stdout
    except FileNotFoundError:
        pytest.skip("needs openssl, which is absent")
    if version.split()[1].split(".")[0] < "3":
        pytest.skip("needs OpenSSL 3")
    [line] = [line for line in PAGE.splitlines() if line.startswith("openssl pkeyutl")]
    for name in ("manifest.json", "manifest.sig"):
        (tmp_path / name).write_bytes(published(KEY)[name])
    public = KEY.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    (tmp_path / "public.pem").write_bytes(public)
    assert subprocess.run(line.split(), cwd=tmp_path, capture_output=True, check=False).returncode == 0
    (tmp_path / "manifest.json").write_bytes(published(KEY)["manifest.json"] + b" ")
    assert subprocess.run(line.split(), cwd=tmp_path, capture_output=True, check=False).returncode != 0
