"""The elements of Moodle's XML that hold a text, with the pictures and sounds it shows beside it."""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping
from html import escape
from pathlib import PurePosixPath

from quizmill.bank.html import literal
from quizmill.bank.html_blocks import Ways, in_html, mathjax, shown_words
from quizmill.bank.markup import Picture
from quizmill.formats.format import Settings

_UNSAFE = re.compile(r"[^A-Za-z0-9_.-]+")  # in a name, of which Moodle drops some signs and escapes others


def text(said: str) -> str:
    """The element `text` with what is said, be it HTML or plain."""
    if "<" in said or "&" in said:
        parted = said.replace("]]>", "]]]]><![CDATA[>")
        return f"<text><![CDATA[{parted}]]></text>"
    return f"<text>{said.replace('>', '&gt;')}</text>"


def rich(name: str, html: str, shown: Shown | None = None, more: str = "", share: str = "") -> str:
    """An element with a text in HTML, the files it shows, and *more*; the answer's *share* if it is one."""
    fraction = f' fraction="{share}"' if share else ""
    return f'<{name}{fraction} format="html">{text(html)}{shown.files if shown else ""}{more}</{name}>'


def plain(name: str, said: str, more: str = "", share: str = "") -> str:
    """An element with a text in which nothing is a mark; the answer's *share* if it is one."""
    given = f' fraction="{share}" format="moodle_auto_format"' if share else ""
    return f"<{name}{given}>{text(said)}{more}</{name}>"


class Shown:
    """The files that one text shows; each element holds its own, by names that are its own."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._names: dict[str, str] = {}  # by the path in the bank
        self.files = ""

    def html(self, markup: str) -> str:
        """A text as HTML that shows its pictures."""
        return in_html(markup, Ways(formula=mathjax, picture=self._picture))

    def picture(self, file: str, alt: str, credit: str = "") -> str:
        """A picture; what it shows where its file is not at hand."""
        return self._picture(Picture(file, alt, credit))

    def sound(self, file: str, transcript: str) -> str:
        """A sound, with its words for whoever cannot have it played; nothing without its file."""
        source = self._source(file, self._settings.sounds)
        if not source:
            return ""
        return f'<audio controls="controls"><source src="{source}">{literal(transcript)}</audio>'

    def _picture(self, picture: Picture) -> str:
        source = self._source(picture.file, self._settings.pictures)
        if not source:
            return shown_words(picture)
        thanks = f"<br><small>{literal(picture.credit)}</small>" if picture.credit else ""
        return f'<img src="{source}" alt="{escape(picture.alt)}">{thanks}'

    def _source(self, file: str, files: Mapping[str, bytes]) -> str:
        """Where an element finds a file that is now one of its own."""
        if file not in files:
            return ""
        if file not in self._names:
            name = _UNSAFE.sub("-", PurePosixPath(file).name)
            if name in self._names.values():
                name = _UNSAFE.sub("-", f"{len(self._names)}-{name}")
            self._names[file] = name
            data = base64.b64encode(files[file]).decode()
            self.files += f'<file name="{name}" path="/" encoding="base64">{data}</file>'
        return f"@@PLUGINFILE@@/{self._names[file]}"
