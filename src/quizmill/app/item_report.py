"""What answers say of a bank: each item beside its question, what stands against it, and each test."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

import msgspec
from msgspec.structs import replace

from quizmill.analysis.answer import TESTS, ItemKey, OptionPlace, Place
from quizmill.analysis.flags import ItemFlag, flags, of_one_cause
from quizmill.analysis.items import ItemResult, Offered, item_result, offered
from quizmill.analysis.summary import SatTest, Summary
from quizmill.analysis.sums import ItemSums
from quizmill.bank.markup import plain
from quizmill.bank.model import Bank, Matching, Ordering, Question, Topic
from quizmill.compose.arrange import as_written
from quizmill.compose.exercise import Exercise, options_of
from quizmill.compose.wording import digest
from quizmill.study.guessing import guessing_share
from quizmill.study.history.naming import naming_of

PLACES: tuple[Place, ...] = (
    "paper",
    "html",
    "exam",
    "practice",
    "cram",
    "review",
    "anki",
)  # as they are told
JUDGED = TESTS | {"practice"}  # places where what is answered first says something of the question


class AnsweredItem(msgspec.Struct, frozen=True, kw_only=True):
    """One wording at one place, and how it did there."""

    key: ItemKey
    question: Question | None  # as the bank has it; None where it has none of that name
    current: bool  # the wording of the answers is the bank's; else they say nothing of it as it stands
    result: ItemResult
    flags: tuple[ItemFlag, ...]  # of one cause; none of an old wording, of Anki, review and cram


class ItemReport(msgspec.Struct, frozen=True, kw_only=True):
    """What the answers say of the items, in the order of the bank, then those it does not have."""

    answers: int
    students: int
    first: int  # ms since 1970, UTC; 0: no time is known
    last: int
    items: tuple[AnsweredItem, ...]
    tests: tuple[SatTest, ...]


class _Asked(msgspec.Struct, frozen=True):
    """A question of the bank as answers know it."""

    at: int  # its place in the bank
    question: Question
    digest: str
    offered: Offered


def item_report(summary: Summary, bank: Bank, places: Collection[Place] = ()) -> ItemReport:
    """What *summary* says of the questions of *bank*, at these places; of no places at all.

    A question and a namespace may have their former names. Of one question each place has its own item, in
    the order of `PLACES`, its current wording before others. A suspected key at one of them speaks for all.
    """
    asked = _Names(bank)
    found = (item for item in asked.items(summary) if not places or item.key.place in places)
    items = sorted(_of_one_cause(found), key=asked.order)
    return ItemReport(
        answers=summary.answers,
        students=summary.students,
        first=summary.first,
        last=summary.last,
        items=tuple(items),
        tests=summary.tests,
    )


def _of_one_cause(items: Iterable[AnsweredItem]) -> Iterator[AnsweredItem]:
    """The items, what is raised against each as all places of its question together have it."""
    groups: defaultdict[str | ItemKey, list[AnsweredItem]] = defaultdict(list)
    for item in items:
        groups[item.question.id if item.question else item.key].append(item)
    for alike in groups.values():
        told = of_one_cause(item.flags for item in alike)
        yield from map(lambda item, own: replace(item, flags=own), alike, told)


def option_text(question: Question | None, choice: OptionPlace) -> str:
    """What an option says, as plain text: `left = right` of a matching, `1. step` of an ordering.

    Of a question that is not known, or has no such option, its number.
    """
    options = options_of(question) if question else ()
    if choice.option >= len(options):
        return f"option {choice.option + 1}"
    text = plain(options[choice.option])
    if isinstance(question, Matching) and choice.place < len(question.pairs):
        return f"{plain(question.pairs[choice.place][0])} = {text}"
    return f"{choice.place + 1}. {text}" if isinstance(question, Ordering) else text


class _Names:
    """The questions of a bank by all names that rows may have for them."""

    def __init__(self, bank: Bank) -> None:
        self._naming = naming_of(bank)
        asked = enumerate(bank.questions())
        self._places = {question.id: (at, topic, question) for at, (topic, question) in asked}
        self._known: dict[str, _Asked] = {}  # only what was answered: of a large bank that may be little

    def items(self, summary: Summary) -> Iterator[AnsweredItem]:
        for key, sums in summary.items.items():
            yield _item(key, sums, self._asked(key))

    def order(self, item: AnsweredItem) -> tuple[bool, int, str, int, bool, ItemKey]:
        known = self._asked(item.key)
        place = PLACES.index(item.key.place)
        if known is None:
            return True, 0, item.key.question, place, False, item.key
        return False, known.at, "", place, not item.current, item.key

    def _asked(self, key: ItemKey) -> _Asked | None:
        if key.namespace not in self._naming.namespaces:
            return None
        id = self._naming.now(key.namespace, key.question)
        if id not in self._known and id in self._places:
            self._known[id] = _asked(*self._places[id])
        return self._known.get(id)


def _asked(at: int, topic: Topic, question: Question) -> _Asked:
    exercise = as_written(topic, question)
    return _Asked(at, question, digest(exercise), _offered(exercise))


def _offered(exercise: Exercise) -> Offered:
    chance = guessing_share(exercise)
    return offered(exercise.kind, len(exercise.options), exercise.key, chance or None)


def _item(key: ItemKey, sums: ItemSums, asked: _Asked | None) -> AnsweredItem:
    current = asked is not None and key.digest == asked.digest
    result = item_result(sums, asked.offered if asked and current else None)
    found: tuple[ItemFlag, ...] = ()
    if asked and current and key.place in JUDGED:
        found = flags(result, asked.question.difficulty)
    return AnsweredItem(
        key=key, question=asked.question if asked else None, current=current, result=result, flags=found
    )
