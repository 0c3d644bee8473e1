"""Text on the screen: the one place where a bank's text becomes what Textual shows, and never its markup."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import msgspec
from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style as Look
from textual.visual import RenderOptions, Visual
from textual.widget import Widget

from quizmill.bank.markup import Spans, Style, spans
from quizmill.faces.screen.signs import Signs
from quizmill.faces.text import cells, harmless, spaced
from quizmill.words import Words, words_in

GROUND = "on $ink 10%"  # of code, upon whatever it stands
_LOOKS = {Style.EMPHASIS: "italic underline", Style.STRONG: "bold", Style.CODE: GROUND}


class Pen(msgspec.Struct, frozen=True):
    """Writes for one terminal, with the signs that it can show, in the language of the bank."""

    signs: Signs
    encoding: str = "utf-8"
    language: str = "en"  # of the words that are not the bank's
    gaps: Mapping[str, Content] = {}  # what is written for a character; none of them is empty

    @property
    def words(self) -> Words:
        """What is said beside the bank's own text."""
        return words_in(self.language)

    def text(self, text: str) -> str:
        """Literal text, harmless; a letter that the terminal has not got becomes as many question marks."""
        text = harmless(text)
        try:
            text.encode(self.encoding)
        except UnicodeEncodeError:
            return "".join(map(self._letter, text))
        return text

    def literal(self, text: str, look: str = "") -> Content:
        """Literal text in one look."""
        if self.gaps:
            return Content.assemble(
                *(self.gaps.get(each) or self._plain(each, look) for each in self._parts(text))
            )
        return self._plain(text, look)

    def marked(self, text: str, look: str = "") -> Content:
        """Inline markup as it is meant, upon *look*."""
        return self.spans(spans(text), look)

    def spans(self, found: Spans, look: str = "") -> Content:
        """What stands within a line as it is meant, upon *look*."""
        return Content.assemble(
            *(self.literal(span.said, f"{look} {_LOOKS.get(span.style, '')}".strip()) for span in found)
        )

    def picture(self, alt: str) -> Content:
        """A picture in words."""
        return self.literal(self.words("face.picture", alt=alt), "$quiet")

    def _plain(self, text: str, look: str) -> Content:
        return Content.styled(self.text(text), look) if look else Content(self.text(text))

    def _parts(self, text: str) -> list[str]:
        """The text in order, each character that is a gap by itself."""
        return re.split(f"([{''.join(map(re.escape, self.gaps))}])", text)

    def _letter(self, letter: str) -> str:
        try:
            letter.encode(self.encoding)
        except UnicodeEncodeError:
            return spaced(letter) if letter != spaced(letter) else "?" * cells(letter)
        return letter


class Hanging(Visual):
    """A text behind its label: every further line begins where the first one's text does.

    A label that would leave the text less than half of the width has a line to itself.
    """

    def __init__(self, label: Content | str, text: Visual, indent: int = 0) -> None:
        self._label = Content(" " * indent) + label
        self._text = text

    def render_strips(
        self, width: int, height: int | None, style: Look, options: RenderOptions
    ) -> list[Strip]:
        """The lines, the first with the label."""
        margin = self._margin(width)
        blank = Strip.blank(margin, style.rich_style)
        rows = self._text.render_strips(max(1, width - margin), None, style, options)
        rows = [Strip.join([blank, row]) for row in rows]
        label = self._label.render_strips(width, 1, style, options) if len(self._label) else []
        if label and self._above(width):
            rows = [*label, *rows]
        elif label and rows:
            first = label[0].adjust_cell_length(margin, style.rich_style)
            rows[0] = Strip.join([first, rows[0].crop(margin)])
        return rows if height is None else rows[:height]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Label and text on one line."""
        return self._label.cell_length + self._text.get_optimal_width(rules, container_width)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """As many lines as the text needs in what the label leaves."""
        return self._text.get_height(rules, max(1, width - self._margin(width))) + self._above(width)

    def _above(self, width: int) -> bool:
        return self._label.cell_length > width // 2

    def _margin(self, width: int) -> int:
        return min(2, width // 4) if self._above(width) else self._label.cell_length


class Stack(Visual):
    """Texts one below the other."""

    def __init__(self, parts: Sequence[Visual]) -> None:
        self._parts = parts

    def render_strips(
        self, width: int, height: int | None, style: Look, options: RenderOptions
    ) -> list[Strip]:
        """All their lines."""
        rows: list[Strip] = []
        for part in self._parts:
            tall = part.get_height(options.rules, width)
            rows += [
                row.adjust_cell_length(width, style.rich_style)
                for row in part.render_strips(width, tall, style, options)
            ]
        return rows if height is None else rows[:height]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """As wide as the widest."""
        return max((part.get_optimal_width(rules, container_width) for part in self._parts), default=0)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """All their heights."""
        return sum(part.get_height(rules, width) for part in self._parts)


class Prose(Widget):
    """Texts that are only read; with nothing to say it takes no room."""

    DEFAULT_CSS = "Prose { height: auto; width: 1fr; }"
    ALLOW_SELECT = False  # the terminal's own selection can be had with Shift

    def __init__(self, *parts: Visual, id: str | None = None) -> None:
        super().__init__(id=id)
        self._stack = Stack(parts)
        self.display = bool(parts)

    def say(self, *parts: Visual) -> None:
        """Show these instead of what was said before."""
        if not parts and not self.display:
            return
        self._stack = Stack(parts)
        self.display = bool(parts)
        self.refresh(layout=True)

    def render(self) -> Visual:
        """The texts."""
        return self._stack


BLANK = Content(" ")
