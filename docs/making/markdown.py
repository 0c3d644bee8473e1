"""Pieces of Markdown that more than one page is made of."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator


def page(parts: list[str], origin: str) -> str:
    """A page of these parts, the first its title; *origin* is what to change instead of it."""
    note = f"<!-- Written by docs/generate.py: change {origin} instead. -->"
    return "\n\n".join([parts[0], note, *parts[1:]]) + "\n"


def table(heads: tuple[str, ...], rows: Iterable[list[str]]) -> str:
    """A table; what would part cells is escaped."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(map(cell, line))} |" for line in lines)


def cell(text: str) -> str:
    """What may stand in a cell."""
    return text.replace("|", r"\|")


def link(heading: str) -> str:
    """To a heading on the same page, by the anchor that GitHub gives it."""
    return f"[`{heading}`](#{heading.replace(' ', '-')})"


def fenced(language: str, text: str) -> str:
    """A fenced text in that language."""
    return f"```{language}\n{text}\n```"


def prose(text: str | None) -> Iterator[str]:
    """The paragraphs of a help text; those after click's mark \\b keep their lines."""
    for paragraph in inspect.cleandoc(text or "").split("\n\n"):
        if paragraph.startswith("\b"):
            yield fenced("text", paragraph.removeprefix("\b\n"))
        elif paragraph:
            yield " ".join(paragraph.split())


def paragraphs(text: str) -> Iterator[str]:
    """Its paragraphs, each on a line."""
    return (" ".join(paragraph.split()) for paragraph in text.strip().split("\n\n"))
