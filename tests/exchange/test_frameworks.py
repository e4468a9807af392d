from pathlib import Path

from chiso.exchange import shipped
from chiso.exchange.frameworks import read
from tests.exchange.refusals import refusals
from tests.exchange.small import TEXT


def test_a_framework_comes_by_id_file_or_folder_with_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "framework.yaml"
    path.write_text(TEXT, encoding="utf-8")
    for name in (str(path), str(tmp_path)):
        source = read(name)
        assert (source.framework.id, source.raw, source.name) == ("nho", TEXT.encode(), str(path))
    source = read("kon-tum-2017")
    assert (source.framework.id, source.name) == ("kon-tum-2017", "kon-tum-2017/framework.yaml")
    assert source.raw == shipped.framework_bytes("kon-tum-2017")


def test_what_is_no_framework_is_told(tmp_path: Path) -> None:
    assert refusals(lambda: read("kon-tum-2071")) == [
        "kon-tum-2071: neither a framework that ships nor a file; expected: the id of one that ships, or the path of a "
        "framework.yaml; did you mean kon-tum-2017?"
    ]
    assert refusals(lambda: read(str(tmp_path))) == [
        f"{tmp_path}: a folder; expected: a file; name a file inside it, or another file"
    ]
    large = tmp_path / "large.yaml"
    large.write_bytes(b"#" * 5_000_001)
    assert refusals(lambda: read(str(large)))[0].startswith(f"{large}: a file larger than 4 MB; expected: at most 4 MB")
