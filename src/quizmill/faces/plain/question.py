"""A question as lines of text: what is asked, what there is to choose from, and how to answer."""

from __future__ import annotations

from quizmill.bank.model import (
    Cloze,
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
from quizmill.compose.exercise import Exercise, letter
from quizmill.faces.phrases import marks
from quizmill.faces.plain.terminal import Screen
from quizmill.words import Words


def heading_facts(exercise: Exercise, words: Words) -> str:
    """What kind of question this is: topic, kind, difficulty, level, marks and tags."""
    question = exercise.question
    said = [exercise.topic_title, exercise.kind.replace("_", " "), question.difficulty, question.level]
    said.append(marks(question.marks, words))
    if question.tags:
        said.append(", ".join(question.tags))
    return " · ".join(said)


def body(screen: Screen, exercise: Exercise) -> None:
    """Context, picture in words, that there is a sound, prompt and options."""
    question = exercise.question
    _before_the_prompt(screen, question)
    screen.text(exercise.prompt)
    match question:
        case MultipleChoice() | MultipleResponse():
            _lettered(screen, exercise.options)
        case TrueFalse():
            screen.say(screen.words("face.true_or_false"), indent=2)
        case Matching():
            for number, (left, _) in enumerate(question.pairs, 1):
                screen.option(left, label=f"{number}. ", indent=2)
            screen.say(screen.words("face.go_with"), indent=2)
            _lettered(screen, exercise.options)
        case Ordering():
            for number, step in enumerate(exercise.options, 1):
                screen.option(step, label=f"{number}. ", indent=2)
        case ShortAnswer() | Numerical() | Cloze() | Essay():
            pass  # nothing to choose from


def _before_the_prompt(screen: Screen, question: Question) -> None:
    if question.context:
        screen.text(question.context, indent=2)
        screen.say()
    if question.image:
        screen.say(screen.words("face.picture", alt=question.image.alt), indent=2)
    if question.audio:
        screen.say(screen.words("face.sound"), indent=2)


def how_to_answer(exercise: Exercise, words: Words, *, interactive: bool) -> str:
    """One line that says what to type."""
    if isinstance(exercise.question, Essay) and interactive:
        return words("plain.how.essay_typed")
    return words(f"plain.how.{exercise.kind}")


def _lettered(screen: Screen, options: tuple[str, ...]) -> None:
    for i, option in enumerate(options):
        screen.option(option, label=f"{letter(i)}. ", indent=2)
