"""The one door through which a bank's text enters a card. What is written is what is shown, nothing is run.

Besides HTML's own signs, Anki would read these instead of showing them: braces (fields, deletions),
`[sound:…]`, `[latex]`, `[$]`, `[anki:…]`, `[[type:…]]`, and MathJax's `\\(` and `\\[`. MathJax looks for the
latter in the finished page, where a character reference is the character again: there an element must
stand between the two. Only a formula keeps them, alone in an element, beyond which MathJax never reads.
"""

from __future__ import annotations

import functools
import html
import re
from collections.abc import Callable, Iterable
from typing import assert_never

from quizmill.bank import markup
from quizmill.bank.html import printable, run
from quizmill.bank.markup import (
    Block,
    Display,
    ItemList,
    Listing,
    Paragraph,
    Picture,
    Side,
    Spans,
    Style,
    Table,
)
from quizmill.export.anki.listed_names import straight
from quizmill.export.anki.tex import part, tex

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

_ALIGNED = {Side.LEFT: "left", Side.CENTRE: "center", Side.RIGHT: "right"}


def literal(text: str) -> str:
    """Text without markup as HTML that shows exactly that text; a line break is `<br>`."""
    if _is_literal(text):
        return text
    escaped = html.escape(printable(text), quote=False).translate(_BRACES)
    escaped = _MATHJAX.sub(r"<span>\\</span>", escaped)  # first: a bracket must still be one to be seen
    return _ANKI_MARK.sub("&#91;", escaped).replace("\n", "<br>")


def text(marked: str) -> str:
    """Inline markup as HTML, and a listing, formula or table where the whole of the text is one."""
    if _is_unmarked(marked):
        return marked
    block = markup.whole(marked)
    return _block(block) if block else _run(markup.spans(marked))


def blocks(marked: str) -> str:
    """Markup as HTML, block by block; paragraphs alone are a run of text."""
    if _is_unmarked(marked):
        return marked
    found = markup.blocks(marked)
    if all(isinstance(block, Paragraph) for block in found):
        return _run(markup.spans(marked))
    return "".join(map(_block, found))


def mathematics(source: str) -> str:
    """A formula within a line, for MathJax."""
    return _formula(r"\(", source, r"\)")


def _formula(begin: str, source: str, end: str) -> str:
    """The formula for MathJax; what cannot be read is shown as it is written."""
    made = tex(source)
    if made is None:
        return literal(begin + source + end)
    return f'<span class="mathematics">{begin}{_escaped(made)}{end}</span>'


def _escaped(made: str) -> str:
    return _ANKI_MARK.sub("&#91;", html.escape(printable(made), quote=False).translate(_BRACES))


def _run(spans: Spans) -> str:
    return run(spans, literal, mathematics)


def _block(block: Block) -> str:
    match block:
        case Paragraph(spans=spans):
            return f'<div class="paragraph">{_run(spans)}</div>'
        case Listing(code=code):
            return _listing(code)
        case Table():
            return _table(block)
        case ItemList(items=items, first=None):
            return listing("ul", map(_run, items), 'class="items"')
        case ItemList(items=items, first=first):
            return listing("ol", map(_run, items), f'class="items" start="{first}"')
        case Display(source=source):
            formula = _formula(r"\[", source, r"\]")
            return f'<div class="formula">{formula}</div>'
        case Picture(alt=alt):
            return f'<div class="paragraph">{literal(alt)}</div>'
        case _:
            assert_never(block)


def _listing(code: str) -> str:
    """Line by line, so that a line that is broken can bear a mark."""
    shown = literal(code).replace("\t", "&#9;")  # the text format takes tabs for its own
    lines = shown.replace("<br>", '</span>\n<span class="line">')
    return f'<pre class="listing" dir="ltr"><code><span class="line">{lines}</span></code></pre>'


def _table(table: Table) -> str:
    head = _row("th", table.head, table.sides)
    rows = "".join(_row("td", row, table.sides) for row in table.rows)
    body = f"<tbody>{rows}</tbody>" if rows else ""
    return f'<div class="table"><table><thead>{head}</thead>{body}</table></div>'


def _row(tag: str, cells: Iterable[Spans], sides: Iterable[Side | None]) -> str:
    return f"<tr>{''.join(map(functools.partial(_cell, tag), cells, sides))}</tr>"


def _cell(tag: str, spans: Spans, side: Side | None) -> str:
    attribute = f' style="text-align: {_ALIGNED[side]}"' if side else ""
    return f"<{tag}{attribute}>{_run(spans)}</{tag}>"


def isolated(marked: str) -> str:
    """Inline markup that reads in its own direction, whatever surrounds it."""
    return f"<bdi>{text(marked)}</bdi>"


def attribute(value: str) -> str:
    """Plain text as the inside of a quoted attribute."""
    escaped = html.escape(one_line(value)).translate(_BRACES)
    return _ANKI_MARK.sub("&#91;", escaped)


def deletion(number: int, marked: str, style: Style = Style.PLAIN) -> str:
    """Inline markup, or a part of code or of a formula, as cloze deletion *number*."""
    # `::` would begin a hint, so no bare colon stands inside.
    return f"{{{{c{number}::{_part(marked, style).replace(':', '&#58;')}}}}}"


def _part(answer: str, style: Style) -> str:
    """The answer of a blank in a stretch of that style: in code and mathematics it has no marks."""
    if style is Style.CODE:
        return literal(answer)
    if style is not Style.MATHEMATICS:
        return text(answer)
    return _escaped(part(answer))


def listing(tag: str, items: Iterable[str], attributes: str = "") -> str:
    """HTML items as a list; no items, no list."""
    rows = "".join(f"<li>{item}</li>" for item in items)
    return f"<{tag} {attributes}".rstrip() + f">{rows}</{tag}>" if rows else ""


def one_line(text: str) -> str:
    """Plain text on one line, as a title or an answer to type."""
    if text.isprintable() and "  " not in text:  # the only white space that is printable is the space
        return text.strip()
    return " ".join(printable(straight(text)).split())
