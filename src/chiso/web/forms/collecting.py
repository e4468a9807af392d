"""The sums of subordinate units, for pages."""

from __future__ import annotations

from chiso.web.bridge.collecting import Sum, sums

__all__ = ["Sum", "sums"]
