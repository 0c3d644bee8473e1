"""How long documents take to become text: a PDF of 300 pages, a book of 1 MB, and the same as other types.

`python tests/bench/bench_extract.py` prints seconds of processor time for each, and beside the PDF what
PDFium alone needs to hand over the letters of its pages.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pypdfium2

sys.path.insert(0, str(Path(__file__).parents[1]))

from formed_documents import Block, as_docx, as_epub, as_html, as_markdown, as_pdf
from quizmill.documents.extract import extract

PROSE = (
    "The river rises in the hills and flows through the land to the city, where it joins another; {n} years"
    " ago it was made navigable, and {n} boats a day have used its locks since, which are 67 metres long. "
)


def blocks(paragraphs: int) -> list[Block]:
    found = []
    for n in range(paragraphs):
        if n % 12 == 0:
            found.append(Block("heading", f"Chapter {n // 12 + 1}", 1 + n // 12 % 2))
        found.append(Block("text", (PROSE * 3).format(n=n)))
    return found


def seconds(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def letters(data: bytes) -> None:
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            page.get_textpage().get_text_range()


def main() -> None:
    book = blocks(1700)
    size = sum(len(each.text) for each in book) / 2**20
    for name, made in (("a.html", as_html), ("a.md", as_markdown), ("a.epub", as_epub), ("a.docx", as_docx)):
        taken = seconds(partial(extract, name, made(book)))
        print(f"{name:8} {size:.1f} MB: {taken:.2f} s")
    data = as_pdf(blocks(2220))
    with pypdfium2.PdfDocument(data) as document:
        pages = len(document)
    taken, alone = seconds(partial(extract, "a.pdf", data)), seconds(partial(letters, data))
    print(f"a.pdf    {pages} pages: {taken:.2f} s; PDFium alone {alone:.2f} s")


if __name__ == "__main__":
    main()
