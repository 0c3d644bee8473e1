"""Ids of facts: a name and a plain word say what a fact is about; a figure only parts it from others."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator, Sequence

from quizmill.bank.reader.decode import as_id
from quizmill.documents.name_words import ORDINARY
from quizmill.documents.terms import Term

_LONGEST = 40  # characters
_MOST = 4  # words
_OF_A_SECTION = 3  # words of its title


def fact_id(
    terms: Sequence[Term],
    paragraph: int,
    taken: Collection[str],
    *,
    words: Sequence[str] = (),
    section: str = "",
) -> str:
    """An id that none of *taken* is, of four words at most and never of figures alone.

    It is made of the names among the *terms*, plain *words* of the paragraph and its figures; where there is
    neither name nor word, of the *section*'s title, else of the number of the *paragraph*.
    """
    wanted = [id for id in _wanted(terms, words, section) if _is_good(id)] or [f"paragraph-{paragraph}"]
    for id in wanted:
        if id not in taken:
            return id
    return next(id for n in itertools.count(2) if (id := f"{wanted[0]}-{n}") not in taken)


def _is_good(id: str) -> bool:
    return len(id) <= _LONGEST and id.count("-") < _MOST and any(map(str.isalpha, id))


def _wanted(terms: Sequence[Term], words: Sequence[str], section: str) -> Iterator[str]:
    """Ids that would do, the best first."""
    slugs = [_shortened(_slug(term)) for term in terms if term.sort == "name"]
    names = [slug for slug in slugs if any(map(str.isalpha, slug))]
    plain = [slug for word in words if (slug := as_id(word))]
    figures = [
        slug for sort in ("date", "number") for term in terms if term.sort == sort and (slug := _figure(term))
    ]
    for at, name in enumerate(names, 1):
        yield from _pairs([name], [*plain, *figures, *names[at:]])
        yield name
    if len(plain) > 1:
        yield "-".join(plain)
    yield from _pairs(plain, figures)
    yield from plain
    if about := "-".join(_title_words(section)[:_OF_A_SECTION]):
        yield from _pairs([about], figures)
        yield about
    yield from figures


def _pairs(ones: Sequence[str], others: Sequence[str]) -> Iterator[str]:
    yield from (f"{one}-{other}" for one, other in itertools.product(ones, others))


def _shortened(slug: str) -> str:
    """The slug of a name of more than four words as its first three that tell."""
    words = slug.split("-")
    telling = [word for word in words if word not in ORDINARY]
    return "-".join(telling[: _MOST - 1]) if len(words) > _MOST else slug


def _title_words(section: str) -> list[str]:
    """The words of the last heading that a section's title is made of."""
    words = [as_id(word) for word in section.rpartition(": ")[2].split() if word.lower() not in ORDINARY]
    return [word for word in words if word]


def _figure(term: Term) -> str:
    """A figure in an id; of a date its year."""
    slug = _slug(term)
    years = [part for part in slug.split("-") if len(part) == 4 and part.isdecimal()]
    return years[0] if term.sort == "date" and years else slug


def _slug(term: Term) -> str:
    """The Latin letters and digits of a term, or of the name that it is a form of."""
    return as_id(term.text) or as_id(term.name)
