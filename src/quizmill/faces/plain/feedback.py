"""What is said about an answer: how it did, what is right and why, and where that stands."""

from __future__ import annotations

from quizmill.bank.model import Audio
from quizmill.compose.exercise import Exercise
from quizmill.faces import phrases
from quizmill.faces.phrases import AnswerPart, letters_of
from quizmill.faces.plain.terminal import Screen, Tone
from quizmill.faces.text import cells
from quizmill.grade import Verdict
from quizmill.grade.diff import Change, Diff, diffs
from quizmill.study.sitting import Answer

TONES = {
    Verdict.RIGHT: Tone.GOOD,
    Verdict.PARTIAL: Tone.PARTLY,
    Verdict.WRONG: Tone.BAD,
    Verdict.SKIPPED: Tone.QUIET,
    Verdict.UNMARKED: Tone.QUIET,
}


def verdict(screen: Screen, exercise: Exercise, answer: Answer) -> None:
    """The verdict in words, what it earned, what the marker has to say, and where typed letters differ."""
    mark = answer.mark
    screen.say(phrases.verdict(mark, screen.words), tone=TONES[mark.verdict])
    if said := phrases.remark(exercise, mark, screen.words):
        screen.say(said)
    if mark.verdict is not Verdict.RIGHT:
        _letters(screen, diffs(exercise, answer.response))


def reasons(screen: Screen, exercise: Exercise, also: str = "") -> None:
    """The right answer, what is *also* right, what was said in a sound, the explanation, and the sources."""
    right_answer(screen, exercise, also)
    if exercise.question.audio:
        transcript(screen, exercise.question.audio)
    if exercise.question.explanation:
        screen.text(exercise.question.explanation, label=f"{screen.words('face.why')} ")
    sources(screen, exercise)


def transcript(screen: Screen, audio: Audio) -> None:
    """What is said in a sound, and whose it is."""
    label = f"{screen.words('face.heard')} "
    screen.text(audio.transcript, label=label)
    if audio.credit:
        screen.say(audio.credit, indent=cells(label), tone=Tone.QUIET)


def right_answer(screen: Screen, exercise: Exercise, also: str = "") -> None:
    """The right answer, with the letters and numbers under which it was shown, and what is *also* right."""
    label = f"{screen.words('face.answer')} "
    for number, part in enumerate(phrases.answer_parts(exercise, screen.words)):
        if number == 0:
            answer_part(screen, part, label)
        else:
            answer_part(screen, part, indent=cells(label))
    if also:
        screen.text(also, label=f"{screen.words('sheet.also_right')} ")


def answer_part(screen: Screen, part: AnswerPart, label: str = "", indent: int = 0) -> None:
    """A part of the right answer behind its own label."""
    write = screen.text if part.has_blocks else screen.option
    write(part.text, label=f"{label}{part.label}", indent=indent)


def sources(screen: Screen, exercise: Exercise) -> None:
    """Where each fact stands, what it says, and how far it is to be believed."""
    for evidence in exercise.evidence:
        screen.say(phrases.source(evidence, screen.words), label=f"{screen.words('face.source_label')} ")


def _letters(screen: Screen, comparisons: tuple[Diff | None, ...]) -> None:
    for number, comparison in enumerate(comparisons, 1):
        if comparison:
            screen.say(_marked_up(comparison), label=f"{letters_of(number, comparisons, screen.words)} ")


def _marked_up(comparison: Diff) -> str:
    """`Cut(+t)y Sar(-c)(+k)`: a plus for what is missing, a minus for what is too much."""
    signs = {Change.SAME: "{}", Change.MISSING: "(+{})", Change.SURPLUS: "(-{})"}
    return "".join(signs[piece.change].format(piece.text) for piece in comparison)
