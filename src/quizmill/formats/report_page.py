"""The report of every loss as a page for people, where 400 questions are a few lines, and as JSON."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from quizmill.formats.report import Harm, Loss

_NAMED = 3  # questions told by name in a group
_SHOWN = 60  # characters of what was and became
_ORDER = list(Harm)


def page(losses: Iterable[Loss]) -> list[str]:
    """A line for all that is lost for one reason, worst first; what is only to be known comes last."""
    groups: dict[tuple[int, str, str], list[Loss]] = {}
    for loss in losses:
        groups.setdefault((_ORDER.index(loss.severity), loss.field, loss.rule), []).append(loss)
    return [_line(groups[key]) for key in sorted(groups, key=lambda key: key[0])]


def as_json(losses: Iterable[Loss]) -> bytes:
    """An array of `{id, field, rule, was, became, severity}`, in the order in which it was found."""
    return msgspec.json.format(msgspec.json.encode(list(losses)), indent=1) + b"\n"


def _line(group: list[Loss]) -> str:
    first = group[0]
    ids = list(dict.fromkeys(loss.id for loss in group if loss.id))
    told = f"{first.severity.value:8}{first.field}: {first.rule}"
    if not ids:
        return f"{told}{_said(first)}"
    if len(ids) == 1:
        return f"{told} ({ids[0]}){_said(first)}"
    more = f" and {len(ids) - _NAMED} more" if len(ids) > _NAMED else ""
    return f"{told} ({len(ids)} questions: {', '.join(ids[:_NAMED])}{more})"


def _said(loss: Loss) -> str:
    """What it was and what it became, in brief."""
    if not loss.was:
        return ""
    became = f" → {_brief(loss.became)}" if loss.became else ""
    return f": {_brief(loss.was)}{became}"


def _brief(text: str) -> str:
    line = " ".join(text.split())
    return f'"{line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"}"'
