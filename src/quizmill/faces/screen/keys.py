"""What can be done beside answering, and the keys for it: one table for screen, footer and help.

A single letter works where no text is being typed and no option has that letter; the other key always.
"""

from __future__ import annotations

import msgspec

from quizmill.words import Words

Item = tuple[str, str, str]  # the key as shown, what it does, the action


class Command(msgspec.Struct, frozen=True, kw_only=True):
    """Something to do: its action, and its keys as Textual calls them and as they are shown."""

    action: str
    letter: str  # where nothing is typed
    always: str  # also in a field
    shown: tuple[str, str]  # the same two, as English keyboards have them

    def name(self, words: Words) -> str:
        """What it does, in a word or two, and what it costs."""
        return words(f"screen.command.{self.action.removeprefix('app.')}")

    def help(self, words: Words) -> str:
        """What it does, for the page of all keys."""
        return words(f"screen.command_help.{self.action.removeprefix('app.')}")

    def keys(self, words: Words) -> tuple[str, str]:
        """Its two keys, as the learner's keyboard has them."""
        return key_name(self.shown[0], words), key_name(self.shown[1], words)


def key_name(shown: str, words: Words) -> str:
    """The key as keyboards of the language have it: `Ctrl+S` is `Strg+S`."""
    parts = ((part, _NAMED.get(part)) for part in shown.split("+"))
    return "+".join(words(f"key.{name}") if name else part for part, name in parts)


_NAMED = {"Enter": "enter", "Esc": "escape", "Ctrl": "control", "PgUp": "page_up", "PgDn": "page_down"}


def reading_on(action: str, words: Words) -> Item:
    """The key that shows what stands further down."""
    return key_name("PgDn", words), words("screen.key.read_on"), action


COMMANDS = (
    Command(action="play", letter="l", always="f7", shown=("l", "F7")),
    Command(action="transcript", letter="w", always="f10", shown=("w", "F10")),
    Command(action="hint", letter="h", always="f2", shown=("h", "F2")),
    Command(action="skip", letter="s", always="f3", shown=("s", "F3")),
    Command(action="back", letter="p", always="f4", shown=("p", "F4")),
    Command(action="go_to", letter="g", always="f5", shown=("g", "F5")),
    Command(action="flag", letter="exclamation_mark", always="f6", shown=("!", "F6")),
    Command(action="suspend", letter="z", always="ctrl+o", shown=("z", "Ctrl+O")),
    Command(action="undo", letter="u", always="f8", shown=("u", "F8")),
    Command(action="picture", letter="v", always="f12", shown=("v", "F12")),
    Command(action="app.theme", letter="ctrl+t", always="f9", shown=("Ctrl+T", "F9")),
    Command(action="help", letter="question_mark", always="f1", shown=("?", "F1")),
    Command(action="app.quit_quiz", letter="ctrl+q", always="ctrl+q", shown=("Ctrl+Q", "Ctrl+Q")),
)

# Keys of the answers themselves, as the page of all keys lists them.
ANSWERING = (
    "letters",
    "truth",
    "arrows",
    "space",
    "shift",
    "enter",
    "long_answer",
    "escape",
    "appeal",
    "more",
    "pages",
    "mouse",
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
    found = {
        "enter": "go_on",
        "space": "go_on",
        "i": "appeal",
        "m": "more",
        "up": "read(0, -1)",
        "down": "read(0, 1)",
    }
    return found | {each.letter: each.action for each in COMMANDS} | always()


def always() -> dict[str, str]:
    """By key, what it does also where something is typed."""
    return {each.always: each.action for each in COMMANDS} | IN_A_FIELD


def shown(actions: list[str], words: Words, *, typing: bool = False) -> list[Item]:
    """The commands of these actions for the foot, with the keys that work now."""
    found = {each.action: each for each in COMMANDS}
    return [(found[action].keys(words)[typing], found[action].name(words), action) for action in actions]
