"""A paper as GIFT: nothing that its importers stumble over, or end at, is ever written."""

from __future__ import annotations

import re
from typing import assert_never

from quizmill.bank import cloze
from quizmill.bank.html_blocks import Ways, in_html, mathjax
from quizmill.bank.markup import plain
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
from quizmill.compose.exercise import Exercise
from quizmill.compose.paper import Paper
from quizmill.formats import moodle_category
from quizmill.formats.format import Settings
from quizmill.formats.gift_text import escaped
from quizmill.formats.in_markup import is_plain
from quizmill.formats.losses import texts_of
from quizmill.formats.posed import (
    bare_number,
    choices,
    explanation,
    share,
    tell_of_date,
    tell_of_margin,
)
from quizmill.formats.report import Report

_WAYS = Ways(formula=mathjax)
_WILDCARD = re.compile(r"\*")  # which stands for any text where Moodle compares answers
_ORDERING = "VERTICAL RELATIVE_NEXT_EXCLUDE_LAST SHOW none"


def write(paper: Paper, settings: Settings, report: Report) -> bytes:
    """The questions one by one, each topic a category of this release."""
    lines: list[str] = []
    topic = None
    for exercise in paper.exercises:
        entry = _Writing(exercise, paper.language, settings, report).text()
        if not entry:
            continue
        if exercise.topic != topic:
            topic = exercise.topic
            lines.append(f"$CATEGORY: {moodle_category.path(paper, exercise)}\n")
        lines.append(entry)
    return "\n".join(lines).encode()


