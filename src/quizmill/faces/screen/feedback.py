"""What is said about a question and its answer, as texts for the screen; the words are both faces'."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textual.content import Content
from textual.visual import Visual

from quizmill.bank.model import Audio, Cloze
from quizmill.compose.exercise import Exercise
from quizmill.faces import phrases
from quizmill.faces.feedback import Feedback
from quizmill.faces.phrases import AnswerPart
from quizmill.faces.screen.blocks import laid_out, option
from quizmill.faces.screen.prose import BLANK, Hanging, Pen
from quizmill.faces.screen.signs import verdict_sign
from quizmill.faces.text import cells
from quizmill.grade import Mark, Verdict
from quizmill.grade.diff import Change, Diff

COLOURS = {
    Verdict.RIGHT: "$right",
    Verdict.PARTIAL: "$partly",
    Verdict.WRONG: "$wrong",
    Verdict.SKIPPED: "$quiet",
    Verdict.UNMARKED: "$quiet",
}


def asked(exercise: Exercise, pen: Pen) -> Iterator[Visual]:
    """Context, picture in words, that there is a sound, and prompt; a cloze's stands where its gaps are."""
    question = exercise.question
    if question.context:
        yield laid_out(question.context, pen)
        yield BLANK
    if question.image:
        yield pen.picture(question.image.alt)
    if question.audio:
        yield pen.literal(pen.words("face.sound"), "$quiet")
    if not isinstance(question, Cloze):
        yield laid_out(exercise.prompt, pen, "bold")


def told(found: Feedback, mark: Mark, pen: Pen) -> Iterator[Visual]:
    """All of it, each part on lines of its own."""
    if found.verdict:
        sign = verdict_sign(pen.signs, mark.verdict)
        yield pen.literal(f"{sign} {found.verdict}", f"bold {COLOURS[mark.verdict]}")
    if found.remark:
        yield pen.literal(found.remark)
    for is_named, point in found.points:
        sign = pen.signs.right if is_named else pen.signs.wrong
        yield Hanging(Content.styled(f"{sign} ", "$right" if is_named else "$wrong"), pen.marked(point))
    yield from _letters(found.differences, pen)
    yield from _reasons(found, pen)
    if mark.near:
        yield pen.literal(pen.words("screen.objection_near"), "$quiet")


def _reasons(found: Feedback, pen: Pen) -> Iterator[Visual]:
    answer, why, source = labels(pen, "answer", "why", "source_label")
    for i, said in enumerate(answers(found.answer, pen)):
        yield Hanging(Content.styled(answer if i == 0 else " " * cells(answer), "bold"), said)
    if found.also:
        yield Hanging(Content.styled(f"{pen.words('sheet.also_right')} ", "bold"), laid_out(found.also, pen))
    if found.audio:
        yield from transcript(found.audio, pen)
    if found.explanation:
        yield Hanging(Content.styled(why, "bold"), laid_out(found.explanation, pen))
    for place in found.sources:
        yield Hanging(Content.styled(source, "bold $quiet"), pen.literal(place, "$quiet"))
    for doubt in found.doubts:
        yield Hanging(" " * cells(source), pen.literal(doubt, "$quiet"))


def transcript(audio: Audio, pen: Pen) -> Iterator[Visual]:
    """What is said in a sound, and whose it is."""
    _, _, _, heard = labels(pen, "answer", "why", "source_label", "heard")
    yield Hanging(Content.styled(heard, "bold"), laid_out(audio.transcript, pen))
    if audio.credit:
        yield Hanging(" " * cells(heard), pen.literal(audio.credit, "$quiet"))


def answers(parts: Iterable[AnswerPart], pen: Pen) -> Iterator[Visual]:
    """The right answer, part by part."""
    for part in parts:
        yield Hanging(pen.literal(part.label), option(part.text, pen))


def labels(pen: Pen, *names: str) -> list[str]:
    """The labels of these names, all as wide as the widest, and a blank."""
    said = [pen.words(f"face.{name}") for name in names]
    widest = max(map(cells, said))
    return [label + " " * (widest + 1 - cells(label)) for label in said]


def question_line(number: int, exercise: Exercise, pen: Pen) -> Hanging:
    """A question in a list."""
    return Hanging(Content.styled(f"{number}. ", "bold"), laid_out(exercise.prompt, pen, "bold"))


def _letters(comparisons: tuple[Diff | None, ...], pen: Pen) -> Iterator[Visual]:
    for number, comparison in enumerate(comparisons, 1):
        if comparison:
            label = phrases.letters_of(number, comparisons, pen.words)
            pieces = [pen.literal(*_piece(piece.text, piece.change)) for piece in comparison]
            legend = pen.literal(f"  {pen.words('face.legend')}", "$quiet")
            yield Hanging(Content.styled(f"{label} ", "bold"), Content.assemble(*pieces, legend))


def _piece(text: str, change: Change) -> tuple[str, str]:
    """`(+t)` underlined for what is missing, `(-c)` struck out for what is too much."""
    match change:
        case Change.MISSING:
            return f"(+{text})", "underline $right"
        case Change.SURPLUS:
            return f"(-{text})", "strike $wrong"
        case Change.SAME:
            return text, ""
