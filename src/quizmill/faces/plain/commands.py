"""The commands a learner types during a quiz: a word behind a colon, or as much of it as is needed."""

from __future__ import annotations

import msgspec

from quizmill.study.sitting import Action, Back, Flag, GoTo, Skip, Stop, TakeHint, Undo

HELP = """\
Type your answer and press Enter. A line that begins with a colon is a command:
:hint shows the hint, where there is one; it halves the marks
:back returns to the question before; :go 3 goes to question 3
:flag marks the question, to find it again at the end
:skip goes on without an answer, as an empty line does
:undo takes the last answer back
:right says that the words just marked wrong were right; they count so, and it is noted
:quit stops here, with the score so far
An answer that begins with a colon is typed with a backslash before it, like \\:this"""

_ACTIONS: dict[str, Action] = {
    "hint": TakeHint(),
    "back": Back(),
    "flag": Flag(),
    "skip": Skip(),
    "undo": Undo(),
    "quit": Stop(),
}


class Objection(msgspec.Struct, frozen=True):
    """What `:right` is: the answer given last was right. Which one that is, the face knows."""


class Say(msgspec.Struct, frozen=True):
    """A command that is answered with a text and changes nothing."""

    text: str


def command_in(line: str) -> Action | Objection | Say | None:
    """What a line that begins with a colon asks for; None for any other line."""
    if not line.startswith(":"):
        return None
    word, _, rest = line[1:].strip().lower().partition(" ")
    if word == "go" or (word.isascii() and word.isdigit()):
        number = rest.strip() if word == "go" else word
        return (
            GoTo(int(number)) if number.isascii() and number.isdigit() else Say("Which question? Type :go 3")
        )
    meant = [name for name in (*_ACTIONS, "right", "help") if word and name.startswith(word)]
    if word in ("", "?") or meant == ["help"]:
        return Say(HELP)
    if meant == ["right"]:
        return Objection()
    if len(meant) == 1:
        return _ACTIONS[meant[0]]
    which = (
        f"it could be {' or '.join(f':{name}' for name in meant)}" if meant else ":help lists the commands"
    )
    return Say(f"There is no command :{word}; {which}. For an answer that begins with a colon type \\:{word}")


def literal(line: str) -> str:
    """The answer in a line: a backslash before the first colon only keeps it from being a command."""
    return line[1:] if line.startswith("\\:") else line
