"""A .docx as it is read again: its paragraphs in order, those in tables too, and what else is asked of it."""

from __future__ import annotations

import io
import zipfile

import docx
from docx.oxml.ns import qn


class Written:
    """What stands in a document, by python-docx."""

    def __init__(self, data: bytes) -> None:
        self.document = docx.Document(io.BytesIO(data))
        self.lines = [_said(each) for each in self.document.element.body.iter(qn("w:p"))]
        self.styles = {_said(each): self._style(each) for each in self.document.element.body.iter(qn("w:p"))}
        self.alts = [each.get("descr") for each in self.document.element.body.iter(qn("wp:docPr"))]
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            self.parts = {each.filename: packed.read(each) for each in packed.infolist()}
            self.times = {each.date_time for each in packed.infolist()}

    def paragraph(self, text: str):
        """The only paragraph of the body that begins so."""
        (found,) = [each for each in self.document.paragraphs if each.text.startswith(text)]
        return found

    def _style(self, paragraph) -> str:
        named = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if named is None:
            return "Normal"
        return self.document.styles.element.get_by_id(named.get(qn("w:val"))).name_val


def _said(paragraph) -> str:
    """Its characters; of a formula those of its runs, a tab as one and a line break too."""
    signs = {qn("w:tab"): "\t", qn("w:br"): "\n"}
    parts = paragraph.iter(qn("w:t"), qn("m:t"), qn("w:tab"), qn("w:br"))
    return "".join(
        signs.get(each.tag, each.text or "") for each in parts if each.getparent().tag != qn("w:tabs")
    )
