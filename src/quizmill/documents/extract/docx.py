"""A document of a word processor (.docx): opened by python-docx, its text read as Word shows it."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizmill.bank import guard
from quizmill.documents.extract.docx_styles import Styles
from quizmill.documents.extract.docx_text import W, blocks, boxes, said
from quizmill.documents.extract.furniture import marked
from quizmill.documents.extract.library import needed
from quizmill.documents.extract.parts import Extracted, Part, counted
from quizmill.documents.extract.whitespace import tidied, tidied_listing
from quizmill.errors import FileUnusable

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element as Element

_NOTES = ("footnotes", "endnotes")
_NO_NOTES = ("separator", "continuationSeparator", "continuationNotice")


def extract(name: str, data: bytes) -> Extracted:
    """The text of a document. Raises FileUnusable for what is none."""
    for path, member in guard.members(data, name, lambda path: path.endswith((".xml", ".rels"))).items():
        if member:
            guard.look_through(member, f"{name}/{path}")
    document = _opened(name, data)
    styles = Styles(document)
    left: Counter[str] = Counter()
    parts = [*marked(_parts(document.element.body, styles, left))]
    for notes in _notes(document, name):
        parts += _parts(notes, styles, left)
    if not parts:
        raise FileUnusable(name, "there is no text in this document; if it is of pictures, OCR it first")
    core = document.core_properties
    heading = next((part.text for part in parts if part.kind == "heading" and part.level == 1), "")
    return Extracted(
        title=tidied(core.title or "") or heading,
        published=None,  # the day of the file is when it was first saved
        language=core.language or styles.language,
        parts=tuple(parts),
        left=(*(counted(number, what) for what, number in sorted(left.items())), *_heads_and_feet(document)),
    )


def _opened(name: str, data: bytes) -> Document:
    with needed(name, "DOCX"):
        import docx
        from docx.opc.exceptions import OpcError
    try:
        return docx.Document(io.BytesIO(data))
    except (
        KeyError,
        ValueError,
        AttributeError,
        OpcError,
    ) as error:  # of what is half there
        raise FileUnusable(name, f"this document cannot be read ({error}); save it as .docx again") from error


def _parts(body: Element, styles: Styles, left: Counter[str]) -> Iterator[Part]:
    for block in blocks(body):
        if block.tag == f"{W}tbl":
            yield from _table(block, styles, left)
        else:
            yield from _paragraph(block, styles, left)


def _paragraph(paragraph: Element, styles: Styles, left: Counter[str]) -> Iterator[Part]:
    kind, level = styles.kind(paragraph)
    text = said(paragraph, left)
    if kind == "listing":
        yield from (Part(tidied_listing(line), kind) for line in text.split("\n") if line.strip())
    elif shown := tidied(text):
        yield Part(shown, kind, level)
    for box in boxes(paragraph):
        yield from _parts(box, styles, left)


def _table(table: Element, styles: Styles, left: Counter[str]) -> Iterator[Part]:
    """A row a part; a table within a cell, or one that has but one cell a row, is read as blocks."""
    rows = [row.findall(f"{W}tc") for row in blocks(table, f"{W}tr")]
    if all(len(cells) < 2 for cells in rows) or table.find(f".//{W}tc//{W}tbl") is not None:
        for cells in rows:
            for cell in cells:
                yield from _parts(cell, styles, left)
        return
    for cells in rows:
        texts = [tidied(" ".join(said(each, left) for each in blocks(cell))) for cell in cells]
        if any(texts):
            yield Part(" | ".join(texts), "table")


def _notes(document: Document, name: str) -> Iterator[Element]:
    """The footnotes and endnotes, which stand in files of their own."""
    with needed(name, "DOCX"):
        from lxml import etree
    for relation in document.part.rels.values():
        if relation.is_external or relation.reltype.rpartition("/")[2] not in _NOTES:
            continue
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        for note in etree.fromstring(relation.target_part.blob, parser):
            if note.get(f"{W}type") not in _NO_NOTES:
                yield note


def _heads_and_feet(document: Document) -> Iterator[str]:
    """What stands at the head or foot of every page, told and not taken."""
    told: dict[str, None] = {}  # in order, each once
    for section in document.sections:
        for what, each in (("head", section.header), ("foot", section.footer)):
            text = "" if each.is_linked_to_previous else tidied(" ".join(p.text for p in each.paragraphs))
            if text:
                told[f'the {what} of the pages, "{text[:60]}"'] = None
    yield from told
