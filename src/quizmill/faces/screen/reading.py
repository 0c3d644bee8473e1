"""What there is to know, on the whole screen: the topics, and each to be read page by page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import Screen
from textual.visual import Visual
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from quizmill.compose.study import Study, Taught
from quizmill.faces.screen.blocks import laid_out
from quizmill.faces.screen.foot import Foot
from quizmill.faces.screen.keys import Item, key_name
from quizmill.faces.screen.page import SCROLLING, Page
from quizmill.faces.screen.prose import BLANK, Hanging, Pen, Prose
from quizmill.faces.screen.whole_screen import WholeScreen, pen_for_stdout


def read_on_screen(study: Study, *, language: str = "", theme: str = "") -> None:
    """Let the learner read on the whole screen until they leave; of several chapters they choose one."""
    ReadingApp(study, pen_for_stdout(language or study.language), theme=theme).run()


class ReadingApp(WholeScreen[None]):
    """Shows a study."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+c,ctrl+q", "quit", priority=True)]

    def __init__(self, study: Study, pen: Pen, *, theme: str = "") -> None:
        super().__init__(pen, theme=theme)
        self._study = study

    def get_default_screen(self) -> Chapters | ChapterPage:
        """The list of chapters, or the only one."""
        several = len(self._study.chapters) > 1
        return Chapters(self._study, self.pen) if several else ChapterPage(self._study, 0, self.pen)


class Chapters(Screen[None]):
    """Which there are, and how long each takes."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "app.quit")]

    def __init__(self, study: Study, pen: Pen) -> None:
        super().__init__()
        self._study = study
        self._pen = pen

    def compose(self) -> ComposeResult:
        """The title, then the list."""
        with Vertical(classes="column"):
            yield Foot()
            yield Prose(self._pen.literal(self._study.title, "bold $accent"))
            yield OptionList(*self._rows(), id="list", compact=True, markup=False)

    def on_mount(self) -> None:
        words = self._pen.words
        self.query_one(Foot).show(
            (key_name("Enter", words), words("screen.key.read"), "choose"),
            ("q", words("screen.key.leave"), "app.quit"),
        )
        self.query_one(OptionList).focus()

    def _rows(self) -> Iterator[Option]:
        for number, chapter in enumerate(self._study.chapters, 1):
            time = self._pen.words("screen.reading_time", n=chapter.minutes)
            told = f"{number:>3}. {chapter.title} {self._pen.signs.between} {time}"
            yield Option(self._pen.literal(told), id=str(number - 1))

    def action_choose(self) -> None:
        """The one that is highlighted."""
        self.query_one(OptionList).action_select()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.app.push_screen(ChapterPage(self._study, int(event.option.id or 0), self._pen), self._come_back)

    def _come_back(self, place: int | None) -> None:
        self.query_one(OptionList).highlighted = place


class ChapterPage(Page[int]):
    """One chapter; the next and the one before are a key away. It gives the place of the one read last."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *SCROLLING,
        Binding("space", "read_on"),
        Binding("n,right", "turn(1)"),
        Binding("p,left", "turn(-1)"),
        Binding("escape,q", "leave"),
    ]

    def __init__(self, study: Study, place: int, pen: Pen) -> None:
        super().__init__()
        self._study = study
        self._place = place
        self._pen = pen

    def page(self) -> list[Visual]:
        """Title and passages, and how one is asked about them."""
        chapter = self._study.chapters[self._place]
        parts: list[Visual] = [self._pen.literal(chapter.title, "bold $accent")]
        for passage in chapter.passages:
            parts += [BLANK, laid_out(passage.text, self._pen), *self._notes(passage)]
        asks = self._pen.words("screen.asks", command=f"quizmill quiz --topic {chapter.topic}")
        return [*parts, BLANK, self._pen.literal(asks, "$quiet")]

    def keys(self) -> list[Item]:
        """What leads on, as far as there is something."""
        words = self._pen.words
        several = len(self._study.chapters) > 1
        found: list[Item] = [(words("screen.key_of.space"), words("screen.key.read_on"), "read_on")]
        if self._place + 1 < len(self._study.chapters):
            found.append(("n", words("screen.key.next_topic"), "turn(1)"))
        if self._place:
            found.append(("p", words("screen.key.topic_before"), "turn(-1)"))
        return [*found, ("q", words("screen.key.topics" if several else "screen.key.leave"), "leave")]

    def action_read_on(self) -> None:
        """A screenful further down; at the end, to the next chapter."""
        body = self.query_one(".body")
        if body.max_scroll_y > body.scroll_offset.y:
            body.scroll_relative(y=max(1, body.size.height - 2), animate=False)
        else:
            self.action_turn(1)

    def action_turn(self, by: int) -> None:
        """To another chapter, if there is one."""
        if 0 <= self._place + by < len(self._study.chapters):
            self._place += by
            self.query_one("#page", Prose).say(*self.page())
            self.turned()

    def action_leave(self) -> None:
        """To the list; where there is none, to the command line."""
        if len(self._study.chapters) > 1:
            self.dismiss(self._place)
        else:
            self.app.exit()

    def _notes(self, passage: Taught) -> Iterator[Visual]:
        """Where it stands, and what is doubted of it."""
        words = self._pen.words
        for place in passage.places:
            source = f"{words('face.source_label')} {place.told(words)}"
            yield Hanging("  ", self._pen.literal(source, "$quiet"))
        for doubt in passage.doubts:
            yield Hanging("  ", self._pen.literal(words("face.in_doubt", doubt=doubt), "$quiet"))
