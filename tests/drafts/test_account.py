"""Why facts have no draft, counted by reason."""

from __future__ import annotations

from drafted import fact, known
from quizmill.bank.model import FactKind
from quizmill.drafts.account import account
from quizmill.drafts.choosing import Wanted, chosen

KNOWN = known(
    fact("Babbage died in 1871.", id="died", kind=FactKind.DATE, about="death", value="1871"),
    fact("Babbage was dead by 1871.", id="dead", kind=FactKind.DATE, about="death", value="1871"),
    fact("Babbage married in 1814.", id="married", kind=FactKind.DATE),
    *(fact("Engines are large.", id=f"large{at}") for at in range(8)),
)
FACTS = tuple(told.reference for told in KNOWN.told)


def told(wanted: Wanted, fault: str = "") -> str:
    return account(wanted, chosen(KNOWN, wanted, lambda question: fault))


def test_facts_are_counted_by_reason():
    assert told(Wanted(facts=FACTS, asked=("life/married",))) == (
        "11 facts: 1 is asked already (--again asks them too), "
        "8 say nothing that the rules can turn (large0, large1, large2, large3, large4, large5 and 2 more), "
        "1 is told by another draft"
    )


def test_what_is_faulted_is_told_with_the_rule():
    assert told(Wanted(facts=FACTS[2:4], kinds=("numerical",)), "near-duplicate") == (
        "2 facts: 1 says nothing that the rules can turn into numerical (large0), "
        "1 would be faulted by `check` (near-duplicate: married)"
    )


def test_nothing_is_told_where_all_have_a_draft_or_enough_are_made():
    assert told(Wanted(facts=FACTS[2:3])) == ""
    assert told(Wanted(facts=FACTS, most=1)) == ""
