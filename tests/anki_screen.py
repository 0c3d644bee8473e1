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
.replay-button { text-decoration: none; display: inline-flex; vertical-align: middle; margin: 3px }
.replay-button svg { width: 40px; height: 40px }
.replay-button svg circle { fill: #fff; stroke: #414141 } .replay-button svg path { fill: #414141 }
#typeans { width: 100%; box-sizing: border-box; line-height: 1.75 }
code#typeans { white-space: pre-wrap }
.typeGood { background: #afa; color: #000 } .typeBad { background: #faa; color: #000 }
.typeMissed { background: #ccc; color: #000 }
"""
_PAGE = """<!doctype html><html class="{html}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><style>{style}</style>{scripts}</head>
<body class="{body}"><div id="qa" dir="auto">{inside}</div></body></html>"""
_BOX = "<center><input type=text id=typeans style=\"font-family: 'Arial'; font-size: 20px;\"></center>"
_PLAY = re.compile(r"\[anki:play:(q|a):(\d+)\]")
_BUTTON = (
    r"""<a class="replay-button soundLink" href=# onclick="pycmd('play:\1:\2'); return false;">"""
    '<svg class="playImage" viewBox="0 0 64 64"><circle cx="32" cy="32" r="29"/>'
    '<path d="M56.502,32.301l-37.502,20.101l0.329,-40.804l37.173,20.703Z"/></svg></a>'
)
_TYPED = re.compile(r"\[\[type:([^\]]+)\]\]")
# As Anki does it: the new side, then each of its scripts once more, because one set in so is dead.
_SET = """(html => {
  const qa = document.getElementById("qa");
  qa.innerHTML = html;
  for (const script of [...qa.getElementsByTagName("script")]) {
    const living = document.createElement("script");
    living.textContent = script.textContent;
    script.replaceWith(living);
  }
  const here = picture => picture.decode().catch(() => null);  // one that is missing is seen to be
  return Promise.all([...qa.getElementsByTagName("img")].map(here)).then(() => null);
})(%s)"""

_MATHJAX = "".join(
    f'<script src="_anki/js/{name}"></script>' for name in ("mathjax.js", "vendor/mathjax/tex-chtml-full.js")
)
_DRAW = """MathJax.startup.promise.then(() => MathJax.typesetPromise([document.getElementById("qa")]))
.then(() => document.fonts.ready).then(() => null)"""

# For each piece of text its colour against the nearest ground that is painted, as WCAG 2.2 measures it.
_FAINT = """(() => {
  const numbers = colour => colour.match(/[\\d.]+/g).map(Number);
  const light = colour => {
    const linear = c => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4;
    const [r, g, b] = numbers(colour).map(c => linear(c / 255));
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const ground = element => {
    const colour = getComputedStyle(element).backgroundColor;
    return numbers(colour)[3] === 0 && element.parentElement ? ground(element.parentElement) : colour;
  };
  const poor = [];
  const walker = document.createTreeWalker(document.querySelector('.quizmill'), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.checkVisibility()) continue;
    const ink = light(getComputedStyle(element).color), paper = light(ground(element));
    if ((Math.max(ink, paper) + .05) / (Math.min(ink, paper) + .05) < 4.5) poor.push(walker.currentNode.data);
  }
  return poor;
})()"""
_SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def faults(browser: Chromium) -> list[str]:
    """What a person with weak eyes or a small screen would complain of."""
    faint = [f"faint: {text.strip()}" for text in browser.ask(_FAINT)]
    sideways = browser.ask(_SIDEWAYS)
    return faint + ([f"{sideways} pixels wider than the screen"] if sideways else [])


def read(browser: Chromium, selector: str) -> list[str]:
    """What is seen of the elements."""
    seen = f"[...document.querySelectorAll('{selector}')].filter(e => e.checkVisibility())"
    return browser.ask(f"{seen}.map(e => e.innerText)")


def sides(card: Any, typed: str = "") -> tuple[str, str]:
    """Both sides of a card of the real Anki: with the box to type in, what was typed compared, buttons."""

    def compared(match: re.Match[str]) -> str:
        return card.col.compare_answer(card.note()[match[1]], typed)

    front, back = (_PLAY.sub(_BUTTON, side) for side in (card.question(), card.answer()))
    return _TYPED.sub(_BOX, front), _TYPED.sub(compared, back)


class Desktop:
    """Anki on a computer: one page, into which card after card is set.

    Formulas are drawn with Anki's own MathJax where the browser's files have it, under `_anki/js/`.
    """

    phone = False
    size = (1280, 800)

    def __init__(self, browser: Chromium, *, night: bool = False, script: bool = True):
        self.browser = browser
        self._night = night
        self._script = script
        self._drawn = "_anki/js/mathjax.js" in browser.files
        browser.size(*self.size, phone=self.phone)
        self._page("")

    def show(self, side: str) -> None:
        """One side of a card."""
        if self._script:
            self.browser.ask(_SET % json.dumps(side))
        else:
            self._page(re.sub(r"<script>.*?</script>", "", side, flags=re.DOTALL))
        self._draw()

    def _draw(self) -> None:
        if self._drawn:
            self.browser.ask(_DRAW)

    def _page(self, inside: str) -> None:
        night = "nightMode night_mode" if self._night else ""
        body, html = f"card card1 isLin {night} fancy", "night-mode" if self._night else ""
        self._open(html, body, inside)

    def _open(self, html: str, body: str, inside: str) -> None:
        scripts = _MATHJAX if self._drawn else ""
        self.browser.show(_PAGE.format(style=_STYLE, scripts=scripts, html=html, body=body, inside=inside))


class Phone(Desktop):
    """Anki on a phone: each side is a page of its own, and nothing is left of the last but its session."""

    phone = True
    size = (390, 844)

    def show(self, side: str) -> None:
        """One side of a card."""
        self._page(side if self._script else re.sub(r"<script>.*?</script>", "", side, flags=re.DOTALL))
        self._draw()

    def _page(self, inside: str) -> None:
        night = "nightMode night_mode" if self._night else ""
        self._open("mobile android linux", f"card card1 {night} mobile android", inside)
