"""A package of QTI 1.2 read as Canvas writes it, be it a quiz's or a whole course's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from quizmill.errors import FileUnusable
from quizmill.formats import guard
from quizmill.formats.canvas_answer import answered
from quizmill.formats.canvas_texts import QtiTexts
from quizmill.formats.format import Found
from quizmill.formats.item import Item
from quizmill.formats.media import Pictures
from quizmill.formats.posed import decimal_of
from quizmill.formats.report import Report

_RESOURCES = "web_resources/"  # of a course: where its texts look for files


def read(data: bytes, name: str, report: Report) -> Found:
    """The questions of a package. Raises FileUnusable for what holds no QTI 1.2."""
    files = guard.members(data, name)
    quizzes = [guard.tree(files[path], f"{name}/{path}") for path in _quizzes(files)]
    if not quizzes:
        raise FileUnusable(name, "there is no quiz of QTI 1.2 in it")
    shown = {path.removeprefix(_RESOURCES): held for path, held in files.items()}
    pictures = Pictures(files | shown)
    items, title, number = [], "", 0
    for quiz in quizzes:
        _bare_names(quiz)
        assessment = quiz.find("assessment")
        topic = "" if assessment is None else assessment.get("title", "").strip()
        title = title or topic
        for each in quiz.iter("item"):
            number += 1
            item = _item(each, number, topic if len(quizzes) > 1 else "", report, pictures)
            items += [item] if item else []
    return Found(items=tuple(items), files=pictures.found, title=title)


def _quizzes(files: dict[str, bytes]) -> Iterator[str]:
    """The quizzes by their paths; of one that a course holds twice, the one that Canvas itself reads."""
    paths = sorted(path for path, held in files.items() if b"<questestinterop" in held[:4096])
    own = {re.sub(r"\.xml\.qti$", "", path.rpartition("/")[2]) for path in paths if path.endswith(".qti")}
    for path in paths:
        if path.endswith(".qti") or path.split("/")[0] not in own:
            yield path


def _bare_names(root: Element) -> None:
    for each in root.iter():
        each.tag = each.tag.rpartition("}")[2]


def _item(each: Element, number: int, topic: str, report: Report, pictures: Pictures) -> Item | None:
    ident, title = each.get("ident", ""), each.get("title", "")
    id = title if title and ident.endswith(f"-{title}") else ident  # which is one that we wrote
    place = f"item {number}"
    texts = QtiTexts(each, id or place, report, pictures)
    kind = texts.about("question_type") or texts.about("cc_profile")
    fields = answered(kind, texts)
    if fields is None:
        rule = f"a bank has no questions of Canvas's type {kind or '(none)'}"
        report.lost(texts.called, "question", rule, title)
        return None
    told: dict[str, Any] = {"prompt": texts.prompt(), "marks": _marks(texts), **fields}
    return Item(place=place, id=id, topic=topic, explanation=texts.explanation(), **told)


def _marks(texts: QtiTexts) -> int:
    told = texts.about("points_possible") or "1"
    marks = decimal_of(told)
    if marks is not None and marks == int(marks) and 1 <= marks <= 100:
        return int(marks)
    texts.report.lost(texts.called, "marks", "marks are a whole number from 1 to 100", told)
    return 1
