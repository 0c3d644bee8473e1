"""What a person is asked of a stack of sheets: whose a picture is, and what is marked in a line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping

from quizmill.classroom.names import near_name
from quizmill.classroom.scan.cards import Card, Kind, PictureDecision
from quizmill.classroom.scan.crops import Upright
from quizmill.classroom.scan.dealing import (
    Seen,
    in_order,
    line_card,
    picture_called,
    picture_card,
    shared_card,
    sheet_called,
)
from quizmill.classroom.scan.reading import LineReading
from quizmill.classroom.scan.stack import NOBODYS, ReadPicture, SheetLine, SheetPage, Stack, StackSheet
from quizmill.compose.answer_sheet.layout import Layout
from quizmill.words import Words

Uprights = Callable[[ReadPicture], Upright | None]  # the straightened page of a picture, if it has one


def doubt_cards(
    stack: Stack,
    layout: Layout,
    uprights: Uprights,
    words: Words,
    typed: Mapping[str, Collection[int]] = {},
    *,
    names: bool,
) -> tuple[Card, ...]:
    """All that is asked, in the order in which it is gone through; with *names* these may be seen.

    What was *typed*, by names and numbers, is not asked.
    """
    return in_order(_Dealer(stack, layout, uprights, words, typed, names=names).cards())


class _Dealer:
    def __init__(
        self,
        stack: Stack,
        layout: Layout,
        uprights: Uprights,
        words: Words,
        typed: Mapping[str, Collection[int]],
        *,
        names: bool,
    ) -> None:
        self._stack = stack
        self._layout = layout
        self._uprights = uprights
        self._words = words
        self._typed = typed
        self._names = names
        self._sheets_of = Counter(near_name(sheet.name) for sheet in stack.sheets)

    def cards(self) -> Iterator[Card]:
        for picture, outcome in self._stack.pictures:
            if outcome in NOBODYS:
                yield self._picture_card(Kind.WHOSE, picture)
        for sheet in self._stack.sheets:
            for place, page in enumerate(sheet.pages):
                shared = [*self._shared_cards(sheet, page)]
                yield from shared
                if not (sheet.name or shared or (sheet.copy and place)):
                    yield self._picture_card(Kind.NAME, page.pictures[0])
                after = tuple(card.id for card in shared) if page.differs else ()
                yield from self._line_cards(sheet, page, after)

    def _picture_card(self, kind: Kind, picture: ReadPicture) -> Card:
        upright = self._uprights(picture) if self._names else None
        return picture_card(kind, picture.digest, self._called(picture), upright)

    def _shared_cards(self, sheet: StackSheet, page: SheetPage) -> Iterator[Card]:
        """Whose each picture is, where those of a page differ, or two sheets have one name."""
        has_namesake = bool(sheet.name) and self._sheets_of[near_name(sheet.name)] > 1
        may_stay = sheet.is_printed or not has_namesake
        if (page.confirmed and may_stay) or not (page.differs or has_namesake):
            return
        called, name = self._sheet_called(sheet, page), None if sheet.copy else sheet.name
        for each in page.pictures:
            own = PictureDecision(
                picture=each.digest, copy=sheet.copy, page=page.code.page, form=sheet.form, name=name
            )
            upright = self._uprights(each) if self._names else None
            yield shared_card(each.digest, self._called(each), called, upright, own if may_stay else None)

    def _sheet_called(self, sheet: StackSheet, page: SheetPage) -> str:
        name = sheet.name if self._names else ""
        return sheet_called(sheet.copy, sheet.form, page.code.page, name, self._words)

    def _line_cards(self, sheet: StackSheet, page: SheetPage, after: tuple[str, ...]) -> Iterator[Card]:
        opened: dict[str, Upright | None] = {}  # those of this page, decoded once
        called = self._sheet_called(sheet, page)
        if not sheet.copy:
            called = self._words("list.items").join([called, self._called(page.pictures[0])])
        typed = self._typed.get(sheet.name, ())
        for each in page.lines:
            if each.doubt is None or each.line.number in typed:
                continue
            shown = page.pictures if each.doubt is Kind.TWICE else page.pictures[:1]
            seen = [found for picture in shown if (found := self._seen(picture, each, opened))]
            if seen:
                form = self._layout.sheet(sheet.form)
                yield line_card(
                    each.doubt, page.key, called, each.line, seen, self._layout, form, self._words, after
                )

    def _seen(self, picture: ReadPicture, line: SheetLine, opened: dict[str, Upright | None]) -> Seen | None:
        if picture.digest not in opened:
            opened[picture.digest] = self._uprights(picture)
        upright, reading = opened[picture.digest], _reading_of(picture, line)
        return Seen(picture.digest, self._called(picture), upright, reading) if upright and reading else None

    def _called(self, picture: ReadPicture) -> str:
        return picture_called(picture.file, picture.page, self._words)


def _reading_of(picture: ReadPicture, line: SheetLine) -> LineReading | None:
    lines = picture.reading.lines if picture.reading else ()
    own = (each for each in lines if (each.number, each.part) == (line.line.number, line.line.part))
    return next(own, None)
