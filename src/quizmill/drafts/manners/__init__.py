"""The manners of proposing: each a module with a name and a function from what is known to proposals."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from quizmill.drafts.known import Known
from quizmill.drafts.manners import (
    causes,
    choices,
    dates,
    definitions,
    essays,
    gaps,
    matches,
    names,
    numbers,
    orders,
    verdicts,
)
from quizmill.drafts.proposal import Proposal

MANNERS: dict[str, Callable[[Known], Iterator[Proposal]]] = {  # what is best for a fact first
    module.NAME: module.proposals
    for module in (
        choices,
        causes,
        definitions,
        names,
        numbers,
        dates,
        orders,
        matches,
        gaps,
        verdicts,
        essays,
    )
}

SHARING = frozenset(
    {orders.NAME, essays.NAME}
)  # which leave their facts to others: they give none of them away
