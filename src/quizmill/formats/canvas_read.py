"""QTI 1.2 read as Canvas writes it, be it a quiz or a whole course, and as others do."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element, tostring

import msgspec

from quizmill.bank import guard
from quizmill.bank.markup import plain
from quizmill.errors import FileUnusable
from quizmill.formats import canvas_package
from quizmill.formats.canvas_answer import answered
from quizmill.formats.canvas_files import ShownFiles
from quizmill.formats.canvas_key import Feedback, Key
from quizmill.formats.canvas_kinds import called, kind_of
from quizmill.formats.canvas_package import Placed
from quizmill.formats.canvas_texts import QtiTexts
from quizmill.formats.format import Found
from quizmill.formats.in_markup import literal
from quizmill.formats.item import Item
from quizmill.formats.posed import decimal_of
from quizmill.formats.report import Report

_MARKS = ("points_possible", "qmd_weighting", "qmd_absolutescore_max", "cc_weighting")
_BETWEEN = re.compile(rb">\s+<")
_USUAL = re.compile(r"(?:question|item)?[\s_-]*\d*", re.IGNORECASE)  # a name that says nothing
_TITLE = re.compile(r"(?:^|/)(?:course_settings/course_settings|imsmanifest)\.xml$", re.IGNORECASE)


def read(data: bytes, name: str, report: Report) -> Found:
    """The questions of a package or a single file. Raises FileUnusable for what holds no QTI 1.2."""
    files = canvas_package.unpacked(data, name)
    found = canvas_package.quizzes(files, name, report)
    known = frozenset(
        each.get("ident", "")
        for quiz in found
        for each in quiz.root.iter()
        if each.tag in ("item", "objectbank")
    )
    placed = [each for quiz in found for each in canvas_package.items(quiz, report, known)]
    reading = _Reading(ShownFiles(files), placed, report)
    items = reading.items()
    for title, told in _instructions(files):
        report.lost(title, "question", "what is said above a quiz is left out", told)
    title = found[0].title if len(found) == 1 else _of_course(files) or found[0].title
    if len(found) == 1:
        items = [msgspec.structs.replace(item, topic="") for item in items]
    return Found(items=tuple(items), files=reading.files.pictures.found, title=title)


class _Reading:
    """The items of all quizzes, each read once."""

    def __init__(self, files: ShownFiles, placed: list[Placed], report: Report) -> None:
        self.files = files
        self._placed = placed
        self._report = report
        self._parents: set[str] = set()  # texts above several questions, that are read with these
        self._known: set[tuple[str, bytes]] = set()  # what was read, by the question that it is of

    def items(self) -> list[Item]:
        """Those that are questions of ours."""
        above = {each.item.get("ident", ""): each for each in self._placed}
        named = [self._texts(each, at) for at, each in enumerate(self._placed, start=1)]
        self._parents = {texts.about("parent_stimulus_item_ident") for texts in named}
        found = [
            self._item(each, texts, f"item {at}", above.get(texts.about("parent_stimulus_item_ident")))
            for at, (each, texts) in enumerate(zip(self._placed, named, strict=True), start=1)
        ]
        return [item for item in found if item]

    def _texts(self, placed: Placed, number: int) -> QtiTexts:
        return QtiTexts(placed.item, _ident(placed.item) or f"item {number}", self._report, self.files)

    def _item(self, placed: Placed, texts: QtiTexts, place: str, above: Placed | None) -> Item | None:
        if self._is_double(texts):
            return None
        key = Key(placed.item)
        kind = kind_of(texts, key)
        fields = answered(kind, texts, key, Feedback(texts, key))
        if fields is None:
            self._tell_of_unread(texts, kind)
            return None
        item = Item(
            place=place,
            id=_ident(placed.item),
            topic=placed.topic,
            context="" if above is None else self._above(above),
            marks=_marks(texts, placed.marks),
            **fields,
        )
        self._tell_of_title(texts, item)
        return item

    def _tell_of_unread(self, texts: QtiTexts, kind: str) -> None:
        if texts.item.get("ident", "") in self._parents:
            rule = "a text above several questions is the context of each"
            self._report.note(texts.called, "question", rule, plain(texts.prompt()))
            return
        if kind == "text":
            self._report.lost(texts.called, "question", "a text asks nothing", plain(texts.prompt()))
            return
        rule = f"a bank has no questions of the type {called(texts) or '(none)'}"
        self._report.lost(texts.called, "question", rule, plain(texts.prompt()))

    def _above(self, placed: Placed) -> str:
        """A text that stands above several questions, and what is said of how to read it."""
        texts = QtiTexts(placed.item, placed.item.get("ident", ""), self._report, self.files)
        return "\n\n".join(filter(None, (literal(placed.item.get("instructions", "")), texts.prompt())))

    def _is_double(self, texts: QtiTexts) -> bool:
        """Whether a question is there already: Canvas keeps one in its bank and in each quiz that asks it."""
        source = texts.about("assessment_question_identifierref") or texts.item.get("ident", "")
        inside = (tostring(each) for each in texts.item if each.tag != "itemmetadata")
        same = (source, _BETWEEN.sub(b"><", b"".join(inside)).strip())
        if source and same in self._known:
            rule = "a question that a quiz and a question bank both hold is read once"
            self._report.note(texts.called, "question", rule)
            return True
        self._known.add(same)
        return False

    def _tell_of_title(self, texts: QtiTexts, item: Item) -> None:
        """A name that says more than the question does is left out."""
        title = " ".join(texts.item.get("title", "").split())
        said = " ".join(plain(item.prompt).split())
        if title == item.id or _USUAL.fullmatch(title) or said.startswith(title.rstrip(". …")):
            return
        self._report.lost(
            texts.called, "name", "a question has no name in a bank: what it was called is left out", title
        )


def _ident(item: Element) -> str:
    """What the file calls a question: in what we wrote, the question's own id."""
    ident, title = item.get("ident", ""), item.get("title", "")
    return title if title and ident.endswith(f"-{title}") else ident


def _marks(texts: QtiTexts, of_group: str) -> int:
    told = of_group or texts.about(*_MARKS) or "1"
    marks = decimal_of(told)
    if marks is not None and marks == int(marks) and 1 <= marks <= 100:
        return int(marks)
    texts.report.lost(texts.called, "marks", "marks are a whole number from 1 to 100", told)
    return 1


def _instructions(files: Mapping[str, bytes]) -> list[tuple[str, str]]:
    """What quizzes say before their questions, by their titles."""
    found = []
    for path, data in files.items():
        if not path.lower().endswith("assessment_meta.xml"):
            continue
        told = {each.tag.rpartition("}")[2]: each.text or "" for each in _tree(data, path)}
        if said := " ".join(re.sub(r"<[^>]*>", " ", told.get("description", "")).split()):
            found.append((told.get("title") or path, said))
    return found


def _of_course(files: Mapping[str, bytes]) -> str:
    """The title of a course."""
    for path in sorted(filter(_TITLE.search, files)):
        for each in _tree(files[path], path).iter():
            tag, said = each.tag.rpartition("}")[2], " ".join("".join(each.itertext()).split())
            if tag == "title" and said:
                return said
    return ""


def _tree(data: bytes, path: str) -> Element:
    """The tree of a file beside the quizzes; one that is broken says nothing."""
    try:
        return guard.tree(data, path)
    except FileUnusable:
        return Element("nothing")
