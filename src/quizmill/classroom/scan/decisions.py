"""What persons decided of pictures of answer sheets, as a file that the next run respects."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from quizmill.classroom.class_set import ClassSet
from quizmill.classroom.scan.cards import Decision, LineDecision, PictureDecision
from quizmill.compose.answer_sheet.code import SheetCode
from quizmill.errors import FileUnusable


class SheetDecisions(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All decisions about the sheets of one class set; *paper* is the fingerprint of its first form."""

    version: Literal[1] = 1
    paper: str
    answers: tuple[LineDecision, ...] = ()
    pictures: tuple[PictureDecision, ...] = ()

    def picture(self, digest: str) -> PictureDecision | None:
        """What was decided of that picture."""
        return next((each for each in self.pictures if each.picture == digest), None)

    def with_one(self, decision: Decision) -> SheetDecisions:
        """These and that one, which takes the place of an earlier one of the same."""
        if isinstance(decision, LineDecision):
            return self.merged(SheetDecisions(paper=self.paper, answers=(decision,)))
        return self.merged(SheetDecisions(paper=self.paper, pictures=(decision,)))

    def merged(self, later: SheetDecisions) -> SheetDecisions:
        """These and the *later* ones, which count where both say something."""
        lines = {(each.sheet, each.question, each.part): each for each in (*self.answers, *later.answers)}
        pictures = {each.picture: each for each in (*self.pictures, *later.pictures)}
        return SheetDecisions(
            paper=self.paper, answers=tuple(lines.values()), pictures=tuple(pictures.values())
        )


def is_decisions(data: bytes) -> bool:
    """Whether the file is one of decisions, be it a good one."""
    try:
        told = msgspec.json.decode(data, type=dict[str, msgspec.Raw])
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return False
    return told.keys() >= {"version", "paper"} and bool(told.keys() & {"answers", "pictures"})


def read_decisions(data: bytes, path: str, made: ClassSet) -> SheetDecisions:
    """The decisions in a file about the sheets of *made*; raises FileUnusable for any other."""
    try:
        told = msgspec.json.decode(data, type=SheetDecisions)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise FileUnusable(path, f"this is no file of decisions about scanned sheets ({error})") from error
    own = made.papers[0].fingerprint
    if told.paper.lower() != own.lower():
        raise FileUnusable(
            path,
            f"these decisions are about paper {told.paper[:20]}, and this is paper {own}; name the file that "
            "was saved for this one",
        )
    if twice := next(_contradicted(told), ""):
        raise FileUnusable(path, f"{twice} is decided twice here, and not alike; take one of these away")
    return told


def _contradicted(told: SheetDecisions) -> Iterator[str]:
    """What somebody who edits the file by hand has left in it with another decision."""
    lines: dict[tuple[str, int, int], LineDecision] = {}
    for line in told.answers:
        if lines.setdefault((line.sheet, line.question, line.part), line) != line:
            yield f"question {line.question} of {line.sheet}"
    pictures: dict[str, PictureDecision] = {}
    for each in told.pictures:
        if pictures.setdefault(each.picture, each) != each:
            yield f"picture {each.picture}"


def kept_decisions(decisions: SheetDecisions) -> bytes:
    """The file of them."""
    return msgspec.json.format(msgspec.json.encode(decisions), indent=1) + b"\n"


def code_said(decision: PictureDecision | None, made: ClassSet) -> SheetCode | None:
    """Whose sheet a person says that the picture shows; None where that is not said, or cannot be."""
    if decision is None or decision.leave_out or (decision.copy is None and decision.form is None):
        return None
    copy, printed = decision.copy or 0, [*(each.form for each in made.copies), *made.spare]
    form = decision.form
    if form is None:
        form = printed[copy - 1] if 0 < copy <= len(printed) else made.papers[0].form
    paper = made.paper(form)
    return SheetCode(paper.fingerprint, copy, decision.page or 1) if paper else None
