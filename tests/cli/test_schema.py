import json
from pathlib import Path

from tests.cli.running import run


def test_the_schema_is_written_to_output_or_to_a_file(tmp_path: Path) -> None:
    ran = run("schema")
    schema = json.loads(ran.out)
    assert (ran.code, schema["$schema"]) == (0, "https://json-schema.org/draft/2020-12/schema")
    assert {"schema", "id", "title", "criteria", "questions", "blocks"} <= set(schema["properties"])
    assert schema["additionalProperties"] is False
    assert run("schema", "-o", tmp_path / "s.json").out == ""
    assert (tmp_path / "s.json").read_text(encoding="utf-8") == ran.out
