"""A page of HTML as parts: what it shows, in order, what belongs to the page marked as furniture."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from quizmill.documents.extract import furniture, html_head, html_main, html_notes
from quizmill.documents.extract.html_table import is_layout
from quizmill.documents.extract.html_tree import page
from quizmill.documents.extract.parts import Extracted, Kind, Part, counted
from quizmill.documents.extract.whitespace import lowered, raised, tidied, tidied_listing

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_BREAK = "\v\n"  # no text has it
_ANCHORS = ("", "#", "¶", "§", "🔗")
HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = frozenset(
    (
        "p div section article header footer main aside nav blockquote figure figcaption dl dt dd hr ul ol li"
        " menu address details summary fieldset legend center form dialog search hgroup table caption thead"
        " tbody tfoot tr td th pre body html h1 h2 h3 h4 h5 h6 listing xmp plaintext"
    ).split()
)
_UNSEEN = frozenset(
    (
        "head script style title template noscript rt rp button select textarea input datalist meta link col"
        " colgroup annotation annotation-xml noframes"
    ).split()
)
_SHOWN = {  # what is no text, and how it is counted
    **dict.fromkeys(("img", "svg", "canvas", "picture"), "picture"),
    **dict.fromkeys(("video", "audio", "iframe", "object", "embed"), "film, sound or frame"),
}
_UNSEEN_NAMES = frozenset(
    "sr-only visually-hidden screen-reader-text headerlink anchor-link mw-editsection hidden".split()
)


def extract(name: str, data: bytes) -> Extracted:
    """The text of a page. Raises FileUnusable for what is none."""
    root = page(data, name)
    found = html_main.found(root)
    reader = Reader(trusted=found.is_sure)
    if found.heading is not None:
        reader.read(found.heading)
    for each in found.elements:
        reader.read(each)
    first = [part.text for part in reader.parts if part.kind == "heading" and part.level == 1]
    return Extracted(
        title=html_head.title(root, first[0] if len(first) == 1 else ""),
        published=html_head.published(root),
        language=html_head.language(root),
        parts=reader.all(),
        left=(*reader.left(), *found.left),
    )


class _Within(msgspec.Struct, frozen=True):
    """What an element's text is by the elements around it."""

    kind: Kind = "text"
    level: int = 0
    in_cell: bool = False
    in_furniture: bool = False
    in_notes: bool = False
    in_mathematics: bool = False
    shift: str = ""  # of `sub` or `sup`


