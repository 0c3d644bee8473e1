"""What the page shows of a report: a card for each question, and on it each place and wording apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

import msgspec

from quizmill.analysis.answer import OptionPlace, Place
from quizmill.analysis.flags import FlagCode
from quizmill.analysis.items import OptionResult
from quizmill.analysis.lack import Lack
from quizmill.analysis.rasch import RaschItem
from quizmill.analysis.said import said
from quizmill.analysis.summary import SatTest
from quizmill.app.item_report import JUDGED, AnsweredItem, ItemReport, option_text
from quizmill.bank.model import Bank, Matching, Ordering, Question, Topic
from quizmill.compose.exercise import options_of

TITLES: dict[Place, str] = {
    "paper": "On paper",
    "html": "On pages",
    "exam": "Exam at the terminal",
    "practice": "Practice",
    "cram": "Cramming",
    "review": "Review over days",
    "anki": "Anki",
}


class Estimate(msgspec.Struct, frozen=True):
    """A question on the scale of the *number*-th test, or why it is not on it."""

    number: int
    item: RaschItem | None = None
    lack: Lack | None = None


class FlagTold(msgspec.Struct, frozen=True):
    """What a flag says."""

    code: FlagCode
    sentence: str


class OptionGroup(msgspec.Struct, frozen=True):
    """Options that were put in one place, as markup; *heading* says which where there are several."""

    heading: str
    options: tuple[tuple[str, OptionResult], ...]


class PlaceShown(msgspec.Struct, frozen=True, kw_only=True):
    """One wording at one place."""

    address: str
    item: AnsweredItem
    title: str
    judged: bool  # what was answered first there says something of the question
    told: tuple[FlagTold, ...]
    groups: tuple[OptionGroup, ...]
    suspects: frozenset[OptionPlace]  # wrong options that a flag other than of a dead one is about
    estimates: tuple[Estimate, ...]


class QuestionCard(msgspec.Struct, frozen=True, kw_only=True):
    """One question as the bank has it, and how it did; none of a question that the bank has not."""

    address: str
    id: str
    topic: Topic | None
    question: Question | None
    places: tuple[PlaceShown, ...]
    earlier: tuple[PlaceShown, ...]  # answers to other wordings, apart


def cards(report: ItemReport, bank: Bank) -> tuple[QuestionCard, ...]:
    """The cards in the order of the report."""
    topics = {question.id: topic for topic, question in bank.questions()}
    estimates = _estimates(report.tests)
    groups = groupby(report.items, _named)
    return tuple(
        _card(f"q{number}", id, list(items), topics.get(id) if known else None, estimates)
        for number, ((known, id), items) in enumerate(groups, 1)
    )


def _named(item: AnsweredItem) -> tuple[bool, str]:
    """Whether the bank has the question, and its id there; a foreign one may have the same."""
    return (True, item.question.id) if item.question else (False, item.key.question)


def _card(
    address: str,
    id: str,
    items: Sequence[AnsweredItem],
    topic: Topic | None,
    estimates: Mapping[object, Sequence[Estimate]],
) -> QuestionCard:
    shown = [
        _place(f"{address}-{number}", item, tuple(estimates.get(item.key, ())))
        for number, item in enumerate(items, 1)
    ]
    return QuestionCard(
        address=address,
        id=id,
        topic=topic,
        question=items[0].question,
        places=tuple(each for each in shown if each.item.current),
        earlier=tuple(each for each in shown if not each.item.current),
    )


def _place(address: str, item: AnsweredItem, estimates: tuple[Estimate, ...]) -> PlaceShown:
    about = item.question if item.current else None
    told = tuple(
        FlagTold(flag.code, said(flag, option_text(about, flag.choice) if flag.choice else ""))
        for flag in item.flags
    )
    meant = (flag.choice for flag in item.flags if flag.code is not FlagCode.DEAD_DISTRACTOR and flag.choice)
    return PlaceShown(
        address=address,
        item=item,
        title=TITLES[item.key.place],
        judged=item.key.place in JUDGED,
        told=told,
        groups=tuple(_groups(about, item.result.options)),
        suspects=frozenset(meant),
        estimates=estimates,
    )


def _groups(question: Question | None, options: Sequence[OptionResult]) -> Iterator[OptionGroup]:
    if not any(option.n for option in options):
        return  # what was chosen is not known, as of Anki's
    texts = options_of(question) if question else ()
    by_place = {place: tuple(own) for place, own in groupby(options, lambda each: each.choice.place)}
    for place, own in by_place.items():
        named = tuple((_text(texts, each.choice.option), each) for each in own)
        yield OptionGroup(_heading(question, place, several=len(by_place) > 1), named)


def _text(texts: Sequence[str], option: int) -> str:
    return texts[option] if option < len(texts) else f"option {option + 1}"


def _heading(question: Question | None, place: int, *, several: bool) -> str:
    if isinstance(question, Matching) and place < len(question.pairs):
        return question.pairs[place][0]
    return f"In place {place + 1}" if several or isinstance(question, Ordering) else ""


def _estimates(tests: Sequence[SatTest]) -> Mapping[object, Sequence[Estimate]]:
    """By the key of an item, what each test has of it."""
    found: defaultdict[object, list[Estimate]] = defaultdict(list)
    for number, test in enumerate(tests, 1):
        if test.rasch.lack:
            continue
        for item in test.rasch.items:
            found[test.solved.items[item.question]].append(Estimate(number, item))
        for at, lack in test.rasch.left_out.items():
            found[test.solved.items[at]].append(Estimate(number, lack=lack))
        for key, lack in test.solved.left_out.items():
            found[key].append(Estimate(number, lack=lack))
    return found
