"""Pictures of answer sheets become answers: read, put together with what persons decided, and asked about."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import msgspec

from quizmill.app.file_kinds import DECISIONS, REVIEW_PAGE
from quizmill.app.inbox import CameBack
from quizmill.app.input_file import read_input
from quizmill.app.scans import layout_of, read_pictures
from quizmill.app.talk import Tell, Watch, count
from quizmill.classroom.class_set import ClassSet
from quizmill.classroom.scan.accounts import faults, notes, summary
from quizmill.classroom.scan.answers import scanned_sheets
from quizmill.classroom.scan.asking import NOWHERE, TERMINAL, Asking
from quizmill.classroom.scan.cards import Decision
from quizmill.classroom.scan.decisions import SheetDecisions, kept_decisions, read_decisions
from quizmill.classroom.scan.stack import NOBODYS, ReadPicture, Stack, stacked
from quizmill.classroom.scanned import ScannedSheet
from quizmill.classroom.typed_beside import typed_beside
from quizmill.export.publish import Product, publish, rehearse

if TYPE_CHECKING:
    from quizmill.app.scan_review import StackReview


class ReviewWish(msgspec.Struct, frozen=True, kw_only=True):
    """How doubts are shown: *to* a page, or the terminal; *names* says whether names may be seen."""

    to: str = ""  # the path of the page, or TERMINAL
    decisions: Path | None = None  # the file of what is decided; beside the paper where nothing is said
    names: bool = False

    def rehearse(self) -> None:
        """Raises FileUnusable where the page could not be written."""
        if self.to not in ("", TERMINAL):
            rehearse({Path(self.to): Product(b"", REVIEW_PAGE, private=True)})


class Scans(msgspec.Struct, frozen=True):
    """What the pictures made: the answers, what is to be known, and what is asked or lost."""

    sheets: tuple[ScannedSheet, ...] = ()
    stack: Stack | None = None
    notes: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    asking: Asking = NOWHERE


def scans_of(
    made: ClassSet, paper: Path, back: CameBack, wish: ReviewWish, command: str, *, tell: Tell, watch: Watch
) -> Scans:
    """What the pictures among what came *back* say; *paper* is the file of the class set.

    *command* is what is run again once there are decisions. Raises FileUnusable for a file of decisions that
    will not do, BadRequest where the paper has no answer sheet.
    """
    if not back.pictures:
        return Scans()
    layout = layout_of(made)
    typed = typed_beside(made, layout, back.tables)
    wish.rehearse()  # known before pictures are read for minutes
    kept = _Kept(made, paper, wish, back.decisions, tell)

    with _uprights(wish) as folder:

        def read(before: Sequence[ReadPicture] = ()) -> Stack:
            found = read_pictures(
                back.pictures, made, layout, kept.decisions, before=before, uprights=folder, watch=watch
            )
            return stacked(made, layout, found, kept.decisions)

        def review(stack: Stack) -> StackReview:
            from quizmill.app.scan_review import reviewed

            saving = (kept.file.name, paper.name, command)
            return reviewed(stack, made, layout, folder, saving, kept.decisions, typed, names=wish.names)

        stack = read()
        if wish.to == TERMINAL:
            stack = _asked(stack, read, review, kept)
        elif wish.to:
            review(stack).write(Path(wish.to), tell)
    asking = Asking(wish.to)
    told = (summary(stack), *notes(made, layout, stack, kept.decisions, asking))
    lost = tuple(faults(made, layout, stack, typed, asking))
    return Scans(tuple(scanned_sheets(made, layout, stack)), stack, told, lost, asking)


def _asked(
    stack: Stack,
    read: Callable[[Sequence[ReadPicture]], Stack],
    review: Callable[[Stack], StackReview],
    kept: _Kept,
) -> Stack:
    """The stack with what is decided at the terminal; what is doubtful only then is asked, too."""
    asked: set[str] = set()
    while True:
        before = kept.decisions
        left = review(stack).ask(kept.keep, asked)
        if kept.decisions is before:
            return stack
        stack = read([each for each, outcome in stack.pictures if outcome not in NOBODYS])
        if left:
            return stack


class _Kept:
    """The decisions so far, and the file in which they are kept."""

    def __init__(
        self, made: ClassSet, paper: Path, wish: ReviewWish, also: Sequence[SheetDecisions], tell: Tell
    ) -> None:
        """Those of the file, if there is one, and *also* others, which count before them."""
        self.file = wish.decisions or paper.with_name(f"{paper.stem}-decisions.json")
        self.decisions = SheetDecisions(paper=made.papers[0].fingerprint)
        may_be_absent = wish.decisions is None or wish.to
        if self.file.exists() or not may_be_absent:
            data = read_input(self.file, "file of decisions")
            self.decisions = read_decisions(data, str(self.file), made)
            told = len(self.decisions.answers) + len(self.decisions.pictures)
            tell(f"note: {count(told, 'decision')} in {self.file}")
        for each in also:
            self.decisions = self.decisions.merged(each)

    def keep(self, decision: Decision) -> None:
        """At once on the disk."""
        self.decisions = self.decisions.with_one(decision)
        publish({self.file: Product(kept_decisions(self.decisions), DECISIONS, private=True)})


@contextmanager
def _uprights(wish: ReviewWish) -> Iterator[str]:
    """A folder for straightened pages where somebody will look at them, else nothing."""
    if not wish.to:
        yield ""
        return
    with TemporaryDirectory(prefix="quizmill-", ignore_cleanup_errors=True) as folder:
        yield folder
