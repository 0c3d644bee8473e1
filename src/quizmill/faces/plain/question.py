"""A question as lines of text: what is asked, what there is to choose from, and how to answer."""

from __future__ import annotations

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
from quizmill.compose.exercise import Exercise, letter
from quizmill.faces.phrases import marks
from quizmill.faces.plain.terminal import Screen

_HOW = {
    "multiple_choice": "Type the letter of the answer.",
    "multiple_response": "Type the letters of all right ones, such as a,c. A wrong one cancels a right one.",
    "true_false": "Type t for true, f for false.",
    "short_answer": "Type the answer in a few words.",
    "numerical": "Type the number, sum or date, with its unit if it has one.",
    "cloze": "Type what belongs in the gap; several are parted by |, such as first | second.",
    "matching": "Type each number with its letter, such as 1b 2a 3c, or all letters in that order: b a c.",
    "ordering": "Type the numbers in the right order, such as 3 1 2.",
    "essay": "Write your answer.",
}
_ESSAY_TYPED = "Write as many lines as you need; an empty line ends your answer."


def heading_facts(exercise: Exercise) -> str:
    """What kind of question this is: topic, kind, difficulty, level, marks and tags."""
    question = exercise.question
    words = [exercise.topic_title, exercise.kind.replace("_", " "), question.difficulty, question.level]
    words.append(marks(question.marks))
    if question.tags:
        words.append(", ".join(question.tags))
    return " · ".join(words)


def body(screen: Screen, exercise: Exercise) -> None:
    """Context, picture in words, prompt and options."""
    question = exercise.question
    if question.context:
        screen.say(plain(question.context), indent=2)
        screen.say()
    if question.image:
        screen.say(f"[Picture: {question.image.alt}]", indent=2)
    screen.say(plain(exercise.prompt))
    match question:
        case MultipleChoice() | MultipleResponse():
            _lettered(screen, exercise.options)
        case TrueFalse():
            screen.say("True or false?", indent=2)
        case Matching():
            for number, (left, _) in enumerate(question.pairs, 1):
                screen.say(plain(left), label=f"{number}. ", indent=2)
            screen.say("go with", indent=2)
            _lettered(screen, exercise.options)
        case Ordering():
            for number, step in enumerate(exercise.options, 1):
                screen.say(plain(step), label=f"{number}. ", indent=2)
        case ShortAnswer() | Numerical() | Cloze() | Essay():
            pass  # nothing to choose from


def how_to_answer(exercise: Exercise, *, interactive: bool) -> str:
    """One line that says what to type."""
    if isinstance(exercise.question, Essay) and interactive:
        return _ESSAY_TYPED
    return _HOW[exercise.kind]


def _lettered(screen: Screen, options: tuple[str, ...]) -> None:
    for i, option in enumerate(options):
        screen.say(plain(option), label=f"{letter(i)}. ", indent=2)
