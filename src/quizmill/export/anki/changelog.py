"""What a release changes, in words for those who learn with the deck: Markdown, escaped at this one place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import starmap

from quizmill.bank.markup import plain
from quizmill.bank.model import Bank
from quizmill.compose.exercise import prompt_of
from quizmill.export.anki.html import one_line
from quizmill.export.anki.note_diff import Change
from quizmill.export.anki.release import Release, Studied

BEGINNING = re.compile(rb"# [^\n]*: release of \d{4}-\d\d-\d\d\r?\n")  # of every page this module makes
_GONE = "asked no more"
_ABOUT = re.compile(r"- (`[^`]*`|.*(?= \([a-z]+\)$))")  # the question or topic that a line tells of
_REMARK = re.compile(r" \([^()\n]*\)$", re.MULTILINE)
_PARTS = re.compile(r"changed: ([^;()]*)(?=[^()]*\)$)")  # in a remark
_Lines = dict[str, str]  # by what each is about
_SIGN = re.compile(r"[\\`*_\[\]<>&~|#!$]|(?<=www)\.|:(?=//)", re.IGNORECASE)


def changelog(bank: Bank, release: Release, before: str = "") -> str:
    """The page for *release* of the bank's deck: what is new, what has changed, what is withdrawn.

    What a page *before* says of the same day's release stays in it: nobody may have had that one yet.
    """
    asked = {question.id: prompt_of(question) for _, question in bank.questions()}
    page = {
        "New": _lines((id, asked[id], "") for id in release.new),
        "Updated": _lines((id, asked[id], _changes(release, id)) for id in release.updated),
        "Withdrawn": _lines((id, release.asked_before[id], _anew(release, id)) for id in release.withdrawn),
        "To read": _studied(release.studied),
    }
    heading = f"# {literal(bank.title)}: release of {release.day}\n"
    if before.startswith(heading):
        page = _together(_read(before), page)
    return "".join([heading, f"\n{_summary(release, page)}\n", *starmap(_section, page.items())])


def literal(text: str) -> str:
    """Text as Markdown that shows exactly that text, on one line: no markup, link, mention or HTML in it."""
    return _SIGN.sub(r"\\\g<0>", one_line(text)).replace("@", "&#64;")


def _summary(release: Release, page: Mapping[str, _Lines]) -> str:
    new, updated, withdrawn = (len(page[title]) for title in ("New", "Updated", "Withdrawn"))
    live = len(release.new) + len(release.updated) + len(release.unchanged) + len(release.carried)
    if new == live and not (updated or withdrawn):
        return f"The first release: {new} question{'' if new == 1 else 's'}."
    said = _REMARK.findall("\n".join(page["Updated"].values()))
    return (
        f"Import the deck over the one you have: {new} new, {updated} updated, {live - new - updated} "
        f"unchanged, {withdrawn} withdrawn. Your progress stays, and so do your own edits of questions that "
        "are not named here."
        + (" What has moved stays in the deck where you have it." if _says(said, "moved") else "")
        + (" Tools > Empty Cards removes the cards that are asked no more." if _says(said, _GONE) else "")
    )


def _says(remarks: Iterable[str], words: str) -> bool:
    return any(words in remark for remark in remarks)


def _section(title: str, lines: _Lines) -> str:
    return "\n".join([f"\n## {title}\n", *lines.values(), ""]) if lines else ""


def _lines(rows: Iterable[tuple[str, str, str]]) -> _Lines:
    return {f"`{id}`": f"- `{id}`: {literal(plain(prompt))}{remark}" for id, prompt, remark in rows}


def _read(page: str) -> dict[str, _Lines]:
    """The lines of a page of ours, by their sections and what each is about."""
    found: dict[str, _Lines] = {}
    for line in page.splitlines():
        if line.startswith("## "):
            found[line.removeprefix("## ")] = {}
        elif found and (about := _ABOUT.match(line)):
            found[next(reversed(found))][about[1]] = line
    return found


def _together(before: Mapping[str, _Lines], now: Mapping[str, _Lines]) -> dict[str, _Lines]:
    """Both pages as one: what was new then is new still, and what has changed twice is told once."""
    told = {about for lines in now.values() for about in lines}
    page = {
        title: {about: line for about, line in before.get(title, {}).items() if about not in told} | lines
        for title, lines in now.items()
    }
    for about in [about for about in page["Updated"] if about in before.get("New", {})]:
        page["New"][about] = _REMARK.sub("", page["Updated"].pop(about))
    for about, line in before.get("To read", {}).items():
        if line.endswith("(new)") and page["To read"][about].endswith("(updated)"):
            page["To read"][about] = line
    for about, line in page["Updated"].items():
        page["Updated"][about] = _with_parts(line, before.get("Updated", {}).get(about, ""))
    return page


def _with_parts(line: str, before: str) -> str:
    """The line with what had changed *before* too."""
    parts = [part for found in map(_PARTS.search, (before, line)) if found for part in found[1].split(", ")]
    return _PARTS.sub(lambda found: found[0].replace(found[1], ", ".join(dict.fromkeys(parts))), line)


def _studied(studied: Studied) -> _Lines:
    """Cards to be read, by their topics."""
    told = ((studied.new, "new"), (studied.updated, "updated"), (studied.withdrawn, "withdrawn"))
    rows = ((literal(title), remark) for titles, remark in told for title in titles)
    return {title: f"- {title} ({remark})" for title, remark in rows}


def _changes(release: Release, id: str) -> str:
    change = release.changed[id]
    called = f"called `{change.former}` before" if change.former else ""
    elsewhere = ", ".join(filter(None, ("moved" if change.moved else "", called)))
    said = (
        f"{elsewhere}: your card stays" if elsewhere else "",
        f"changed: {', '.join(change.parts)}" if change.parts else "",
        _cards(release.added.get(id), "new"),
        _cards(len(release.ceased.get(id, ())), _GONE),
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
