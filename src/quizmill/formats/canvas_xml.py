"""The elements of QTI 1.2 as Canvas has them, and the files that its texts show."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from pathlib import PurePosixPath

from quizmill.bank.html import literal, printable
from quizmill.bank.html_blocks import Ways, in_html, shown_words
from quizmill.bank.markup import Picture
from quizmill.formats.packed import PackedFiles, element, said

BASE = "%24IMS-CC-FILEBASE%24"  # of files of the package, in the HTML of a text
POINTS = "essay-points"  # the class of the list that ends what is said of an essay: its points
_UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~")


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


class CanvasFiles(PackedFiles):
    """The files of a package that the HTML of its texts shows as Canvas has it."""

    def html(self, markup: str) -> str:
        """A text as HTML that shows its pictures."""
        return in_html(markup, Ways(formula=equation, picture=self.picture))

    def picture(self, picture: Picture) -> str:
        """A picture; what it shows where its file is not at hand."""
        path = self.path(picture.file, self.settings.pictures)
        if not path:
            return shown_words(picture)
        thanks = f"<br><small>{literal(picture.credit)}</small>" if picture.credit else ""
        return f'<img src="{BASE}/{path}" alt="{escape(picture.alt)}">{thanks}'

    def sound(self, file: str) -> str:
        """A link to a sound; nothing without its file."""
        path = self.path(file, self.settings.sounds)
        return f'<a href="{BASE}/{path}">{literal(PurePosixPath(file).name)}</a>' if path else ""


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
