"""Aiken, Moodle's shortest text: a question on a line, its options by letters, and which of them is right."""

from __future__ import annotations

import re
from string import ascii_uppercase

from quizmill.bank import guard
from quizmill.bank.markup import plain
from quizmill.compose.exercise import Exercise
from quizmill.compose.paper import Paper
from quizmill.errors import FileUnusable
from quizmill.formats.aiken_read import ANSWER, OPTION, read
from quizmill.formats.format import Format, Settings
from quizmill.formats.games import asked, games_matrix, options
from quizmill.formats.item import Choice
from quizmill.formats.losses import marks
from quizmill.formats.matrix import WHOLE, changed, lost, otherwise
from quizmill.formats.report import Report
from quizmill.formats.text_signs import is_run

# How a question may not begin: as an option or a key does, or too short for Moodle to see the line;
# nor with what would be taken for the mark of the file's encoding.
_MISREAD = re.compile(r"[A-Z][.)]|ANSWER\b|\ufeff|.?\Z", re.IGNORECASE)
_DOTS = "… "
_WRITTEN = ("context", "prompt", "answer", "distractors")
_OF_LINES = ("listing", "table")  # marks whose lines are what they say


def write(paper: Paper, settings: Settings, report: Report) -> bytes:
    """The questions one by one, a blank line between them."""
    told = (_entry(exercise, paper.language, report) for exercise in paper.exercises)
    return "\n".join(entry for entry in told if entry).encode()


def _entry(exercise: Exercise, language: str, report: Report) -> str:
    """The lines of a question; empty where it cannot be, which is told."""
    if any(field in _WRITTEN and mark in _OF_LINES for field, mark in marks(exercise.question)):
        rule = "a listing or a table says nothing on one line"
        report.lost(exercise.id, "question", rule, exercise.prompt)
        return ""
    shown = options(exercise, language, len(ascii_uppercase), report) or ()
    texts = [_in_line(each.text) for each in shown]
    _tell_escapes(exercise.id, shown, report)
    if not texts:
        return ""
    if not all(texts):
        report.lost(exercise.id, "question", "one of its options is empty as plain text", exercise.prompt)
        return ""
    lines = [f"{letter}) {text}\n" for letter, text in zip(ascii_uppercase, texts, strict=False)]
    return f"{_prompt(exercise, report)}\n{''.join(lines)}ANSWER: {_key(shown)}\n"


def _tell_escapes(id: str, shown: tuple[Choice, ...], report: Report) -> None:
    """Moodle escapes a question once, but an option twice."""
    for each in shown:
        if re.search("[&<>]", each.text):
            rule = "Moodle shows &, < and > in an option as &amp;, &lt; and &gt;; gift and moodle keep them"
            report.note(id, "answer" if each.right else "distractors", rule, each.text)


def _key(shown: tuple[Choice, ...]) -> str:
    return next(letter for letter, each in zip(ascii_uppercase, shown, strict=False) if each.right)


def _prompt(exercise: Exercise, report: Report) -> str:
    """The question on one line that Moodle takes for a question: a second line would end it."""
    text = asked(exercise)
    told = _in_line(text)
    if any("\n" in plain(each) for each in (exercise.prompt, exercise.question.context)):
        report.changed(exercise.id, "prompt", "its lines are joined: Aiken has one for a question", text)
    if _MISREAD.match(told):
        rule = "Moodle would not take it for a question: dots stand before it"
        told = f"{_DOTS}{told}"
        report.changed(exercise.id, "prompt", rule, text, told)
    return told


def _in_line(text: str) -> str:
    return " ".join(text.split())


def recognises(data: bytes) -> bool:
    """Whether a text has lines with an option and lines that say which is right, and no numbered questions.

    Those have more kinds, and other places for their keys: they are `text`.
    """
    try:
        lines = [line.strip() for line in guard.text(data, "").split("\n")]
    except FileUnusable:
        return False
    return any(map(ANSWER.fullmatch, lines)) and any(map(OPTION.fullmatch, lines)) and not is_run(lines)


_ONE_OF_MANY = lost("Aiken has only questions with one right option")
_ORDER = lost("the quiz decides in which order options stand")

FORMAT = Format(
    name="aiken",
    title="Aiken, Moodle's shortest text",
    extensions=("txt", "aiken"),
    matrix=games_matrix(
        {
            "multiple_choice": WHOLE,
            "multiple_response": _ONE_OF_MANY,
            "true_false": otherwise("true and false become two options"),
            "short_answer": _ONE_OF_MANY,
            "numerical": _ONE_OF_MANY,
            "cloze": _ONE_OF_MANY,
            "matching": _ONE_OF_MANY,
            "ordering": _ONE_OF_MANY,
            "essay": _ONE_OF_MANY,
        },
        "Aiken",
        {
            "context": changed("it stands at the head of the question, on its line", "prompt"),
            **dict.fromkeys(("shuffle", "pin_last", "place"), _ORDER),
        },
    ),
    write=write,
    read=read,
    recognises=recognises,
    remarks=("Aiken has no explanations, names or topics; gift and moodle carry them.",),
)
