"""Empty fields for digital signatures in a PDF: the signer's above the name, the seal's over its left third.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, on digital signatures of the signer and of the body.
"""

from __future__ import annotations

import json
from hashlib import sha256
from io import BytesIO
from typing import Any

SIGNER, SEAL = "ChuKySo.NguoiKy", "ChuKySo.CoQuan"
"""The names of the fields; those after the first of several signers are counted from 2."""
SIGNATURE, STAMP = (142, 74), (85, 85)
"""Width and height of the fields in points: 50 by 26 mm, and the square of 30 mm that a seal takes."""


def with_fields(raw: bytes, told: str) -> bytes:
    """The PDF with its fields, the same bytes for the same PDF.

    told: the rooms to sign in as JSON, each with its page, and its place and size in points from the top of the page.
    ModuleNotFoundError without the libraries of the extra `report`.
    """
    from pyhanko.pdf_utils import generic
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.fields import SigFieldSpec, append_signature_field

    rooms = json.loads(told)
    if not rooms:
        return raw
    writer: Any = IncrementalPdfFileWriter(BytesIO(raw))
    for place, room in enumerate(rooms, 1):
        height = int(writer.find_page_for_modification(room["page"] - 1)[0].get_object()["/MediaBox"][3])
        for name, box in _boxes(room, "" if place == 1 else str(place), height):
            append_signature_field(writer, SigFieldSpec(name, on_page=room["page"] - 1, box=box))
    # The library marks each revision by chance; the same document must give the same bytes.
    writer._document_id[1] = generic.ByteStringObject(sha256(raw).digest()[:16])
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _boxes(room: dict[str, Any], count: str, height: int) -> list[tuple[str, tuple[int, int, int, int]]]:
    """The fields of a room: left, bottom, right and top from the lower left corner of the page."""
    middle = int(room["x"] + room["width"] / 2)
    level = height - int(room["y"] + room["height"] / 2)
    left = middle - SIGNATURE[0] // 2
    boxes = [(f"{SIGNER}{count}", (left, level - SIGNATURE[1] // 2, left + SIGNATURE[0], level + SIGNATURE[1] // 2))]
    if room["seal"]:
        right = left + SIGNATURE[0] // 3
        boxes.append((f"{SEAL}{count}", (right - STAMP[0], level - STAMP[1] // 2, right, level + STAMP[1] // 2)))
    return boxes
