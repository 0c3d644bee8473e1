"""A whole text, as blocks or as one run of spans."""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank.markup.block import Block, Display, Listing, Paragraph, Picture, Table
from quizmill.bank.markup.inline import inline
from quizmill.bank.markup.span import Span, Spans, joined
from quizmill.bank.markup.structure import placed_blocks

# Texts that were seen to have none. Most have none, each is met a dozen times, and to look for all the marks
# costs twice as much as to know it again.
literal_texts: set[str] = set()
_MOST = 1 << 12  # of them


def has_marks(text: str) -> bool:
    """Whether there may be a mark in the text; where there is none it is what it says."""
    if text in literal_texts:
        return False
    if "*" in text or "`" in text or "\\" in text or "|" in text or ("!" in text and "![" in text):
        return True
    if len(literal_texts) >= _MOST:
        literal_texts.clear()
    literal_texts.add(text)
    return False


def blocks(text: str) -> tuple[Block, ...]:
    """The text as blocks in reading order."""
    if "\n" not in text and not has_marks(text):
        said = text.strip()
        return (Paragraph((Span(said),)),) if said else ()
    return tuple(placed.block for placed in placed_blocks(text))


def whole(text: str) -> Block | None:
    """The listing, displayed formula or table that the whole of an option is; None where it is spans."""
    if "\n" not in text and "\\[" not in text:
        return None
    found = blocks(text)
    return found[0] if len(found) == 1 and isinstance(found[0], Listing | Display | Table) else None


def pictured(text: str) -> tuple[Block, ...]:
    """The pictures of an option that has some, with the words about them, block by block; else nothing."""
    found = blocks(text) if "![" in text else ()
    return found if any(isinstance(block, Picture) for block in found) else ()


def beside_pictures(text: str) -> str:
    """What is read of a text where its pictures are drawn: in the place of each whom to thank for it."""
    if "![" not in text:
        return text
    return "\n".join(
        placed.block.credit if isinstance(placed.block, Picture) else text[placed.start : placed.end]
        for placed in placed_blocks(text)
    )


def spans(text: str) -> Spans:
    """The text as one run of spans in reading order, blocks line by line."""
    if not has_marks(text):
        return (Span(text),) if text else ()
    if "\n" not in text and "\\[" not in text and "![" not in text:
        return inline(text)
    return joined(_run(text))


def _run(text: str) -> Iterator[Span]:
    end = 0
    for placed in placed_blocks(text):
        yield Span(text[end : placed.start])
        yield from placed.spans
        end = placed.end
    yield Span(text[end:])
