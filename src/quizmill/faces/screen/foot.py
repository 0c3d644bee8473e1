"""The keys that matter now, at the bottom of the screen; a click on one presses it."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.widget import Widget

from quizmill.faces.screen.keys import Item
from quizmill.faces.text import cells

_GAP = 2  # columns between two items
_LINES = 2
_HELP = "help"


class Foot(Widget):
    """Items in as many lines as they need, at most two; what does not fit is left to the help."""

    DEFAULT_CSS = "Foot { height: auto; max-height: 2; width: 1fr; dock: bottom; }"

    def __init__(self) -> None:
        super().__init__()
        self._items: tuple[Item, ...] = ()

    def show(self, *items: Item) -> None:
        """These keys, the most important first."""
        if items != self._items:
            self._items = items
            self.refresh(layout=True)

    def render(self) -> Content:
        """The lines."""
        return Content("\n").join(
            Content(" " * _GAP).join(
                Content.assemble((key, "bold $accent"), " ", name) for key, name, _ in line
            )
            for line in self._lines(self.size.width)
        )

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """As many lines as there are."""
        return max(1, len(self._lines(width)))

    def _lines(self, width: int) -> list[list[Item]]:
        items = list(self._items)
        lines = _laid_out(items, width)
        while len(lines) > _LINES:
            items.remove(next(item for item in reversed(items) if item[2] != _HELP))
            lines = _laid_out(items, width)
        return lines

    async def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        lines = self._lines(self.size.width)
        column = 0
        for key, name, action in lines[event.y] if event.y < len(lines) else []:
            wide = cells(f"{key} {name}")
            if column <= event.x < column + wide:
                await self.screen.run_action(action)
                return
            column += wide + _GAP


def _laid_out(items: list[Item], width: int) -> list[list[Item]]:
    lines: list[list[Item]] = [[]]
    used = 0
    for item in items:
        wide = cells(f"{item[0]} {item[1]}")
        if lines[-1] and used + _GAP + wide > width:
            lines.append([])
            used = 0
        used += wide + (_GAP if lines[-1] else 0)
        lines[-1].append(item)
    return lines
