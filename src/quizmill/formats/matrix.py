"""What a format does to each kind of question, to each field and to the marks within texts, as data.

The report of a loss is computed from this, and `quizmill export --list` shows it.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

import msgspec

from quizmill.bank.model import KINDS


class How(StrEnum):
    """How much of a thing a format carries, by the sign that the list shows."""

    WHOLE = "="
    CHANGED = "~"
    OTHERWISE = "P"  # only as another kind of question
    LOST = "-"


class Cell(msgspec.Struct, frozen=True):
    """How a format carries one thing.

    *field* is what of the question differs afterwards: of a kind that changes, its type unless said.
    A cell *by_content* is no loss of every question that has the thing: the writer tells of each that it is.
    """

    how: How
    why: str = ""
    field: str = ""
    by_content: bool = False


WHOLE = Cell(How.WHOLE)
# Of facts, where the explanation ends with their source; a note on that says the same.
ONLY_SOURCE = "only the source can be told, at the end of the explanation"


def changed(why: str, field: str = "", *, by_content: bool = False) -> Cell:
    """It works, and something is lost: *why* is the sentence that the report groups by."""
    return Cell(How.CHANGED, why, field, by_content)


def otherwise(why: str) -> Cell:
    """It works as another kind of question."""
    return Cell(How.OTHERWISE, why)


def lost(why: str) -> Cell:
    """There is no place for it."""
    return Cell(How.LOST, why)


# What a question may have beside what its kind cannot do without; `why` is of an option. A test holds this to
# the records.
FIELDS = (
    *("id", "topic", "explanation", "facts", "importance", "difficulty", "level", "tags", "hint", "context"),
    *("image", "audio", "marks", "formerly", "allow", "origin", "own", "compare"),
    *("shuffle", "pin_last", "place", "why", "correction", "accept", "unit", "accept_units", "tolerance"),
    *("extra", "lines"),
)
MARKUP = (
    *("emphasis", "strong", "code", "mathematics", "listing", "table", "list"),
    *("picture", "picture.credit"),
)


class Matrix(msgspec.Struct, frozen=True):
    """A cell for every one of KINDS, FIELDS and MARKUP, by name.

    A field of one kind alone is named `kind.field`, and goes before the same of all kinds.
    """

    kinds: Mapping[str, Cell]
    fields: Mapping[str, Cell]
    markup: Mapping[str, Cell]

    def field(self, kind: str, name: str) -> Cell:
        """How a field of a kind of question is carried."""
        return self.fields.get(f"{kind}.{name}") or self.fields[name]


def matrix(
    kinds: Mapping[str, Cell] | None = None,
    fields: Mapping[str, Cell] | None = None,
    markup: Mapping[str, Cell] | None = None,
) -> Matrix:
    """The matrix of a format that keeps whole whatever is not named. Raises ValueError for a name unknown."""
    known = set(FIELDS) | {f"{kind}.{field}" for kind in KINDS for field in FIELDS}
    for given, names in ((kinds, set(KINDS)), (fields, known), (markup, set(MARKUP))):
        if unknown := set(given or ()) - names:
            raise ValueError(f"no kind, field or mark is called {', '.join(sorted(unknown))}")
    return Matrix(
        dict.fromkeys(KINDS, WHOLE) | dict(kinds or {}),
        dict.fromkeys(FIELDS, WHOLE) | dict(fields or {}),
        dict.fromkeys(MARKUP, WHOLE) | dict(markup or {}),
    )
