"""What stands on a note: an exercise's question, key and evidence as the HTML of its fields.

The front's fields never hold the key: what marks the right option has a field of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import assert_never

import msgspec

from quizmill.bank.alike import is_exact
from quizmill.bank.html import printable
from quizmill.bank.markup import plain, thanked_once
from quizmill.bank.model import (
    Audio,
    Bank,
    Cloze,
    Essay,
    Image,
    Level,
    Matching,
    MultipleChoice,
    MultipleResponse,
    Numerical,
    Ordering,
    Question,
    ShortAnswer,
    TrueFalse,
    kind_of,
)
from quizmill.compose.exercise import Evidence, Exercise, Placement, measured, options_in
from quizmill.compose.wording import digest
from quizmill.export.anki import deletions, html
from quizmill.export.anki.labels import is_ours
from quizmill.export.anki.numbering import Numbered
from quizmill.grade.accepted import accepted
from quizmill.grade.also_right import also_right, margin
from quizmill.grade.prompt import asks_for_date
from quizmill.grade.strictness import on_one_line
from quizmill.words import Words, words_in

_FEW_FORMS, _FEW_DOUBTS = 4, 1  # in view; a few more are, where folding would gain nothing
_SPECIAL = re.compile(r"""\\["\\]|[<>&']""")  # in JSON; of an escape its second character is meant
_LANGUAGE = re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*")


class Written(msgspec.Struct, frozen=True):
    """A note's fields by name (empty ones left out), and the numbers its deletions bear."""

    fields: dict[str, str]
    numbers: tuple[Numbered, ...] = ()


def write(bank: Bank, exercise: Exercise, media: html.Images, remembered: tuple[Numbered, ...]) -> Written:
    """The fields of an exercise's note, but for `Released`.

    *media* are the names of its pictures and its sound in the deck, *remembered* the numbers given before.
    """
    fields = _common(bank, exercise, media)
    if exercise.question.audio:
        fields |= _audio(exercise.question.audio, media)
    numbers: tuple[Numbered, ...] = ()
    match exercise.question:
        case MultipleChoice() | MultipleResponse() | TrueFalse() as question:
            fields |= _choice(exercise, question, media, words_in(bank.language))
        case ShortAnswer() | Numerical() | Essay() as question:
            fields |= _recall(question, bank, media)
        case Cloze() | Matching() | Ordering() as question:
            own, numbers = deletions.write(exercise, question, media, remembered, words_in(bank.language))
            fields |= own
        case _:
            assert_never(exercise.question)
    return Written(fields, numbers)


def _task(question: Question, language: str) -> str:
    """What to do, in two or three words of the bank's language, or of English."""
    kind = _numerical(question, language) if isinstance(question, Numerical) else kind_of(question)
    task = words_in(language)(f"anki.task.{kind}")
    return task if is_ours(language) else f'<span lang="en">{task}</span>'


def _numerical(question: Numerical, language: str) -> str:
    """What is asked for: a date, a number that is known, or one to be worked out."""
    if asks_for_date(question, language):
        return "date"
    return "number" if question.level in (Level.REMEMBER, Level.UNDERSTAND) else "reckon"


def _common(bank: Bank, exercise: Exercise, images: html.Images) -> dict[str, str]:
    question, prompt = exercise.question, exercise.prompt
    return {
        "Title": html.literal(html.one_line(plain(prompt))),
        "Task": _task(question, bank.language),
        "Kind": exercise.kind,
        "Context": html.blocks(question.context, images),
        "Prompt": "" if isinstance(question, Cloze) else html.blocks(prompt, images),  # its text says it all
        "Image": _image(question.image, images) if question.image else "",
        "Explanation": html.blocks(question.explanation, images),
        "Hint": html.text(question.hint, images),
        "Doubts": _doubts(exercise.evidence, bank.language),
        "Source": _sources(exercise.evidence, bank.language),
        "Wording": digest(exercise),
        "Id": html.literal(question.id),
        "Marks": str(question.marks),
        **shared(exercise.topic_title, bank.language, bank.license),
    }


@lru_cache(maxsize=64)  # the same for all notes of a topic
def shared(topic: str, language: str, licence: str) -> dict[str, str]:
    """What stands on every note of a topic with that title."""
    return {
        "Topic": html.literal(topic),
        "Language": language if _LANGUAGE.fullmatch(language) else "",
        "Licence": html.literal(licence),
    }


def _image(image: Image, images: html.Images) -> str:
    """The question's own picture; in words where it is not in the deck."""
    if image.file not in images:
        return html.told(image.alt)
    return html.image(images[image.file], image.alt, image.credit)


def _audio(audio: Audio, media: html.Images) -> dict[str, str]:
    credit = f'<div class="credit" dir="auto">{html.literal(audio.credit)}</div>' if audio.credit else ""
    return {
        "Audio": html.sound(media[audio.file]) if audio.file in media else "",
        "Transcript": html.blocks(audio.transcript) + credit,
    }


@lru_cache(maxsize=4096)  # facts are asked more than once
def _sources(evidence: tuple[Evidence, ...], language: str) -> str:
    """Each document once, with what it says where."""
    return html.listing("ul", _documents(evidence, words_in(language)), 'class="sources"')


