"""The one door through which a bank's text enters a card. What is written is what is shown, nothing is run.

Besides HTML's own signs, Anki would read these instead of showing them: braces (fields, deletions),
`[sound:…]`, `[latex]`, `[$]`, `[anki:…]`, `[[type:…]]`, and MathJax's `\\(` and `\\[`. MathJax looks for the
latter in the finished page, where a character reference is the character again: there an element must
stand between the two.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable

from quizmill.bank.html import marked as html_of
from quizmill.bank.html import printable
from quizmill.export.anki.listed_names import straight

_ANKI_MARK = re.compile(r"\[(?=\[|/?latex\]|/?\${1,2}\]|sound:|anki:)", re.IGNORECASE)
_MATHJAX = re.compile(r"\\(?=[(\[]|begin|ref|eqref)")
_BRACES = str.maketrans({"{": "&#123;", "}": "&#125;"})


def _without(signs: str) -> Callable[[str], object]:
    """A test of a text: whether there are none of *signs* in it, no control character and no surrogate."""
    plain = "".join(sign for sign in map(chr, range(0x20, 0x7F)) if sign not in signs)
    return re.compile(f"[{re.escape(plain)}\u00a0-\ud7ff\ue000-\U0010ffff]*").fullmatch


# Most texts hold nothing that any rule here could change; to see that takes a tenth of the time.
_is_literal = _without("&<>{}[\\")
_is_unmarked = _without("&<>{}[\\*`")


def literal(text: str) -> str:
    """Text without markup as HTML that shows exactly that text; a line break is `<br>`."""
    if _is_literal(text):
        return text
    escaped = html.escape(printable(text), quote=False).translate(_BRACES)
    escaped = _MATHJAX.sub(r"<span>\\</span>", escaped)  # first: a bracket must still be one to be seen
    return _ANKI_MARK.sub("&#91;", escaped).replace("\n", "<br>")


def text(marked: str) -> str:
    """Inline markup as HTML: emphasis, strong and code; everything else literal."""
    if _is_unmarked(marked):
        return marked
    return html_of(marked, literal)


def isolated(marked: str) -> str:
    """Inline markup that reads in its own direction, whatever surrounds it."""
    return f"<bdi>{text(marked)}</bdi>"


def attribute(value: str) -> str:
    """Plain text as the inside of a quoted attribute."""
    escaped = html.escape(one_line(value)).translate(_BRACES)
    return _ANKI_MARK.sub("&#91;", escaped)


def deletion(number: int, marked: str) -> str:
    """Inline markup as cloze deletion *number*. `::` would begin a hint, so no bare colon stands inside."""
    return f"{{{{c{number}::{text(marked).replace(':', '&#58;')}}}}}"


def listing(tag: str, items: Iterable[str], attributes: str = "") -> str:
    """HTML items as a list; no items, no list."""
    rows = "".join(f"<li>{item}</li>" for item in items)
    return f"<{tag} {attributes}".rstrip() + f">{rows}</{tag}>" if rows else ""


def one_line(text: str) -> str:
    """Plain text on one line, as a title or an answer to type."""
    if text.isprintable() and "  " not in text:  # the only white space that is printable is the space
        return text.strip()
    return " ".join(printable(straight(text)).split())
