"""Which proposals are taken: a turn for each manner, no fact twice, none that is found fault with."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence, Set
from typing import NamedTuple

import msgspec

from quizmill.bank.markup import escape
from quizmill.bank.model import Question, kind_of
from quizmill.compose.exercise import prompt_of
from quizmill.drafts.known import Known, Told
from quizmill.drafts.manners import MANNERS, SHARING
from quizmill.drafts.proposal import Proposal


class Wanted(NamedTuple):
    """Which proposals are wished for; of what is empty any."""

    facts: Collection[str] = ()  # as source/fact
    kinds: Collection[str] = ()  # of questions
    taken: Collection[str] = ()  # ids of questions that there are
    asked: Collection[str] = ()  # facts that questions rest on
    again: bool = False  # whether facts that are asked may be asked once more, after all others
    most: int | None = None


class Taken(NamedTuple):
    """The proposals that are taken, and what became of the others."""

    proposals: tuple[Proposal, ...]
    faults: tuple[tuple[Proposal, str], ...]  # left out, with the rule that finds fault
    tried: frozenset[str]  # the facts of which some question could be made


def chosen(known: Known, wanted: Wanted, fault_in: Callable[[Question], str]) -> Taken:
    """Proposals in turn, a manner after the other, until there are enough or none is left.

    *fault_in* names the rule that finds fault with a question; "" for none.
    """
    found: list[Proposal] = []
    faults: list[tuple[Proposal, str]] = []
    tried: set[str] = set()
    used: set[str] = set()
    for round_again in (False, True) if wanted.again else (False,):
        made = [list(_fitting(make(known), known, wanted, again=round_again)) for make in MANNERS.values()]
        tried |= {told.reference for manner in made for each in manner for told in each.about}
        queues = list(map(iter, made))
        while queues and not _enough(found, wanted):
            going = []
            for queue in queues:
                if _enough(found, wanted):
                    break
                proposal, failed = _next(queue, used, fault_in)
                faults += failed
                if proposal:
                    found.append(proposal)
                    going.append(queue)
                    if proposal.manner not in SHARING:
                        used |= {key for told in proposal.about for key in _keys(told)}
            queues = going
    return Taken(tuple(found), tuple(faults), frozenset(tried))


def _enough(found: Sequence[Proposal], wanted: Wanted) -> bool:
    return wanted.most is not None and len(found) >= wanted.most


def _next(
    queue: Iterator[Proposal], used: Set[str], fault_in: Callable[[Question], str]
) -> tuple[Proposal | None, list[tuple[Proposal, str]]]:
    """The next sound proposal of a manner whose facts are free, and those before it with their faults."""
    failed: list[tuple[Proposal, str]] = []
    for proposal in queue:
        keys = () if proposal.manner in SHARING else [key for told in proposal.about for key in _keys(told)]
        if not used.isdisjoint(keys):
            continue
        fault = fault_in(proposal.question)
        if not fault:
            return proposal, failed
        failed.append((proposal, fault))
    return None, failed


def _keys(told: Told) -> tuple[str, ...]:
    """What is used up with a fact: itself, and what it says, which others may say as well."""
    said = (f"{told.fact.about} {told.fact.value}",) if told.fact.about else ()
    return (told.reference, *said)


def _fitting(
    proposals: Iterator[Proposal], known: Known, wanted: Wanted, *, again: bool
) -> Iterator[Proposal]:
    """Those that are wanted, with how much they matter; first those that ask for no document's words."""
    for proposal in sorted(proposals, key=_names_document):
        references = [told.reference for told in proposal.about]
        was_asked = any(each in wanted.asked for each in references)
        if wanted.facts and not any(each in wanted.facts for each in references):
            continue
        if wanted.kinds and kind_of(proposal.question) not in wanted.kinds:
            continue
        if was_asked == again and proposal.question.id not in wanted.taken:
            importance = known.importance(proposal.about)
            yield proposal._replace(
                question=msgspec.structs.replace(proposal.question, importance=importance)
            )


def _names_document(proposal: Proposal) -> bool:
    asked = prompt_of(proposal.question)
    return any(escape(told.source.name) in asked for told in proposal.about)
