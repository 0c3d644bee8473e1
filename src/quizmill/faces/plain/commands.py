"""The commands a learner types during a quiz: a word behind a colon, or as much of it as is needed."""

from __future__ import annotations

import re
from enum import StrEnum

import msgspec

from quizmill.study.sitting import Action, Back, Flag, GoTo, Skip, Stop, Suspend, TakeHint, Undo
from quizmill.words import Message

_ACTIONS: dict[str, Action] = {
    "hint": TakeHint(),
    "back": Back(),
    "flag": Flag(),
    "aside": Suspend(),
    "skip": Skip(),
    "undo": Undo(),
    "quit": Stop(),
}


class Request(StrEnum):
    """What a learner asks of the face, by the word that is typed for it."""

    RIGHT = "right"  # the answer given last is to count as right; which one that is, the face knows
    MORE = "more"  # all there is to say of the answer given last
    AGAIN = "again"  # the question once more
    LIST = "list"  # all questions, and what became of them
    TIME = "time"  # how much is left
    PLAY = "play"  # the question's sound is to be heard
    TRANSCRIPT = "transcript"  # what is said in it is to be read


class ViewPicture(msgspec.Struct, frozen=True):
    """What `:picture` is: the question's picture of that number is to be opened."""

    number: int = 1


class Say(msgspec.Struct, frozen=True):
    """A command that is answered with a text and changes nothing."""

    text: Message


_PICTURE = "picture"  # may have a number behind it
_OTHERS: dict[str, Request | ViewPicture] = {each.value: each for each in Request} | {_PICTURE: ViewPicture()}

Command = Action | Request | ViewPicture | Say


def command_in(line: str) -> Command | None:
    """What a line that begins with a colon asks for; None for any other line."""
    if not line.startswith(":"):
        return None
    word, _, rest = line[1:].strip().lower().partition(" ")
    if word == "go" or (word.isascii() and word.isdigit()):
        number = rest.strip() if word == "go" else word
        return (
            GoTo(int(number))
            if number.isascii() and number.isdigit()
            else Say(Message("plain.which_question"))
        )
    meant = [name for name in (*_ACTIONS, *_OTHERS, "help") if word and name.startswith(word)]
    if word in ("", "?") or meant == ["help"]:
        return Say(Message("plain.help"))
    if meant == [_PICTURE] and re.fullmatch("[0-9]{1,3}", number := rest.strip()):
        return ViewPicture(int(number))
    if len(meant) == 1:
        return _ACTIONS.get(meant[0]) or _OTHERS[meant[0]]
    if not meant:
        return Say(Message("plain.no_such_command", {"word": word}))
    names: str | Message = f":{meant[0]}"
    for name in meant[1:]:
        names = Message("plain.or", {"first": names, "second": f":{name}"})
    return Say(Message("plain.which_command", {"word": word, "names": names}))


def literal(line: str) -> str:
    """The answer in a line: a backslash before the first colon only keeps it from being a command."""
    return line[1:] if line.startswith("\\:") else line
