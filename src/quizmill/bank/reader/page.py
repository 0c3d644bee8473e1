"""A page that says what a fault means."""

from __future__ import annotations

import msgspec

from quizmill.errors import Severity


class Page(msgspec.Struct, frozen=True):
    """One kind of fault: what it is, why it matters, how it looks and how it is mended."""

    summary: str
    why: str
    bad: str
    good: str
    severity: Severity = Severity.ERROR

    @property
    def text(self) -> str:
        """The page, in the shape of the pages of rules."""
        examples = "\n\n".join(
            f"{name}:\n" + "\n".join(f"    {line}" for line in example.split("\n"))
            for name, example in (("Bad", self.bad), ("Good", self.good))
        )
        return f"{self.summary}\n\nWhy: {self.why}\n\n{examples}"
