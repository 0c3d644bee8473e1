"""Packages and items of QTI 2.0, 2.1 and 2.2, ours and those of other programs."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Element

from quizmill.bank import guard
from quizmill.bank.model import Image
from quizmill.errors import FileUnusable
from quizmill.formats.format import Found
from quizmill.formats.item import Item
from quizmill.formats.media import Pictures
from quizmill.formats.posed import decimal_of, ranks_of
from quizmill.formats.qti21_answer import answered, said
from quizmill.formats.qti21_element import QtiItem, bare_names
from quizmill.formats.report import Report

_ROOT = re.compile(rb"<(?:[\w.-]+:)?assessmentItem\s")
_TEST = b"assessmentTest"
_HEAD = 4096  # bytes in which a file says what it is


def is_item(data: bytes) -> bool:
    """Whether a file says that it is an item."""
    head = data[:_HEAD].replace(b"\0", b"")  # of UTF-16
    return _ROOT.search(head) is not None


def read(data: bytes, name: str, report: Report) -> Found:
    """The questions of a package, or of one item. Raises FileUnusable for what holds none."""
    files = guard.members(data, name) if data.startswith(b"PK") else {"item.xml": data}
    roots = {
        path: guard.tree(held, f"{name}/{path}") for path, held in files.items() if _is_of_qti(path, held)
    }
    for root in roots.values():
        bare_names(root)
    items = {path: root for path, root in roots.items() if root.tag == "assessmentItem"}
    if not items:
        raise FileUnusable(name, "there is no item of QTI 2 in it")
    tests = {path: root for path, root in roots.items() if root.tag == "assessmentTest"}
    topics = {path: title for test, root in tests.items() for path, title in _sections(test, root)}
    tags = _tags(files, name)
    order = [
        *(path for path in topics if path in items),
        *(path for path in sorted(items) if path not in topics),
    ]
    pictures = Pictures(files)
    found: list[Item] = []
    for number, path in enumerate(order, start=1):
        folder = f"{posixpath.dirname(path)}/".lstrip("/")
        item = QtiItem(items[path], f"item {number}", folder, report, pictures)
        found += _items(item, topics.get(path, ""), tags.get(path, ()))
    title = next((root.get("title", "") for root in tests.values()), "")
    return Found(items=tuple(found), files=pictures.found, title=title)


def _is_of_qti(path: str, data: bytes) -> bool:
    return path.endswith(".xml") and (is_item(data) or _TEST in data[:_HEAD])


def _sections(path: str, test: Element) -> Iterator[tuple[str, str]]:
    """The items of a test in their order, each with the title of the part of the test that it is in."""
    for section in test.iter("assessmentSection"):
        for each in section.iterfind("assessmentItemRef"):
            yield (
                posixpath.normpath(posixpath.join(posixpath.dirname(path), each.get("href", ""))),
                section.get("title", ""),
            )


def _tags(files: Mapping[str, bytes], name: str) -> dict[str, tuple[str, ...]]:
    """The words to find an item by, as the manifest has them, by the item's path."""
    if "imsmanifest.xml" not in files:
        return {}
    manifest = guard.tree(files["imsmanifest.xml"], f"{name}/imsmanifest.xml")
    bare_names(manifest)
    return {
        resource.get("href", ""): tuple(
            told for each in resource.iter("keyword") if (told := "".join(each.itertext()).strip())
        )
        for resource in manifest.iter("resource")
    }


def _items(item: QtiItem, topic: str, tags: tuple[str, ...]) -> Iterator[Item]:
    """The question that the item is, if it is one of ours."""
    fields = answered(item)
    if fields is None:
        tags_met = ", ".join(dict.fromkeys(each.tag for each in item.interactions)) or "nothing to answer"
        rule = f"a bank has no questions with {tags_met}"
        item.report.lost(item.called, "question", rule, item.root.get("title", ""))
        return
    kept, ranks = ranks_of(tags)
    told: dict[str, Any] = {"prompt": _prompt(item), **fields}
    told["ours"] = {**ranks, **fields.get("ours", {})}
    yield Item(
        place=item.place,
        id=item.id,
        topic=topic,
        tags=kept,
        context=_context(item),
        hint=item.markup(item.part("hint"), "hint"),
        explanation=_explanation(item),
        image=_image(item),
        marks=_marks(item),
        **told,
    )


def _context(item: QtiItem) -> str:
    """What stands above what is asked: in an item that is not ours what the candidate is told besides."""
    part = item.part("context")
    if part is not None:
        return item.markup(part, "context")
    shown = (each for each in item.body.iter("rubricBlock") if "candidate" in each.get("view", "").split())
    return "\n\n".join(item.markup(each, "context") for each in shown)


def _prompt(item: QtiItem) -> str:
    """What is asked: of an item of ours a part of it, else all that stands about what is answered in."""
    part = item.part("prompt")
    if part is not None:
        return item.markup(part, "prompt")
    own = [item.markup(each, "prompt") for each in item.body.iter("prompt")]
    return "\n\n".join(filter(None, [item.markup(item.body, "prompt"), *own]))


def _explanation(item: QtiItem) -> str:
    """What is said to everybody; of several such texts the first."""
    choices = {each.get("identifier", "") for each in item.body.iter("simpleChoice")}
    told = [
        item.markup(each, "explanation") for name, each in said(item, set()).items() if name not in choices
    ]
    for other in told[1:]:
        item.report.lost(
            item.called, "explanation", "another text that is said afterwards is left out", other
        )
    return told[0] if told else ""


def _image(item: QtiItem) -> Image | None:
    """The picture of an item of ours, beside its texts; its sound has no words, and is told."""
    sound = item.part("sound")
    if sound is not None:
        item.report.lost(item.called, "audio", "a sound comes without its words, and is left out")
    part = item.part("picture")
    shown = None if part is None else next(part.iter("img"), None)
    if part is None or shown is None:
        return None
    file = item.pictures.kept(item.path(shown.get("src", "")))
    if not file:
        item.report.lost(item.called, "image", "the picture is not in the package", shown.get("src", ""))
        return None
    credit = "".join(text for each in part.iter("small") for text in each.itertext())
    return Image(file=file, alt=shown.get("alt", ""), credit=credit)


def _marks(item: QtiItem) -> int:
    outcomes = {each.get("identifier", ""): each for each in item.root.iter("outcomeDeclaration")}
    score, most = (outcomes.get(name, Element("none")) for name in ("SCORE", "MAXSCORE"))
    told = score.get("normalMaximum") or (most.findtext("defaultValue/value") or "1")
    marks = decimal_of(told)
    if marks is not None and marks == int(marks) and 1 <= marks <= 100:
        return int(marks)
    item.report.lost(item.called, "marks", "marks are a whole number from 1 to 100", told)
    return 1
