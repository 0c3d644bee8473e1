"""Screens that are only read: one page of text that scrolls, and the keys below."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.visual import Visual

from quizmill.faces.screen.foot import Foot
from quizmill.faces.screen.keys import ANSWERING, COMMANDS, Item, key_name, reading_on
from quizmill.faces.screen.prose import BLANK, Hanging, Pen, Prose
from quizmill.faces.text import cells
from quizmill.words import Words

Result = TypeVar("Result")

_KEYS = 21  # columns for the keys of a line

SCROLLING: list[BindingType] = [
    Binding("up,k", "scroll_page(-1)"),
    Binding("down,j", "scroll_page(1)"),
    Binding("pageup", "scroll_page(-10)"),
    Binding("pagedown", "scroll_page(10)"),
]


class Page(Screen[Result]):
    """One page."""

    BINDINGS: ClassVar[list[BindingType]] = SCROLLING

    def page(self) -> list[Visual]:
        """What stands on it."""
        raise NotImplementedError

    def keys(self) -> list[Item]:
        """What can be pressed."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Text and keys."""
        with Vertical(classes="column"):
            yield Foot()
            with VerticalScroll(classes="body", can_focus=False):
                yield Prose(*self.page(), id="page")

    def on_mount(self) -> None:
        self.watch(self._body, "scroll_y", self._show_keys, init=False)
        self.turned()

    def on_resize(self) -> None:
        self.call_after_refresh(self._show_keys)

    def turned(self) -> None:
        """Another text stands on the page; how much of it is seen is known after a refresh."""
        self._body.scroll_home(animate=False)
        self._show_keys()
        self.call_after_refresh(self._show_keys)

    def below(self, words: Words) -> list[Item]:
        """How to read on, where there is more."""
        more = self._body.max_scroll_y > self._body.scroll_offset.y
        return [reading_on("scroll_page(10)", words)] if more else []

    @property
    def _body(self) -> VerticalScroll:
        return self.query_one(".body", VerticalScroll)

    def _show_keys(self) -> None:
        self.query_one(Foot).show(*self.keys())

    def action_scroll_page(self, lines: int) -> None:
        """Up or down by so many lines."""
        self._body.scroll_relative(y=lines, animate=False)


class HelpPage(Page[None]):
    """All keys."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter,space,question_mark,f1,q", "leave")]

    def __init__(self, pen: Pen) -> None:
        super().__init__()
        self._words = pen.words

    def page(self) -> list[Visual]:
        """A table of keys."""
        words = self._words
        rows: list[Visual] = [Content.styled(words("screen.answering"), "bold")]
        rows += [_key(words(f"screen.key_of.{name}"), words(f"screen.does.{name}")) for name in ANSWERING]
        rows += [BLANK, Content.styled(words("screen.beside_answering"), "bold")]
        rows += [_key(", ".join(dict.fromkeys(each.keys(words))), each.help(words)) for each in COMMANDS]
        rows += [BLANK, Content(words("screen.when_a_letter"))]
        return rows

    def keys(self) -> list[Item]:
        """One way out."""
        words = self._words
        return [(key_name("Esc", words), words("screen.key.back_to_question"), "leave"), *self.below(words)]

    def action_leave(self) -> None:
        """Back to the question."""
        self.dismiss(None)


def _key(shown: str, text: str) -> Hanging:
    label = shown + " " * (_KEYS - cells(shown))
    return Hanging(Content.styled(label, "bold $accent"), Content(text), indent=1)
