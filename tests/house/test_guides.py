"""The guides show the pictures that the walk through a cycle makes, all of them and no others."""

import re

from tests.house.sources import CHECKOUT
from tests.web.browser.pictures import FOLDER, NAMES, VERIFYING

GUIDES = CHECKOUT / "docs" / "huong-dan"
MADE = sorted((*NAMES, *VERIFYING))
PICTURE = re.compile(r"!\[([^\]]+)\]\(\.\./images/huong-dan/([^)]+)\.png\)")


def test_every_picture_of_the_guides_is_made_by_the_walk_through_a_cycle() -> None:
    shown = [name for guide in sorted(GUIDES.glob("*.md")) for _said, name in PICTURE.findall(guide.read_text("utf-8"))]
    assert (sorted(shown), len(shown)) == (MADE, len(set(shown)))
    assert sorted(file.stem for file in FOLDER.glob("*.png")) == MADE
