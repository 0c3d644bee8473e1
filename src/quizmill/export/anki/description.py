"""What a deck says of itself in Anki, in the bank's language: what it holds, how to answer, what is yours."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quizmill.bank.model import Bank, MultipleChoice, MultipleResponse, Question, references_of
from quizmill.export.anki import html
from quizmill.export.anki.families import CHOICE, CLOZE, Family, family_of
from quizmill.export.anki.notetypes import templates
from quizmill.export.anki.tags import WITHDRAWN
from quizmill.words import Message, Words, words_in


def description(bank: Bank, questions: int, lessons: int = 0) -> str:
    """The HTML for a deck that holds *questions* of the bank's, and *lessons*, cards to be read."""
    asked = tuple(question for _, question in bank.questions())
    words = words_in(bank.language)
    about = (
        _held(asked, questions, f"<b>{html.literal(bank.title)}</b>", words),
        html.literal(bank.description),
        words("anki.deck.lessons") if lessons else "",
        words("anki.deck.licence", licence=html.literal(bank.license)) if bank.license else "",
        _how_to_choose(asked, words),
    )
    rendered = (
        templates()
        .get_template("deck.html")
        .render(
            about=[sentence for sentence in about if sentence],
            between=words("sheet.between"),
            releases=words("anki.deck.releases"),
            own=_own(asked, words),
        )
    )
    return rendered.replace("\n", "")  # Anki shows every line break


def _held(asked: Sequence[Question], count: int, title: str, words: Words) -> str:
    """How many questions there are, and what comes with each and with some of those *asked*."""
    of_each = [Message("anki.deck.answer")]
    of_some = []
    for name, bearers in (
        ("reason", sum(bool(question.explanation) for question in asked)),
        ("source", sum(bool(references_of(question)) for question in asked)),
    ):
        if bearers == len(asked):
            of_each.append(Message(f"anki.deck.{name}"))
        elif bearers:
            of_some.append(Message(f"anki.deck.{name}"))
    questions = words("sheet.questions", n=count)
    if not count:
        return words("anki.deck.holds", title=title, questions=questions)
    things, others = tuple(of_each), tuple(of_some)
    if not others or count == 1:
        return words("anki.deck.holds_with", title=title, questions=questions, things=things)
    return words("anki.deck.holds_with_some", title=title, questions=questions, things=things, others=others)


def _how_to_choose(asked: Sequence[Question], words: Words) -> str:
    """Nothing where there are no options to choose from; chance may place some of them."""
    free = any(
        isinstance(question, MultipleResponse) or (isinstance(question, MultipleChoice) and question.shuffle)
        for question in asked
    )
    if free:
        return words("anki.deck.shuffled")
    return words("anki.deck.fixed") if CHOICE in _families(asked) else ""


def _own(asked: Sequence[Question], words: Words) -> tuple[str, ...]:
    """What becomes of what is the learner's own when a new release is imported, in three lines."""
    update = words("anki.deck.update")
    if CLOZE in _families(asked):
        update += words("sheet.between") + words("anki.deck.empty_cards")
    search = f"<code>tag:{WITHDRAWN}</code>"
    return update, words("anki.deck.missed", search=search), words("anki.deck.names")


def _families(asked: Iterable[Question]) -> list[Family]:
    one_each = {type(question): question for question in asked}
    return [family_of(question) for question in one_each.values()]
