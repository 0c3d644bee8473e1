"""A paper as one Markdown document: the questions topic by topic, and a key at the end."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from quizmill.bank.markup import escape, pictured, spans, thanked_once, whole
from quizmill.bank.model import (
    Cloze,
    Essay,
    Matching,
    MultipleChoice,
    MultipleResponse,
    Numerical,
    Ordering,
    ShortAnswer,
    TrueFalse,
)
from quizmill.compose.exercise import Exercise, key_of, letter, measured, options_in
from quizmill.compose.paper import Paper
from quizmill.formats.format import Settings
from quizmill.formats.markdown_text import (
    address,
    behind,
    in_markdown,
    in_one_line,
    item,
    listed,
    literal,
    picture,
    stacked,
)
from quizmill.formats.posed import explanation
from quizmill.formats.report import Report
from quizmill.grade.also_right import also_right, told
from quizmill.words import words_in


def write(paper: Paper, settings: Settings, report: Report) -> bytes:
    """The document; pictures and sounds are named by their paths in the bank."""
    words = words_in(paper.language)
    entries = [
        _Entry(number, exercise, paper.language, settings, report)
        for number, exercise in enumerate(paper.exercises, start=1)
    ]
    title = f"{paper.title} ({words('sheet.form', form=paper.form)})" if paper.form else paper.title
    key = literal(words("sheet.answer_key", title=title))
    head = [f"# {literal(title)}", f"*{literal(paper.license)}*" if paper.license else ""]
    parts = [*head, *_asked(entries), "---", f"## {key}", *(each.key() for each in entries)]
    return f"{stacked(parts)}\n".encode()


def _asked(entries: Iterable[_Entry]) -> Iterable[str]:
    """The questions, each topic below its title where there are several."""
    entries = tuple(entries)
    several = len({each.topic for each in entries}) > 1
    topic = ""
    for each in entries:
        if several and each.topic != topic:
            topic = each.topic
            yield f"## {literal(topic)}"
        yield each.asked()


class _Entry:
    """One question with its number: how it is asked, and how it is keyed."""

    def __init__(
        self, number: int, exercise: Exercise, language: str, settings: Settings, report: Report
    ) -> None:
        self.topic = exercise.topic_title
        self._number = number
        self._exercise = exercise
        self._language = language
        self._words = words_in(language)
        self._pictures = settings.pictures
        self._explanation = explanation(exercise, language, settings, report)

    def asked(self) -> str:
        """What is asked, with what is shown and heard, and the options."""
        question, words = self._exercise.question, self._words
        image, audio = question.image, question.audio
        marks = f" ({literal(words('sheet.marks', n=question.marks))})" if question.marks > 1 else ""
        first, *others = filter(None, (question.context, self._exercise.prompt))
        parts = [
            behind(f"**{self._number}.**{marks}", first),
            *map(in_markdown, others),
            picture(image.file, image.alt, image.credit) if image else "",
            f"[{literal(_name(audio.file))}]({address(audio.file)})" if audio else "",
            f"*{literal(audio.credit)}*" if audio and audio.credit else "",
        ]
        options, credit = thanked_once(self._exercise.options, self._pictures)
        thanks = f"*{literal(credit)}*" if credit else ""
        return stacked([*parts, *self._lists(options), thanks])

    def _lists(self, options: Iterable[str]) -> list[str]:
        """What there is to choose from."""
        exercise, words = self._exercise, self._words
        lettered = [behind(f"**{_letter(at)}**", text) for at, text in enumerate(options)]
        match exercise.question:
            case MultipleChoice():
                return [_list(f"[ ] {each}" for each in lettered)]
            case MultipleResponse():
                told = f"*{literal(words('sheet.mark_every'))}*"
                return [told, _list(f"[ ] {each}" for each in lettered)]
            case TrueFalse():
                return [_list(f"[ ] {literal(each)}" for each in options_in(exercise, words))]
            case Matching(pairs=pairs):
                lefts = [item(f"{at}.", in_markdown(left)) for at, (left, _) in enumerate(pairs, start=1)]
                return [listed(lefts), _list(lettered)]
            case Ordering():
                return [_list(lettered)]
            case Numerical(unit=unit):
                return [f"… {literal(unit)}" if unit else ""]
            case ShortAnswer() | Cloze() | Essay():
                return []
            case _:
                assert_never(exercise.question)

    def key(self) -> str:
        """The answer, what else is right, why, and what belongs to whoever marks."""
        exercise, words = self._exercise, self._words
        question, audio = exercise.question, exercise.question.audio
        also = told(also_right(question, (), self._language), words)
        whys = [behind(self._tempting(at), why) for at, why in exercise.why_not.items()]
        labelled = [
            (words("face.hint", hint="").strip(), question.hint),
            (words("sheet.transcript", file=_name(audio.file)), audio.transcript) if audio else ("", ""),
        ]
        return stacked(
            [
                *self._answer(),
                behind(f"*{literal(words('sheet.also_right'))}*", also) if also else "",
                in_markdown(self._explanation),
                f"*{literal(words('sheet.tempts'))}*" if whys else "",
                _list(whys),
                *(behind(f"*{literal(label)}*", text) for label, text in labelled if text),
            ]
        )

    def _tempting(self, at: int) -> str:
        """A wrong option, before why it tempts."""
        named = _named(self._exercise.options[at])
        option = f"**{_letter(at)}** ({named})" if named else f"**{_letter(at)}**"
        return self._words("list.explained", first=option, second="").rstrip()

    def _answer(self) -> list[str]:
        """The right answer behind the number."""
        exercise, words = self._exercise, self._words
        number, between = f"**{self._number}.**", words("list.between")
        match exercise.question:
            case MultipleChoice() | MultipleResponse():
                right = [f"**{_letter(at)}** {_named(exercise.options[at])}".rstrip() for at in exercise.key]
                return [f"{number} {right[0]}"] if len(right) == 1 else [number, _list(right)]
            case TrueFalse(correction=correction):
                answer = escape(options_in(exercise, words)[exercise.key[0]])
                clause = words("list.clause_and_sentence", first=answer, second=correction)
                return [behind(number, clause if correction else answer)]
            case ShortAnswer(answer=answer):
                return [behind(number, answer)]
            case Numerical():
                return [behind(number, measured(exercise.question))]
            case Cloze():
                answers = [in_one_line(spans(answer)) for answer in key_of(exercise.question)]
                several = len(answers) > 1
                texts = [f"({at}) {text}" if several else text for at, text in enumerate(answers, start=1)]
                return [f"{number} {between.join(texts)}"]
            case Matching():
                pairs = [f"{at} **{_letter(right)}**" for at, right in enumerate(exercise.key, start=1)]
                return [f"{number} {between.join(pairs)}"]
            case Ordering():
                steps = words("list.next").join(f"**{_letter(at)}**" for at in exercise.key)
                return [f"{number} {steps}"]
            case Essay(points=points):
                return [number, _list(in_markdown(each.point) for each in points)]
            case _:
                assert_never(exercise.question)


def _named(option: str) -> str:
    """An option that its letter need not stand for alone."""
    return "" if whole(option) or pictured(option) else in_one_line(spans(option))


def _name(file: str) -> str:
    return file.rpartition("/")[2]


def _list(items: Iterable[str]) -> str:
    return listed([item("-", each) for each in items])


def _letter(at: int) -> str:
    return letter(at).upper()
