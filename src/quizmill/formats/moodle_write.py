"""A paper as Moodle XML: nothing that ends an import half way is ever written.

A failing question leaves those before it in Moodle's bank, so limits of its database are kept here.
"""

from __future__ import annotations

import re

from quizmill.bank import values
from quizmill.bank.html import literal
from quizmill.bank.markup import plain
from quizmill.bank.model import Cloze, Essay, MultipleChoice, TrueFalse
from quizmill.compose.exercise import Exercise, Placement
from quizmill.compose.paper import Paper
from quizmill.formats import moodle_category
from quizmill.formats import moodle_element as element
from quizmill.formats.format import Settings
from quizmill.formats.moodle_element import Shown
from quizmill.formats.moodle_posed import Posed, posed
from quizmill.formats.posed import (
    explanation,
    ranked_tags,
    tell_of_missing_files,
    tell_of_signs,
    transcript,
)
from quizmill.formats.report import Report

_ID = 100  # characters of an idnumber; with more the whole import ends
_TAG = 50  # characters of a tag; Moodle cuts longer ones
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n'
_NEVER = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # in XML


def write(paper: Paper, settings: Settings, report: Report) -> bytes:
    """The questions one by one, each topic a category of this release."""
    parts = [_HEAD]
    topic = None
    for exercise in paper.exercises:
        entry = _Writing(exercise, paper.language, settings, report).entry()
        if not entry:
            continue
        if exercise.topic != topic:
            topic = exercise.topic
            path = element.plain("category", moodle_category.path(paper, exercise))
            parts.append(f'<question type="category">{path}{element.rich("info", "")}</question>\n')
        parts.append(entry)
    return _NEVER.sub("\ufffd", "".join([*parts, "</quiz>\n"])).encode()


class _Writing:
    """One question as Moodle has it."""

    def __init__(self, exercise: Exercise, language: str, settings: Settings, report: Report) -> None:
        self._exercise = exercise
        self._question = exercise.question
        self._language = language
        self._settings = settings
        self._report = report

    def entry(self) -> str:
        """The whole element; empty where there is none for it."""
        question = self._question
        of = posed(self._exercise, self._language, self._settings, self._report)
        if of is None:
            return ""
        if isinstance(question, MultipleChoice):
            self._tell_of_order(question)
        tell_of_signs(question, self._report)
        lines = [
            element.plain("name", question.id),
            self._asked(of),
            self._feedback(),
            "" if isinstance(question, Cloze) else f"<defaultgrade>{question.marks}</defaultgrade>",
            f"<penalty>{self._penalty()}</penalty>",
            "<hidden>0</hidden>",
            f"<idnumber>{self._idnumber()}</idnumber>",
            *of.lines,
            self._hint(),
            self._tags(),
        ]
        inside = "\n".join(line for line in lines if line)
        return f'<question type="{of.type}">\n{inside}\n</question>\n'

    def _asked(self, of: Posed) -> str:
        """What is above the prompt, the prompt, and what is shown or heard with it."""
        question, shown = self._question, of.shown
        tell_of_missing_files(question, self._settings, self._report)
        blocks = [shown.html(question.context) if question.context else "", of.prompt]
        if question.image:
            image = question.image
            blocks.append(shown.picture(image.file, image.alt, image.credit))
        if question.audio:
            audio = question.audio
            sound = shown.sound(audio.file, audio.transcript)
            credit = f"<br><small>{literal(audio.credit)}</small>" if audio.credit else ""
            blocks.append(sound + credit if sound else "")
        blocks = [block for block in blocks if block]
        whole = blocks[0] if len(blocks) == 1 else "".join(f"<div>{block}</div>" for block in blocks)
        return element.rich("questiontext", whole, shown)

    def _feedback(self) -> str:
        """The explanation, and at its end what a sound says."""
        told = Shown(self._settings)
        html = told.html(explanation(self._exercise, self._language, self._settings, self._report))
        if said := transcript(self._exercise, self._language, self._report):
            html += f"<div>{literal(said)}</div>"
        return element.rich("generalfeedback", html, told)

    def _penalty(self) -> str:
        """What another try costs: half after a hint, as quizmill has it; else a third, as Moodle has it."""
        if isinstance(self._question, TrueFalse):
            return "1"
        return "0.5" if self._question.hint else "0.3333333"

    def _idnumber(self) -> str:
        id = self._question.id
        if len(id) > _ID:
            self._report.changed(id, "id", f"an ID number has at most {_ID} characters", id, id[:_ID])
        return id[:_ID]

    def _hint(self) -> str:
        if not self._question.hint or isinstance(self._question, Essay):
            return ""
        shown = Shown(self._settings)
        return element.rich("hint", shown.html(self._question.hint), shown)

    def _tags(self) -> str:
        question = self._question
        for tag in question.tags:
            if len(tag) > _TAG or re.search("[<>`]", tag):
                rule = f"a tag has at most {_TAG} characters, none of them < > or `"
                self._report.changed(question.id, "tags", rule, tag)
        cut = [re.sub("[<>`]", "", tag)[:_TAG] for tag in ranked_tags(question)]
        told = "".join(element.plain("tag", tag) for tag in cut if tag)
        return f"<tags>{told}</tags>" if told else ""

    def _tell_of_order(self, question: MultipleChoice) -> None:
        """Whether what Moodle does with the options, all shuffled or none, is what the author wants."""
        shuffled = self._exercise.placement is Placement.FREE
        fixed = not shuffled and values.ascending(map(plain, self._exercise.options)) is None
        rule = "Moodle shuffles all options or none; these stay as this paper has them"
        tell = self._report.changed if question.pin_last else self._report.note
        if question.shuffle is fixed:
            tell(question.id, "shuffle", rule)
        if question.place != (self._exercise.key[0] + 1 if fixed else 1):
            tell(question.id, "place", rule)