class _Writing:
    """One question as GIFT writes it: all its texts in HTML if one of them has marks, else all plain."""

    def __init__(self, exercise: Exercise, language: str, settings: Settings, report: Report) -> None:
        self._exercise = exercise
        self._language = language
        self._report = report
        self._explanation = explanation(exercise, language, settings, report)
        if isinstance(exercise.question, Essay):
            points = "\n".join(f"- {point.point}" for point in exercise.question.points)
            self._explanation = f"{self._explanation}\n\n{points}".strip()
        self._is_plain = all(map(is_plain, [*texts_of(exercise.question), self._explanation]))

    def text(self) -> str:
        """The whole entry; empty where there is none for it."""
        posed = self._posed()
        if posed is None:
            return ""
        before, answer, after = posed
        question = self._exercise.question
        head = [f"id:{question.id}", *(f"tag:{tag}" for tag in question.tags)]
        comment = "// " + " ".join(f"[{each.replace(']', chr(92) + ']')}]" for each in head)
        context = f"{self._set(question.context)}\\n\\n" if question.context else ""
        told = self._explanation
        general = f"####{self._set(told)}" if told and not isinstance(question, Ordering) else ""
        style = "plain" if self._is_plain else "html"
        return f"{comment}\n::{question.id}::[{style}]{context}{before}{{{answer}{general}}}{after}\n"

    def _set(self, text: str) -> str:
        """A text of the question."""
        if self._is_plain:
            return escaped(plain(text))
        return escaped(in_html(text, _WAYS))

    def _posed(self) -> tuple[str, str, str] | None:
        """What stands before the braces, in them, and behind them."""
        question = self._exercise.question
        match question:
            case MultipleChoice() | MultipleResponse():
                return self._set(question.prompt), self._choices(), ""
            case TrueFalse():
                wrong = f"#{self._set(question.correction)}" if question.correction else ""
                return self._set(question.prompt), f"{'TRUE' if question.answer else 'FALSE'}{wrong}", ""
            case ShortAnswer():
                return self._typed(self._set(question.prompt), (question.answer, *question.accept), "")
            case Numerical():
                return self._number(question)
            case Cloze():
                return self._blank(question)
            case Matching():
                pairs = [*question.pairs, *(("", spare) for spare in question.extra)]
                told = "".join(self._pair(left, right) for left, right in pairs)
                return self._set(question.prompt), f"{told}\n", ""
            case Ordering():
                return self._steps(question)
            case Essay():
                return self._set(question.prompt), "", ""
            case _:
                assert_never(question)

    def _choices(self) -> str:
        options = choices(self._exercise)
        each = share(sum(choice.right for choice in options))
        single = isinstance(self._exercise.question, MultipleChoice)
        told = ""
        for choice in options:
            # A wrong pick takes away what a right one gives, as quizmill marks it.
            sign = ("=" if choice.right else "~") if single else f"~%{'' if choice.right else '-'}{each}%"
            why = f"#{self._set(choice.why)}" if choice.why else ""
            told += f"\n{sign}{self._set(choice.text)}{why}"
        return f"{told}\n"

    def _typed(self, before: str, forms: tuple[str, ...], after: str) -> tuple[str, str, str] | None:
        """Answers to type, plain whatever the rest is; an arrow in one would make a matching of them."""
        told = ""
        for form in dict.fromkeys(plain(form) for form in forms):
            usable = form.replace("->", "→")
            if usable != form:
                rule = "an arrow within an answer cannot be escaped"
                self._report.changed(self._exercise.id, "answer", rule, form, usable)
            told += f" ={escaped(_WILDCARD.sub(chr(92) * 2 + '*', usable))}"
        return before, told.strip(), after

    def _number(self, question: Numerical) -> tuple[str, str, str] | None:
        """A number in digits: whatever else stands there, Moodle would take every answer for right."""
        before = self._set(question.prompt)
        found = bare_number(question, self._language)
        if found is None:
            tell_of_date(question, self._report)
            return self._typed(before, (question.answer,), "")
        if found.unit:
            before += escaped(f" ({found.unit})")
        if found.unit or found.digits != plain(question.answer):
            rule = "a number is typed in digits, without its unit"
            self._report.changed(question.id, "answer", rule, question.answer, found.digits)
        if found.unit:
            self._report.changed(question.id, "prompt", "the unit stands in the prompt", "", found.unit)
            self._report.changed(question.id, "unit", "the unit stands in the prompt", found.unit)
        tell_of_margin(question, found, self._report)
        return before, f"#{found.digits}:{found.margin}", ""

    def _blank(self, question: Cloze) -> tuple[str, str, str] | None:
        parts = cloze.segments(question.text)
        blanks = [part for part in parts if isinstance(part, cloze.Blank)]
        if len(blanks) != 1 or blanks[0].part:
            rule = "only one blank can stand in a sentence, and none in a formula"
            self._report.lost(question.id, "question", rule, self._exercise.prompt)
            return None
        at = parts.index(blanks[0])
        before, after = ("".join(map(self._stretch, part)) for part in (parts[:at], parts[at + 1 :]))
        if not after.strip():
            rule = "a blank at the end becomes the answer to what stands before it"
            self._report.changed(question.id, "type", rule, self._exercise.prompt)
        return self._typed(before, (blanks[0].answer, *blanks[0].accept), after)

    def _stretch(self, part: str | cloze.Blank) -> str:
        """What stands beside a blank, with the spaces that part it from that."""
        text = part if isinstance(part, str) else ""
        bare = text.strip()
        start = text.index(bare)
        return f"{text[:start]}{self._set(bare)}{text[start + len(bare) :]}"

    def _pair(self, left: str, right: str) -> str:
        """A right is plain for Moodle, and a left may hold no arrow."""
        usable = self._set(left).replace("->", "→")
        told = plain(right).replace("->", "→")
        if usable != self._set(left) or told != right:
            rule = "a right is plain text, and no arrow may stand in a pair"
            self._report.changed(self._exercise.id, "pairs", rule, f"{left} = {right}", told)
        return f"\n={usable} -> {escaped(told)}"

    def _steps(self, question: Ordering) -> tuple[str, str, str]:
        """The lines of Moodle's ordering type, which knows no feedback here."""
        rule = "only a Moodle that has the ordering type reads it (4.4 has); others skip it"
        self._report.note(question.id, "type", rule)
        told = "".join(f"\n{self._set(step)}" for step in question.sequence)
        return self._set(question.prompt), f">{len(question.sequence)} ALL {_ORDERING}{told}\n", ""
