"""What a release changes, in words for those who learn with the deck: Markdown, escaped at this one place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from quizmill.bank.markup import plain
from quizmill.bank.model import Bank
from quizmill.compose.exercise import prompt_of
from quizmill.export.anki.html import one_line
from quizmill.export.anki.note_diff import Change
from quizmill.export.anki.release import Release, Studied

BEGINNING = re.compile(rb"# [^\n]*: release of \d{4}-\d\d-\d\d\r?\n")  # of every page this module makes
_SIGN = re.compile(r"[\\`*_\[\]<>&~|#!$]|(?<=www)\.|:(?=//)", re.IGNORECASE)


def changelog(bank: Bank, release: Release) -> str:
    """The page for *release* of the bank's deck: what is new, what has changed, what is withdrawn."""
    asked = {question.id: prompt_of(question) for _, question in bank.questions()}
    sections = (
        _section("New", ((id, asked[id], "") for id in release.new)),
        _section("Updated", ((id, asked[id], _changes(release, id)) for id in release.updated)),
        _section(
            "Withdrawn", ((id, release.asked_before[id], _anew(release, id)) for id in release.withdrawn)
        ),
        _section("To read", _studied(release.studied)),
    )
    return "".join([f"# {literal(bank.title)}: release of {release.day}\n\n{_summary(release)}\n", *sections])


def literal(text: str) -> str:
    """Text as Markdown that shows exactly that text, on one line: no markup, link, mention or HTML in it."""
    return _SIGN.sub(r"\\\g<0>", one_line(text)).replace("@", "&#64;")


def _summary(release: Release) -> str:
    rest = len(release.unchanged) + len(release.carried)
    if len(release.new) and not (release.updated or release.withdrawn or rest):
        return f"The first release: {len(release.new)} question{'s' if len(release.new) > 1 else ''}."
    return (
        f"Import the deck over the one you have: {len(release.new)} new, {len(release.updated)} updated, "
        f"{rest} unchanged, {len(release.withdrawn)} withdrawn. Your progress stays, and so do your own "
        "edits of questions that are not named here."
        + (" What has moved stays in the deck where you have it." if _moved(release) else "")
        + (" Tools > Empty Cards removes the cards that are asked no more." if release.ceased else "")
    )


def _moved(release: Release) -> bool:
    return any(change.moved for change in release.changed.values())


def _section(title: str, rows: Iterable[tuple[str, str, str]]) -> str:
    lines = list(_lines(rows))
    return "\n".join([f"\n## {title}\n", *lines, ""]) if lines else ""


def _lines(rows: Iterable[tuple[str, str, str]]) -> Iterator[str]:
    for id, prompt, remark in rows:
        yield f"- `{id}`: {literal(plain(prompt))}{remark}" if id else f"- {prompt}{remark}"


def _studied(studied: Studied) -> Iterator[tuple[str, str, str]]:
    """Cards to be read, by their topics."""
    for titles, remark in (
        (studied.new, "new"),
        (studied.updated, "updated"),
        (studied.withdrawn, "withdrawn"),
    ):
        for title in titles:
            yield "", literal(title), f" ({remark})"


def _changes(release: Release, id: str) -> str:
    change = release.changed[id]
    called = f"called `{change.former}` before" if change.former else ""
    elsewhere = ", ".join(filter(None, ("moved" if change.moved else "", called)))
    said = (
        f"{elsewhere}: your card stays" if elsewhere else "",
        f"changed: {', '.join(change.parts)}" if change.parts else "",
        _cards(release.added.get(id), "new"),
        _cards(release.ceased.get(id), "asked no more"),
    )
    return f" ({'; '.join(filter(None, said)) if change != Change() else 'back again'})"


def _cards(number: int | None, what: str) -> str:
    return f"{'a card is' if number == 1 else f'{number} cards are'} {what}" if number else ""


def _anew(release: Release, id: str) -> str:
    if id in release.retyped:
        return " (asked anew, as another kind of question)"
    if id in release.renamed:
        return f" (perhaps asked anew as `{release.renamed[id]}`)"
    return " (its former card asks it again)" if id in release.updated else ""
