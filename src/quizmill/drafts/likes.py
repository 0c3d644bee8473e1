"""Wrong options of the same kind as the right one, from the bank's own facts and names; none of them also true."""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank import values
from quizmill.bank.model import Distractor, Name, NameKind
from quizmill.bank.values import Moment
from quizmill.drafts.known import Known, Told, stems
from quizmill.drafts.wording import italic

_MOST = 3
_SPAN = 25  # years
_MOST_SHARED = 0.5  # of the words of weight, from which on a fact may say the same of another name
_NEAR = 4  # paragraphs
_PREFIX = 4  # letters by which China is known in Chinese


def names_like(name: Name, told: Told, prompt: str, known: Known) -> tuple[Distractor, ...]:
    """Up to three other names of its kind, those that the documents speak of nearest by first."""
    found = [each for each in known.bank.names if each.kind is name.kind and each.name != name.name]
    found = [each for each in found if _is_near(each, told, known) and _is_wrong(each, name, told, prompt, known)]
    found.sort(key=lambda each: _distance(each, told, known))
    return tuple(Distractor(text=each.name) for each in found[:_MOST])


def _is_near(other: Name, told: Told, known: Known) -> bool:
    """Whether the bank speaks of it in two facts, or in one beside a name of this fact's, or near this fact."""
    facts = known.mentions.get(other.name, ())
    own = {spot.name.name for spot in told.spots}
    return len(facts) > 1 or any(
        own & {spot.name.name for spot in each.spots}
        or each.source.id == told.source.id
        and abs(each.fact.paragraph - told.fact.paragraph) <= _NEAR
        for each in facts
    )


def _is_wrong(other: Name, name: Name, told: Told, prompt: str, known: Known) -> bool:
    forms = (other.name, *other.aliases)
    lowered = f"{prompt} {told.fact.says}".lower()
    if any(form.lower() in lowered for form in forms if len(form) > 2):
        return False
    if name.kind is NameKind.PLACE and _is_around(other, name, told, known):
        return False
    asked = stems(prompt) - stems(" ".join((name.name, *forms, told.source.name)))
    for each in known.mentions.get(other.name, ()):
        if each.fact.about and each.fact.about == told.fact.about:
            return False
        shared = asked & (each.words | stems(each.text))
        if asked and len(shared) >= max(2, _MOST_SHARED * len(asked)):
            return False
    return True


def _is_around(other: Name, name: Name, told: Told, known: Known) -> bool:
    """Whether one place may lie in the other: some fact speaks of both."""
    begins = {form[:_PREFIX].lower() for form in (other.name, *other.aliases)}
    return any(
        word[:_PREFIX] in begins
        for each in (told, *known.mentions.get(name.name, ()))
        for word in each.fact.says.lower().split()
    )


def _distance(other: Name, told: Told, known: Known) -> tuple[int, int, str]:
    facts = known.mentions.get(other.name, ())
    own = [abs(each.fact.paragraph - told.fact.paragraph) for each in facts if each.source.id == told.source.id]
    return (0 if own else 1 if facts else 2, min(own, default=0), other.name)


def years_like(year: int, told: Told, known: Known) -> tuple[Distractor, ...]:
    """Up to three other years that facts speak of, the nearest first, each with what happened in it."""
    taken = {year, *_rival_years(told, known)}
    found: dict[int, tuple[Told, str]] = {}
    for each in known.told:
        if each.fact.about and each.fact.about == told.fact.about:
            continue
        for figure in each.figures:
            if isinstance(figure.value, Moment) and figure.value.year and figure.text == str(figure.value.year):
                found.setdefault(figure.value.year, (each, figure.text))
    near = sorted((abs(other - year), other) for other in found if other not in taken and abs(other - year) <= _SPAN)
    return tuple(
        Distractor(text=str(other), why=italic(found[other][0].fact.says, found[other][0])) for _, other in near[:_MOST]
    )


def _rival_years(told: Told, known: Known) -> Iterator[int]:
    for each in known.rivals.get(told.fact.about, ()):
        value = values.read(each.fact.value)
        if isinstance(value, Moment):
            yield value.year
    for figure in told.figures:
        if isinstance(figure.value, Moment):
            yield figure.value.year
