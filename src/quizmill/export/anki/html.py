"""The one door through which a bank's text enters a card. What is written is what is shown, nothing is run.

Besides HTML's own signs, Anki would read these instead of showing them: braces (fields, deletions),
`[sound:…]`, `[latex]`, `[$]`, `[anki:…]`, `[[type:…]]`, and MathJax's `\\(` and `\\[`. MathJax looks for the
latter in the finished page, where a character reference is the character again: there an element must
stand between the two. Only a formula keeps them, alone in an element, beyond which MathJax never reads.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import assert_never

from quizmill.bank import aligned, markup
from quizmill.bank import html as page
from quizmill.bank.html import printable
from quizmill.bank.listing_colours import CLASSES, CodeLine, CodePart, coloured
from quizmill.bank.markup import (
    Block,
    Display,
    ItemList,
    Listing,
    Paragraph,
    Picture,
    Spans,
    Style,
    Table,
)
from quizmill.export.anki.listed_names import straight
from quizmill.export.anki.tex import part, tex
from quizmill.export.anki.unbroken import unbroken

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

Images = Mapping[str, str]  # the names of pictures in the deck, by the file that the bank calls them
NO_IMAGES: Images = {}


def literal(text: str) -> str:
    """Text without markup as HTML that shows exactly that text; a line break is `<br>`."""
    if _is_literal(text):
        return text
    escaped = html.escape(printable(text), quote=False).translate(_BRACES)
    escaped = _MATHJAX.sub(r"<span>\\</span>", escaped)  # first: a bracket must still be one to be seen
    return _ANKI_MARK.sub("&#91;", escaped).replace("\n", "<br>")


def text(marked: str, images: Images = NO_IMAGES) -> str:
    """Inline markup as HTML, and a listing, formula or table where the whole of the text is one.

    A text with pictures is set block by block; *images* are their names in the deck, and what has none there
    is told in words.
    """
    if _is_unmarked(marked):
        return marked
    if pictured := markup.pictured(marked):
        return stack(pictured, images)
    block = markup.whole(marked)
    return _block(block, images) if block else run(markup.spans(marked))


def blocks(marked: str, images: Images = NO_IMAGES) -> str:
    """Markup as HTML, block by block; paragraphs alone are a run of text."""
    if _is_unmarked(marked):
        return marked
    found = markup.blocks(marked)
    if all(isinstance(block, Paragraph) for block in found):
        return run(markup.spans(marked))
    return stack(found, images)


def image(name: str, alt: str, credit: str = "") -> str:
    """The picture called *name* in the deck, and below it in small print whom to thank for it."""
    shown = f'<img src="{attribute(name)}" alt="{attribute(alt)}">'
    return shown + thanks(credit)


def thanks(credit: str) -> str:
    """Whom to thank for what stands above, in small print; nothing where that is nobody."""
    return f'<div class="credit"><bdi>{literal(credit)}</bdi></div>' if credit else ""


def mathematics(source: str) -> str:
    """A formula within a line, for MathJax."""
    return _formula(r"\(", source, r"\)")


def told(alt: str) -> str:
    """A picture in words."""
    return literal(f"[picture: {alt}]")


def _formula(begin: str, source: str, end: str) -> str:
    """The formula for MathJax; what cannot be read is shown as it is written."""
    made = tex(source)
    if made is None:
        return literal(begin + source + end)
    return f'<span class="mathematics">{begin}{_escaped(made)}{end}</span>'


def _escaped(made: str) -> str:
    return _ANKI_MARK.sub("&#91;", html.escape(printable(made), quote=False).translate(_BRACES))


def run(spans: Spans) -> str:
    """Spans as HTML."""
    return unbroken(page.run(spans, literal, mathematics))


def stack(found: Iterable[Block], images: Images = NO_IMAGES) -> str:
    """Blocks as HTML, one below the other."""
    return "".join(_block(block, images) for block in found)


def _block(block: Block, images: Images) -> str:
    match block:
        case Paragraph(spans=spans):
            return f'<div class="paragraph">{run(spans)}</div>'
        case Listing(code=code, language=language):
            return _listing(code, language)
        case Table():
            return f'<div class="table">{page.table(block, run)}</div>'
        case ItemList(items=items, first=None):
            return listing("ul", map(run, items), 'class="items"')
        case ItemList(items=items, first=first):
            return listing("ol", map(run, items), f'class="items" start="{first}"')
        case Display(source=source):
            formula = _formula(r"\[", source, r"\]")
            return f'<div class="formula">{formula}</div>'
        case Picture(file=file, alt=alt, credit=credit) if file in images:
            return f'<div class="picture">{image(images[file], alt, credit)}</div>'
        case Picture(alt=alt):
            return f'<div class="paragraph">{told(alt)}</div>'
        case _:
            assert_never(block)


def _listing(code: str, language: str) -> str:
    """Line by line, so that a line that is broken can bear a mark; what is aligned says how wide it is."""
    lines = "\n".join(map(_line, coloured(printable(code), language)))
    name, style = "listing", ""
    if aligned.is_aligned(code, language):
        name, style = "listing aligned", f' style="--columns: {aligned.width(code)}"'
    return f'<pre class="{name}" dir="ltr"{style}><code>{lines}</code></pre>'


def _line(parts: CodeLine) -> str:
    return f'<span class="line">{"".join(map(_code, parts))}</span>'


def _code(part: CodePart) -> str:
    """A part of a line in the class of its kind; no sign of Anki's reaches over an element."""
    shown = literal(part.text).replace("\t", "&#9;")  # the text format takes tabs for its own
    kind = CLASSES.get(part.kind)
    return f'<span class="{kind}">{shown}</span>' if kind else shown


