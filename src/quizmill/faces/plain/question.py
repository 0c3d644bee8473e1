"""A question as lines of text: what is asked, what there is to choose from, and how to answer."""

from __future__ import annotations

from quizmill.bank import cloze
from quizmill.bank.markup import plain
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
from quizmill.faces.plain.terminal import Screen, Tone
from quizmill.faces.viewing import pictures_of
from quizmill.study.sitting import Sitting
from quizmill.words import Words


def heading_facts(exercise: Exercise, words: Words) -> str:
    """What kind of question this is: topic, kind, difficulty, level, marks and tags."""
    question = exercise.question
    said = [exercise.topic_title, exercise.kind.replace("_", " "), question.difficulty, question.level]
    said.append(marks(question.marks, words))
    if question.tags:
        said.append(", ".join(question.tags))
    return " · ".join(said)


def asked(exercise: Exercise, words: Words) -> str:
    """What is asked, as markup; each blank of a cloze by its name, for a gap cannot be heard."""
    question = exercise.question
    if not isinstance(question, Cloze):
        return exercise.prompt
    if len(exercise.blanks) == 1:
        return cloze.with_named_gaps(question.text, lambda _: words("plain.only_blank"))
    return cloze.with_named_gaps(question.text, lambda number: words("plain.blank", number=number))


def pose(screen: Screen, sitting: Sitting, exercise: Exercise, left: str) -> None:
    """The question under its heading; *left* is the time that is."""
    words = screen.words
    heading = words("plain.heading", number=sitting.position + 1, count=len(sitting.paper.exercises))
    said = [heading, exercise.topic_title, marks(exercise.question.marks, words)]
    if sitting.is_repeat:
        said.append(words("face.once_more"))
    if exercise.id in sitting.flagged:
        said.append(words("plain.flagged"))
    screen.say(words("list.next").join([*said, left] if left else said), tone=Tone.HEADING)
    body(screen, exercise)


def tell_commands(screen: Screen, sitting: Sitting, exercise: Exercise) -> None:
    """What can be typed at this question beside an answer, and the answer that it has."""
    words, question = screen.words, exercise.question
    if count := len(pictures_of(exercise)):
        screen.say(words("plain.pictures_there", n=count), tone=Tone.QUIET)
    if question.audio:
        screen.say(words("plain.sound_there"), tone=Tone.QUIET)
    if question.hint and exercise.id not in sitting.hinted:
        screen.say(words("plain.hint_there"), tone=Tone.QUIET)
    if so_far := sitting.answer_so_far:
        screen.say(words("plain.answer_so_far", answer=so_far.text), tone=Tone.QUIET)


def body(screen: Screen, exercise: Exercise) -> None:
    """Context, picture in words, that there is a sound, prompt and options."""
    question = exercise.question
    _before_the_prompt(screen, question)
    screen.text(asked(exercise, screen.words))
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


def how_to_answer(exercise: Exercise, language: str, words: Words, *, interactive: bool) -> str:
    """One line that says what to type, to a bank in *language*."""
    question = exercise.question
    how = exercise.kind
    if isinstance(question, Essay) and interactive:
        how = "essay_typed"
    if isinstance(question, Cloze) and len(exercise.blanks) > 1:
        how = "cloze_several"
    if isinstance(question, Numerical):
        if question.unit:
            return words("plain.how.measure", unit=plain(question.unit))
        if _asks_for_date(question, language):
            how = "date"
    if isinstance(question, Ordering):
        last = len(question.sequence)
        return words("plain.how.ordering", example=" ".join(map(str, (last, *range(1, last)))))
    return words(f"plain.how.{how}")


def _asks_for_date(question: Numerical, language: str) -> bool:
    from quizmill.grade.prompt import asks_for_date  # a first question of another kind does not wait for it

    return asks_for_date(question, language)


def _lettered(screen: Screen, options: tuple[str, ...]) -> None:
    for i, option in enumerate(options):
        screen.option(option, label=f"{letter(i)}. ", indent=2)
