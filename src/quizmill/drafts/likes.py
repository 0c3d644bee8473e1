"""Wrong options of the same kind as the right one, from the bank's own facts and names; none is also true."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from quizmill.bank import values
from quizmill.bank.figures import Figure
from quizmill.bank.model import Distractor, FactKind, Name
from quizmill.bank.values import Moment, Quantity
from quizmill.drafts.known import Known, Told, stems
from quizmill.drafts.sorts import narrow
from quizmill.drafts.wording import italic

_YEAR = re.compile(r"\b[12]\d{3}\b")
_MOST = 3
_SPAN = 25  # years
_MOST_SHARED = 0.5  # of the words of weight, from which on a fact may say the same of another name
_MOST_TIMES = 4  # that one number is of the other
_NEAR = 4  # paragraphs


def names_like(
    name: Name, told: Told, prompt: str, known: Known, *, related: bool = False
) -> tuple[Distractor, ...]:
    """Up to three other names of its kind, those first of which facts speak in the same words, then nearby.

    *related* leaves out those of which no fact shares two words with this one.
    """
    found = [
        each
        for each in known.bank.names
        if each.name != name.name
        and is_like(each, name, told, known)
        and _is_near(each, told, known)
        and _is_wrong(each, name, told, prompt, known)
    ]
    scored = [(-_shared(each, told, known), _distance(each, told, known), each) for each in found]
    scored = [each for each in scored if each[0] < -1 or not related]
    return tuple(Distractor(text=each.name) for *_, each in sorted(scored, key=lambda each: each[:2])[:_MOST])


def is_like(other: Name, name: Name, told: Told, known: Known) -> bool:
    """Whether another name is of the sort that this one is of in the fact, and of its time.

    Where the fact says no more than that it is a company, any is like it; where it says nothing, one that
    other facts say to be of the same sort.
    """
    if other.kind is not name.kind or not _lived(other, told, known):
        return False
    here = {sort for text, sort in told.sorts if text == name.name}
    nouns = narrow({sort for sort in here if ":" not in sort})
    of_other = known.sorts.get(other.name, frozenset())
    if nouns:
        return bool(nouns & of_other)
    if "company" in here:
        return True
    return bool(narrow(known.sorts.get(name.name, ())) & of_other)


def _lived(other: Name, told: Told, known: Known) -> bool:
    """Whether no fact says that it came after what is asked, or was gone before."""
    years = [int(year) for year in _YEAR.findall(f"{told.fact.says} {told.fact.as_of}")]
    first, last = known.lives.get(other.name, (None, None))
    if not years:
        return True
    return not ((first and first > max(years)) or (last and last < min(years)))


def _shared(other: Name, told: Told, known: Known) -> int:
    """How many words of weight some fact about the other name shares with this one."""
    return max((len(told.stems & each.stems) for each in known.mentions.get(other.name, ())), default=0)


def teller_of(name: str, told: Told, known: Known) -> Told:
    """The fact about another name that shares most words with this one."""
    return max(known.mentions[name], key=lambda each: len(told.stems & each.stems))


def _is_near(other: Name, told: Told, known: Known) -> bool:
    """Whether the bank speaks of it in two facts, or in one beside a name of this fact's, or near it."""
    facts = [each for each in known.mentions.get(other.name, ()) if each.fact.kind is not FactKind.COMPARISON]
    own = {spot.name.name for spot in told.spots}
    return len(facts) > 1 or any(
        own & {spot.name.name for spot in each.spots} or _paragraphs(told, each) <= _NEAR for each in facts
    )


def _paragraphs(one: Told, other: Told) -> int:
    """How far two facts are apart; very far in different documents."""
    return abs(one.fact.paragraph - other.fact.paragraph) if one.source.id == other.source.id else 10**6


def _is_wrong(other: Name, name: Name, told: Told, prompt: str, known: Known) -> bool:
    forms = (other.name, *other.aliases)
    lowered = f"{prompt} {told.fact.says}".lower()
    if any(form.lower() in lowered for form in forms if len(form) > 2):
        return False
    asked = stems(prompt) - stems(" ".join((name.name, *forms, told.source.name)))
    for each in known.mentions.get(other.name, ()):
        if each.fact.about and each.fact.about == told.fact.about:
            return False
        shared = asked & (each.stems | stems(each.text))
        if asked and len(shared) >= max(2, _MOST_SHARED * len(asked)):
            return False
    return True


def _distance(other: Name, told: Told, known: Known) -> tuple[int, int, str]:
    facts = known.mentions.get(other.name, ())
    return min((_paragraphs(told, each) for each in facts), default=10**6), -len(facts), other.name


def years_like(year: int, told: Told, known: Known) -> tuple[Distractor, ...]:
    """Up to three other years that facts speak of, the nearest first, each with what happened in it."""
    taken = {year, *_rival_years(told, known)}
    found: dict[int, Told] = {}
    for each in known.told:
        figure = each.figure
        if each.fact.about and each.fact.about == told.fact.about:
            continue
        if figure and isinstance(figure.value, Moment) and figure.text == str(figure.value.year):
            found.setdefault(figure.value.year, each)
    near = sorted(
        (abs(other - year), other) for other in found if other not in taken and abs(other - year) <= _SPAN
    )
    return tuple(
        Distractor(text=str(other), why=italic(found[other].fact.says, found[other]))
        for _, other in near[:_MOST]
    )


def number_like(told: Told, known: Known) -> tuple[str, Told] | None:
    """The nearest number of the same unit that a fact of the document tells in like words, with that fact."""
    own, unit = _counted(told)
    found: list[tuple[Decimal, str, Told]] = []
    for each in known.told:
        other, of = _counted(each)
        same = (
            each.source.id == told.source.id
            and of == unit
            and not (each.fact.about and each.fact.about == told.fact.about)
        )
        if own and other and same and other.value != own.value and told.stems & each.stems:
            ratio = max(_amount(own), _amount(other)) / min(_amount(own), _amount(other))
            if 1 < ratio <= _MOST_TIMES:
                found.append((ratio, other.text, each))
    return min(found, key=lambda each: each[:2])[1:] if found else None


def _counted(told: Told) -> tuple[Figure | None, str]:
    """The number that is a fact's point, and the word behind it."""
    figure = told.figure
    if figure is None or not isinstance(figure.value, Quantity) or figure.value.amount <= 0:
        return None, ""
    after = told.text[told.text.find(figure.text) + len(figure.text) :].split()
    return figure, after[0].strip(",.") if after else ""


def _amount(figure: Figure) -> Decimal:
    return figure.value.amount if isinstance(figure.value, Quantity) else Decimal(1)


def _rival_years(told: Told, known: Known) -> Iterator[int]:
    for each in known.rivals.get(told.fact.about, ()):
        value = values.read(each.fact.value)
        if isinstance(value, Moment):
            yield value.year
    for figure in told.figures:
        if isinstance(figure.value, Moment):
            yield figure.value.year
