"""What a deck says of itself in Anki: how many questions, what comes with them, and how to answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quizmill.bank.model import Bank, MultipleChoice, MultipleResponse, Question, references_of
from quizmill.export.anki import html
from quizmill.export.anki.families import CHOICE, CLOZE, Family, family_of
from quizmill.export.anki.notetypes import templates


def description(bank: Bank, questions: int, lessons: int = 0) -> str:
    """The HTML for a deck that holds *questions* of the bank's, and *lessons*, cards to be read."""
    asked = tuple(question for _, question in bank.questions())
    rendered = (
        templates()
        .get_template("deck.html")
        .render(
            title=html.literal(bank.title),
            about=html.literal(bank.description),
            licence=html.literal(bank.license),
            questions=questions,
            lessons=lessons,
            answered=_answered(asked, questions),
            options=_options(asked),
            blanks=CLOZE in _families(asked),
        )
    )
    return " ".join(rendered.split())  # Anki shows every line break


def _answered(asked: Sequence[Question], count: int) -> str:
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


def _options(asked: Iterable[Question]) -> str:
    """Whether there are options to choose from: `shuffled` where chance may place some, `fixed`, or none."""
    free = any(
        isinstance(question, MultipleResponse) or (isinstance(question, MultipleChoice) and question.shuffle)
        for question in asked
    )
    return "shuffled" if free else "fixed" if CHOICE in _families(asked) else ""


def _families(asked: Iterable[Question]) -> list[Family]:
    one_each = {type(question): question for question in asked}
    return [family_of(question) for question in one_each.values()]


def _listed(things: Sequence[str]) -> str:
    *most, last = things
    if len(most) < 2:
        return " and ".join(things)
    return f"{', '.join(most)}, and {last}"
