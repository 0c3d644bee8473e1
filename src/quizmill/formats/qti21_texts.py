"""Texts as QTI 2.1 has them: XHTML without a word on looks, formulas as MathML that holds their source."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from quizmill.bank import sound
from quizmill.bank.html import literal, printable
from quizmill.bank.html_blocks import Ways, in_html
from quizmill.bank.markup import Picture
from quizmill.formats.formulas import told_mathml
from quizmill.formats.packed import PackedFiles, element, said

_LOOKS = re.compile(r"<(th|td|pre|ol) [^>]*>")  # no attribute that our HTML gives them is one of QTI's
_BODILESS = re.compile(r"<thead>((?:(?!</thead>).)*)</thead></table>", re.DOTALL)
_CLASSES = "quizmill-"  # of what an item's body is made of, so that it can be told apart again


class XhtmlFiles(PackedFiles):
    """The files of a package that its texts show."""

    def html(self, markup: str) -> str:
        """A text as XHTML that shows its pictures."""
        html = in_html(markup, Ways(formula=told_mathml, picture=self.picture)).replace("<br>", "<br/>")
        return _BODILESS.sub(r"<tbody>\1</tbody></table>", _LOOKS.sub(r"<\1>", html))

    def picture(self, picture: Picture) -> str:
        """A picture, and below it whom to thank; what it shows where its file is not at hand."""
        path = self.path(picture.file, self.settings.pictures)
        if not path:
            return in_words(f"[{picture.alt}]")
        thanks = f"<br/>{element('small', in_words(picture.credit))}" if picture.credit else ""
        return element("img", src=path, alt=printable(picture.alt)) + thanks

    def sound(self, file: str) -> str:
        """A sound to be played; nothing without its file."""
        path = self.path(file, self.settings.sounds)
        if not path:
            return ""
        kind = sound.media_type(self.settings.sounds[file])
        return element("object", said(PurePosixPath(file).name), data=path, type=kind)


def in_words(text: str) -> str:
    """A text in which nothing is a mark, as XHTML."""
    return literal(text).replace("<br>", "<br/>")


def part(name: str, html: str) -> str:
    """A part of an item's body; nothing where it is empty."""
    return element("div", html, **{"class": f"{_CLASSES}{name}"}) if html else ""
