"""A drawing's bytes as a tree: XML read once by expat, which fetches nothing, and no further than is sane."""

from __future__ import annotations

from collections.abc import Iterator
from xml.parsers import expat

import msgspec

from quizmill.bank.drawing.encodings import decoded, is_common

SVG = "http://www.w3.org/2000/svg"
MOST_BYTES = 5_000_000
MOST_ELEMENTS = 50_000
DEEPEST = 100  # elements within each other

_SEPARATOR = " "  # between a namespace and a name; neither can hold one
_ROOT = f"{SVG}{_SEPARATOR}svg"  # a root of no namespace is XML to a browser, and no drawing
_W3C = ("http://www.w3.org/", "https://www.w3.org/")


class NoDrawing(ValueError):
    """These bytes are no XML whose root is svg."""


class TooMuch(ValueError):
    """A drawing larger than is sane; says of it what is, as a clause."""


class Node(msgspec.Struct):
    """An element: its namespace and name parted by a space, or of a cleaned one the name alone."""

    name: str
    attributes: dict[str, str] = {}
    children: list[Node | str] = []

    @property
    def elements(self) -> Iterator[Node]:
        """Its children but for the text."""
        return (child for child in self.children if isinstance(child, Node))

    @property
    def text(self) -> str:
        """The text that is directly in it."""
        return "".join(child for child in self.children if isinstance(child, str))

    def walk(self) -> Iterator[Node]:
        """It, and all that is in it, in the order of the file."""
        yield self
        for child in self.elements:
            yield from child.walk()


class SvgDocument(msgspec.Struct):
    """What was read: the root, what stands around it, and whether every program reads its bytes alike."""

    root: Node
    asides: list[str]  # what is no element and may do something: `<!DOCTYPE>`, `<?xml-stylesheet?>`
    common: bool


def read_tree(data: bytes) -> SvgDocument:
    """The document. Raises NoDrawing or TooMuch."""
    if len(data) > MOST_BYTES:
        raise TooMuch(f"has more than {MOST_BYTES // 10**6} million bytes")
    reader = _Reader()
    try:
        return reader.read(data)
    except (ValueError, LookupError) as error:
        if isinstance(error, TooMuch | NoDrawing):
            raise
        text = decoded(data, reader.encoding)  # expat does not know the encoding
    return _Reader().read(text)


class _Reader:
    """Receives what expat reads."""

    def __init__(self) -> None:
        self.encoding = ""
        self._asides: list[str] = []
        self._open: list[Node] = []
        self._root: Node | None = None
        self._count = 0
        self._parser = parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
        parser.buffer_text = True
        parser.XmlDeclHandler = self._declared
        parser.StartDoctypeDeclHandler = self._typed
        parser.ProcessingInstructionHandler = self._instructed
        parser.StartElementHandler = self._begun
        parser.EndElementHandler = self._ended
        parser.CharacterDataHandler = self._said

    def read(self, data: bytes | str) -> SvgDocument:
        """All of it; of a text expat disregards the encoding declared."""
        try:
            self._parser.Parse(data, True)
        except expat.ExpatError as error:
            raise NoDrawing from error
        if self._root is None or self._root.name != _ROOT:
            raise NoDrawing
        common = isinstance(data, bytes) and is_common(self.encoding)
        return SvgDocument(self._root, self._asides, common)

    def _declared(self, _version: str, encoding: str | None, _standalone: int) -> None:
        self.encoding = encoding or ""

    def _typed(self, _name: str, system: str | None, _public: str | None, internal: int) -> None:
        if internal or (system and not system.startswith(_W3C)):
            self._asides.append("<!DOCTYPE>")

    def _instructed(self, target: str, _data: str) -> None:
        self._asides.append(f"<?{target}?>")

    def _begun(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > MOST_ELEMENTS:
            raise TooMuch(f"has more than {MOST_ELEMENTS} elements")
        if len(self._open) >= DEEPEST:
            raise TooMuch(f"has more than {DEEPEST} elements within each other")
        element = Node(name, attributes, [])
        if self._open:
            self._open[-1].children.append(element)
        else:
            self._root = element
        self._open.append(element)

    def _ended(self, _name: str) -> None:
        self._open.pop()

    def _said(self, text: str) -> None:
        self._open[-1].children.append(text)
