"""A deck of a bank, as the release that follows the one before it, and what its publisher should know."""

from __future__ import annotations

import itertools
import os
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from quizmill.app.deck_place import read
from quizmill.app.opening import SoundBank
from quizmill.app.pictures import pictures, pictures_of_lessons
from quizmill.app.sounds import sounds
from quizmill.app.talk import Tell, count, silent
from quizmill.bank.model import Bank
from quizmill.compose.arrange import Arranger
from quizmill.compose.exercise import Exercise
from quizmill.compose.paper import Paper
from quizmill.errors import BadRequest
from quizmill.export.anki.note_diff import Change
from quizmill.export.anki.release import AnkiOptions, Release, Studied, export_anki, to_read
from quizmill.export.anki.release_time import ahead, now, released_at

_PLACED = 0  # the seed of the order in which options stand on notes: another would change them all
_FEW = 5  # questions named one by one; more are counted


def make_deck(
    loaded: SoundBank,
    paper: Paper,
    before: Path | None,
    *,
    preset: bool = False,
    from_anki: bool = False,
    tell: Tell = silent,
) -> Release:
    """The release with the questions of *paper* that follows the deck at *before*, stamped as the bank says.

    Anki itself may have exported that deck, if it may be *from_anki*. *tell* hears what should be known of
    its date. Raises FileUnusable when *before* is no deck of this bank.
    """
    released, note = released_at(loaded.bank, os.environ, time.time)
    for said in filter(None, (note, ahead(released, now(os.environ, time.time)))):
        tell(f"note: {said}")
    exercises = posed(loaded.bank, paper)
    return export_anki(
        loaded.bank,
        exercises,
        AnkiOptions(released=released, preset=preset),
        previous=read(before) if before else None,
        previous_name=str(before),
        from_anki=from_anki,
        media=pictures(loaded.folder, exercises)
        | pictures_of_lessons(loaded.folder, to_read(loaded.bank, exercises))
        | sounds(loaded.folder, exercises),
    )


def posed(bank: Bank, paper: Paper) -> tuple[Exercise, ...]:
    """The questions of *paper* with their options as in every release, whatever seed has chosen them."""
    if paper.seed == _PLACED:
        return paper.exercises
    arranger = Arranger(bank, seed=_PLACED)
    asked = {question.id: (topic, question) for topic, question in bank.questions()}
    return tuple(arranger.exercise(*asked[exercise.id]) for exercise in paper.exercises)


def report(release: Release, tell: Tell) -> None:
    """Say what a learner who has the release before will see."""
    for what, ids in (
        ("new", release.new),
        ("updated", release.updated),
        ("unchanged", release.unchanged),
        ("left as they were", release.carried),
        ("withdrawn", release.withdrawn),
    ):
        if ids or what != "left as they were":
            tell(f"{len(ids)} {what}{_listed(ids) if what in ('updated', 'withdrawn') else ''}")
    if release.studied != Studied():
        studied = release.studied
        tell(
            f"study cards: {len(studied.new)} new, {len(studied.updated)} updated, "
            f"{len(studied.withdrawn)} withdrawn"
        )
    for note in _notes(release):
        tell(f"note: {note}")


def refuse_renaming(release: Release, before: Path | None) -> None:
    """On import Anki knows a deck by its name alone: under another, new cards would part from the old."""
    if release.deck in release.unheeded.values():
        raise BadRequest(
            f'--deck: the deck at {before} is "{release.deck}", and a name once given stays, because Anki '
            "knows a deck by it; leave --deck out (learners can rename theirs), or begin anew with --fresh"
        )


def _notes(release: Release) -> Iterator[str]:
    if release.from_anki:
        yield (
            "the release before was exported by Anki, so the names of decks, former ids and the numbers of "
            "blanks are worked out from its notes; a number whose blank is gone may be given again"
        )
    if release.lost:
        yield (
            f"{count(release.lost, 'picture or sound file')} of questions left as they were "
            f"{_are(release.lost)} not in the release before; choose all questions, and they come anew"
        )
    if release.unheeded:
        name, kept = next(iter(release.unheeded.items()))
        more = f" (and {len(release.unheeded) - 1} more)" if len(release.unheeded) > 1 else ""
        yield f'the deck "{kept}"{more} keeps its name, by which Anki knows it; not heeded is "{name}"'
    if cited := sum(each == Change(parts=("the source",)) for each in release.changed.values()):
        yield (
            f"of the updated {'one differs' if cited == 1 else f'{cited} differ'} in the source alone, "
            "such as the number of a paragraph"
        )
    if release.ceased:
        gone = sum(map(len, release.ceased.values()))
        which = [f"{id} ({', '.join(filter(None, was))})" for id, was in release.ceased.items()]
        yield (
            f"{count(gone, 'card')} {_are(gone)} asked no more{_listed(which)}; the "
            f"{'question stays' if len(which) == 1 else 'questions stay'}, and learners remove the old "
            f"{'card' if gone == 1 else 'cards'} with Tools > Empty Cards"
        )
    yield from _perhaps_renamed(release)
    if release.retyped:
        moved = len(release.retyped)
        them = f"{count(moved, 'question')} {_are(moved)}"
        yield f"{them} withdrawn and new, being of another kind{_listed(release.retyped)}"
    if release.overdue and (release.updated or release.withdrawn):
        yield (
            f"the release before is of {release.day} or later as well; with today's date as `released` "
            "in bank.yaml, learners who have edited these cards since get the changes too"
        )


def _perhaps_renamed(release: Release) -> Iterator[str]:
    for old, new in itertools.islice(release.renamed.items(), _FEW):
        yield (
            f'perhaps renamed: {old} → {new}; write "formerly: {old}" in {new} and make the deck again, and '
            "learners keep the card with all they have learned"
        )
    if len(release.renamed) > _FEW:
        yield f"and {len(release.renamed) - _FEW} more that are perhaps renamed; --changelog lists them"


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


def _listed(ids: Iterable[str]) -> str:
    some = list(ids)
    return f": {', '.join(some)}" if 0 < len(some) <= _FEW else ""
