"""Which questions: the same choice everywhere, from the terminal to the printer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from quizmill.bank.model import Bank, Question, Topic
from quizmill.compose.apart import Leaks, parted
from quizmill.compose.chance import draw
from quizmill.compose.search import Library, read_search
from quizmill.compose.traits import Criterion, Traits, criteria, ids_of, refuse_unknown_traits
from quizmill.errors import BadRequest

Asked = tuple[Topic, Question]

_SHEET = 500  # questions that a sheet may have; what is longer is the bank on paper


class Selection(Traits, frozen=True, kw_only=True):
    """What to choose. Values of one field are alternatives; fields narrow each other.

    Left out is what has a trait that it is to be *without*. Questions of elective topics are left out unless
    topics or ids are named, or *electives* are wanted. What bears an id of *earlier* papers, or bore it, is
    left out and counted. A *search* keeps what says all its words (see `compose.search`).
    """

    without: Traits = Traits()
    search: str = ""
    electives: bool = False
    earlier: tuple[str, ...] = ()
    count: int | None = None
    order: str = "shuffled"  # or "bank"

    def asks(self, topic: Topic) -> bool:
        """Whether the questions of *topic* are wanted, as far as it is elective."""
        return not topic.elective or self.electives or bool(self.topics or self.ids)


class Chosen(msgspec.Struct, frozen=True):
    """The questions topic by topic, core first in each, and what the person should know about the choice."""

    questions: tuple[Asked, ...]
    notes: tuple[str, ...] = ()


class Fitting(msgspec.Struct, frozen=True, kw_only=True):
    """What a selection describes, topic by topic, core first in each, before any is drawn."""

    asked: tuple[Asked, ...]
    elective: tuple[Asked, ...] = ()  # those left out since their topics are elective
    notes: tuple[str, ...] = ()


def choose(bank: Bank, selection: Selection, *, seed: int, leaks: Leaks | None = None) -> Chosen:
    """The questions that fit; with a count, that many: core first, then by chance (the same for every form).

    With *leaks* none of them answers another of them, by a fact that they share or by its text, as far as
    there are enough others. Raises BadRequest for a name nobody knows, with the nearest that exist, and when
    nothing fits.
    """
    found = fitting(bank, selection)
    fit, count = found.asked, selection.count
    few = count is not None and count > len(fit)
    notes = [f"{count} questions were asked for; {_used(len(fit))}"] if few else []
    notes += found.notes
    if found.elective and (few or selection.search or criteria(selection)):
        notes.append(_in_electives(found.elective))
    picked = drawn([question for _, question in fit], seed)
    most = len(fit) if count is None else min(count, len(fit))
    if leaks and most <= _SHEET:
        apart = parted(picked, most, leaks)
        picked, notes = list(apart.questions), [*notes, *apart.notes]
    return Chosen(_those(fit, picked[:most]), tuple(notes))


def some_of(asked: tuple[Asked, ...], count: int, *, seed: int) -> tuple[Asked, ...]:
    """So many of the questions, in the order they come in: core first, then by chance."""
    return _those(asked, drawn((question for _, question in asked), seed)[:count])


def _those(asked: tuple[Asked, ...], picked: Iterable[Question]) -> tuple[Asked, ...]:
    ids = {question.id for question in picked}
    return tuple((topic, question) for topic, question in asked if question.id in ids)


def fitting(bank: Bank, selection: Selection) -> Fitting:
    """The questions that fit, whatever their count; raises BadRequest as `choose` does."""
    _refuse_unknown(bank, selection)
    wanted, unwanted = criteria(selection), criteria(selection.without)
    described = [asked for asked in _topic_by_topic(bank) if all(each.fits(*asked) for each in wanted)]
    kept = [asked for asked in described if not any(each.fits(*asked) for each in unwanted)]
    if kept and selection.search:
        kept = _saying(bank, kept, selection.search)
    earlier = frozenset(selection.earlier)
    fresh = [asked for asked in kept if earlier.isdisjoint(ids_of(asked[1]))]
    fit = tuple(asked for asked in fresh if selection.asks(asked[0]))
    elective = tuple(asked for asked in fresh if not selection.asks(asked[0]))
    if fit:
        return Fitting(asked=fit, elective=elective, notes=_known(len(kept) - len(fresh)))
    if elective:
        raise BadRequest(f"no question fits the selection; {_in_electives(elective)}")
    if kept:
        raise BadRequest(
            f"no question fits the selection; all {len(kept)} that would stood on earlier papers"
        )
    why = _left_out_by(unwanted, described) if described else _unasked(bank, selection)
    raise BadRequest(f"no question fits the selection; {why}")


def _saying(bank: Bank, asked: list[Asked], search: str) -> list[Asked]:
    """Those of them that say what is looked for; raises BadRequest when none does."""
    sought, library = read_search(search), Library(bank.sources)
    found = list(library.saying(sought, asked))
    if not found:
        raise BadRequest(f"no question fits the selection; {library.lacking(sought, asked)}")
    return found


def drawn(questions: Iterable[Question], seed: int) -> list[Question]:
    """The questions as chance picks them: core first, and each at its own place whatever the others are."""
    return sorted(questions, key=lambda each: _pick(each, seed))


def _in_electives(asked: Sequence[Asked]) -> str:
    topics = ", ".join(dict.fromkeys(topic.id for topic, _ in asked))
    return f"elective topics ({topics}) have {len(asked)} that would fit; `--topic` brings a topic in"


def _known(number: int) -> tuple[str, ...]:
    told = {0: (), 1: ("1 question stood on an earlier paper, and is left out",)}
    return told.get(number, (f"{number} questions stood on earlier papers, and are left out",))


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
