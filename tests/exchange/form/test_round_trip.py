"""The workbook of a form: written, filled in, and read back, by Excel's library and by LibreOffice."""

import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from chiso.engine.errors import InputError
from chiso.exchange.form.content import FORM, Answered, Book, Identity, Item
from chiso.exchange.form.reading import Filled, read
from chiso.exchange.form.writing import write

WORDS = {"yes": "Có", "no": "Không", "a": "Đã ban hành, còn hiệu lực", "b": "Chưa có"}
IDENTITY = Identity("ky-2026", "so-y-te", "f" * 64, 12, "vi")


def item(
    question: str,
    type: str,
    unit: str = "",
    per: str = "",
    *,
    na: bool = False,
    answers: dict[str, Answered],
    options: tuple[tuple[str, str], ...] = (),
    before: dict[str, str] | None = None,
) -> Item:
    return Item(
        question=question, text=f"Câu {question}", type=type, unit=unit, criteria="1.1", section="1. Hạ tầng", help="",
        clause="Điều 3", options=options, not_applicable=na, per=per, per_name="Dịch vụ" if per else "",
        answers=answers, before=before or {},
    )  # fmt: skip


BOOK = Book(
    IDENTITY,
    "Kỳ 2026",
    "Sở Y tế",
    ("Chỉ nhập vào ô màu vàng.",),
    (
        item("may", "count", "máy", answers={"": Answered("1234", "", 3)}, before={"": "1000"}),
        item("tien", "money", "đồng", answers={"": Answered("", "", 0)}),
        item("ty_le", "share", "%", answers={"": Answered("97.93", "", 1)}),
        item("quy_che", "yes_no", na=True, answers={"": Answered("n/a", "Không có hệ thống", 2)}),
        item("muc", "choice", options=(("a", WORDS["a"]), ("b", WORDS["b"])), answers={"": Answered("a", "", 1)}),
        item("ngay", "date", answers={"": Answered("2026-02-05", "", 1)}),
        item("ho_so", "count", "hồ sơ", "dich_vu", answers={"Cấp phép": Answered("10", "", 1)}),
        item("truc_tuyen", "count", "hồ sơ", "dich_vu", answers={"Cấp phép": Answered("4", "", 1)}),
    ),
)
ORIGINS = {item.question: item.answers for item in BOOK.items}


def shown(item: Item, value: str) -> str:
    return WORDS[value] if item.type in ("yes_no", "choice") and value in WORDS else value


def texts(cells: tuple[Filled, ...]) -> list[tuple[str, str, str, str | None]]:
    return [(cell.question, cell.case, cell.text, cell.note) for cell in cells]


UNTOUCHED = [
    ("may", "", "1234", ""),
    ("tien", "", "", ""),
    ("ty_le", "", "97,93", ""),
    ("quy_che", "", "n/a", "Không có hệ thống"),
    ("muc", "", WORDS["a"], ""),
    ("ngay", "", "2026-02-05", ""),
    ("ho_so", "Cấp phép", "10", None),
    ("truc_tuyen", "Cấp phép", "4", None),
]


def test_what_was_written_is_read_back_with_its_origin() -> None:
    returned = read(write(BOOK, shown), "phieu.xlsx")
    assert returned.identity == IDENTITY
    assert texts(returned.cells) == UNTOUCHED
    assert [cell.origin for cell in returned.cells] == [
        ORIGINS[cell.question].get(cell.case, Answered()) for cell in returned.cells
    ]


def test_the_same_form_gives_the_same_bytes() -> None:
    assert write(BOOK, shown) == write(BOOK, shown)


def test_cells_are_locked_but_for_the_answers() -> None:
    with zipfile.ZipFile(io.BytesIO(write(BOOK, shown))) as archive:
        form = archive.read("xl/worksheets/sheet2.xml").decode()
        book = archive.read("xl/workbook.xml").decode()
    assert "<sheetProtection" in form
    assert book.count('state="veryHidden"') == 2


def filled(changes: dict[str, str]) -> bytes:
    """The workbook with other texts in its shared strings, as another program would save it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(write(BOOK, shown))) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            for before, after in changes.items():
                text = text.replace(before.encode(), after.encode())
            new.writestr(name, text)
    return out.getvalue()


def test_a_changed_hidden_sheet_is_refused() -> None:
    with pytest.raises(InputError) as error:
        read(filled({"ky-2026": "ky-2027"}), "phieu.xlsx")
    assert str(error.value) == (
        "phieu.xlsx: a file that was not made by this form, or whose hidden sheet was changed; expected: the workbook "
        "downloaded from the form, filled in; download the form again, and fill that in"
    )


@pytest.mark.parametrize("raw", [b"", b"PK", b"a,b\n1,2\n", b"%PDF-1.7"])
def test_what_is_no_workbook_is_refused(raw: bytes) -> None:
    with pytest.raises(InputError):
        read(raw, "phieu.xlsx")


def test_libreoffice_keeps_everything(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("needs LibreOffice, which is absent (Debian: apt install libreoffice-calc)")
    (tmp_path / "phieu.xlsx").write_bytes(write(BOOK, shown))
    subprocess.run(
        [office, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to",
         "xlsx:Calc MS Excel 2007 XML", "--outdir", str(tmp_path / "out"), str(tmp_path / "phieu.xlsx")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    returned = read((tmp_path / "out" / "phieu.xlsx").read_bytes(), "phieu.xlsx")
    assert (returned.identity, texts(returned.cells)) == (IDENTITY, UNTOUCHED)


def test_the_form_has_a_sheet_for_what_repeats() -> None:
    with zipfile.ZipFile(io.BytesIO(write(BOOK, shown))) as archive:
        book = archive.read("xl/workbook.xml").decode()
    assert [name for name in (FORM, "ds_dich_vu", "_chiso", "_danh_muc") if f'name="{name}"' in book] == [
        FORM, "ds_dich_vu", "_chiso", "_danh_muc",
    ]  # fmt: skip
