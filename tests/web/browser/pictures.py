"""The pictures of the guides, made by walking through a cycle; written only where the environment asks for it."""

import os
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[3] / "docs" / "images" / "huong-dan"
WRITE = "CHISO_TEST_PICTURES"
"""Set by `make pictures`, so that a test run leaves the checkout as it is."""
WINDOW = {"width": 1240, "height": 780}
INTO_VIEW = """each => {
  const box = each.getBoundingClientRect();
  if (box.top < 0 || box.bottom > innerHeight - 120) each.scrollIntoView({block: "center"});
}"""
"""Scrolls only where it must, above the bar at the foot of the window."""
DRAWN = 250
"""Milliseconds."""
NAMES = (
    "bo-tieu-chi-loi", "danh-sach-don-vi", "lich", "ma-moi", "ky-danh-gia", "tham-gia", "trang-chu", "phieu",
    "nhap-so-lieu", "so-lieu-sai", "hai-nguoi", "mat-ket-noi", "excel", "don-vi-truc-thuoc", "tu-cham-diem",
    "chot-phieu", "bien-nhan", "theo-doi",
)  # fmt: skip
"""Every picture of the walk through a cycle, in the order in which it is made."""
VERIFYING = (
    "tham-dinh-danh-sach", "tham-dinh-so-lieu", "tham-dinh-kiem-tra", "tham-dinh-tien-do", "tham-dinh-phan-cong",
    "giai-trinh",
)  # fmt: skip
"""Those of verification, which its own tests make."""


class Album:
    """The pictures of one walk; taken: their names in order."""

    def __init__(self) -> None:
        self.taken: list[str] = []

    def take(self, page: Any, name: str, at: str = "") -> None:
        """A picture of the window in which `at` is seen."""
        self.taken.append(name)
        if not os.environ.get(WRITE):
            return
        FOLDER.mkdir(parents=True, exist_ok=True)
        page.set_viewport_size(WINDOW)
        page.evaluate("scrollTo(0, 0)")
        if at:
            page.locator(at).first.evaluate(INTO_VIEW)
        # A page that was scrolled is drawn anew before it is pictured.
        page.wait_for_timeout(DRAWN)
        page.screenshot(path=FOLDER / f"{name}.png")
