"""Reading bank.yaml: a bank's own fields, where its seeds are, and in which order its topics come."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path as FilePath

from quizmill.bank.closest import nearest
from quizmill.bank.model import GATHERED, Bank, Compare, Text
from quizmill.bank.reader.fault import Fault
from quizmill.bank.reader.origins import Origin
from quizmill.bank.reader.reading import Reading
from quizmill.bank.reader.tree import Tree
from quizmill.errors import Severity

_STARTER = "my-first-bank"  # which `init` of 0.1 gave to every bank
_RESERVED = "quizmill"  # cards of every bank bear quizmill::withdrawn, and learners delete what does
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_LANGUAGES = {
    **dict.fromkeys(("english", "englisch", "inglés", "anglais", "英文", "英语"), "en"),
    **dict.fromkeys(("german", "deutsch", "alemán", "allemand", "德文", "德语"), "de"),
    **dict.fromkeys(("spanish", "spanisch", "español", "espagnol", "西班牙语"), "es"),
    **dict.fromkeys(("french", "französisch", "francés", "français", "法文", "法语"), "fr"),
    **dict.fromkeys(("chinese", "chinesisch", "chino", "chinois", "中文", "汉语"), "zh"),
}


class BankFile(Bank, frozen=True, kw_only=True):
    """What bank.yaml says: a bank's own fields, and what only its reading needs.

    Attributes:
        seeds: The folder with the facts, from the folder of bank.yaml. A bank without facts has none.
        documents: The folder with the documents' texts, from the folder of bank.yaml. It need not be there.
        order: Topics by id, in the order of learning; those it does not name follow, by id.
    """

    seeds: str = ""
    documents: str = ""
    order: tuple[Text, ...] = ()


def read_bank_file(reading: Reading, path: FilePath) -> BankFile:
    """What *path* says; of an unsound file, what of it other files depend on."""
    origin = Origin(str(path))
    tree = reading.fields(path.parent, path, "bank file") or {}
    known = not reading.has_faults(path)
    for name in filter(tree.__contains__, GATHERED):
        help = "delete it: topics are the other .yaml files, sources and names are in the seeds"
        reading.report(origin, Fault((name,), "unknown-field", f'unknown field "{name}"', help, at_key=True))
    if tree.get("namespace") == _RESERVED:
        reading.report(origin, _reserved())
    if tree.get("namespace") == _STARTER:
        reading.report(origin, _shared())
    if isinstance(language := tree.get("language"), str) and not _TAG.fullmatch(language):
        reading.report(origin, _no_tag(language))
    own = {name: value for name, value in tree.items() if name not in GATHERED}
    file = reading.record(own, BankFile, origin) if own or known else None
    return file or BankFile(
        title=path.parent.resolve().name or "bank",
        namespace="unnamed",
        compare=_compare(tree.get("compare")),
        seeds=_text(tree.get("seeds")),
        order=tuple(map(_text, listed)) if isinstance(listed := tree.get("order"), list) else (),
    )


def in_order(files: dict[str, FilePath], order: tuple[str, ...]) -> dict[str, FilePath]:
    """The topic files, by id, as *order* has them; those it does not name follow as they come."""
    named = {id: files[id] for id in order if id in files}
    return named | files


def order_faults(order: tuple[str, ...], topics: list[str]) -> Iterator[Fault]:
    """What *order* names that is no topic, or names again."""
    seen = {""}  # what is no text is told as such
    for place, id in enumerate(order):
        if id in seen and id:
            help = "keep it where its topic is to come"
            yield Fault(("order", place), "duplicate-topic", f'"{id}" stands here a second time', help)
        elif id not in seen and id not in topics:
            help = nearest(id, topics) if topics else "add its file first: every other .yaml file is a topic"
            yield Fault(("order", place), "unknown-topic", f'there is no topic "{id}"', help)
        seen.add(id)


def _no_tag(language: str) -> Fault:
    """The fault of a language that is named in words, or by a tag of another make."""
    tag = _LANGUAGES.get(language.lower()) or language.replace("_", "-")
    help = f"write {tag}" if _TAG.fullmatch(tag) else "write its tag, such as en, de or zh-Hans"
    return Fault(("language",), "bad-form", f'"{language}" is no tag of a language', help)


def _reserved() -> Fault:
    message = f'"{_RESERVED}" is taken: learners delete what has the tag {_RESERVED}::withdrawn, of any bank'
    return Fault(("namespace",), "reserved-namespace", message, "choose another, such as your bank's title")


def _shared() -> Fault:
    message = (
        f'"{_STARTER}" is what every bank begun with quizmill 0.1 is called: cards and history get mixed'
    )
    help = f"choose a name of its own, and write `formerly: {_STARTER}` below it: the history follows"
    return Fault(("namespace",), "shared-namespace", message, help, severity=Severity.WARNING)


def _compare(tree: Tree) -> Compare | None:
    return Compare(tree) if isinstance(tree, str) and tree in list(Compare) else None


def _text(tree: Tree) -> str:
    """A field of a file that is otherwise unsound: one fault shall not cause others."""
    return tree if isinstance(tree, str) else ""
