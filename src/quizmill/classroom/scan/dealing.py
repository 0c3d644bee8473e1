"""From what was read of pictures to the cards that a person decides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec
from msgspec.structs import replace

from quizmill.classroom.class_set import ClassSet
from quizmill.classroom.scan.cards import Card, Kind, LineDecision, PictureDecision, Shot, Whereabouts
from quizmill.classroom.scan.crops import Upright, ring_box
from quizmill.classroom.scan.reading import LineReading
from quizmill.compose.answer_sheet.layout import FormSheet, Layout, Line
from quizmill.words import Words

_NOTICED = 0.05  # a second ring that dark may be meant too


class Seen(msgspec.Struct, frozen=True):
    """A line of rings on a picture."""

    picture: str  # a digest of it
    called: str  # by its file and page
    upright: Upright
    reading: LineReading


def line_card(
    kind: Kind,
    sheet: str,
    called: str,
    line: Line,
    seen: Sequence[Seen],
    layout: Layout,
    form: FormSheet,
    words: Words,
    after: tuple[str, ...] = (),
) -> Card:
    """What is marked in *line*? *sheet* is what a decision knows it by, *called* what a person does."""
    readings = [each.reading for each in seen]
    several_lines = sum((each.number, each.page) == (line.number, line.page) for each in form.lines) > 1
    parts = [words("doubts.question", number=line.number)]
    if several_lines:
        parts.append(words("doubts.column" if line.step.y else "doubts.line", number=line.part + 1))
    return Card(
        id="|".join([sheet, str(line.number), str(line.part), *(each.picture for each in seen), *after]),
        kind=kind,
        name=words("list.items").join([*parts, called]),
        about=LineDecision(sheet=sheet, question=line.number, part=line.part),
        shots=tuple(_shot(each, line, layout, form) for each in seen),
        labels=line.labels,
        several=line.several,
        guess=None if kind is Kind.TWICE else _labels(line, readings[0].marked),
        both=() if line.several else _both(line, readings),
        after=after,
    )


def picture_card(kind: Kind, picture: str, called: str, upright: Upright | None) -> Card:
    """Whose sheet is it? With *upright* the place for the name is shown."""
    shot = Shot(called, upright.name() if upright else None)
    return Card(id=picture, kind=kind, name=called, about=PictureDecision(picture=picture), shots=(shot,))


def shared_card(
    picture: str, called: str, sheet: str, upright: Upright | None, own: PictureDecision | None
) -> Card:
    """Is it another pupil's than it was taken for? *sheet* is what that one is called."""
    card = picture_card(Kind.SHARED, picture, called, upright)
    return replace(card, id=f"{Kind.SHARED}|{picture}|{sheet}", name=sheet, own=own)


def whereabouts(made: ClassSet, layout: Layout, words: Words, *, names: bool) -> tuple[Whereabouts, ...]:
    """Every page of every sheet that was printed, without copies of every form; with *names* whose it is."""
    copies = [
        (copy.form, label if names else "") for copy, label in zip(made.copies, made.labels, strict=True)
    ]
    numbered = [
        (number, *each) for number, each in enumerate([*copies, *((form, "") for form in made.spare)], 1)
    ]
    sheets = numbered or [(0, each.form, "") for each in layout.sheets]
    return tuple(
        Whereabouts(copy, page, form, sheet_called(copy, form, page, name, words))
        for copy, form, name in sheets
        for page in range(1, layout.sheet(form).pages + 1)
    )


def sheet_called(copy: int, form: str, page: int, name: str, words: Words) -> str:
    """What a person calls a page of a sheet; without a *name* it is known by the number of its copy."""
    of_form = words("doubts.form", form=form) if form else ""  # the only one has no letter
    sheet = words("doubts.copy", number=copy) if copy else of_form
    return words("list.items").join(filter(None, [sheet, name, words("doubts.page", number=page)]))


def picture_called(file: str, page: int, words: Words) -> str:
    """What a person calls a picture; *page* is 0 in a file that has but one."""
    return words("doubts.place", file=file, page=page) if page else file


def in_order(cards: Iterable[Card]) -> tuple[Card, ...]:
    """By kind, and within a kind so that what looks alike stands together, the clearest first."""
    kinds = list(Kind)
    return tuple(sorted(cards, key=lambda card: (kinds.index(card.kind), _unclearness(card))))


def _unclearness(card: Card) -> float:
    """How far a line of rings is from what needs no person; 0 where that is not measured."""
    dark = [*sorted(card.shots[0].darkness, reverse=True), 0.0, 0.0]
    match card.kind:
        case Kind.FAINT:
            return -dark[0]
        case Kind.SECOND:
            return dark[1] / max(dark[0], 0.01)
        case _:
            return 0.0


def _shot(seen: Seen, line: Line, layout: Layout, form: FormSheet) -> Shot:
    rings = tuple(ring_box(layout, line, ring) for ring in range(len(line.labels)))
    return Shot(seen.called, seen.upright.line(form, line), rings, seen.reading.darkness)


def _labels(line: Line, rings: Iterable[int]) -> tuple[str, ...]:
    return tuple(line.labels[ring] for ring in sorted(rings))


def _both(line: Line, readings: Sequence[LineReading]) -> tuple[str, ...]:
    """The two darkest rings, where both may be meant."""
    dark = readings[0].darkness
    darkest = sorted(range(len(dark)), key=lambda ring: -dark[ring])[:2]
    return _labels(line, darkest) if len(darkest) == 2 and dark[darkest[1]] > _NOTICED else ()
