"""Checking a bank, and choosing what of its findings is told."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from quizmill.app.folders import cache_folder
from quizmill.app.talk import Tell
from quizmill.check import checked
from quizmill.check.focus import Focus
from quizmill.errors import Diagnostic, FileUnusable, shown

if TYPE_CHECKING:
    from quizmill.app.git import Revision
    from quizmill.bank.load import LoadedBank
    from quizmill.bank.model import Bank
    from quizmill.check.baseline import Written

Found = tuple[Diagnostic, ...]
_GONE = 5  # findings of a baseline that are named


class Sieve(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be told of all that is found."""

    focus: Focus = Focus()
    since: str | None = None  # a revision of git
    baseline: Path | None = None  # what was found earlier, as JSON


class Told(NamedTuple):
    """What is to be told of a bank, in the order of files and lines."""

    found: Found
    known: int  # findings that are left out, since the baseline has them


def checked_bank(
    folder: Path, documents: Path | None, sieve: Sieve, tell: Tell, answers: Sequence[Path] = ()
) -> Told:
    """What is found in the bank in *folder*, as far as the *sieve* lets it through; *tell* hears notes.

    What *answers* say, a log or files with its rows, stands beside what the rules find.

    All is looked for whatever the sieve, so that what is kept of it serves the next time. Raises as
    `checked.report` does, BadRequest for a name or revision that nobody knows, FileUnusable for a baseline
    that is none, and GitUnusable.
    """
    load = cache(_load)
    baseline = _baseline(sieve.baseline) if sieve.baseline is not None else ()
    revision = _revision(folder, sieve.since) if sieve.since is not None and folder.is_dir() else None
    found = checked.report(folder, documents, cache_folder(), load)
    if answers:
        found = _with_answers(found, answers, load(folder), tell)
    chosen = sieve.focus.of(found, lambda: _bank(folder, load))
    if revision:
        from quizmill.app.since import found_since

        chosen = found_since(chosen, load(folder), revision, tell)
    if sieve.baseline is None:
        return Told(chosen, 0)
    from quizmill.check.baseline import compare

    compared = compare(found, baseline)
    looked = documents is not None or bool(compared.gone and load(folder).texts)
    gone = _looked_for(compared.gone, documents=looked, answers=bool(answers))
    _tell_gone(gone, sieve.baseline, tell)
    new = set(compared.new)
    told = tuple(each for each in chosen if each in new)
    return Told(told, len(chosen) - len(told))


def _load(folder: Path) -> LoadedBank:
    from quizmill.bank.load import load_bank  # with YAML, which a kept report does not need

    return load_bank(folder)


def _bank(folder: Path, load: checked.Load) -> Bank:
    from quizmill.bank import cached

    return cached.recall(folder, cache_folder()) or load(folder).bank


def _revision(folder: Path, name: str) -> Revision:
    from quizmill.app.git import Revision

    return Revision(folder, name)


def _baseline(path: Path) -> tuple[Written, ...]:
    from quizmill.app.input_file import read_input
    from quizmill.check.baseline import read_report

    try:
        return read_report(read_input(path, "baseline"))
    except ValueError as error:
        raise FileUnusable(
            str(path), f"this is no report that `quizmill check --format json` wrote ({error})"
        ) from error


def _with_answers(found: Found, answers: Sequence[Path], loaded: LoadedBank, tell: Tell) -> Found:
    from quizmill.app.answer_findings import answer_findings, tell_what_answers
    from quizmill.app.answer_report import answer_report

    report = answer_report(answers, loaded.bank)
    tell_what_answers(report, loaded.bank, tell)
    every = (*found, *answer_findings(report, loaded))
    return tuple(sorted(every, key=lambda each: each.location))


def _looked_for(gone: tuple[Written, ...], *, documents: bool, answers: bool) -> tuple[Written, ...]:
    """Those that would have been found: what needs documents or answers is not looked for without them."""
    if not gone or (documents and answers):
        return gone
    from quizmill.check.registry import ANSWER_RULES, DOCUMENT_RULES

    unlooked = {rule.ID for rule in DOCUMENT_RULES} if not documents else set[str]()
    unlooked |= {rule.ID for rule in ANSWER_RULES} if not answers else set()
    return tuple(each for each in gone if each.rule not in unlooked)


def _tell_gone(gone: tuple[Written, ...], path: Path, tell: Tell) -> None:
    if gone:
        from quizmill.check.phrasing import some

        named = some([shown(f"{each.rule} in {each.record}") for each in gone], _GONE)
        what = "1 finding that is" if len(gone) == 1 else f"{len(gone):,} findings that are"
        tell(f"note: {shown(str(path))} has {what} no longer found, and can be dropped from it: {named}")
