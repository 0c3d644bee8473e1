"""Files that answers come from: each is known by its content, and all are read before anything is kept."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from quizmill.analysis.answer import AnswerRow
from quizmill.analysis.pseudonym import Key
from quizmill.app.answer_kinds import What, answers_of_file, what_is
from quizmill.app.answers_of_anki import answers_of_anki
from quizmill.app.answers_of_history import answers_of_history
from quizmill.app.answers_of_paper import answers_of_paper, pseudonym
from quizmill.app.input_file import read_input
from quizmill.app.marking import all_marked, taken_in
from quizmill.app.scanned import ReviewWish
from quizmill.app.talk import Tell, unwatched
from quizmill.classroom.returned import Twice
from quizmill.errors import BadRequest, FileUnusable, QuizmillError

_DAY = 24 * 60 * 60  # seconds that clocks and zones may differ
_NAMELESS = {  # do not say whose they are
    What.HISTORY: "a history",
    What.HISTORY_LINES: "the export of a history",
    What.COLLECTION: "a collection of Anki's",
}


class Wishes(msgspec.Struct, frozen=True, kw_only=True):
    """What is said of the files besides their names."""

    paper: Path | None = None  # to which sheets and pages are
    twice: Twice = Twice.ASK
    on: int = 0  # when the class sat, in ms since 1970, UTC; 0: nobody says
    student: str = ""  # whose histories and collections they are
    each_own: bool = False  # a file that does not say whose it is, is of somebody of its own
    team: str = ""  # the class of that learner
    with_text: bool = False


class Gathered(msgspec.Struct, frozen=True):
    """The answers in the order of the files, and what of sheets could not be used, as `mark` tells it."""

    rows: tuple[AnswerRow, ...]
    faults: tuple[str, ...]


class FilesRefused(QuizmillError):
    """Files with which something is wrong: each is named, and nothing was kept of any."""


def gather(
    paths: Sequence[Path],
    wishes: Wishes,
    key: Key,
    now: datetime.datetime,
    tell: Tell,
    *,
    undone: str = "nothing was added",
) -> Gathered:
    """The answers in all of *paths*; *tell* hears notes, and *undone* is said when they are refused.

    Raises BadRequest when it is not said whose or of which paper they are, and FilesRefused, with what is
    wrong with each, when one is damaged, not ours, or has answers from after *now*.
    """
    reading = _Reading(wishes, key, now, tell)
    kinds = reading.kinds(paths)
    _refuse_unsaid(kinds, wishes)
    rows = [
        row for path, what in kinds.items() if what is not What.SHEETS for row in reading.file(path, what)
    ]
    sheets = [path for path, what in kinds.items() if what is What.SHEETS]
    rows += reading.sheets(sheets)
    if reading.refused:
        raise FilesRefused("\n".join((f"{undone}, since this is not sound:", *reading.refused)))
    return Gathered(tuple(rows), reading.faults)


class _Reading:
    """What has been found of the files so far."""

    def __init__(self, wishes: Wishes, key: Key, now: datetime.datetime, tell: Tell) -> None:
        self._wishes, self._key, self._now, self._tell = wishes, key, now, tell
        self.refused: list[str] = []
        self.faults: tuple[str, ...] = ()

    def kinds(self, paths: Sequence[Path]) -> dict[Path, What]:
        """What each file is; one of the same content as another is left out."""
        found: dict[Path, What] = {}
        contents: dict[bytes, Path] = {}
        for path in paths:
            if path.is_dir():
                found[path] = What.SHEETS
                continue
            try:
                data = read_input(path, "file")
            except FileUnusable as error:
                self.refused.append(str(error))
                continue
            first = contents.setdefault(hashlib.sha256(data).digest(), path)
            if first != path or path in found:
                self._tell(f"note: {path} has the same in it as {first}, and is left out")
            else:
                found[path] = what_is(data)
        return found

    def file(self, path: Path, what: What) -> list[AnswerRow]:
        """The answers in a file that says itself to which questions they are."""
        with_text = self._wishes.with_text
        try:
            if what is What.COLLECTION:
                rows = answers_of_anki(path, self._whose(path), team=self._wishes.team)
            elif what in _NAMELESS:
                rows = answers_of_history(
                    path,
                    self._whose(path),
                    self._tell,
                    team=self._wishes.team,
                    with_text=with_text,
                    lines=what is What.HISTORY_LINES,
                )
            else:
                rows = answers_of_file(path, what, self._key.id, with_text=with_text)
            self._refuse_future(rows, str(path), "set it right there")
        except QuizmillError as error:
            self.refused.append(str(error))
            return []
        return rows

    def _whose(self, path: Path) -> str:
        return pseudonym(self._key, self._wishes.student or str(path))

    def sheets(self, paths: list[Path]) -> list[AnswerRow]:
        """The answers on sheets and pages of the paper."""
        if not paths or self._wishes.paper is None:
            return []
        try:
            return list(self._marked(self._wishes.paper, paths))
        except QuizmillError as error:
            self.refused.append(str(error))
            return []

    def _marked(self, paper: Path, paths: list[Path]) -> Iterator[AnswerRow]:
        came = taken_in(paper, paths, ReviewWish(), tell=self._tell, watch=unwatched)
        made, marked = came.made, all_marked(came, self._wishes.twice)
        for note in marked.notes:
            self._tell(f"note: {note}")
        self.faults = marked.faults
        wishes = self._wishes
        rows = list(answers_of_paper(made, marked, self._key, on=wishes.on, with_text=wishes.with_text))
        places = ", ".join(map(str, paths))
        self._refuse_future(rows, places, "say when the class sat: --on 2026-11-30")
        yield from rows

    def _refuse_future(self, rows: Sequence[AnswerRow], place: str, help: str) -> None:
        latest = max((row.answered for row in rows), default=0)
        if latest > (self._now.timestamp() + _DAY) * 1000:
            moment = datetime.datetime.fromtimestamp(latest / 1000, datetime.UTC)
            told = f"an answer of {moment:%Y-%m-%d}, and today is {self._now:%Y-%m-%d}"
            raise FileUnusable(place, f"{told}: the clock was wrong here or there; {help}")


def _refuse_unsaid(kinds: dict[Path, What], wishes: Wishes) -> None:
    for path, what in kinds.items():
        if what is What.SHEETS and wishes.paper is None:
            said = "no table with the columns of a log, and no history: say to which paper these answers are"
            raise BadRequest(f"{path}: this is {said}: --paper PAPER.json")
        if what in _NAMELESS and not wishes.student and not wishes.each_own:
            raise BadRequest(f"{path}: {_NAMELESS[what]} does not say whose it is: --student NAME")
    if wishes.student and not any(what in _NAMELESS for what in kinds.values()):
        whose = "--student says whose a history or a collection of Anki's is"
        raise BadRequest(f"{whose}, and none is among the files; leave it out")
    if wishes.paper and What.SHEETS not in kinds.values():
        raise BadRequest("--paper says to which paper sheets or pages are, and none is among the files")
