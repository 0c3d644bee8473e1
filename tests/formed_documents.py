"""Documents of every type with the same content, made as other programs make them."""

from __future__ import annotations

import html
import io
import zipfile
from collections.abc import Sequence
from typing import NamedTuple

import docx
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.platypus import (
    Flowable,
    ListFlowable,
    ListItem,
    Paragraph,
    Preformatted,
    SimpleDocTemplate,
    Table,
)


class Block(NamedTuple):
    """What stands in a document: `heading`, `text`, `item`, `table` (of rows) or `listing` (of lines)."""

    kind: str
    text: str = ""
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()


def as_html(blocks: Sequence[Block], head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{_body(blocks)}</body></html>".encode()


def _body(blocks: Sequence[Block]) -> str:
    return "\n".join(map(_element, blocks))


def _element(block: Block) -> str:
    text = html.escape(block.text)
    match block.kind:
        case "heading":
            return f"<h{block.level}>{text}</h{block.level}>"
        case "item":
            return f"<ul><li>{text}</li></ul>"
        case "listing":
            return f"<pre>{text}</pre>"
        case "table":
            rows = ("".join(f"<td>{html.escape(cell)}</td>" for cell in row) for row in block.rows)
            return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"
        case _:
            return f"<p>{text}</p>"


def as_markdown(blocks: Sequence[Block]) -> bytes:
    return "\n\n".join(map(_marked, blocks)).encode()


def _marked(block: Block) -> str:
    match block.kind:
        case "heading":
            return f"{'#' * block.level} {block.text}"
        case "item":
            return f"- {block.text}"
        case "listing":
            return f"```\n{block.text}\n```"
        case "table":
            head, *rows = (f"| {' | '.join(row)} |" for row in block.rows)
            return "\n".join([head, "|---" * len(block.rows[0]) + "|", *rows])
        case _:
            return block.text


def as_docx(blocks: Sequence[Block]) -> bytes:
    document = docx.Document()
    document.styles.add_style("Source Code", 1)
    for block in blocks:
        match block.kind:
            case "heading":
                document.add_heading(block.text, block.level)
            case "item":
                document.add_paragraph(block.text, "List Bullet")
            case "listing":
                document.add_paragraph(block.text, "Source Code")
            case "table":
                table = document.add_table(0, len(block.rows[0]))
                for row in block.rows:
                    for cell, text in zip(table.add_row().cells, row, strict=True):
                        cell.text = text
            case _:
                document.add_paragraph(block.text)
    return saved(document)


def saved(document: docx.document.Document) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def as_epub(blocks: Sequence[Block], metadata: str = "") -> bytes:
    chapter = (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml">'
        f"<head><title/></head><body>{_body(blocks)}</body></html>"
    )
    return book({"OEBPS/one.xhtml": chapter}, metadata)


def book(pages: dict[str, str], metadata: str = "", menu: int = -1, **others: str) -> bytes:
    """A book of those pages, in that order; *menu* is the place of its menu among them."""
    listed = "".join(
        f'<item id="p{n}" href="{path.removeprefix("OEBPS/")}" media-type="application/xhtml+xml"'
        f' properties="{"nav" if n == menu else ""}"/>'
        for n, path in enumerate(pages)
    )
    spine = "".join(f'<itemref idref="p{n}"/>' for n in range(len(pages)))
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0">'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">{metadata}</metadata>'
        f"<manifest>{listed}</manifest><spine>{spine}</spine></package>"
    )
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
    )
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": container,
            "OEBPS/book.opf": package,
            **pages,
            **others,
        }
    )


def zipped(files: dict[str, str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in files.items():
            how = zipfile.ZIP_STORED if path == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(path, text, how)
    return file.getvalue()


def as_pdf(blocks: Sequence[Block], **told: str) -> bytes:
    file = io.BytesIO()
    styles = getSampleStyleSheet()
    document = SimpleDocTemplate(file, pagesize=A4, **told)
    document.build([_flowable(block, styles) for block in blocks])
    return file.getvalue()


def _flowable(block: Block, styles: dict[str, ParagraphStyle]) -> Flowable:
    text = html.escape(block.text)
    body = ParagraphStyle("body", parent=styles["BodyText"], spaceAfter=6)
    match block.kind:
        case "heading":
            return Paragraph(text, styles[f"Heading{block.level}"])
        case "item":
            return ListFlowable([ListItem(Paragraph(text, body))], bulletType="bullet")
        case "listing":
            return Preformatted(block.text, styles["Code"])
        case "table":
            return Table(block.rows, colWidths=120)
        case _:
            return Paragraph(text, body)
