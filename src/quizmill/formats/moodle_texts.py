"""The texts of one question of a Moodle file as our markup, with the files that they show."""

from __future__ import annotations

import base64
import binascii
import html
import re
from decimal import Decimal, InvalidOperation
from xml.etree.ElementTree import Element

from quizmill.bank.guard import unquoted
from quizmill.formats.from_html import from_html
from quizmill.formats.in_markup import literal
from quizmill.formats.media import Pictures
from quizmill.formats.report import Report

_PLUGIN = "@@PLUGINFILE@@/"
_SOURCE = re.compile(rf"{_PLUGIN}(?P<path>[^\"'<>?]*)(?:\?[^\"'<>]*)?")
_SOUND = re.compile(r"<audio\b[^>]*>.*?</audio>", re.DOTALL | re.IGNORECASE)
_HEARD = re.compile(r"src=([\"'])(?P<source>[^\"']+)\1", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")


def said(holder: Element | None, name: str = "text") -> str:
    """What an element says in its `text`, or without one; empty where there is none."""
    if holder is None:
        return ""
    found = holder.find(name)
    return ((holder if found is None else found).text or "").strip()


def decimal(text: str) -> Decimal | None:
    """A number as Moodle writes it; None for what is none."""
    try:
        found = Decimal(text.strip())
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


class XmlTexts:
    """Reads the texts of one `question` element; what cannot be kept of them is told.

    Attributes:
        of_right: What is said to who is right, as markup.
        sound: The path and the words of the first sound that a text has.
    """

    def __init__(self, question: Element, called: str, report: Report, files: dict[str, bytes]) -> None:
        """*files* takes the pictures and sounds, by the paths that texts give."""
        self.question = question
        self.called = called
        self.report = report
        self.of_right: list[str] = []
        self.sound: tuple[str, str] | None = None
        self._files = files
        asked = question.find("questiontext")
        self._usual = "html" if asked is None else asked.get("format", "html")

    def all(self, name: str) -> list[Element]:
        """The elements of that name."""
        return self.question.findall(name)

    def option(self, name: str, usual: str = "") -> str:
        """What an element without texts says."""
        found = self.question.findtext(name)
        return usual if found is None else found.strip()

    def is_on(self, name: str, usual: str) -> bool:
        """Whether Moodle takes what an element says for true."""
        return self.option(name, usual).lower() not in ("false", "0", "")

    def rich(self, holder: Element | None, field: str) -> str:
        """The text of an element as markup; *field* is what the report calls it."""
        return "" if holder is None else self.markup(said(holder), holder, field)

    def child(self, name: str, field: str) -> str:
        """The text of the first element of that name as markup."""
        return self.rich(self.question.find(name), field)

    def markup(self, written: str, holder: Element, field: str) -> str:
        """A text that stands in an element, as markup, by the format that this names."""
        style = holder.get("format", self._usual)
        files = self._beside(holder)
        if style == "plain_text":
            return literal(written)
        if style == "markdown":
            return written
        if style == "moodle_auto_format":
            written = written.replace("\n", "<br>")
        written = _SOUND.sub(lambda found: self._heard(found[0], files, field), _canonical(written))
        pictures = Pictures(files)
        found = from_html(
            written, lambda rule, was: self.report.changed(self.called, field, rule, was), pictures
        )
        self._files |= pictures.found
        for source in files:
            if html.escape(source) not in written:
                rule = "a file that no text shows is left out"
                self.report.lost(self.called, field, rule, source.removeprefix(_PLUGIN))
        return found

    def right(self, why: str) -> None:
        """Something is said to who is right."""
        if why:
            self.of_right.append(why)

    def lost(self, field: str, rule: str, was: str) -> None:
        """Something of this question is left out, if it says anything."""
        if was:
            self.report.lost(self.called, field, rule, was)

    def _beside(self, holder: Element) -> dict[str, bytes]:
        """The files that an element holds, by the sources that its text gives."""
        found: dict[str, bytes] = {}
        for file in holder.findall("file"):
            try:
                data = base64.b64decode(file.text or "", validate=False)
            except (binascii.Error, ValueError):
                continue
            path = f"{file.get('path', '/').strip('/')}/{file.get('name', '')}".lstrip("/")
            found.setdefault(f"{_PLUGIN}{path}", data)
        return found

    def _heard(self, element: str, files: dict[str, bytes], field: str) -> str:
        """A sound is kept beside the question; what cannot be is told, and its words stay."""
        source = _HEARD.search(element)
        pictures = Pictures(files)
        named = html.unescape(source["source"]) if source else ""
        path = pictures.kept(named)
        words = html.unescape(_TAG.sub("", element)).strip()
        if not path or self.sound:
            self.lost(field, "a sound is not in the file, or is one too many", element[:80])
            return html.escape(words)
        self._files |= pictures.found
        self.sound = (path, words)
        files.pop(named, None)
        return ""


def _canonical(written: str) -> str:
    """A text in which every file is called as those beside it are."""
    return _SOURCE.sub(
        lambda found: html.escape(f"{_PLUGIN}{unquoted(html.unescape(found['path']))}"), written
    )
