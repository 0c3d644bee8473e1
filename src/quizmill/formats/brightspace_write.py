"""A paper as the CSV that Brightspace imports: a few rows a question, each named by its first cell."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from quizmill.bank import cloze
from quizmill.bank.html_blocks import Ways, in_html
from quizmill.bank.markup import plain
from quizmill.bank.model import (
    Cloze,
    Difficulty,
    Essay,
    Matching,
    MultipleChoice,
    MultipleResponse,
    Numerical,
    Ordering,
    Question,
    ShortAnswer,
    TrueFalse,
)
from quizmill.compose.exercise import Exercise
from quizmill.compose.paper import Paper
from quizmill.formats.format import Settings
from quizmill.formats.formulas import told_mathml
from quizmill.formats.games import game_csv, warn_of_formulas
from quizmill.formats.in_markup import is_plain
from quizmill.formats.posed import (
    bare_number,
    choices,
    explanation,
    tell_of_marks,
    typed_line,
)
from quizmill.formats.report import Report

_WAYS = Ways(formula=told_mathml)
_COLUMNS = 5
_MARK = b"\xef\xbb\xbf"  # by which Brightspace, as Excel, knows UTF-8
_HARD = {Difficulty.EASY: "2", Difficulty.MEDIUM: "5", Difficulty.HARD: "8"}  # of 10
_HTML, _PLAIN = "HTML", ""

Row = tuple[str, ...]


def write(paper: Paper, settings: Settings, report: Report) -> bytes:
    """The questions one below the other, an empty row between them."""
    rows: list[Row] = []
    for exercise in paper.exercises:
        found = _Writing(paper, exercise, settings, report).rows()
        if found:
            rows += [(), *found] if rows else found
            warn_of_formulas(exercise.id, (cell for row in found for cell in row), report)
    return _MARK + game_csv([*row, *[""] * (_COLUMNS - len(row))] for row in rows)


class _Writing:
    """One question as rows."""

    def __init__(self, paper: Paper, exercise: Exercise, settings: Settings, report: Report) -> None:
        self._paper = paper
        self._exercise = exercise
        self._question = exercise.question
        self._settings = settings
        self._report = report

    def rows(self) -> list[Row]:
        """All of it; nothing where Brightspace's CSV has nothing for it."""
        posed = self._posed(self._question)
        if posed is None:
            return []
        question = self._question
        told = explanation(self._exercise, self._paper.language, self._settings, self._report)
        kind, prompt, answered = posed
        image = question.image
        return [
            ("NewQuestion", kind),
            ("ID", f"{self._paper.namespace}-{question.id}"),
            ("Title", question.id),
            ("QuestionText", *self._asked(prompt)),
            ("Points", str(question.marks)),
            ("Difficulty", _HARD[question.difficulty]),
            *([("Image", typed_line(image.file))] if image else []),
            *answered,
            *([("Hint", *_rich(question.hint))] if question.hint else []),
            *([("Feedback", *_rich(told))] if told else []),
        ]

    def _asked(self, prompt: str) -> Row:
        """The prompt, below what stands above it; a list that ends the one goes not on in the other."""
        context = self._question.context
        if not context:
            return _rich(prompt)
        return "".join(f"<div>{in_html(each, _WAYS)}</div>" for each in (context, prompt)), _HTML

    def _posed(self, question: Question) -> tuple[str, str, list[Row]] | None:
        """Brightspace's type, the prompt as markup, and the rows of that type."""
        match question:
            case MultipleChoice(prompt=prompt):
                return "MC", prompt, self._options("100")
            case MultipleResponse(prompt=prompt):
                return "MS", prompt, [("Scoring", "RightMinusWrong"), *self._options("1")]
            case TrueFalse(prompt=prompt):
                return "TF", prompt, self._truths(question)
            case ShortAnswer(prompt=prompt, answer=answer, accept=accept):
                return "SA", prompt, self._typed("answer", (answer, *accept))
            case Numerical(prompt=prompt):
                return "SA", prompt, self._number(question)
            case Cloze():
                return self._blank(question)
            case Matching(prompt=prompt):
                return "M", prompt, self._pairs(question)
            case Ordering(prompt=prompt):
                steps = [("Item", text, style or "NOT HTML") for text, style in map(_rich, question.sequence)]
                return "O", prompt, [("Scoring", "EquallyWeighted"), *steps]
            case Essay(prompt=prompt, points=points):
                listed = "".join(f"<li>{in_html(point.point, _WAYS)}</li>" for point in points)
                return "WR", prompt, [("AnswerKey", f"<ul>{listed}</ul>", _HTML)]
            case _:
                assert_never(question)

    def _options(self, right: str) -> list[Row]:
        return [
            ("Option", right if each.right else "0", *_rich(each.text), self._said("why", each.why))
            for each in choices(self._exercise)
        ]

    def _truths(self, question: TrueFalse) -> list[Row]:
        """True and false; the correction is said to who takes the wrong one."""
        said = {True: "", False: ""}
        said[not question.answer] = self._said("correction", question.correction)
        return [
            (str(truth).upper(), "100" if truth is question.answer else "0", why)
            for truth, why in said.items()
        ]

    def _typed(self, field: str, forms: Iterable[str]) -> list[Row]:
        """Answers to type, which are plain."""
        told = dict.fromkeys(self._bare(field, form) for form in forms)
        return [("InputBox", "1", "40"), *(("Answer", "100", form) for form in told)]

    def _number(self, question: Numerical) -> list[Row]:
        """A number as a text: as it is written, in digits, and with its unit."""
        found = bare_number(question, self._paper.language)
        forms = [question.answer]
        if found:
            forms += [found.digits, *([f"{found.digits} {found.unit}"] if found.unit else [])]
        return self._typed("answer", forms)

    def _blank(self, question: Cloze) -> tuple[str, str, list[Row]] | None:
        """A text with one blank, which is typed below it."""
        found = cloze.blanks(question.text)
        if len(found) != 1 or found[0].part:
            rule = "a text has one blank here, and none in a formula"
            self._report.lost(question.id, "question", rule, self._exercise.prompt)
            return None
        rule = "a text with one blank is a short answer here"
        self._report.changed(question.id, "type", rule, self._exercise.prompt)
        return "SA", self._exercise.prompt, self._typed("prompt", (found[0].answer, *found[0].accept))

    def _pairs(self, question: Matching) -> list[Row]:
        """Lefts with their rights, both plain; each right stands there once for each of its lefts."""
        rights = [right for _, right in question.pairs]
        if len(set(rights)) < len(rights):
            rule = "a right that serves several lefts stands there for each, and is right for that one alone"
            self._report.changed(question.id, "pairs", rule)
        shown = sorted(enumerate(question.pairs, start=1), key=lambda pair: self._exercise.key[pair[0] - 1])
        lefts = [
            ("Choice", str(at), self._bare("pairs", left)) for at, (left, _) in enumerate(question.pairs, 1)
        ]
        matches = [("Match", str(at), self._bare("pairs", right)) for at, (_, right) in shown]
        return [("Scoring", "EquallyWeighted"), *lefts, *matches]

    def _said(self, field: str, text: str) -> str:
        """What is said to who takes an option, which is plain."""
        if not is_plain(text):
            rule = "what is said of an option is plain text"
            self._report.changed(self._question.id, field, rule, text, plain(text))
        return typed_line(text)

    def _bare(self, field: str, text: str) -> str:
        """A text without marks, which no flag could announce."""
        if text:
            tell_of_marks(self._question.id, self._report, field, text)
        return typed_line(text)


def _rich(text: str) -> tuple[str, str]:
    """A text, and whether it is HTML: where it has marks, or more than a line."""
    if is_plain(text) and "\n" not in text:
        return typed_line(text), _PLAIN
    return in_html(text, _WAYS), _HTML
