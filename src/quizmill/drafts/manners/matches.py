"""What belongs together? Events and years; things and what they are."""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank.model import Matching
from quizmill.drafts.events import Event, events
from quizmill.drafts.known import Known
from quizmill.drafts.manners.definitions import Defined, defined
from quizmill.drafts.manners.orders import groups
from quizmill.drafts.proposal import Proposal
from quizmill.drafts.wording import explained, italic
from quizmill.words import words_in

NAME = "matching"
_LEAST = 3
_MOST = 4


def proposals(known: Known) -> Iterator[Proposal]:
    """Matchings of events with their years, and of things with what they are."""
    years = sorted({each.year for each in events(known)})
    for group in groups(known):
        yield _years(group[:_MOST], years, known)
    found = list(defined(known))
    for source in known.bank.sources:
        own = _apart([each for each in found if each.told.source.id == source.id])
        if len(own) > _LEAST:
            yield _things(own, known)


def _years(group: list[Event], years: list[str], known: Known) -> Proposal:
    told = tuple(each.told for each in group)
    own = {each.year for each in group}
    spare = [year for year in years if year not in own][:1]
    question = Matching(
        id=known.id_of(told[0], "years"),
        prompt=words_in(known.bank.language)("draft.match_years"),
        pairs=tuple((italic(each.text, each.told), each.year) for each in group),
        extra=tuple(spare),
        explanation=explained(*told),
        facts=tuple(each.reference for each in told),
    )
    return Proposal(NAME, told, question)


def _things(found: list[Defined], known: Known) -> Proposal:
    told = tuple(each.told for each in found)
    *pairs, spare = ((each.subject, each.what) for each in found)
    question = Matching(
        id=known.id_of(told[0], "things"),
        prompt=words_in(known.bank.language)("draft.match_things"),
        pairs=tuple(pairs),
        extra=(spare[1],),
        explanation=explained(*told[:-1]),
        facts=tuple(each.reference for each in told[:-1]),
    )
    return Proposal(NAME, told[:-1], question)


def _apart(found: list[Defined]) -> list[Defined]:
    """One of each thing, and none that is what another is."""
    by_subject = {each.subject: each for each in reversed(found)}
    by_what = {each.what: each for each in by_subject.values()}
    return [each for each in found if by_what.get(each.what) is each][: _MOST + 1]
