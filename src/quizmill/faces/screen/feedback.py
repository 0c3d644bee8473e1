"""What is said about a question and its answer, as texts for the screen; the words are both faces'."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content
from textual.visual import Visual

from quizmill.bank.model import Audio, Cloze
from quizmill.compose.exercise import Exercise
from quizmill.faces import phrases
from quizmill.faces.screen.blocks import laid_out, option
from quizmill.faces.screen.prose import BLANK, Hanging, Pen
from quizmill.faces.screen.signs import verdict_sign
from quizmill.faces.text import cells
from quizmill.grade import Mark, Verdict
from quizmill.grade.diff import Change, diffs
from quizmill.study.sitting import Answer, can_appeal

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


def told(exercise: Exercise, answer: Answer, pen: Pen, also: str, *, appeal: bool) -> Iterator[Visual]:
    """Verdict, remark, letters that differ, and `reasons`; with *appeal* how to object."""
    yield verdict(answer.mark, pen)
    if said := phrases.remark(exercise, answer.mark, pen.words):
        yield pen.literal(said)
    if answer.mark.verdict in (Verdict.WRONG, Verdict.PARTIAL):
        yield from _letters(exercise, answer, pen)
    yield from reasons(exercise, pen, also)
    if appeal and can_appeal(answer):
        key = "screen.objection_near" if answer.mark.near else "screen.objection"
        yield pen.literal(pen.words(key), "$quiet")


def verdict(mark: Mark, pen: Pen) -> Content:
    """The verdict by symbol, word and colour."""
    return pen.literal(
        f"{verdict_sign(pen.signs, mark.verdict)} {phrases.verdict(mark, pen.words)}",
        f"bold {COLOURS[mark.verdict]}",
    )


def reasons(exercise: Exercise, pen: Pen, also: str = "") -> Iterator[Visual]:
    """The right answer, what is *also* right, what was said in a sound, the explanation, and the sources."""
    answer, why, source = labels(pen, "answer", "why", "source_label")
    for i, said in enumerate(answers(exercise, pen)):
        yield Hanging(Content.styled(answer if i == 0 else " " * cells(answer), "bold"), said)
    if also:
        label = pen.words("sheet.also_right")
        yield Hanging(Content.styled(f"{label} ", "bold"), laid_out(also, pen))
    if exercise.question.audio:
        yield from transcript(exercise.question.audio, pen)
    if exercise.question.explanation:
        yield Hanging(Content.styled(why, "bold"), laid_out(exercise.question.explanation, pen))
    for evidence in exercise.evidence:
        where = phrases.source(evidence, pen.words)
        yield Hanging(Content.styled(source, "bold $quiet"), pen.literal(where, "$quiet"))


def transcript(audio: Audio, pen: Pen) -> Iterator[Visual]:
    """What is said in a sound, and whose it is."""
    _, _, _, heard = labels(pen, "answer", "why", "source_label", "heard")
    yield Hanging(Content.styled(heard, "bold"), laid_out(audio.transcript, pen))
    if audio.credit:
        yield Hanging(" " * cells(heard), pen.literal(audio.credit, "$quiet"))


def answers(exercise: Exercise, pen: Pen) -> Iterator[Visual]:
    """The right answer, part by part."""
    for part in phrases.answer_parts(exercise, pen.words):
        text = laid_out(part.text, pen) if part.has_blocks else option(part.text, pen)
        yield Hanging(pen.literal(part.label), text)


def labels(pen: Pen, *names: str) -> list[str]:
    """The labels of these names, all as wide as the widest, and a blank."""
    said = [pen.words(f"face.{name}") for name in names]
    widest = max(map(cells, said))
    return [label + " " * (widest + 1 - cells(label)) for label in said]


def question_line(number: int, exercise: Exercise, pen: Pen) -> Hanging:
    """A question in a list."""
    return Hanging(Content.styled(f"{number}. ", "bold"), laid_out(exercise.prompt, pen, "bold"))


def _letters(exercise: Exercise, answer: Answer, pen: Pen) -> Iterator[Visual]:
    comparisons = diffs(exercise, answer.response)
    for number, comparison in enumerate(comparisons, 1):
        if comparison:
            label = phrases.letters_of(number, comparisons, pen.words)
            pieces = [pen.literal(*_piece(piece.text, piece.change)) for piece in comparison]
            yield Hanging(Content.styled(f"{label} ", "bold"), Content.assemble(*pieces))


def _piece(text: str, change: Change) -> tuple[str, str]:
    """`(+t)` underlined for what is missing, `(-c)` struck out for what is too much."""
    match change:
        case Change.MISSING:
            return f"(+{text})", "underline $right"
        case Change.SURPLUS:
            return f"(-{text})", "strike $wrong"
        case Change.SAME:
            return text, ""
