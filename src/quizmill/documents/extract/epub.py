"""A book (EPUB): its pages in the order of the spine, each read as HTML."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizmill.bank import guard
from quizmill.documents.extract import html
from quizmill.documents.extract.dates import day
from quizmill.documents.extract.html_tree import chapter
from quizmill.documents.extract.parts import Extracted, Part, counted
from quizmill.documents.extract.whitespace import tidied
from quizmill.errors import FileUnusable

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_CONTAINER = "META-INF/container.xml"
_PAGES = ("application/xhtml+xml", "text/html")
_LOCKS = ("META-INF/encryption.xml", "META-INF/rights.xml")
_FONT_LOCKS = (
    "http://www.idpf.org/2008/embedding",
    "http://ns.adobe.com/pdf/enc#RC",
)  # the text is not locked


def extract(name: str, data: bytes) -> Extracted:
    """The text of a book. Raises FileUnusable for what is none, is locked, or has no text."""
    files = guard.members(data, name, _is_read)
    _refuse_locked(files, name)
    path = _package(files, name)
    package = guard.tree(files[path], f"{name}/{path}")
    reader = html.Reader(trusted=True)
    missing = 0
    labels = dict(reversed([*_contents(files, package, posixpath.dirname(path), name)]))  # the first of each
    for at, is_menu in _spine(package, posixpath.dirname(path)):
        if at not in files:
            missing += 1
            continue
        begins = len(reader.parts)
        root = chapter(files[at], f"{name}/{at}")
        body = root.find("body")
        reader.read(root if body is None else body)
        if is_menu:
            reader.parts[begins:] = [Part(part.text, "furniture") for part in reader.parts[begins:]]
        elif reader.parts[begins:] and reader.parts[begins] == Part(labels.get(at, "")):
            reader.parts[begins] = Part(labels[at], "heading", 1)
    if not reader.parts:
        raise FileUnusable(name, "there is no text in this book; if its pages are pictures, OCR it first")
    lost = (f"{counted(missing, 'page')} that the book names and does not have",) if missing else ()
    days = [day(each.text or "") for each in _told(package, "date") if _is_published(each)]
    return Extracted(
        title=_first(package, "title"),
        published=next(filter(None, days), None),
        language=_first(package, "language"),
        parts=reader.all(),
        left=(*reader.left(), *lost),
    )


def _is_read(path: str) -> bool:
    return path.endswith((".opf", ".xml", ".html", ".htm", ".xhtml"))


def _refuse_locked(files: dict[str, bytes], name: str) -> None:
    encryption = files.get(_LOCKS[0])
    locks = encryption is not None and any(
        each.get("Algorithm") not in _FONT_LOCKS
        for each in guard.tree(encryption, f"{name}/{_LOCKS[0]}").iter()
        if each.tag.endswith("}EncryptionMethod")
    )
    if locks or _LOCKS[1] in files:
        raise FileUnusable(name, "this book is locked (DRM); ask for one that is not")


def _package(files: dict[str, bytes], name: str) -> str:
    """The path of the file that lists the pages."""
    container = files.get(_CONTAINER)
    if container is None:
        raise FileUnusable(name, f"this is no EPUB, since it has no {_CONTAINER}; save it as EPUB again")
    roots = [
        each.get("full-path", "") for each in guard.tree(container, name).iter() if _local(each) == "rootfile"
    ]
    if not roots or not files.get(roots[0]):
        raise FileUnusable(name, "this EPUB does not name its pages; save it as EPUB again")
    return roots[0]


def _spine(package: Element, folder: str) -> Iterator[tuple[str, bool]]:
    """The paths of the pages in order, and whether each is but the book's menu."""
    items = {each.get("id", ""): each for each in package.iter() if _local(each) == "item"}
    for each in package.iter():
        item = items.get(each.get("idref", ""))
        if _local(each) == "itemref" and item is not None and item.get("media-type") in _PAGES:
            path = posixpath.normpath(posixpath.join(folder, guard.unquoted(item.get("href", ""))))
            yield path, "nav" in item.get("properties", "").split()


def _contents(files: dict[str, bytes], package: Element, folder: str, name: str) -> Iterator[tuple[str, str]]:
    """What the book's menu calls each page: some programs mark a heading nowhere else."""
    for item in package.iter():
        if _local(item) == "item" and "nav" in item.get("properties", "").split():
            menu = posixpath.normpath(posixpath.join(folder, guard.unquoted(item.get("href", ""))))
            links = chapter(files[menu], f"{name}/{menu}").iter("a") if menu in files else ()
            for link in links:
                page = guard.unquoted(link.get("href", "").partition("#")[0])
                at = posixpath.normpath(posixpath.join(posixpath.dirname(menu), page))
                yield at, tidied("".join(link.itertext()))


def _told(package: Element, name: str) -> list[Element]:
    return [each for each in package.iter() if each.tag == f"{{http://purl.org/dc/elements/1.1/}}{name}"]


def _first(package: Element, name: str) -> str:
    return next(filter(None, (tidied(each.text or "") for each in _told(package, name))), "")


def _is_published(date: Element) -> bool:
    events = [value for key, value in date.attrib.items() if key.endswith("event")]
    return not events or events == ["publication"]


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]
