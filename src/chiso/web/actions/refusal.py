"""Why an action is not carried out, in words for the person who asked for it."""

from __future__ import annotations


class Refused(Exception):
    """An action that the state of things does not allow.

    code: what refused it, as `closed` or `late`, for whoever must tell one from another; the text says what to do.
    """

    def __init__(self, code: str, text: str) -> None:
        self.code, self.text = code, text
        super().__init__(text)
