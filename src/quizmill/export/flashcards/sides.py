"""What stands on the two sides of a card."""

from __future__ import annotations

from collections.abc import Container

import msgspec

from quizmill.bank.markup import Picture, escape, pictured, thanked_once
from quizmill.bank.model import TrueFalse
from quizmill.compose.cited import places
from quizmill.compose.exercise import Exercise, letter
from quizmill.export.paper import answer_texts
from quizmill.export.paper.blanks import asked
from quizmill.export.paper.composed import together
from quizmill.export.paper.figure import as_block
from quizmill.export.paper.look import BLACK, GREY
from quizmill.export.paper.option_texts import option_texts
from quizmill.words import Words

_INDENT = 8.0  # points, of what there is to choose from


class CardText(msgspec.Struct, frozen=True):
    """Markup on a card; the size is a share of the card's."""

    markup: str
    share: float = 1.0
    weight: str = "light"
    grey: float = BLACK
    indent: float = 0  # points
    group: int = 0  # texts of one group, but of none, stand two in a row


class Side(msgspec.Struct, frozen=True):
    """One side of a card: the lines at its edges, and its text between them."""

    above: str
    right: str
    below: str
    texts: tuple[CardText, ...]
    image: Picture | None = None  # a picture above them


def front(exercise: Exercise, words: Words, images: Container[str]) -> Side:
    """What is asked; a picture that is not among *images* is told in words."""
    prompt = CardText(asked(exercise, "_____"), weight="heavy")
    options = _offered(exercise, words, images)
    image = exercise.question.image
    drawn = image is not None and image.file in images
    audio = exercise.question.audio
    above = [
        exercise.question.context,
        escape(words("sheet.sound", file=audio.file)) if audio else "",
        f"[{escape(image.alt)}]" if image and not drawn else "",
    ]
    given = tuple(CardText(text, 0.85) for text in above if text)
    texts = (*given, prompt, *options)
    shown = as_block(image) if image and drawn else None
    return Side(exercise.topic_title, exercise.id, "", texts, shown)


def _offered(exercise: Exercise, words: Words, images: Container[str]) -> tuple[CardText, ...]:
    """What there is to choose from; pictures stand two in a row, with the credit of all of them below."""
    if isinstance(exercise.question, TrueFalse):
        return (_option(words("sheet.true_or_false"), 0),)
    texts = option_texts(exercise, images)
    lefts = [together(f"{i}.", left) for i, left in enumerate(texts.lefts, start=1)]
    options = [together(f"{letter(i).upper()})", option) for i, option in enumerate(texts.options)]
    thanks = [CardText(escape(texts.credit), 0.65, grey=GREY, indent=_INDENT)] if texts.credit else []
    return (*_grouped(lefts, 1), *_grouped(options, 2), *thanks)


def _grouped(texts: list[str], group: int) -> list[CardText]:
    return [_option(text, group if any(map(pictured, texts)) else 0) for text in texts]


def _option(text: str, group: int) -> CardText:
    return CardText(text, 0.92, indent=_INDENT, group=group)


def back(exercise: Exercise, also: str, words: Words, images: Container[str]) -> Side:
    """What is right, and *also* right, why, and where it stands."""
    lines, credit = thanked_once(answer_texts.answer_lines(exercise, words), images)
    answer = tuple(CardText(line, weight="heavy") for line in lines)
    label, heard = answer_texts.said(exercise, words)
    audio = exercise.question.audio
    remarks = [
        together(escape(words("sheet.also_right")), also) if also else "",
        together(escape(label), heard) if heard else "",
        escape(audio.credit) if audio else "",
        escape(credit),
        exercise.question.explanation,
    ]
    why = tuple(CardText(text, 0.85, grey=GREY) for text in remarks if text)
    return Side(exercise.topic_title, exercise.id, places(exercise.evidence, words), (*answer, *why))
