"""Ids of facts, made of their terms: a name and a figure say more of a fact than where it stands."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from quizmill.bank.reader.decode import as_id
from quizmill.documents.terms import Term

_LONGEST = 40  # characters


def fact_id(terms: Sequence[Term], paragraph: int, taken: set[str]) -> str:
    """An id that none of *taken* is: of few of the *terms*, else of all, else with a number behind it."""
    wanted = list(_wanted(terms)) or [f"paragraph-{paragraph}"]
    for id in wanted:
        if id not in taken:
            return id
    return next(id for n in itertools.count(2) if (id := f"{wanted[0]}-{n}") not in taken)


def _wanted(terms: Sequence[Term]) -> Iterator[str]:
    names = [slug for term in terms if term.sort in ("name", "word") and (slug := _slug(term))]
    figures = [slug for term in terms if term.sort in ("date", "number") and (slug := _slug(term))]
    alone = [name for name in names if any(map(str.isalpha, name))]
    pairs = [f"{name}-{figure}" for name in alone for figure in figures]
    couples = ["-".join(two) for two in itertools.combinations(names, 2)]
    rest = ["-".join((*alone, *figures))] if alone or figures else []
    yield from (
        id for id in (*pairs[:4], *couples[:4], *alone[:1], *figures[:2], *rest) if len(id) <= _LONGEST
    )


def _slug(term: Term) -> str:
    """The Latin letters and digits of a term, or of the name that it is a form of."""
    return as_id(term.text) or as_id(term.name)
