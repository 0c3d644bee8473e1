"""Advice on drafts, told in one line where there are many: nobody wants to read of each what it lacks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from msgspec.structs import replace

from quizmill.check.phrasing import joined
from quizmill.errors import Diagnostic, Severity

_RULE = "draft"  # the advice that a question is one
_MOST = 3  # drafts of a topic that are told one by one
_NAMED = 12  # by their ids; of more, where they begin and end


def with_few_drafts(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings, with one line for the drafts of a topic, and what they lack, where they are many."""
    found = tuple(found)
    drafts: defaultdict[str, list[Diagnostic]] = defaultdict(list)
    for each in found:
        if each.rule == _RULE:
            drafts[each.location.file].append(each)
    many = {file: own for file, own in drafts.items() if len(own) > _MOST}
    ids = {(file, each.question) for file, own in many.items() for each in own if each.question}
    told = []
    for each in found:
        own = many.get(each.location.file, [])
        if each in own[:1]:
            told.append(_one(own))
        elif each not in own and not (
            each.severity is Severity.ADVICE and (each.location.file, each.question) in ids
        ):
            told.append(each)
    return tuple(told)


def _one(drafts: list[Diagnostic]) -> Diagnostic:
    """The first, speaking for all."""
    ids = [each.question for each in drafts if each.question]
    lines = sorted(each.location.line for each in drafts)
    is_named = len(ids) == len(drafts) <= _NAMED
    which = f": {joined(ids)}" if is_named else f", in lines {lines[0]}-{lines[-1]}"
    return replace(
        drafts[0],
        message=f"{len(drafts):,} questions are drafts, which are asked nowhere{which}",
        help="`quizmill list --state draft` shows what each lacks; finish one, and delete its `state: draft`",
    )
