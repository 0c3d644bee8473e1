"""Notes of the decks that quizmill itself makes, come back from Anki: known by their fields."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import Any

from quizmill.bank.model import Audio, Image
from quizmill.formats.anki_fields import AnkiTexts
from quizmill.formats.anki_notes import AnkiNote
from quizmill.formats.item import Choice, Item
from quizmill.formats.media import Pictures
from quizmill.formats.report import Report

_FIELDS = {"Title", "Prompt", "Source", "Topic", "Id", "Released", "Language", "Licence"}
_WITHDRAWN = "notes that a release has withdrawn are left out"
_TO_READ = "cards to be read, with what a topic teaches, are left out"
_OPTION = re.compile(r'<li class="(?P<how>right|wrong)" data-option="(?P<at>\d+)">')
_SHOWN = re.compile(
    r'<span class="option">(?P<text>.*?)</span>\s*(?:<strong class="verdict">.*|</summary>.*|</li>.*|)$',
    re.DOTALL,
)
_WHY = re.compile(r'<div class="why">(?P<why>.*)</div></details>', re.DOTALL)
_PAIR = re.compile(
    r'<bdi class="left">(?P<left>.*?)</bdi><span class="join">.*?</span>'
    r'<bdi class="match">(?P<right>.*?)</bdi></li>',
    re.DOTALL,
)
_STEP = re.compile(r'<li><bdi>(?P<step>.*?)<span class="cue">', re.DOTALL)
_POINT = re.compile(r'<input type="checkbox"[^>]*>\s*(?P<point>.*?)</label>', re.DOTALL)
_DELETION = re.compile(r"\{\{c\d+::(?P<answer>.*?)\}\}", re.DOTALL)
_ISOLATED = re.compile(r"<bdi>(?P<text>.*?)</bdi>", re.DOTALL)
_ITEM = re.compile(r"<li>(?P<text>.*?)</li>", re.DOTALL)
_CREDIT = re.compile(r'<div class="credit"[^>]*>.*?</div>', re.DOTALL)
_IMAGE = re.compile(r'<img src="(?P<file>[^"]*)" alt="(?P<alt>[^"]*)"')
_OURS = ("importance", "difficulty", "level")  # which a deck says by tags
_BRANCHES = (*_OURS, "topic", "type", "source", "")
_TAG = re.compile(r"<[^>]*>")


def is_own(note: AnkiNote) -> bool:
    """Whether a note is of one of our note types, whatever it is called by now."""
    return {*note.fields} >= _FIELDS


def own_item(note: AnkiNote, pictures: Pictures, report: Report) -> Item | None:
    """The question of a note of ours; None, and told, for one that was withdrawn or is only to be read."""
    if note.fields.get("Kind", "") in _OF_KIND:
        return _Own(note, pictures, report).item()
    report.note("", "file", _TO_READ if note.fields.get("Lessons") else _WITHDRAWN)
    return None


class _Own:
    def __init__(self, note: AnkiNote, pictures: Pictures, report: Report) -> None:
        self._note = note
        self._texts = AnkiTexts(self.said("Id") or note.place, report, pictures)

    def item(self) -> Item:
        kind = self.said("Kind")
        told: dict[str, Any] = {
            "kind": kind,
            "place": self._note.place,
            "id": self.said("Id"),
            "topic": self.said("Topic"),
            "prompt": self.markup("Prompt", "prompt"),
            "context": self.markup("Context", "context"),
            "explanation": self.markup("Explanation", "explanation"),
            "hint": self.markup("Hint", "hint"),
            "tags": tuple(tag for tag in self.tags() if tag.partition("::")[0] not in _BRANCHES),
            "marks": int(marks) if (marks := self.said("Marks")).isdecimal() and int(marks) else 1,
        }
        told["ours"] = {name: value for name in _OURS if (value := self.tagged(name))} | self.kept()
        if self.field("Source"):
            rule = "a card tells the facts that it rests on in words alone: they are left out"
            self._texts.lost("facts", rule, self.said("Source"))
        return Item(**{**told, **self.media(), **_OF_KIND[kind](self)})

    def tags(self) -> list[str]:
        """The tags, below the bank's namespace."""
        return [tag.partition("::")[2] for tag in self._note.tags]

    def tagged(self, branch: str) -> str:
        """What the deck says of a question by a tag in that *branch*."""
        found = (tag.partition("::") for tag in self.tags())
        return next((name for first, _, name in found if first == branch), "")

    def kept(self) -> dict[str, Any]:
        """What of how it is asked stands on the note."""
        kept: dict[str, Any] = {"compare": self.said("Compare")} if self.said("Compare") else {}
        if not self.said("Kind").startswith("multiple"):
            return kept
        return kept | ({"shuffle": False} if 'data-order="fixed"' in self.field("Key") else {})

    def media(self) -> dict[str, Any]:
        """The picture and the sound that the question itself has."""
        told: dict[str, Any] = {}
        shown = _IMAGE.search(self.field("Image"))
        if shown and (path := self._texts.picture(html.unescape(shown["file"]))):
            alt, credit = html.unescape(shown["alt"]), _credit(self.field("Image"))
            told["image"] = Image(file=path, alt=alt, credit=credit)
        self.markup("Audio", "audio")
        if self._texts.sounds:
            transcript = self._texts.markup(_CREDIT.sub("", self.field("Transcript")), "audio")
            told["audio"] = Audio(
                file=self._texts.sounds.pop(), transcript=transcript, credit=_credit(self.field("Transcript"))
            )
        return told

    def said(self, name: str) -> str:
        """A field as plain text."""
        return _plain(self.field(name))

    def field(self, name: str) -> str:
        """A field as HTML."""
        return self._note.fields.get(name, "")

    def markup(self, name: str, field: str) -> str:
        """A field as our markup; whom to thank for a picture within it is told."""
        return self.read(self.field(name), field)

    def read(self, source: str, field: str) -> str:
        """HTML as our markup."""
        self.thank(source)
        if '<pre class="listing' in source:
            self._texts.lost("listing", "a card does not say in which language a listing is written", "")
        return self._texts.markup(_CREDIT.sub("", source), field)

    def thank(self, source: str) -> None:
        """Tell whom to thank for pictures within a text: their credit has no place there any more."""
        for found in _CREDIT.finditer(source):
            self._texts.lost(
                "credit", "whom to thank for a picture within a text is left out", _plain(found[0])
            )

    def choices(self) -> dict[str, Any]:
        """The options as they are judged on the back."""
        found = list(_OPTION.finditer(self.field("Key")))
        self.thank(self.field("Key").rpartition("</ol>")[2])
        ends = [*(each.start() for each in found[1:]), len(self.field("Key"))]
        options = []
        for each, end in zip(found, ends, strict=True):
            inside = self.field("Key")[each.end() : end]
            shown, why = _SHOWN.search(inside), _WHY.search(inside)
            text = self.read(shown["text"] if shown else inside, "distractors")
            options.append(Choice(text, each["how"] == "right", self.read(why["why"], "why") if why else ""))
        return {"choices": tuple(options)}

    def statement(self) -> dict[str, Any]:
        """Whether a statement is true: that is the first of two options."""
        rights = [each["at"] for each in _OPTION.finditer(self.field("Key")) if each["how"] == "right"]
        return {
            "truth": rights == ["0"] if rights else None,
            "correction": self.markup("Correction", "correction"),
        }

    def typed(self) -> dict[str, Any]:
        """An answer in a line, with what else is right."""
        forms = [self.read(each["text"], "accept") for each in _ISOLATED.finditer(self.field("Accepted"))]
        return {"answers": (self.markup("Answer", "answer"), *forms)}

    def number(self) -> dict[str, Any]:
        """A number; how far off it may be is told on its card in words alone."""
        for each in _ITEM.finditer(self.field("Accepted")):
            if "<bdi>" not in each["text"]:
                rule = "how far off a number may be stands in words on the card: it is left out"
                self._texts.lost("tolerance", rule, html.unescape(each["text"]))
        return {"answers": (self.said("Typed"),), "unit": self.said("Unit")}

    def blanks(self) -> dict[str, Any]:
        """A text with blanks."""
        text, hints = self._texts.cloze(self.field("Text"))
        if hints:
            self._texts.lost("text", "a hint within a blank is left out", ", ".join(hints))
        if others := self.said("Accepted"):
            self._texts.lost("accept", "what else is right for a blank is left out", others)
        return {"prompt": text}

    def pairs(self) -> dict[str, Any]:
        """Lefts and rights, and what belongs to none."""
        found = _PAIR.finditer(self.field("Text"))
        pairs = tuple(
            (self.read(each["left"], "pairs"), self.read(_shown(each["right"]), "pairs")) for each in found
        )
        offered = [self.read(each["text"], "extra") for each in _ISOLATED.finditer(self.field("Choices"))]
        rights = {right for _, right in pairs}
        return {"pairs": pairs, "extra": tuple(text for text in offered if text not in rights)}

    def steps(self) -> dict[str, Any]:
        """Steps in their order."""
        found = _STEP.finditer(self.field("Text"))
        return {"steps": tuple(self.read(_shown(each["step"]), "sequence") for each in found)}

    def points(self) -> dict[str, Any]:
        """What an answer should name."""
        found = _POINT.finditer(self.field("Points"))
        return {"points": tuple(self.read(each["point"], "points") for each in found)}


def _shown(deleted: str) -> str:
    return _DELETION.sub(lambda found: found["answer"], deleted)


def _credit(source: str) -> str:
    found = _CREDIT.search(source)
    return _plain(found[0]) if found else ""


def _plain(source: str) -> str:
    return html.unescape(_TAG.sub("", source)).strip()


_OF_KIND: dict[str, Callable[[_Own], dict[str, Any]]] = {
    "multiple_choice": _Own.choices,
    "multiple_response": _Own.choices,
    "true_false": _Own.statement,
    "short_answer": _Own.typed,
    "numerical": _Own.number,
    "cloze": _Own.blanks,
    "matching": _Own.pairs,
    "ordering": _Own.steps,
    "essay": _Own.points,
}