def _doubts(evidence: tuple[Evidence, ...], language: str) -> str:
    """What is disputed of it, each said once."""
    doubts = dict.fromkeys(each.doubt for each in evidence if each.doubt)
    return html.more([disputed(doubt, words_in(language)) for doubt in doubts], "".join, _FEW_DOUBTS)


def disputed(doubt: str, words: Words) -> str:
    """What is disputed of a fact."""
    return f'<div class="doubt">{words("anki.disputed", doubt=f"<bdi>{html.literal(doubt)}</bdi>")}</div>'


def _documents(evidence: tuple[Evidence, ...], words: Words) -> Iterator[str]:
    for title in dict.fromkeys(each.title for each in evidence):
        facts = (_fact(each, words) for each in evidence if each.title == title)
        yield f"<cite><bdi>{html.literal(title)}</bdi></cite>{html.listing('ul', facts)}"


def _fact(evidence: Evidence, words: Words) -> str:
    as_of = doubt = ""
    if evidence.as_of:
        time = words("anki.as_of", time=f"<bdi>{html.literal(evidence.as_of)}</bdi>")
        as_of = f' <span class="as-of">({time})</span>'
    if evidence.doubt:
        doubt = disputed(evidence.doubt, words)
    where = f'<span class="where">{words("anki.paragraph", number=evidence.paragraph)}</span>'
    return f"{where} <bdi>{html.literal(evidence.says)}</bdi>{as_of}{doubt}"


def _choice(
    exercise: Exercise,
    question: MultipleChoice | MultipleResponse | TrueFalse,
    images: html.Images,
    words: Words,
) -> dict[str, str]:
    """The options as asked; the same as judged, with what tempts to a wrong one; and the right ones alone."""
    lettered = not isinstance(question, TrueFalse)
    why_not, key = exercise.why_not, exercise.key
    asked, judged, right = "", "", []
    options, credit = thanked_once(options_in(exercise, words), images)
    verdict = f' <strong class="verdict">&check; {words("anki.right_option")}</strong>'
    for i, option in enumerate(options):
        shown = html.isolated(option, images)
        row = f'<span class="option">{shown}</span>'
        asked += f'<li class="open" data-option="{i}">{row}</li>'
        if i in key:
            judged += f'<li class="right" data-option="{i}">{row}{verdict}</li>'
            right.append(shown)
        else:
            told = _temptation(row, why_not[i], images) if i in why_not else row
            judged += f'<li class="wrong" data-option="{i}">{told}</li>'
    placement, thanks = exercise.placement, html.thanks(credit)
    fields = {
        "Options": _options(asked, lettered, placement) + thanks,
        "Key": _options(judged, lettered, placement) + thanks,
        "Answer": "<br>".join(right),
    }
    if isinstance(question, TrueFalse):
        fields["Correction"] = html.text(question.correction, images)
    return fields


def _options(rows: str, lettered: bool, placement: Placement) -> str:
    """The options as a list; its `data-order` tells the card's script what it may shuffle."""
    if lettered:
        return f'<ol class="options" type="a" data-order="{placement}">{rows}</ol>'
    return f'<ul class="options" data-order="{placement}">{rows}</ul>'


def _temptation(option: str, why: str, images: html.Images) -> str:
    """A wrong option that unfolds why it tempts."""
    told = f'<div class="why">{html.isolated(why, images)}</div>'
    return f'<details><summary class="tappable">{option}</summary>{told}</details>'


def _recall(question: ShortAnswer | Numerical | Essay, bank: Bank, images: html.Images) -> dict[str, str]:
    match question:
        case ShortAnswer(answer=answer, compare=compare):
            return (
                _typed(answer, exact=is_exact(answer, compare))
                | _right(question, bank)
                | {
                    "Compare": compare or "",
                }
            )
        case Numerical():
            return (
                _typed(question.answer)
                | _right(question, bank)
                | {
                    "Answer": html.isolated(measured(question)),
                    "Unit": html.literal(question.unit),
                }
            )
        case Essay(points=points):
            named = (html.isolated(point.point, images) for point in points)
            ticks = (f'<label class="tappable"><input type="checkbox"> {point}</label>' for point in named)
            return {"Points": html.listing("ul", ticks, 'class="points"')}
        case _:
            assert_never(question)


def _right(question: ShortAnswer | Numerical, bank: Bank) -> dict[str, str]:
    """What else is right, to be read, and all that is, for the card's script.

    That is JSON which may stand between single quotes, and in which MathJax finds nothing.
    """
    (also,) = also_right(question, bank.names, bank.language)
    words = words_in(bank.language)
    within = [html.literal(margin(also.within, words))] if also.within else []
    forms = msgspec.json.encode(accepted(question, bank.names, bank.language)).decode()
    safe = _SPECIAL.sub(lambda match: f"\\u{ord(match[0][-1]):04x}", forms)
    return {
        "Accepted": html.more(
            [*map(html.isolated, also.forms), *within], lambda rows: html.listing("ul", rows), _FEW_FORMS
        ),
        "Forms": html.literal(safe),
    }


def _typed(answer: str, *, exact: bool = False) -> dict[str, str]:
    line = printable(on_one_line(plain(answer))) if exact else html.one_line(plain(answer))
    return {"Typed": html.literal(line), "Answer": html.isolated(answer)}
