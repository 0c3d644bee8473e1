"""Which keys stand below a question, while it is asked, gone through by points, and told about."""

from __future__ import annotations

from quizmill.compose.exercise import Exercise
from quizmill.faces.screen import keys
from quizmill.faces.screen.answers.area import Area
from quizmill.faces.screen.keys import Item
from quizmill.faces.screen.stage import Stage
from quizmill.faces.viewing import pictures_of
from quizmill.words import Words


def told_about(stage: Stage, exercise: Exercise, words: Words, *, more: str, appeal: bool) -> list[Item]:
    """After an answer: *more* is what the key for the rest does, the key of a text; empty without a rest."""
    opened: list[Item] = [("m", words(more), "more")] if more else []
    right: list[Item] = [("i", words("screen.key.appeal"), "appeal")] if appeal else []
    return [
        (keys.key_name("Enter", words), words("screen.key.go_on"), "go_on"),
        *_below(stage, words),
        *opened,
        *right,
        *keys.shown(
            [*_play(exercise), *_picture(exercise), *"undo back help app.quit_quiz flag suspend".split()],
            words,
        ),
    ]


def going_through(stage: Stage, area: Area, exercise: Exercise, words: Words) -> list[Item]:
    """While the writer of an essay goes through its points."""
    commands = keys.shown([*_picture(exercise), "help", "app.quit_quiz"], words)
    return [_hand_in(area, words), *_below(stage, words), *commands]


def asked(
    stage: Stage, area: Area, exercise: Exercise, words: Words, *, hinted: bool, typing: bool
) -> list[Item]:
    """Before an answer; *typing* tells whether letters are typed."""
    up: Item = (keys.key_name("PgUp", words), words("screen.key.its_beginning"), "read(-1)")
    above = [up] if stage.begun_above else []
    hint = ["hint"] if exercise.question.hint and not hinted else []
    sound = ["play", "transcript"] if exercise.question.audio else []
    picture = _picture(exercise)
    wanted = [*sound, *hint, *picture, "skip", "back", "flag", "undo", "go_to", "help", "app.quit_quiz"]
    commands = keys.shown([*wanted, "suspend"], words, typing=typing)
    return [_hand_in(area, words), *_below(stage, words), *above, *commands]


def _hand_in(area: Area, words: Words) -> Item:
    return keys.key_name(area.HANDS_IN, words), words("screen.key.hand_in"), "hand_in"


def _below(stage: Stage, words: Words) -> list[Item]:
    return [keys.reading_on("read(1)", words)] if stage.more else []


def _play(exercise: Exercise) -> list[str]:
    return ["play"] if exercise.question.audio else []


def _picture(exercise: Exercise) -> list[str]:
    return ["picture"] if pictures_of(exercise) else []