class Reader:
    """Walks through elements and gathers parts."""

    def __init__(self, *, trusted: bool) -> None:
        """*trusted*: what is read is the main text already, in which lists of links are text."""
        self.parts: list[Part] = []
        self.notes: list[Part] = []  # at the foot of pages
        self._trusted = trusted
        self._said = 0  # letters in paragraphs of what is read
        self._run: list[str] = []
        self._cells: list[str] = []
        self._unread: Counter[str] = Counter()

    def all(self) -> tuple[Part, ...]:
        """The parts, with what is furniture by what it says, and then the notes."""
        return (*furniture.marked(self.parts), *self.notes)

    def left(self) -> Iterator[str]:
        """What was met and not taken, in sentences."""
        for what in ("picture", "film, sound or frame", "formula"):
            if number := self._unread[what]:
                plural = {"film, sound or frame": "films, sounds or frames"}.get(what, "")
                said = counted(number, what, plural)
                yield f"{said}, of which only the signs are taken" if what == "formula" else said

    def read(self, root: Element) -> None:
        """Read an element and all in it; what follows it is not read."""
        self._said = html_main.said_in((root,))
        todo: list[tuple[Element, _Within, bool]] = [(root, _Within(), True)]
        while todo:
            element, within, opens = todo.pop()
            if not opens:
                self._end(element, within)
            elif self._is_read(element, within):
                inner = self._begin(element, within)
                self._say(element.text, inner)
                todo.append((element, within, False))
                todo += [(child, inner, True) for child in reversed(element)]
                continue
            if element is not root:
                self._say(element.tail, within)
        self._flush(_Within())

    def _is_read(self, element: Element, within: _Within) -> bool:
        tag = element.tag
        if not isinstance(tag, str) or tag in _UNSEEN or _is_hidden(element):
            return False
        if tag in _SHOWN:
            self._unread[_SHOWN[tag]] += 1
            return False
        if tag in ("a", "sup") and (
            html_notes.is_mark(element) or (within.kind == "heading" and _is_anchor(element))
        ):
            return False
        return tag in _BLOCKS or within.in_furniture or not self._is_furniture(element)

    def _is_furniture(self, element: Element) -> bool:
        if not self._trusted and (html_main.is_menu(element) or html_main.is_banner(element)):
            return True
        names = [*(element.get("class") or "").split(), element.get("id") or ""]
        if not furniture.is_named(str(element.tag), element.get("role") or "", filter(None, names)):
            return False
        return 2 * html_main.said_in((element,)) <= self._said

    def _begin(self, element: Element, within: _Within) -> _Within:
        tag = str(element.tag)
        if tag in _BLOCKS:
            self._flush(within)
            return self._block(element, within)
        match tag:
            case "br":
                self._break(within)
            case "code" if within.kind == "listing" and self._run:
                self._run.append(_BREAK)
            case "sub" | "sup":
                return msgspec.structs.replace(within, shift=tag)
            case "math":
                self._unread["formula"] += 1
                return msgspec.structs.replace(within, in_mathematics=True)
            case "q":
                self._run.append("“")
            case _:
                pass  # it says nothing that its text does not
        return within

    def _block(self, element: Element, within: _Within) -> _Within:
        tag = str(element.tag)
        change: dict[str, object] = {}
        if tag in HEADINGS and not within.in_cell:
            change = {"kind": "heading", "level": HEADINGS[tag]}
        elif tag in ("pre", "listing", "xmp", "plaintext"):
            change = {"kind": "listing"}
        elif tag in ("figcaption", "caption"):
            change = {"kind": "caption"}
        elif tag in ("td", "th") and within.kind == "table":
            change = {"in_cell": True}
        elif tag == "table":
            change = {} if within.in_cell or is_layout(element) else {"kind": "table"}
        if html_notes.are_notes(element):
            change["in_notes"] = True
        elif not within.in_furniture and self._is_furniture(element):
            change["in_furniture"] = True
        return msgspec.structs.replace(within, **change) if change else within

    def _end(self, element: Element, within: _Within) -> None:
        tag = str(element.tag)
        if tag == "q":
            self._run.append("”")
        if tag not in _BLOCKS:
            return
        if tag in ("td", "th") and within.kind == "table" and not within.in_cell:
            self._cells.append(tidied("".join(self._run)))
            self._run.clear()
        elif tag == "tr" and within.kind == "table" and not within.in_cell:
            self._row(within)
        else:
            self._flush(self._block_of(element, within))

    def _block_of(self, element: Element, within: _Within) -> _Within:
        """What the text at the end of a block is: the same as at its beginning."""
        return within if within.in_cell else self._block(element, within)

    def _row(self, within: _Within) -> None:
        if any(self._cells):
            kind: Kind = "furniture" if within.in_furniture else "table"
            self._add(within, Part(" | ".join(self._cells), kind))
        self._cells.clear()

    def _break(self, within: _Within) -> None:
        """Two line breaks part paragraphs, as old pages do it; one is a line's end."""
        last = next((text for text in reversed(self._run) if text == _BREAK or text.strip()), "")
        if last == _BREAK and within.kind != "listing":
            self._flush(within)
        else:
            self._run.append(_BREAK)

    def _say(self, text: str | None, within: _Within) -> None:
        if not text:
            return
        if within.in_mathematics:
            text = "".join(text.split())
        elif within.shift:
            text = (raised if within.shift == "sup" else lowered)(text)
        if text:
            self._run.append(text)

    def _flush(self, within: _Within) -> None:
        if within.in_cell:
            self._run.append(" ")
            return
        text = "".join(self._run)
        self._run.clear()
        kind: Kind = "furniture" if within.in_furniture else within.kind
        if kind == "listing":
            lines = map(tidied_listing, text.replace(_BREAK, "\n").split("\n"))
            self._add(within, *(Part(line, kind) for line in lines if line.strip()))
        elif said := tidied(text):
            kind = "text" if kind == "table" else kind
            self._add(within, Part(said, kind, within.level if kind == "heading" else 0))

    def _add(self, within: _Within, *parts: Part) -> None:
        (self.notes if within.in_notes else self.parts).extend(parts)


def _is_anchor(element: Element) -> bool:
    """Whether a link in a heading only leads to that heading."""
    return (element.get("href") or "").startswith("#") and "".join(element.itertext()).strip() in _ANCHORS


def _is_hidden(element: Element) -> bool:
    if element.get("hidden") is not None or (element.get("aria-hidden") == "true" and element.tag != "math"):
        return True
    style = (element.get("style") or "").replace(" ", "")
    if "display:none" in style or "visibility:hidden" in style:
        return element.find(".//math") is None
    return not _UNSEEN_NAMES.isdisjoint((element.get("class") or "").split())
