"""A document of a word processor (.docx) taken apart: its text, styles, lists and pictures.

Nothing of it runs and nothing that it names outside is fetched.
"""

from __future__ import annotations

import posixpath
from functools import lru_cache
from xml.etree.ElementTree import Element

from quizmill.bank import guard
from quizmill.errors import FileUnusable

_PREFIXES = {  # by how the names of both kinds of the standard end
    "wordprocessingml/main": "w",
    "officeDocument/math": "m",
    "officeDocument/2006/math": "m",
    "drawingml/main": "a",
    "drawingml/2006/main": "a",
    "wordprocessingml/2006/main": "w",
    "drawingml/wordprocessingDrawing": "wp",
    "drawingml/2006/wordprocessingDrawing": "wp",
    "officeDocument/relationships": "r",
    "officeDocument/2006/relationships": "r",
    "markup-compatibility/2006": "mc",
    "word/2010/wordml": "w14",
    "word/2010/wordprocessingShape": "wps",
    "microsoft-com:vml": "v",
}
_OLD, _OLD_TEXT = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "WordDocument".encode("utf-16-le")
_LOCKED = "EncryptedPackage".encode("utf-16-le")


def recognises(data: bytes) -> bool:
    """Whether it is a document of a word processor, also one of those that `opened` refuses in a sentence."""
    if data.startswith(_OLD):
        return _OLD_TEXT in data or _LOCKED in data
    if data.startswith(rb"{\rtf"):
        return True
    return data.startswith(b"PK") and (b"word/" in data or _is_open_document(data))


def _is_open_document(data: bytes) -> bool:
    return b"mimetypeapplication/vnd.oasis.opendocument.text" in data[:100]


class Package:
    """The parts of a document."""

    def __init__(self, data: bytes, name: str) -> None:
        """Raises FileUnusable for what is none."""
        _refuse_others(data, name)
        self.files = guard.members(data, name, _is_read)
        self._name = name
        main = [target for kind, target in self._relations("").values() if kind == "officeDocument"]
        self._main = main[0] if main and main[0] in self.files else "word/document.xml"
        if self._main not in self.files:
            raise FileUnusable(name, "this is no document of a word processor; save it as .docx")
        self._targets = self._relations(self._main)

    def text(self) -> Element:
        """The body of the text, empty where there is none."""
        body = self._tree(self._main).find("w-body")
        return Element("w-body") if body is None else body

    def part(self, kind: str) -> Element | None:
        """The part of that *kind*, such as `styles`; None where there is none."""
        found = [target for each, target in self._targets.values() if each == kind]
        return self._tree(found[0]) if found and found[0] in self.files else None

    def target(self, relation: str) -> str:
        """What the text means by a *relation*, as a path in `files` or an address outside."""
        return self._targets.get(relation, ("", ""))[1]

    def _tree(self, path: str) -> Element:
        root = guard.tree(self.files[path], f"{self._name}/{path}")
        for each in root.iter():
            each.tag = _prefixed(each.tag)
            attributes = {_prefixed(key): value for key, value in each.attrib.items()}
            each.attrib.clear()
            each.attrib.update(attributes)
        return root

    def _relations(self, path: str) -> dict[str, tuple[str, str]]:
        """Kinds and targets by the ids by which a part names them."""
        folder, _, name = path.rpartition("/")
        data = self.files.get(posixpath.join(folder, "_rels", f"{name}.rels"))
        if data is None:
            return {}
        found = {}
        for each in guard.tree(data, f"{self._name}/{path}"):
            target = each.get("Target", "")
            if each.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[each.get("Id", "")] = (each.get("Type", "").rpartition("/")[2], target)
        return found


def _is_read(path: str) -> bool:
    """Whether a part of a document is its text, or a picture: what is embedded otherwise stays packed."""
    return path.endswith((".xml", ".rels")) or "media/" in path


@lru_cache(maxsize=1 << 10)  # a document has few names, and many elements
def _prefixed(name: str) -> str:
    space, brace, local = name.rpartition("}")
    if not brace:
        return name
    found = (prefix for ending, prefix in _PREFIXES.items() if space.endswith(ending))
    return f"{next(found, 'x')}-{local}"


def _refuse_others(data: bytes, name: str) -> None:
    if data.startswith(_OLD) and _LOCKED in data:
        raise FileUnusable(name, "this document is locked by a password; save it without one")
    if data.startswith(_OLD):
        raise FileUnusable(name, "this is a document of an old Word (.doc); open it and save it as .docx")
    if data.startswith(rb"{\rtf") or _is_open_document(data):
        raise FileUnusable(name, "this is a document of another kind; open it and save it as .docx")
