"""The quizzes and question banks of a package, or of a single file, of QTI 1.2, and the items in them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

import msgspec

from quizmill.bank import guard
from quizmill.errors import FileUnusable
from quizmill.formats.report import Report

_ROOT = b"questestinterop"
_HEAD = 4096  # bytes in which a file says what it is
_ARCHIVES = (".zip", ".imscc")
_QUIZZES = (".xml", ".qti", ".dat")  # how their files' names end
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".bmp")


class Placed(msgspec.Struct, frozen=True):
    """An item, the title of its quiz or bank, and what its group says it earns."""

    item: Element
    topic: str
    marks: str = ""


class Quiz(msgspec.Struct, frozen=True):
    """A quiz or a bank of questions, which knows its title."""

    root: Element
    title: str
    is_bank: bool


def is_quiz(data: bytes) -> bool:
    """Whether a file is XML of QTI 1.2, by how it begins."""
    head = data[:_HEAD].replace(b"\0", b"")
    return b"<" in head[:8] and _ROOT in head


def has_quiz(data: bytes) -> bool:
    """Whether a package has a quiz in it."""
    held = guard.members(data, "", lambda path: path.lower().endswith(_QUIZZES))
    return any(map(is_quiz, held.values()))


def unpacked(data: bytes, name: str) -> dict[str, bytes]:
    """The files of a package that a quiz may need, or the only one; films and documents are left empty."""
    if not data.startswith(b"PK"):
        return {name: data}
    return guard.members(data, name, lambda path: path.lower().endswith((*_QUIZZES, *_PICTURES)))


def quizzes(files: Mapping[str, bytes], name: str, report: Report) -> list[Quiz]:
    """The quizzes, then the banks, each named once; what cannot be read of them is told.

    Raises FileUnusable where there is none, or none that can be read.
    """
    found: list[Quiz] = []
    broken: FileUnusable | None = None
    paths = list(_paths(files))
    for path in paths:
        try:
            root = guard.tree(files[path], name if path == name else f"{name}/{path}")
        except FileUnusable as error:
            broken = error
            report.lost(path, "question", "a quiz that is broken is left out", error.reason)
            continue
        found.append(_quiz(root))
    if not found:
        raise broken or FileUnusable(name, _nothing(files))
    for path in _archives(files):
        rule = "an archive within the archive is left out: unpack it, and import what is in it"
        report.lost(path, "question", rule, path)
    found.sort(key=lambda quiz: quiz.is_bank)  # stable: else in the order of their paths
    return list(_told_apart(found))


def _nothing(files: Mapping[str, bytes]) -> str:
    for inner in _archives(files):
        return f'there is no quiz of QTI 1.2 in it, but another archive, "{inner}": unpack that first'
    return "there is no quiz of QTI 1.2 in it"


def _archives(files: Mapping[str, bytes]) -> list[str]:
    return [path for path in files if path.lower().endswith(_ARCHIVES) and not files[path]]


def _paths(files: Mapping[str, bytes]) -> Iterator[str]:
    """The quizzes by their paths; of one that a course holds twice, the one that Canvas itself reads."""
    paths = sorted(path for path, held in files.items() if is_quiz(held) and "__MACOSX" not in path)
    own = {re.sub(r"\.xml\.qti$", "", path.rpartition("/")[2]) for path in paths if path.endswith(".qti")}
    for path in paths:
        if path.endswith(".qti") or not own & set(path.split("/")[:-1]):
            yield path


def _quiz(root: Element) -> Quiz:
    for each in root.iter():
        each.tag = each.tag.rpartition("}")[2]
    bank, quiz = root.find("objectbank"), root.find("assessment")
    if bank is None:
        return Quiz(root, "" if quiz is None else quiz.get("title", "").strip(), is_bank=False)
    title = bank.get("title", "").strip()
    for field in bank.iterfind("qtimetadata/qtimetadatafield"):
        if field.findtext("fieldlabel") == "bank_title":
            title = (field.findtext("fieldentry") or "").strip()
    return Quiz(root, title or _section(bank), is_bank=True)


def _section(bank: Element) -> str:
    section = bank.find("section")
    return "" if section is None else section.get("title", "").strip()


def _told_apart(found: list[Quiz]) -> Iterator[Quiz]:
    """A second quiz of the same title has a number behind it."""
    seen: Counter[str] = Counter()
    for quiz in found:
        seen[quiz.title] += 1
        again = seen[quiz.title] if quiz.title else 1
        title = f"{quiz.title} ({again})" if again > 1 else quiz.title
        yield msgspec.structs.replace(quiz, title=title)


def items(quiz: Quiz, report: Report, known: frozenset[str]) -> Iterator[Placed]:
    """The items of a quiz in its order; groups, and questions that stand in no bank *known*, are told."""
    yield from _within(quiz.root, quiz, report, known, "")


def _within(
    holder: Element, quiz: Quiz, report: Report, known: frozenset[str], marks: str
) -> Iterator[Placed]:
    for each in holder:
        match each.tag:
            case "item":
                yield Placed(each, quiz.title, marks)
            case "bankentry_item":
                _tell_of_absent(each.get("item_ref", ""), each.get("sourcebank_ref", ""), report, known)
            case "section":
                own = _of_group(each, report, known)
                yield from _within(each, quiz, report, known, own or marks)
            case "assessment" | "objectbank":
                yield from _within(each, quiz, report, known, marks)
            case _:
                pass


def _of_group(section: Element, report: Report, known: frozenset[str]) -> str:
    """What each item of a group earns; that a quiz draws some of them is told."""
    chosen = section.find("selection_ordering/selection")
    if chosen is None:
        return ""
    called = section.get("title", "") or section.get("ident", "")
    number = (chosen.findtext("selection_number") or "").strip()
    held = sum(each.tag in ("item", "bankentry_item") for each in section)
    source = (chosen.findtext("sourcebank_ref") or "").strip()
    if source and not held and source not in known:
        _tell_of_absent("", source, report, known)
    elif number and number != str(held):
        rule = "a quiz draws some questions of a group; a bank has them all"
        report.note(called, "question", rule, f"{called}: {number} of {held or source}")
    return (chosen.findtext("selection_extension/points_per_item") or "").strip()


def _tell_of_absent(item: str, bank: str, report: Report, known: frozenset[str]) -> None:
    if item in known or (not item and bank in known):
        return
    rule = "a question that the quiz takes from a question bank is not in the file: export the bank too"
    report.lost(item or bank, "question", rule, item or bank)
