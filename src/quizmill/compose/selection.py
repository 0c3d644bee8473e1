"""Which questions: the same choice everywhere, from the terminal to the printer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import msgspec

from quizmill.bank.closest import closest, nearest
from quizmill.bank.model import (
    KINDS,
    Bank,
    Difficulty,
    Importance,
    Level,
    Question,
    Topic,
    kind_of,
    references_of,
)
from quizmill.compose.chance import draw
from quizmill.errors import BadRequest

Asked = tuple[Topic, Question]
_Found = Callable[[Topic, Question], Iterable[str]]
_Criterion = tuple[frozenset[str], _Found]

_MANY = 400  # characters of names that are too many to read in a message


class Selection(msgspec.Struct, frozen=True, kw_only=True):
    """What to choose. Values of one field are alternatives; fields narrow each other.

    A question is also found by an id that it had before. Those of elective topics are left out unless
    topics or ids are named, or *electives* are wanted.
    """

    topics: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    importances: tuple[str, ...] = ()
    difficulties: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    electives: bool = False
    count: int | None = None
    order: str = "shuffled"  # or "bank"

    def asks(self, topic: Topic) -> bool:
        """Whether the questions of *topic* are wanted, as far as it is elective."""
        return not topic.elective or self.electives or bool(self.topics or self.ids)


class Chosen(msgspec.Struct, frozen=True):
    """The questions topic by topic, core first in each, and what the person should know about the choice."""

    questions: tuple[Asked, ...]
    notes: tuple[str, ...] = ()


def choose(bank: Bank, selection: Selection, *, seed: int) -> Chosen:
    """The questions that fit; with a count, that many: core first, then by chance (the same for every form).

    Raises BadRequest for a name nobody knows, with the nearest that exist, and when nothing fits.
    """
    _refuse_unknown(bank, selection)
    criteria = _criteria(selection)
    described = [
        asked
        for asked in _topic_by_topic(bank)
        if not any(wanted.isdisjoint(found(*asked)) for wanted, found in criteria)
    ]
    fitting = [asked for asked in described if selection.asks(asked[0])]
    elective = [asked for asked in described if not selection.asks(asked[0])]
    if not fitting:
        why = f" but {_of_electives(elective)}" if elective else _unasked(bank, selection)
        raise BadRequest(f"no question fits the selection{why}")
    count = selection.count
    few = count is not None and count > len(fitting)
    notes = [f"{count} questions were asked for; {_used(len(fitting))}"] if few else []
    if elective and (few or criteria):
        notes.append(f"left out as nobody named them: {_of_electives(elective)}")
    if count is None or count >= len(fitting):
        return Chosen(tuple(fitting), tuple(notes))
    drawn = sorted((question for _, question in fitting), key=lambda each: _pick(each, seed))[:count]
    picked = {question.id for question in drawn}
    return Chosen(tuple(asked for asked in fitting if asked[1].id in picked), tuple(notes))


def _of_electives(asked: list[Asked]) -> str:
    topics = ", ".join(dict.fromkeys(topic.id for topic, _ in asked))
    return f"{len(asked)} of elective topics ({topics}), which `--topic` or `--id` brings in"


def _used(fitting: int) -> str:
    return f"{fitting} fit, and all of them are used" if fitting > 1 else "1 fits, and is used"


def _topic_by_topic(bank: Bank) -> Iterator[Asked]:
    for topic in bank.topics:
        for question in sorted(topic.questions, key=lambda each: each.importance.rank):
            yield topic, question


def _pick(question: Question, seed: int) -> tuple[int, int, str]:
    return question.importance.rank, draw(seed, "pick", question.id), question.id


def _criteria(selection: Selection) -> list[_Criterion]:
    """For everything that is asked for: which of it there must be, and how to find what a question has."""
    every: tuple[tuple[tuple[str, ...], _Found], ...] = (
        (selection.topics, lambda topic, _: (topic.id,)),
        (selection.sources, lambda _, question: {fact.partition("/")[0] for fact in references_of(question)}),
        (selection.types, lambda _, question: (kind_of(question),)),
        (selection.importances, lambda _, question: (question.importance,)),
        (selection.difficulties, lambda _, question: (question.difficulty,)),
        (selection.levels, lambda _, question: (question.level,)),
        (selection.tags, lambda _, question: question.tags),
        (selection.ids, lambda _, question: (question.id, *question.formerly)),
    )
    return [(frozenset(wanted), found) for wanted, found in every if wanted]


def _refuse_unknown(bank: Bank, selection: Selection) -> None:
    if selection.count is not None and selection.count < 1:
        raise BadRequest(f"--count: {selection.count} questions cannot be asked; it must be at least 1")
    known: list[tuple[str, tuple[str, ...], Iterable[str]]] = [
        ("topic", selection.topics, [topic.id for topic in bank.topics]),
        ("source", selection.sources, [source.id for source in bank.sources]),
        ("type", selection.types, KINDS),
        ("importance", selection.importances, list(Importance)),
        ("difficulty", selection.difficulties, list(Difficulty)),
        ("level", selection.levels, list(Level)),
    ]
    if selection.tags:
        known.append(("tag", selection.tags, sorted({tag for _, q in bank.questions() for tag in q.tags})))
    if selection.ids:
        _refuse_unasked(bank, selection.ids)
        former = {old for _, question in bank.questions() for old in question.formerly}
        wanted_ids = tuple(id for id in selection.ids if id not in former)
        known.append(("id", wanted_ids, [question.id for _, question in bank.questions()]))
    for option, wanted, names in known:
        refuse_unknown(option, wanted, names)


def refuse_unknown(option: str, wanted: Iterable[str], known: Iterable[str]) -> None:
    """Raise BadRequest for the first *wanted* that is none of the *known*, naming those that come near."""
    names = dict.fromkeys(known)
    for name in wanted:
        if name not in names:
            raise BadRequest(f'--{option}: there is no {option} "{name}"; {_hint(option, name, list(names))}')


def _unasked(bank: Bank, selection: Selection) -> str:
    """Where what was meant may be, when no question fits: among those that are asked, or among the others."""
    topics = selection.topics or [topic.id for topic in bank.topics]
    broken = [each for each in bank.left_out if each.topic in topics]
    drafts = [
        draft
        for draft in bank.drafts
        if draft.topic in topics and (not selection.types or draft.tree.get("type") in selection.types)
    ]
    if broken:
        return f"; what has an error is left out, first at {broken[0].place}; `quizmill check` tells why"
    if drafts:
        return "; a draft is asked nowhere, and `quizmill check` tells which there are"
    return "; `quizmill list` shows what there is"


def _refuse_unasked(bank: Bank, ids: tuple[str, ...]) -> None:
    for broken in bank.left_out:
        if broken.id and broken.id in ids:
            raise BadRequest(
                f'--id: "{broken.id}" has an error and is left out; it stands at {broken.place}, and '
                "`quizmill check` tells what is wrong"
            )
    for draft in bank.drafts:
        if draft.id in ids:
            raise BadRequest(
                f'--id: "{draft.id}" is a draft, which is asked nowhere; delete its `state: draft`'
            )


def _hint(option: str, name: str, names: list[str]) -> str:
    if not names:
        return "this bank has none"
    if closest(name, names) or len(", ".join(names)) < _MANY:
        return nearest(name, names)
    # The table has topics and ids; what else a question says is in the JSON.
    tables = {"topic": "quizmill list", "id": "quizmill list", "rule": "quizmill rules"}
    where = tables.get(option, "quizmill list --format json")
    return f"there are {len(names)}, and `{where}` shows them"
