"""Which questions: the same choice everywhere, from the terminal to the printer."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from quizmill.bank.model import Bank, Question, Topic
from quizmill.compose.chance import draw
from quizmill.compose.traits import Criterion, Traits, criteria, refuse_unknown_traits
from quizmill.errors import BadRequest

Asked = tuple[Topic, Question]


class Selection(Traits, frozen=True, kw_only=True):
    """What to choose. Values of one field are alternatives; fields narrow each other.

    Left out is what has a trait that it is to be *without*. Questions of elective topics are left out unless
    topics or ids are named, or *electives* are wanted.
    """

    without: Traits = Traits()
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
    wanted, unwanted = criteria(selection), criteria(selection.without)
    described = [asked for asked in _topic_by_topic(bank) if all(each.fits(*asked) for each in wanted)]
    kept = [asked for asked in described if not any(each.fits(*asked) for each in unwanted)]
    fitting = [asked for asked in kept if selection.asks(asked[0])]
    elective = [asked for asked in kept if not selection.asks(asked[0])]
    if elective and not fitting:
        raise BadRequest(f"no question fits the selection; {_in_electives(elective)}")
    if not fitting:
        why = _left_out_by(unwanted, described) if described else _unasked(bank, selection)
        raise BadRequest(f"no question fits the selection; {why}")
    count = selection.count
    few = count is not None and count > len(fitting)
    notes = [f"{count} questions were asked for; {_used(len(fitting))}"] if few else []
    if elective and (few or wanted):
        notes.append(_in_electives(elective))
    if count is None or count >= len(fitting):
        return Chosen(tuple(fitting), tuple(notes))
    drawn = sorted((question for _, question in fitting), key=lambda each: _pick(each, seed))[:count]
    picked = {question.id for question in drawn}
    return Chosen(tuple(asked for asked in fitting if asked[1].id in picked), tuple(notes))


def _in_electives(asked: list[Asked]) -> str:
    topics = ", ".join(dict.fromkeys(topic.id for topic, _ in asked))
    return f"elective topics ({topics}) have {len(asked)} that would fit; `--topic` brings a topic in"


def _used(fitting: int) -> str:
    return f"{fitting} fit, and all of them are used" if fitting > 1 else "1 fits, and is used"


def _topic_by_topic(bank: Bank) -> Iterator[Asked]:
    for topic in bank.topics:
        for question in sorted(topic.questions, key=lambda each: each.importance.rank):
            yield topic, question


def _pick(question: Question, seed: int) -> tuple[int, int, str]:
    return question.importance.rank, draw(seed, "pick", question.id), question.id


def _refuse_unknown(bank: Bank, selection: Selection) -> None:
    if selection.count is not None and selection.count < 1:
        raise BadRequest(f"--count: {selection.count} questions cannot be asked; it must be at least 1")
    _refuse_unasked(bank, selection.ids)
    refuse_unknown_traits(bank, selection)
    unasked = {draft.id for draft in bank.drafts} | {each.id for each in bank.left_out}
    asked = tuple(id for id in selection.without.ids if id not in unasked)  # which are out already
    refuse_unknown_traits(bank, msgspec.structs.replace(selection.without, ids=asked), "not-")


def _left_out_by(unwanted: list[Criterion], described: list[Asked]) -> str:
    found = [each for each in unwanted if any(each.fits(*asked) for asked in described)]
    return f"what would is left out by {', '.join(f'--not-{each.option}' for each in found)}"


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
        return f"what has an error is left out, first at {broken[0].place}; `quizmill check` tells why"
    if drafts:
        return "a draft is asked nowhere, and `quizmill check` tells which there are"
    return "`quizmill list` shows what there is"


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
