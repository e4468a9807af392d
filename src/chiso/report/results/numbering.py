"""The numbers of tables and charts, and their titles with them."""

from __future__ import annotations

from chiso.language import gettext as _


class Numbering:
    """Counts the tables and the charts of one document."""

    def __init__(self) -> None:
        self.tables = self.charts = 0

    def table(self, title: str) -> tuple[int, str]:
        """The number of the next table, and its title with the number."""
        self.tables += 1
        return self.tables, _("Table {number}. {title}").format(number=self.tables, title=title)

    def chart(self, title: str) -> tuple[int, str]:
        """The number of the next chart, and its title with the number."""
        self.charts += 1
        return self.charts, _("Figure {number}. {title}").format(number=self.charts, title=title)
