"""The elements of QTI 1.2 as Canvas has them, and the files that its texts show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import PurePosixPath

from quizmill.bank.html import literal, printable
from quizmill.bank.html_blocks import Ways, in_html, shown_words
from quizmill.bank.markup import Picture
from quizmill.formats.format import Settings

BASE = "%24IMS-CC-FILEBASE%24"  # of files of the package, in the HTML of a text
POINTS = "essay-points"  # the class of the list that ends what is said of an essay: its points
_FOLDER = "files"
_NEVER = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # in XML
_UNSAFE = re.compile(r"[^A-Za-z0-9_.-]+")
_UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~")


def element(name: str, inside: str = "", **attributes: str) -> str:
    """An element with what stands in it, which is XML already."""
    given = "".join(f' {key}="{said(value)}"' for key, value in attributes.items())
    return f"<{name}{given}>{inside}</{name}>" if inside else f"<{name}{given}/>"


def said(text: str) -> str:
    """A text in which nothing is a mark, as XML."""
    return escape(_NEVER.sub("\ufffd", text))


def material(html: str) -> str:
    """A text in HTML, which stands escaped."""
    return element("material", element("mattext", said(html), texttype="text/html"))


def bare(text: str) -> str:
    """A text in which nothing is a mark."""
    return element("material", element("mattext", said(printable(text)), texttype="text/plain"))


def field(label: str, entry: str) -> str:
    """A line of what Canvas wants to know of an item."""
    told = element("fieldlabel", label) + element("fieldentry", said(entry))
    return element("qtimetadatafield", told)


def choice(ident: str, options: Iterable[tuple[str, str]], above: str = "", cardinality: str = "") -> str:
    """A choice among labels, each an ident and its material."""
    labels = "".join(element("response_label", told, ident=name) for name, told in options)
    more = {"rcardinality": cardinality} if cardinality else {}
    return element("response_lid", above + element("render_choice", labels), ident=ident, **more)


def equal(ident: str, value: str) -> str:
    """The condition that a response is this."""
    return element("varequal", said(value), respident=ident)


def condition(when: str, then: str, *, goes_on: bool = False) -> str:
    """What follows from a condition, and whether those after it are looked at too."""
    more = {"continue": "Yes" if goes_on else "No"}
    return element("respcondition", element("conditionvar", when) + then, **more)


def scored(share: str = "100", action: str = "Set") -> str:
    """The hundredth parts that are earned, or added."""
    return element("setvar", share, action=action, varname="SCORE")


def feedback(ident: str) -> str:
    """That a feedback is shown."""
    return element("displayfeedback", feedbacktype="Response", linkrefid=ident)


class PackedFiles:
    """The files that the texts of one package show, by their paths in it."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._paths: dict[str, str] = {}  # in the package, by the path in the bank
        self.files: dict[str, bytes] = {}

    def html(self, markup: str) -> str:
        """A text as HTML that shows its pictures."""
        return in_html(markup, Ways(formula=equation, picture=self.picture))

    def picture(self, picture: Picture) -> str:
        """A picture; what it shows where its file is not at hand."""
        path = self._path(picture.file, self._settings.pictures)
        if not path:
            return shown_words(picture)
        thanks = f"<br><small>{literal(picture.credit)}</small>" if picture.credit else ""
        return f'<img src="{path}" alt="{escape(picture.alt)}">{thanks}'

    def sound(self, file: str) -> str:
        """A link to a sound; nothing without its file."""
        path = self._path(file, self._settings.sounds)
        return f'<a href="{path}">{literal(PurePosixPath(file).name)}</a>' if path else ""

    def _path(self, file: str, files: Mapping[str, bytes]) -> str:
        """Where a text finds a file that is now one of the package."""
        if file not in files:
            return ""
        if file not in self._paths:
            name = _UNSAFE.sub("-", PurePosixPath(file).name)
            path = f"{_FOLDER}/{name}"
            if path in self.files:
                path = f"{_FOLDER}/{len(self.files)}-{name}"
            self._paths[file] = path
            self.files[path] = files[file]
        return f"{BASE}/{self._paths[file]}"


def equation(source: str, display: bool) -> str:
    """A formula as Canvas keeps its own: a picture that its server draws, with the LaTeX beside it."""
    tex = escape(printable(source))
    path = _in_path(_in_path(source))  # doubly, as Canvas reads it
    named = f'title="{tex}" alt="LaTeX: {tex}" data-equation-content="{tex}"'
    return f'<img class="equation_image" src="/equation_images/{path}" {named}>'


def _in_path(text: str) -> str:
    """The text as a part of an address."""
    octets = printable(text).encode()
    return "".join(chr(octet) if octet in _UNRESERVED else f"%{octet:02X}" for octet in octets)