def isolated(marked: str, images: Images = NO_IMAGES) -> str:
    """An option's markup that reads in its own direction, whatever surrounds it."""
    return f"<bdi>{text(marked, images)}</bdi>"


def attribute(value: str) -> str:
    """Plain text as the inside of a quoted attribute."""
    escaped = html.escape(one_line(value)).translate(_BRACES)
    return _ANKI_MARK.sub("&#91;", escaped)


def sound(name: str) -> str:
    """What Anki plays, and makes a button of: the file of that name of ours in the deck."""
    return f"[sound:{name}]"


def deletion(number: int, marked: str, style: Style = Style.PLAIN, images: Images = NO_IMAGES) -> str:
    """Inline markup, or a part of code or of a formula, as cloze deletion *number*."""
    # `::` would begin a hint, so no bare colon stands inside.
    return f"{{{{c{number}::{_part(marked, style, images).replace(':', '&#58;')}}}}}"


def _part(answer: str, style: Style, images: Images) -> str:
    """The answer of a blank in a stretch of that style: in code and mathematics it has no marks."""
    if style is Style.CODE:
        return literal(answer)
    if style is not Style.MATHEMATICS:
        return text(answer, images)
    return _escaped(part(answer))


def listing(tag: str, items: Iterable[str], attributes: str = "") -> str:
    """HTML items as a list; no items, no list."""
    rows = "".join(f"<li>{item}</li>" for item in items)
    return f"<{tag} {attributes}".rstrip() + f">{rows}</{tag}>" if rows else ""


def more(rows: Sequence[str], shown: Callable[[Sequence[str]], str], few: int) -> str:
    """What *shown* makes of *rows*; of many more than a *few*, the rest is folded behind their number."""
    if len(rows) <= few + 2:
        return shown(rows) if rows else ""
    summary = f'<summary class="tappable">+{len(rows) - few}</summary>'
    return f'{shown(rows[:few])}<details class="more">{summary}{shown(rows[few:])}</details>'


def one_line(text: str) -> str:
    """Plain text on one line, as a title or an answer to type."""
    if text.isprintable() and "  " not in text:  # the only white space that is printable is the space
        return text.strip()
    return " ".join(printable(straight(text)).split())
