"""What `quizmill anki --reviews` tells of the answers in collections of Anki."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

import msgspec

from quizmill.analysis.intervals import Interval, share_interval
from quizmill.analysis.reviews import LEECH, PartMemory, memories
from quizmill.app.answers_of_anki import answers_of_anki
from quizmill.app.opening import open_for_listing
from quizmill.app.talk import count
from quizmill.cli.options import Wanted
from quizmill.errors import FileUnusable
from quizmill.faces.plain.terminal import Screen, Tone, complain, rows_screen

_MOST = 10  # rows of a list


def show_reviews(folder: Path, wanted: Wanted, collections: Sequence[Path], form: str) -> None:
    """Show what the answers in *collections*, one a learner, say of the questions *wanted* of a bank.

    Raises FileUnusable for what is no collection, and where there is no answer to the bank in any of them.
    """
    bank = open_for_listing(folder, complain)
    chosen = {question.id for _, question in wanted.questions(bank)[0]}
    rows = [
        row
        for number, path in enumerate(collections)
        for row in answers_of_anki(path, str(number))
        if row.namespace == bank.namespace and row.question in chosen
    ]
    if not rows:
        said = f'there is no answer to a question of "{bank.namespace}" in it'
        raise FileUnusable(
            str(collections[0]), f"{said}; export it from an Anki in which the deck was learnt"
        )
    found = memories(rows)
    if form == "json":
        sys.stdout.buffer.write(as_json(found))
    else:
        _tell(found, rows_screen())


def as_json(found: Sequence[PartMemory]) -> bytes:
    """All parts, the most often forgotten first; intervals are of 95 %, null where there was no answer."""
    parts = [
        {
            "question": each.key.question,
            "card": each.key.part or 1,
            **{name: value for name, value in msgspec.structs.asdict(each).items() if name != "key"},
            "first_interval": _interval(each.first_right, each.first),
            "forgotten_interval": _interval(each.forgotten, each.reviews),
        }
        for each in found
    ]
    return msgspec.json.format(msgspec.json.encode({"version": 1, "cards": parts}), indent=2) + b"\n"


def _tell(found: Sequence[PartMemory], screen: Screen) -> None:
    answers = sum(each.answers for each in found)
    screen.say(f"{count(answers, 'answer')} to {count(len(found), 'card')} of this bank")
    first, right = (sum(getattr(each, name) for each in found) for name in ("first", "first_right"))
    if first:
        screen.say(f"at first: {_share(right, first)} known, by the learners' own word")
    times = [each.seconds for each in found if each.seconds is not None]
    if times:
        screen.say(f"an answer takes {median(times):.0f} seconds (the middle card)")
    forgotten = [each for each in found if each.forgotten]
    _list(screen, "forgotten most, of the times it came again after a day or more", forgotten, _forgotten)
    leeches = [each for each in found if each.leeches]
    _list(screen, f"leeches, forgotten {LEECH} times or more", leeches, _leech)
    slow = sorted((each for each in found if each.seconds), key=lambda each: -(each.seconds or 0))
    _list(screen, "longest", slow[:3], lambda each: f"{each.seconds:.0f} seconds")


def _list(screen: Screen, title: str, found: Sequence[PartMemory], told: Callable[[PartMemory], str]) -> None:
    if not found:
        return
    screen.say()
    screen.say(title, tone=Tone.HEADING)
    for each in found[:_MOST]:
        screen.say(f"{_named(each)}: {told(each)}", indent=2)
    if len(found) > _MOST:
        screen.say(f"and {len(found) - _MOST} more; --format json has all", indent=2)


def _named(each: PartMemory) -> str:
    """A card as Anki's browser calls it."""
    return f"{each.key.question}, card {each.key.part}" if each.key.part else each.key.question


def _forgotten(each: PartMemory) -> str:
    return _share(each.forgotten, each.reviews)


def _leech(each: PartMemory) -> str:
    return count(each.leeches, "learner")


def _share(part: int, whole: int) -> str:
    """With what chance leaves open: `3 of 7 (10 to 82 %)`."""
    low, high = share_interval(part, whole)
    return f"{part} of {whole} ({100 * low:.0f} to {100 * high:.0f} %)"


def _interval(part: int, whole: int) -> Interval | None:
    return share_interval(part, whole) if whole else None
