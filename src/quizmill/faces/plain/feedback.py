"""What is said about an answer, line by line: how it did, what is right and why, and where that stands."""

from __future__ import annotations

from quizmill.bank.model import Audio
from quizmill.compose import cited
from quizmill.compose.exercise import Exercise
from quizmill.faces import phrases
from quizmill.faces.feedback import Feedback
from quizmill.faces.phrases import AnswerPart
from quizmill.faces.plain.spelling import in_words
from quizmill.faces.plain.terminal import Screen, Tone
from quizmill.faces.span_marks import spoken
from quizmill.faces.text import cells
from quizmill.grade import Verdict

TONES = {
    Verdict.RIGHT: Tone.GOOD,
    Verdict.PARTIAL: Tone.PARTLY,
    Verdict.WRONG: Tone.BAD,
    Verdict.SKIPPED: Tone.QUIET,
    Verdict.UNMARKED: Tone.QUIET,
}


def tell(screen: Screen, found: Feedback, verdict: Verdict) -> None:
    """All of it, each part on lines of its own."""
    words = screen.words
    if found.verdict:
        screen.say(found.verdict, tone=TONES[verdict])
    if found.remark:
        screen.say(found.remark)
    for named, point in found.points:
        screen.say(
            words("face.point_named" if named else "face.point_missing", point=spoken(point, words)), indent=2
        )
    for number, difference in enumerate(found.differences, 1):
        if said := in_words(difference, words) if difference else "":
            screen.say(said, label=_spelling_in(number, len(found.differences), screen))
    answer_parts(screen, found.answer)
    if found.also:
        also_right(screen, found.also)
    _reasons(screen, found)


def _reasons(screen: Screen, found: Feedback) -> None:
    words = screen.words
    if found.audio:
        transcript(screen, found.audio)
    if found.explanation:
        screen.text(found.explanation, label=f"{words('face.why')} ")
    for source in found.sources:
        screen.say(source, label=f"{words('face.source_label')} ", tone=Tone.QUIET)
    for doubt in found.doubts:
        screen.say(doubt, tone=Tone.QUIET)


def transcript(screen: Screen, audio: Audio) -> None:
    """What is said in a sound, and whose it is."""
    label = f"{screen.words('face.heard')} "
    screen.text(audio.transcript, label=label)
    if audio.credit:
        screen.say(audio.credit, indent=cells(label), tone=Tone.QUIET)


def right_answer(screen: Screen, exercise: Exercise, also: str = "") -> None:
    """The right answer, with the letters and numbers under which it was shown, and what is *also* right."""
    answer_parts(screen, tuple(phrases.answer_parts(exercise, screen.words)))
    if also:
        also_right(screen, also)


def answer_parts(screen: Screen, parts: tuple[AnswerPart, ...], indent: int = 0) -> None:
    """The parts of the right answer, one below the other, each behind its own label."""
    label = f"{screen.words('face.answer')} "
    for number, part in enumerate(parts):
        if number == 0:
            screen.option(part.text, label=f"{label}{part.label}", indent=indent)
        else:
            screen.option(part.text, label=part.label, indent=indent + cells(label))


def also_right(screen: Screen, also: str) -> None:
    """What is right beside the answer."""
    screen.text(also, label=f"{screen.words('sheet.also_right')} ")


def sources(screen: Screen, exercise: Exercise) -> None:
    """Where each fact stands, what it says, and how far it is to be believed."""
    for source in cited.sources(exercise.evidence, screen.words):
        screen.say(source, label=f"{screen.words('face.source_label')} ")


def _spelling_in(number: int, count: int, screen: Screen) -> str:
    """The label of how one of several texts is spelt."""
    label = screen.words("plain.spelling") if count == 1 else screen.words("plain.spelling_in", number=number)
    return f"{label} "
