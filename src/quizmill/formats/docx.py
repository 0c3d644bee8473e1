"""Documents of a word processor (.docx): questions as teachers type them, numbered by hand or by it."""

from __future__ import annotations

from quizmill.errors import FileUnusable
from quizmill.formats.coded import as_html, looks, without
from quizmill.formats.docx_lines import Lines
from quizmill.formats.docx_marked import take_looks
from quizmill.formats.docx_package import Package, recognises
from quizmill.formats.docx_read import Document
from quizmill.formats.docx_runs import is_colour
from quizmill.formats.format import Format, Found
from quizmill.formats.from_html import from_html
from quizmill.formats.matrix import matrix
from quizmill.formats.media import Pictures
from quizmill.formats.report import Report
from quizmill.formats.text_items import Turn, items


def read(data: bytes, name: str, report: Report) -> Found:
    """The questions of a document. Raises FileUnusable where it has none, or is no .docx."""
    package = Package(data, name)
    pictures = Pictures(package.files)
    document = Document(report)
    document.read(Lines(package, Pictures(package.files), report).read())
    take_looks(document.asked, report)
    found = (*items(document.asked, _turning(pictures, report), report), *document.in_tables)
    if not found:
        raise FileUnusable(
            name,
            "no paragraph begins with the number of a question, as in `1. Why?`, or the letter of an option",
        )
    return Found(items=found, files=pictures.found, title=document.title)


def _turning(pictures: Pictures, report: Report) -> Turn:
    def turn(called: str, coded: str) -> str:
        said = {name for name in looks(coded) if name in ("b", "u")}  # of all it says nothing
        html = as_html(without(coded, lambda name: name in said or is_colour(name)))
        return from_html(html, lambda rule, was: report.changed(called, "text", rule, was), pictures)

    return turn


FORMAT = Format(
    name="docx",
    title="Documents of Word or LibreOffice (.docx)",
    extensions=("docx",),
    matrix=matrix(),
    read=read,
    recognises=recognises,
)
