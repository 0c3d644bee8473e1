"""Which questions of an export have changed since an earlier one, for programs that update nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from quizmill.app.exporting import settings_for
from quizmill.app.importing import File
from quizmill.app.opening import SoundBank
from quizmill.compose.paper import Paper
from quizmill.errors import BadRequest
from quizmill.formats.format import Format
from quizmill.formats.item import Item
from quizmill.formats.losses import is_lost
from quizmill.formats.matrix import How
from quizmill.formats.questions import fields_of
from quizmill.formats.report import Loss, Report

_IN_ORDER = ("sequence",)  # the order of anything else is another in each form


def changed_since(
    loaded: SoundBank, papers: tuple[Paper, ...], format: Format, before: File, *, evidence: bool = True
) -> tuple[tuple[Paper, ...], tuple[Loss, ...]]:
    """The papers without what an earlier export says alike; notes on what the bank has no longer.

    Raises BadRequest for a format that is only read or written, or whose files do not say which question is
    which; FileUnusable when the file of *before* is none of it.
    """
    if not (format.read and format.write) or format.matrix.fields["id"].how is How.LOST:
        raise BadRequest(f"--changed-since: a file of {format.name} does not tell which question is which")
    kept = tuple(each for each in papers[0].exercises if not is_lost(each, format.matrix))
    now = format.write(
        replace(papers[0], exercises=kept), settings_for(loaded, kept, evidence=evidence), Report()
    )
    old = _said(format.read(before.data, before.name, Report()).items)
    new = _said(format.read(now, before.name, Report()).items)
    changed = {id for id, said in new.items() if old.get(id) != said}
    left = tuple(
        replace(paper, exercises=tuple(each for each in paper.exercises if each.id in changed))
        for paper in papers
    )
    report = Report()
    known = {question.id for _, question in loaded.bank.questions()}
    for id in old:
        if id and id not in known:
            report.note(id, "question", f"{before.name} has it and the bank no longer: delete it there")
    return left, report.losses


def _said(items: tuple[Item, ...]) -> dict[str, Mapping[str, Any]]:
    """What the questions of a file say, by their ids, in whatever order their options stand."""
    return {
        item.id: {
            "type": item.kind,
            "topic": item.topic,
            **{
                name: sorted(map(repr, value))
                if isinstance(value, list | tuple) and name not in _IN_ORDER
                else value
                for name, value in fields_of(item).items()
            },
        }
        for item in items
    }
