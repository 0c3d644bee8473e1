"""What a bank's questions bear, in words for the deck's description: nothing that is not there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quizmill.bank.model import MultipleChoice, MultipleResponse, Question, references_of
from quizmill.export.anki.schema import CHOICE, CLOZE, family_of


def bearing(asked: Sequence[Question], count: int) -> str:
    """What goes with each and with some of the questions *asked*, after their number in the deck, *count*.

    `, each with its answer and the reason, some with the paragraph of the document they come from`
    """
    if not count:
        return ""
    reasons = sum(bool(question.explanation) for question in asked)
    sources = sum(bool(references_of(question)) for question in asked)
    of_each = ["its answer"]
    of_some = []
    for bearers, one, several in (
        (reasons, "the reason", "the reason"),
        (
            sources,
            "the paragraph of the document it comes from",
            "the paragraph of the document they come from",
        ),
    ):
        if bearers == len(asked):
            of_each.append(one)
        elif bearers:
            of_some.append(several)
    if count == 1:
        return f", with {_listed(of_each)}"
    return f", each with {_listed(of_each)}" + (f", some with {_listed(of_some)}" if of_some else "")


def options_shown(asked: Iterable[Question]) -> str:
    """Whether there are options to choose from: `shuffled` where chance may place some, `fixed`, or none."""
    chosen = [question for question in asked if family_of(question) is CHOICE]
    free = any(
        isinstance(question, MultipleResponse) or (isinstance(question, MultipleChoice) and question.shuffle)
        for question in chosen
    )
    return "shuffled" if free else "fixed" if chosen else ""


def has_blanks(asked: Iterable[Question]) -> bool:
    """Whether a question has cards of its own for blanks, pairs or steps."""
    return any(family_of(question) is CLOZE for question in asked)


def _listed(things: Sequence[str]) -> str:
    *most, last = things
    if len(most) < 2:
        return " and ".join(things)
    return f"{', '.join(most)}, and {last}"
