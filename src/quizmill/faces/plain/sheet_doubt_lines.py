"""What somebody types about a doubt of the reader of answer sheets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from msgspec.structs import replace

from quizmill.classroom.names import same_name
from quizmill.classroom.scan.cards import Card, Decision, Kind, LineDecision, PictureDecision, Whereabouts


class Move(StrEnum):
    """What is typed behind a colon instead of an answer, or as much of it as is needed."""

    SKIP = "skip"
    BACK = "back"
    QUIT = "quit"


def move_in(line: str) -> Move | None:
    """The move that a line asks for."""
    word = line.removeprefix(":").strip().casefold()
    return next((move for move in Move if word and move.startswith(word)), None) if line[:1] == ":" else None


def decision_in(line: str, card: Card, sheets: Sequence[Whereabouts]) -> Decision | None:
    """What a line decides of the card; None when it cannot be told. An empty one takes the guess."""
    if isinstance(card.about, LineDecision):
        marked = _marks(line, card)
        return None if marked is None else replace(card.about, marked=marked)
    return _of_picture(line, card.about, card, sheets)


def nothing(card: Card) -> str:
    """What says that no ring is marked; one dash may be a minus."""
    return "--" if "-" in card.labels else "-"


def _marks(line: str, card: Card) -> tuple[str, ...] | None:
    """The labels in a line, in their order: `B`, `b c`, `BC`; by their places too where none is a digit."""
    if not line:
        return card.guess
    known = {label.casefold(): label for label in card.labels}
    if line == nothing(card):
        return ()
    if not any(label.isdigit() for label in card.labels):
        known |= {str(place): label for place, label in enumerate(card.labels, start=1)}
    parts = [part for part in re.split(r"[\s,;+]+", line.casefold()) if part]
    typed = [name for part in parts for name in ([part] if part in known else part)]
    if not all(name in known for name in typed):
        return None
    found = {known[name] for name in typed}
    return tuple(label for label in card.labels if label in found)


def _of_picture(
    line: str, about: PictureDecision, card: Card, sheets: Sequence[Whereabouts]
) -> PictureDecision | None:
    """A name; or the copy and the page, `3` or `3 2`, without copies the form and the page, `B 2`, or `2`."""
    if line == "-":
        return replace(about, leave_out=True)
    if card.kind in (Kind.NAME, Kind.SHARED):
        own = card.own.name if card.own else None
        return card.own if not line or same_name(line) == same_name(own or "") else replace(about, name=line)
    typed = line.casefold().split()
    found = [sheet for sheet in sheets if typed and _numbers(sheet)[: len(typed)] == typed]
    if len(found) != 1:
        return None
    return replace(about, copy=found[0].copy, page=found[0].page, form=found[0].form)


def _numbers(sheet: Whereabouts) -> list[str]:
    """What a page is known by; the only form has no letter."""
    return [*filter(None, [str(sheet.copy or "") or sheet.form.casefold()]), str(sheet.page)]
