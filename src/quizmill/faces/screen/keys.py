"""What can be done beside answering, and the keys for it: one table for screen, footer and help.

A single letter works where no text is being typed and no option has that letter; the other key always.
"""

from __future__ import annotations

import msgspec

Item = tuple[str, str, str]  # the key as shown, what it does, the action


class Command(msgspec.Struct, frozen=True, kw_only=True):
    """Something to do: its action, its keys as Textual calls them and as they are shown, and what it does."""

    action: str
    letter: str  # where nothing is typed
    always: str  # also in a field
    shown: tuple[str, str]  # the same two, as a learner reads them
    name: str
    help: str
    cost: str = ""  # said beside the key


COMMANDS = (
    Command(action="hint", letter="h", always="f2", shown=("h", "F2"), name="hint",
            help="show the hint, where there is one; it halves the marks", cost=" (half the marks)"),
    Command(action="skip", letter="s", always="f3", shown=("s", "F3"), name="skip",
            help="go on without an answer; one given before stays"),
    Command(action="back", letter="p", always="f4", shown=("p", "F4"), name="back",
            help="return to the previous question"),
    Command(action="go_to", letter="g", always="f5", shown=("g", "F5"), name="go to",
            help="see all questions and go to one; in an exam also hand in"),
    Command(action="flag", letter="exclamation_mark", always="f6", shown=("!", "F6"), name="flag",
            help="put a flag on the question, to find it again at the end, or take it off"),
    Command(action="undo", letter="u", always="f8", shown=("u", "F8"), name="undo",
            help="take the last answer back"),
    Command(action="app.theme", letter="ctrl+t", always="f9", shown=("Ctrl+T", "F9"), name="colours",
            help="dark, light, high contrast"),
    Command(action="help", letter="question_mark", always="f1", shown=("?", "F1"), name="keys",
            help="show this page"),
    Command(action="app.quit_quiz", letter="ctrl+q", always="ctrl+q", shown=("Ctrl+Q", "Ctrl+Q"), name="quit",
            help="stop; everything is kept, and the score is shown. Ctrl+C does the same"),
)  # fmt: skip

ANSWERING = (
    ("a, b, c or 1, 2, 3", "answer at once; where several are right, tick; in a matching, join or choose"),
    ("t, f", "true, false"),
    ("arrows, j, k", "move between the options; Enter takes the one with the cursor"),
    ("Space", "tick; pick up a step and put it down; go on after an answer"),
    ("Shift+arrows, J, K", "move a step"),
    ("Enter", "hand in the answer; go on"),
    ("Ctrl+S", "hand in an essay"),
    ("Esc", "leave the field, so that single letters are commands; Tab returns to it"),
    ("i", "after an answer in words was marked wrong: I was right"),
    ("Page Up, Page Down", "read on in a long text; after an answer the arrows do too"),
    ("mouse", "click an option to take it, drag a step to move it, click a key below to press it"),
)


IN_A_FIELD = {
    "escape": "leave_field",
    "pageup": "read(-1)",
    "pagedown": "read(1)",
    "tab": "app.focus_next",
    "shift+tab": "app.focus_previous",
}


def actions() -> dict[str, str]:
    """By key, what it does where nothing is typed."""
    found = {"enter": "go_on", "space": "go_on", "i": "appeal", "up": "read(0, -1)", "down": "read(0, 1)"}
    return found | {each.letter: each.action for each in COMMANDS} | always()


def always() -> dict[str, str]:
    """By key, what it does also where something is typed."""
    return {each.always: each.action for each in COMMANDS} | IN_A_FIELD


def shown(actions: list[str], *, typing: bool = False) -> list[Item]:
    """The commands of these actions for the foot, with the keys that work now."""
    found = {each.action: each for each in COMMANDS}
    return [
        (found[action].shown[typing], found[action].name + found[action].cost, action) for action in actions
    ]
