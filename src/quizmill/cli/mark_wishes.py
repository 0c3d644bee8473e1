"""What was typed behind `quizmill mark`, and where its marks are to go."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from quizmill.app.file_kinds import ANSWERS, MARKS_RECORD, MARKS_REPORT, MARKS_TABLE, SLIPS
from quizmill.app.scanned import ReviewWish
from quizmill.app.worksheets import base_of
from quizmill.export.publish import Kind, Product, rehearse

KINDS = {"csv": MARKS_TABLE, "json": MARKS_RECORD, "text": MARKS_REPORT}
_ANY = Kind("gradebook", lambda data: True)  # which column it needs is known later


class MarkWishes(msgspec.Struct, frozen=True, kw_only=True):
    """Under the names of its options."""

    twice: str
    separator: str | None
    form: str
    void: tuple[str, ...]
    accept: tuple[str, ...]
    take_back: tuple[str, ...]
    scale: Path | None
    base: Path | None
    split: bool
    gradebook: Path | None
    column: str
    output: Path | None
    overwrite: bool
    review: ReviewWish

    @property
    def decided(self) -> bool:
        """Whether something is decided of a question."""
        return bool(self.void or self.accept or self.take_back)

    def rehearse(self, paper: Path, answers: Iterable[Path], empty: Path | None) -> None:
        """Raise FileUnusable for what cannot be written, before pictures are read for minutes."""
        targets: dict[Path, Kind] = {}
        if empty:
            targets[empty] = ANSWERS
        elif self.output:
            targets[self.output] = _ANY if self.gradebook else KINDS[self.form]
        if self.base and not self.split and not empty:
            base = base_of(self.base)
            targets[base.with_name(f"{base.name}.pdf")] = SLIPS
        read = [paper, *answers, *filter(None, [self.gradebook])]
        rehearse({path: Product(b"", kind) for path, kind in targets.items()}, read=read, overwrite=True)
