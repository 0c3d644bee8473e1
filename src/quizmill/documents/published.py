"""The day on which a document was published, where its first lines tell one day and no other."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from quizmill.bank import values
from quizmill.bank.values import Moment
from quizmill.documents.figures import figures

_HEAD, _SHORT = 12, 60  # paragraphs, and characters of one that stands for itself


def published(paragraphs: Iterable[str], language: str) -> datetime.date | None:
    """The one full date in the short lines at the beginning of a document."""
    found = set()
    for _, text in zip(range(_HEAD), paragraphs, strict=False):
        if len(text) <= _SHORT:
            for figure in figures(text, language):
                day = values.read_in(text[figure.start : figure.end], language)
                if isinstance(day, Moment) and day.year > 0 and day.month and day.day:
                    found.add(datetime.date(day.year, day.month, day.day))
    return found.pop() if len(found) == 1 else None
