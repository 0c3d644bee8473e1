"""Anki's screens around a card: the desktop's one page for all cards, and a phone's new page for each side.

Written after Anki 26.9 (reviewer.css, reviewer.js) and AnkiDroid, as far as a card can notice them.
"""

from __future__ import annotations

import json
import re
from typing import Any

from chromium import Chromium

_STYLE = """
hr { background-color: #737373; margin: 1em 0; border: none; height: 1px }
body { margin: 20px; overflow-wrap: break-word }
body.nightMode { background-color: #2c2c2c; color: #fcfcfc }
img { max-width: 100%; max-height: 95vh }
li { text-align: start }
#typeans { width: 100%; box-sizing: border-box; line-height: 1.75 }
code#typeans { white-space: pre-wrap }
.typeGood { background: #afa; color: #000 } .typeBad { background: #faa; color: #000 }
.typeMissed { background: #ccc; color: #000 }
"""
_PAGE = """<!doctype html><html class="{html}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><style>{style}</style></head>
<body class="{body}"><div id="qa" dir="auto">{inside}</div></body></html>"""
_BOX = "<center><input type=text id=typeans style=\"font-family: 'Arial'; font-size: 20px;\"></center>"
_TYPED = re.compile(r"\[\[type:(?:nc:)?([^\]]+)\]\]")
# As Anki does it: the new side, then each of its scripts once more, because one set in so is dead.
_SET = """(html => {
  const qa = document.getElementById("qa");
  qa.innerHTML = html;
  for (const script of [...qa.getElementsByTagName("script")]) {
    const living = document.createElement("script");
    living.textContent = script.textContent;
    script.replaceWith(living);
  }
})(%s)"""


def sides(card: Any, typed: str = "") -> tuple[str, str]:
    """Both sides of a card of the real Anki, with the box to type in, and what was typed compared."""

    def compared(match: re.Match[str]) -> str:
        return card.col.compare_answer(card.note()[match[1]], typed, ":nc:" not in match[0])

    return _TYPED.sub(_BOX, card.question()), _TYPED.sub(compared, card.answer())


class Desktop:
    """Anki on a computer: one page, into which card after card is set."""

    phone = False

    def __init__(self, browser: Chromium, *, night: bool = False, width: int = 1000, script: bool = True):
        self.browser = browser
        self._night = night
        self._script = script
        browser.size(width, 700, phone=self.phone)
        self._page("")

    def show(self, side: str) -> None:
        """One side of a card."""
        if self._script:
            self.browser.ask(_SET % json.dumps(side))
        else:
            self._page(re.sub(r"<script>.*?</script>", "", side, flags=re.DOTALL))

    def _page(self, inside: str) -> None:
        night = "nightMode night_mode" if self._night else ""
        style = _STYLE
        body, html = f"card card1 isLin {night} fancy", "night-mode" if self._night else ""
        self.browser.show(_PAGE.format(style=style, html=html, body=body, inside=inside))


class Phone(Desktop):
    """Anki on a phone: each side is a page of its own, and nothing is left of the last but its session."""

    phone = True

    def __init__(self, browser: Chromium, *, night: bool = False, width: int = 390, script: bool = True):
        super().__init__(browser, night=night, width=width, script=script)

    def show(self, side: str) -> None:
        """One side of a card."""
        self._page(side if self._script else re.sub(r"<script>.*?</script>", "", side, flags=re.DOTALL))

    def _page(self, inside: str) -> None:
        night = "nightMode night_mode" if self._night else ""
        self.browser.show(
            _PAGE.format(
                style=_STYLE,
                html="mobile android linux",
                body=f"card card1 {night} mobile android",
                inside=inside,
            )
        )
