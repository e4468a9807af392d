"""`chiso schema`: the JSON Schema of framework files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from chiso.cli.output import write, write_file
from chiso.language import marked

HELP = marked("Print the JSON Schema of framework files. An editor that knows it completes and checks them.")
OUTPUT_HELP = marked("A file to write to, instead of standard output.")
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(output: Annotated[Path | None, typer.Option("--output", "-o", help=OUTPUT_HELP)] = None) -> int:
    """0, once the schema is written."""
    from chiso.engine.framework import Framework

    content = {"$schema": DIALECT, **Framework.model_json_schema()}
    text = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
    if output is None:
        write(text)
    else:
        write_file(output, text)
    return 0
