"""The pictures of a stack of answer sheets, each accounted for: what they show, by page and by copy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

import msgspec

from quizmill.classroom.class_set import ClassSet
from quizmill.classroom.names import near_name
from quizmill.classroom.scan.cards import Kind, LineDecision
from quizmill.classroom.scan.decisions import SheetDecisions
from quizmill.classroom.scan.owners import Owners
from quizmill.classroom.scan.reading import Fate, LineReading, PageReading
from quizmill.compose.answer_sheet.code import SheetCode, sign_of
from quizmill.compose.answer_sheet.layout import Layout, Line


class ReadPicture(msgspec.Struct, frozen=True, kw_only=True):
    """A picture and what was read of it; without a reading the *reason* why it could not be opened."""

    digest: str
    file: str
    page: int = 0  # from 1; 0 in a file that has but one
    reading: PageReading | None = None
    reason: str = ""

    @property
    def called(self) -> str:
        """By its file and page."""
        return f"{self.file}, page {self.page}" if self.page else self.file


class PictureOutcome(StrEnum):
    """What a picture counts as."""

    READ = "read"
    AGAIN = "again"  # a page of which another picture counts
    BLANK = "blank"
    OTHER_PAPER = "other paper"
    NO_SHEET = "no sheet"
    NO_CODE = "no code"
    OTHER_PUPIL = "other pupil"  # who had that number when it was printed
    SEVERAL_SHEETS = "several sheets"
    LEFT_OUT = "left out"  # since somebody said so
    UNREADABLE = "unreadable"


NOBODYS = (PictureOutcome.NO_CODE, PictureOutcome.OTHER_PUPIL)  # a sheet, and it is asked whose


class SheetLine(msgspec.Struct, frozen=True):
    """A line of rings: which are taken as marked, by their indices; with a doubt that is a guess.

    Where two pictures of it differ, *either* is all that they say, and none of it is a guess.
    """

    line: Line
    marked: tuple[int, ...]
    doubt: Kind | None = None
    either: tuple[tuple[int, ...], ...] = ()
    decided: bool = False  # by a person
    settled: bool = False  # so, since two pictures of it differ


class SheetPage(msgspec.Struct, frozen=True):
    """A page of a sheet, and the pictures of it, the best one first.

    The number is not in its *code* where somebody said that another pupil used a copy of that sheet.
    """

    code: SheetCode
    pictures: tuple[ReadPicture, ...]
    lines: tuple[SheetLine, ...]
    confirmed: bool = False  # a person said of each picture that it is whose it is taken for

    @property
    def differs(self) -> bool:
        """Whether its pictures say different things, of which nobody decided."""
        return any(each.doubt is Kind.TWICE for each in self.lines)

    @property
    def key(self) -> str:
        """What decisions know it by."""
        return self.keys[0]

    @property
    def keys(self) -> tuple[str, ...]:
        """All that they may know it by: its code, or where that has no number each picture of it."""
        if self.code.copy:
            return (str(self.code),)
        return tuple(f"picture:{each.digest}" for each in self.pictures)


class StackSheet(msgspec.Struct, frozen=True, kw_only=True):
    """The answer sheet of one pupil, as far as its pages were seen; *copy* is 0 where it has no number.

    *name* is what somebody decided, as the roster has it, or that on the roster; "" where there is neither.
    """

    copy: int
    form: str
    paper: str  # the fingerprint
    name: str
    pages: tuple[SheetPage, ...]
    is_printed: bool = False  # that name stands on it, since the number is that of a copy on the roster


class Stack(msgspec.Struct, frozen=True, kw_only=True):
    """All of it: the sheets in the order of their copies, and each picture in the order it came in."""

    sheets: tuple[StackSheet, ...]
    pictures: tuple[tuple[ReadPicture, PictureOutcome], ...]
    unused: tuple[LineDecision, ...] = ()  # decisions about these sheets that name no line or ring of them


def stacked(
    made: ClassSet, layout: Layout, pictures: Sequence[ReadPicture], decisions: SheetDecisions
) -> Stack:
    """What the pictures make together, with what was decided."""
    seen = [(each.digest, each.reading.code) for each in pictures if each.reading and each.reading.code]
    return _Stacker(made, layout, decisions, Owners(made, decisions, seen)).stack(pictures)


class _Stacker:
    def __init__(self, made: ClassSet, layout: Layout, decisions: SheetDecisions, owners: Owners) -> None:
        self._owners = owners
        self._copies = len(made.copies) + len(made.spare)
        self._signs = {number: sign_of(copy.student) for number, copy in enumerate(made.copies, start=1)}
        self._forms = {paper.fingerprint.lower(): paper.form for paper in made.papers}
        self._lines = {each.form: each.lines for each in layout.sheets}
        self._decided = {(each.sheet, each.question, each.part): each for each in decisions.answers}
        self._of_pictures = {each.picture: each for each in decisions.pictures}
        self._outcomes: dict[int, PictureOutcome] = {}  # by the picture's place
        self._used: set[tuple[str, int, int]] = set()

    def stack(self, pictures: Sequence[ReadPicture]) -> Stack:
        shown: dict[tuple[object, ...], list[ReadPicture]] = {}
        places = {id(each): place for place, each in enumerate(pictures)}
        known: set[str] = set()
        for place, each in enumerate(pictures):
            self._outcomes[place] = self._outcome(each, known)
            known.add(each.digest)
            if self._outcomes[place] is PictureOutcome.READ:
                shown.setdefault(self._page_of(each), []).append(each)
        pages = [self._page(several) for several in shown.values()]
        for page in pages:
            for other in page.pictures[1:]:
                self._outcomes[places[id(other)]] = PictureOutcome.AGAIN
        sheets = tuple(self._sheets(pages))
        keys = {page.key for sheet in sheets for page in sheet.pages}
        unused = (each for key, each in self._decided.items() if key not in self._used and each.sheet in keys)
        return Stack(
            sheets=sheets,
            pictures=tuple((each, self._outcomes[place]) for place, each in enumerate(pictures)),
            unused=tuple(unused),
        )

    def _outcome(self, picture: ReadPicture, known: set[str]) -> PictureOutcome:
        decided = self._of_pictures.get(picture.digest)
        if decided and decided.leave_out:
            return PictureOutcome.LEFT_OUT
        if picture.reading is None:
            return PictureOutcome.UNREADABLE
        if picture.digest in known:  # the same file twice
            return PictureOutcome.AGAIN
        if picture.reading.fate is not Fate.READ:
            return PictureOutcome(picture.reading.fate.value)
        code = picture.reading.code
        if code is None or code.paper.lower() not in self._forms:
            return PictureOutcome.OTHER_PAPER
        if code.pupil and code.pupil != self._signs.get(code.copy):
            return PictureOutcome.OTHER_PUPIL
        return PictureOutcome.READ

    def _page_of(self, picture: ReadPicture) -> tuple[object, ...]:
        """What pictures of one page have in common; without a number only by the name that was said."""
        code = self._code(picture)
        if code.copy:
            return (code,)
        name = self._name_said([picture])
        return (code, near_name(name)) if name else (code, picture.digest)

    def _code(self, picture: ReadPicture) -> SheetCode:
        return self._owners.code(picture.digest, _code(picture))

    def _page(self, several: Sequence[ReadPicture]) -> SheetPage:
        pictures = sorted(several, key=lambda each: (-_reading(each).quality, each.digest))
        code = self._code(pictures[0])
        names = [str(code)] if code.copy else [f"picture:{each.digest}" for each in pictures]
        readings = [_by_line(_reading(each)) for each in pictures]
        of_page = (each for each in self._lines[self._forms[code.paper.lower()]] if each.page == code.page)
        lines = tuple(self._line(line, readings, names) for line in of_page)
        confirmed = all(self._owners.is_confirmed(each.digest, code) for each in pictures)
        return SheetPage(code, tuple(pictures), lines, confirmed)

    def _line(
        self, line: Line, readings: Sequence[Mapping[tuple[int, int], LineReading]], names: Sequence[str]
    ) -> SheetLine:
        found = [each[line.number, line.part] for each in readings if (line.number, line.part) in each]
        for name in names:
            key = (name, line.number, line.part)
            decided = self._decided.get(key)
            if decided and set(decided.marked) <= set(line.labels):
                self._used.add(key)
                rings = (ring for ring, label in enumerate(line.labels) if label in decided.marked)
                return SheetLine(line, tuple(rings), decided=True, settled=len(_sure(found)) > 1)
        return _agreed(line, found)

    def _sheets(self, pages: Iterable[SheetPage]) -> Iterator[StackSheet]:
        """The pages of one copy together, or those of one name; a page of its own where neither is known."""
        of_each: dict[tuple[object, ...], list[SheetPage]] = {}
        for page in pages:
            name = self._name_said(page.pictures)
            owner = (page.code.copy,) if page.code.copy else (0, near_name(name) if name else page.key)
            of_each.setdefault((page.code.paper, *owner), []).append(page)
        sheets = [self._sheet(several) for several in of_each.values()]
        return iter(sorted(sheets, key=lambda each: each.copy or self._copies + 1))

    def _sheet(self, pages: Sequence[SheetPage]) -> StackSheet:
        code = pages[0].code
        said = self._name_said([each for page in pages for each in page.pictures])
        return StackSheet(
            copy=code.copy,
            form=self._forms[code.paper.lower()],
            paper=code.paper,
            name=said or self._owners.printed(code.copy),
            pages=tuple(sorted(pages, key=lambda page: page.code.page)),
            is_printed=bool(self._owners.printed(code.copy)),
        )

    def _name_said(self, pictures: Iterable[ReadPicture]) -> str:
        return next(filter(None, (self._owners.said(each.digest) for each in pictures)), "")


def _agreed(line: Line, found: Sequence[LineReading]) -> SheetLine:
    """What several pictures of one line say together; the first is the best."""
    if not found:
        return SheetLine(line, (), Kind.UNCLEAR)
    sure = _sure(found)
    if len(sure) > 1:
        return SheetLine(line, (), Kind.TWICE, tuple(sorted(sure)))
    best = found[0]
    if best.doubt is None or best.marked in sure:
        return SheetLine(line, best.marked)
    return SheetLine(line, best.marked, Kind(best.doubt.value))


def _sure(found: Sequence[LineReading]) -> set[tuple[int, ...]]:
    """What the pictures that have no doubt say of it."""
    return {each.marked for each in found if each.doubt is None}


def _by_line(reading: PageReading) -> dict[tuple[int, int], LineReading]:
    return {(each.number, each.part): each for each in reading.lines}


def _reading(picture: ReadPicture) -> PageReading:
    assert picture.reading is not None  # noqa: S101  # only what was read comes so far
    return picture.reading


def _code(picture: ReadPicture) -> SheetCode:
    code = _reading(picture).code
    assert code is not None  # noqa: S101  # what was read has one
    return msgspec.structs.replace(code, pupil="")  # which has told what it can
