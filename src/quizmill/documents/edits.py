"""An update as changes of fields, as small as they can be: what stays as it was is not touched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizmill.bank.edit import Edit
from quizmill.bank.model import Section
from quizmill.bank.ranges import gathered, spread
from quizmill.bank.reader.tree import Tree
from quizmill.documents.moved import Moved
from quizmill.documents.placing import Update

Ways = list[list[Edit]]  # to the same end: the first that can be gone is the best


def of_facts(update: Update) -> list[Edit]:
    """The changes of facts and drafts."""
    return [
        Edit(("facts", at, "paragraph"), each.paragraph)
        for at, each in enumerate(update.facts)
        if each.paragraph != each.fact.paragraph
    ]


def of_sections(old: Sequence[Section], new: Sequence[Section]) -> Ways:
    """Each entry keeps its form and becomes the section that is there now; else the list as a whole."""
    if list(old) == list(new):
        return []
    whole = [Edit(("sections",), [{"title": each.title, "from": each.first} for each in new])]
    return [[*_of_entries_of_sections(old, new)], whole] if new else [whole]


def _of_entries_of_sections(old: Sequence[Section], new: Sequence[Section]) -> Iterator[Edit]:
    for at, section in enumerate(old):
        if at >= len(new):
            yield Edit(("sections", at), None)
            continue
        if new[at].title != section.title:
            yield Edit(("sections", at, "title"), new[at].title)
        if new[at].first != section.first:
            yield Edit(("sections", at, "from"), new[at].first)


def of_states_nothing(written: Sequence[Tree], moved: Moved, wanted: Sequence[int]) -> Ways:
    """The *wanted* paragraphs in `states_nothing`.

    Entry by entry, where each leads to one number or range again; else the list as a whole.
    """
    numbers = [_numbers(each) for each in written]
    if [n for own in numbers for n in own] == list(wanted):
        return []
    whole = [Edit(("states_nothing",), gathered(wanted))]
    entries = [entry for own in numbers if (entry := _now(own, moved, wanted)) is not None]
    if len(entries) < len(numbers) or [n for entry in entries for n in entry] != list(wanted):
        return [whole]
    return [[*_of_entries(numbers, entries)], whole]


def _of_entries(numbers: Sequence[list[int]], entries: Sequence[list[int]]) -> Iterator[Edit]:
    for at, (own, now) in enumerate(zip(numbers, entries, strict=True)):
        if own != now:
            value = f"{now[0]}-{now[-1]}" if len(now) > 1 else now[0] if now else None
            yield Edit(("states_nothing", at), value)


def _now(own: list[int], moved: Moved, wanted: Sequence[int]) -> list[int] | None:
    """What became of the paragraphs of one entry; None when that is no entry any more."""
    went = {n for each in own if each <= len(moved.moves) for n in moved.moves[each - 1].to}
    now = sorted(went.intersection(wanted))
    in_a_row = not now or now[-1] - now[0] == len(now) - 1
    return now if in_a_row and not (len(now) == 2 and len(own) == 1) else None


def _numbers(written: Tree) -> list[int]:
    """The paragraphs that an entry names."""
    return [int(each) for each in spread(str(written)) or [str(written)]]
