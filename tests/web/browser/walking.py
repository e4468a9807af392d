"""What people do in a browser: join by a code, sign in, fill in, upload."""

import io
import re
import zipfile
from typing import Any

from tests.web.people import PASSWORD


def sign_in(page: Any, name: str) -> None:
    """Signs in by the form."""
    page.goto("/account/login/")
    page.fill("#id_login", name)
    page.fill("#id_password", PASSWORD)
    page.click("form[action='/account/login/'] button[type=submit]")
    page.wait_for_selector("details.mine")


def join(page: Any, code: str, username: str, name: str) -> None:
    """Makes an account by a printed code; stays on the page of the new account until it is sent."""
    page.goto("/join/")
    page.fill("#id_code", code)
    page.click("main form button[type=submit]")
    page.fill("#id_username", username)
    page.fill("#id_name", name)
    page.fill("#id_password", PASSWORD)
    page.fill("#id_again", PASSWORD)


def send(page: Any, form: str = "main form") -> None:
    """Sends the form of a page."""
    page.click(f"{form} button[type=submit]")
    page.wait_for_load_state()


def give(page: Any, field: str, name: str, content: bytes) -> None:
    """Chooses a file in a field."""
    page.set_input_files(field, {"name": name, "mimeType": "application/octet-stream", "buffer": content})


def fill(page: Any, question: str, value: str) -> None:
    """Types an answer and waits until it is saved."""
    page.fill(f"#{question}-value", value)
    page.wait_for_selector(f"#ask-{question}[data-state=saved]")


def downloaded(page: Any, link: str) -> bytes:
    """The bytes of the file behind a link."""
    with page.expect_download() as waiting:
        page.click(link)
    return bytes(waiting.value.path().read_bytes())


def with_cell(workbook: bytes, before: str, after: str) -> bytes:
    """A workbook in which one number stands in place of another, as a program for tables saves it."""
    out = io.BytesIO()
    # A cell with t="s" holds the place of a text, not a number.
    cell = re.compile(rb'(<c r="[A-Z]+\d+" s="\d+">)<v>%s</v>' % before.encode())
    with zipfile.ZipFile(io.BytesIO(workbook)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name.startswith("xl/worksheets/sheet"):
                content = cell.sub(rb"\g<1><v>%s</v>" % after.encode(), content)
            new.writestr(name, content)
    return out.getvalue()


def texts_in(workbook: bytes) -> str:
    """All texts of a workbook."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        return archive.read("xl/sharedStrings.xml").decode()
