"""What came first? Dated events are put in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizmill.bank.model import Ordering
from quizmill.drafts.events import Event, events
from quizmill.drafts.known import Known
from quizmill.drafts.proposal import Proposal
from quizmill.drafts.wording import explained, italic
from quizmill.words import words_in

NAME = "ordering"
MOST = 5
_LEAST = 4


def proposals(known: Known) -> Iterator[Proposal]:
    """Orderings of four or five events of different years, document by document and then over all."""
    for group in list(groups(known))[::2]:  # matchings take the others
        spread = sorted(group, key=lambda each: each.when)
        told = tuple(each.told for each in spread)
        yield Proposal(
            NAME,
            told,
            Ordering(
                id=f"{known.id_of(told[0], 'order')}",
                prompt=words_in(known.bank.language)("draft.put_in_order"),
                sequence=tuple(italic(each.text, each.told) for each in spread),
                explanation=explained(*told),
                facts=tuple(each.reference for each in told),
            ),
        )


def groups(known: Known) -> Iterator[Sequence[Event]]:
    """Events of different years, by fours and fives, all sentences or all phrases."""
    found = list(events(known))
    used: set[str] = set()
    for source in (*(source.id for source in known.bank.sources), ""):
        for phrases in (False, True):
            own = [
                each
                for each in found
                if each.told.reference not in used
                and source in ("", each.told.source.id)
                and each.told.names_source is phrases
            ]
            while group := _different_years(own):
                yield group
                used |= {each.told.reference for each in group}
                own = [each for each in own if each not in group]


def _different_years(found: Sequence[Event]) -> list[Event]:
    by_year: dict[str, Event] = {}
    for each in found:
        by_year.setdefault(each.year, each)
    group = list(by_year.values())[:MOST]
    return group if len(group) >= _LEAST else []
