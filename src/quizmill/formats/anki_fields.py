"""The fields of Anki's notes as our markup: formulas, sounds and pictures as Anki writes them."""

from __future__ import annotations

import html
import re

from quizmill.bank import mathematics
from quizmill.bank.anki_cloze import rewritten
from quizmill.formats import blanks
from quizmill.formats.from_html import from_html
from quizmill.formats.in_markup import UNREAD, literal
from quizmill.formats.media import Pictures
from quizmill.formats.report import Report

_SOUND = re.compile(r"\[sound:(?P<file>[^\]]+)\]")
_SPEECH = re.compile(r"\[anki:(?P<name>\w+)[^\]]*\](?P<text>.*?)\[/anki:(?P=name)\]", re.DOTALL)
_LATEX = re.compile(
    r"\[latex\](?P<latex>.*?)\[/latex\]|\[\$\](?P<inline>.*?)\[/\$\]|\[\$\$\](?P<display>.*?)\[/\$\$\]"
    r"|<anki-mathjax[^>]*>(?P<element>.*?)</anki-mathjax>"
    r"|\\\((?P<round>.*?)\\\)|\\\[(?P<square>.*?)\\\]",
    re.DOTALL | re.IGNORECASE,
)
_AROUND = re.compile(
    r"^\s*(?:\\begin\{(?P<name>math|displaymath|equation\*?)\}(?P<body>.*)\\end\{(?P=name)\}"
    r"|(?P<sign>\$\$?)(?P<bare>.*)(?P=sign))\s*$",
    re.DOTALL,
)
_BREAK = re.compile(r"<(?:br|/?div|/?p)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_STANDING = re.compile("[\U0010f000-\U0010ffff]")  # where a blank begins and ends
_BLANK = re.compile(r"\{\{(?P<answer>(?:[^{}]|\{(?!\{)|\}(?!\}))*)\}\}")


class AnkiTexts:
    """Reads the fields of one note; what cannot be kept of them is told."""

    def __init__(self, called: str, report: Report, pictures: Pictures) -> None:
        self._called = called
        self._report = report
        self._pictures = pictures
        self.sounds: list[str] = []  # the paths of those met so far

    def markup(self, source: str, field: str, *, is_html: bool = True) -> str:
        """A field as our markup; *field* is what a report calls it."""
        source = self._without_sounds(source, field)
        if not is_html:
            return literal(source)
        held: list[tuple[str, bool]] = []
        sign = blanks.unused(source)
        text = _LATEX.sub(lambda found: self._formula(found, held, sign, field), source)
        read = from_html(
            text, lambda rule, was: self._report.changed(self._called, field, rule, was), self._pictures
        )
        return _put_back(read, held, sign)

    def picture(self, source: str) -> str:
        """The path of a picture; empty where there is none."""
        return self._pictures.kept(source)

    def lost(self, field: str, rule: str, was: str) -> None:
        """Tell that something of the note is not there any more."""
        self._report.lost(self._called, field, rule, was)

    def cloze(self, source: str, *, is_html: bool = True) -> tuple[str, tuple[str, ...]]:
        """A text with deletions as one with blanks, and the hints that Anki would show in them."""
        text, hints = rewritten(source)
        begin = blanks.unused(text)
        end = chr(ord(begin) + 1)
        marked = _BLANK.sub(lambda found: f"{begin}{found['answer']}{end}", text)
        read = self.markup(marked, "prompt", is_html=is_html)
        read = blanks.without(read)
        plain = [self.markup(hint, "hint", is_html=is_html) for hint in hints]
        return read.replace(begin, "{{").replace(end, "}}"), tuple(filter(None, plain))

    def _formula(self, found: re.Match[str], held: list[tuple[str, bool]], sign: str, field: str) -> str:
        """A formula, kept away from the HTML around it until that is read."""
        source = next(each for each in found.groups() if each is not None)
        source = html.unescape(_TAG.sub("", _BREAK.sub(" ", source))).replace("\u00a0", " ").strip()
        if around := _AROUND.match(source):
            source = (around["body"] or around["bare"] or "").strip()
        bare = _STANDING.sub("", source)
        if not isinstance(mathematics.read(bare), mathematics.Formula):
            self._report.changed(self._called, field, UNREAD, bare)
            return html.escape(source, quote=False)
        held.append((source, bool(found["display"] or found["square"] or "block" in found[0][:30])))
        return f"{sign}{len(held) - 1}{sign}"

    def _without_sounds(self, source: str, field: str) -> str:
        def kept(found: re.Match[str]) -> str:
            name = html.unescape(found["file"])
            if path := self._pictures.kept(name):
                self.sounds.append(path)
            else:
                self._report.lost(self._called, field, "a sound is not in the file, or is none", name)
            return ""

        return _SOUND.sub(kept, _SPEECH.sub(lambda found: found["text"], source))


def _put_back(text: str, held: list[tuple[str, bool]], sign: str) -> str:
    """The text with its formulas; one that is displayed has a line of its own where it is alone."""

    def shown(found: re.Match[str]) -> str:
        source, is_displayed = held[int(found["at"])]
        is_alone = found["before"] is not None and found["after"] is not None
        begin, end = (r"\[", r"\]") if is_displayed and is_alone else (r"\(", r"\)")
        return f"{found['before'] or ''}{begin}{source}{end}"

    return re.sub(rf"(?P<before>\A|\n\n)?{sign}(?P<at>\d+){sign}(?P<after>(?=\n\n|\Z))?", shown, text)
