"""The report of every loss as a page for people, where 400 questions are a few lines, and as JSON."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec
from msgspec.structs import asdict, replace

from quizmill.bank.ranges import gathered
from quizmill.formats.report import Harm, Loss

_NAMED = 3  # questions told by name in a group
_BEFORE_RULE = 3  # groups in one line that still stand before what is said of them
_RUNS = 12  # numbers of rows, or ranges of them, told in a group
_SHOWN = 60  # characters of what was and became
_PLACE = re.compile(r"(row|line|item) (\d{1,9})")  # as readers call what has no id
_ORDER = list(Harm)

_Fields = dict[str, list[Loss]]


def page(losses: Iterable[Loss]) -> list[str]:
    """A line for all that is lost for one reason, worst first; what is only to be known comes last."""
    groups: dict[tuple[int, str], _Fields] = {}
    for loss in map(_in_its_file, losses):
        fields = groups.setdefault((_ORDER.index(loss.severity), loss.rule), {})
        fields.setdefault(loss.field, []).append(loss)
    told: set[str] = set()
    lines = []
    worst = sorted(groups.items(), key=lambda group: (group[0][0], "question" not in group[1]))
    for (harm, rule), fields in worst:
        if _ORDER[harm] is Harm.NOTE and rule in told:
            continue  # a worse line has said so
        told.add(rule)
        lines.append(f"{_ORDER[harm].value:8}{_line(rule, fields)}")
    return lines


def as_json(losses: Iterable[Loss]) -> bytes:
    """An array of `{id, field, rule, was, became, severity}`, in the order in which it was found.

    Where several files were read together, each entry has its `file` too.
    """
    told = [
        {name: value for name, value in asdict(loss).items() if value or name != "file"} for loss in losses
    ]
    return msgspec.json.format(msgspec.json.encode(told), indent=1) + b"\n"


def _in_its_file(loss: Loss) -> Loss:
    """An entry whose place, or which itself, is told of one of several files."""
    if not loss.file or (loss.id and " " not in loss.id):
        return loss  # ids have no spaces, and no two files have one
    return replace(loss, id=f"{loss.file} {loss.id}" if loss.id else loss.file)


def _line(rule: str, fields: _Fields) -> str:
    """Which fields of which questions a rule speaks of; those of the most questions first."""
    sets: dict[tuple[str, ...], list[str]] = {}
    for field, losses in fields.items():
        sets.setdefault(tuple(dict.fromkeys(loss.id for loss in losses if loss.id)), []).append(field)
    told = [(", ".join(names), ids) for ids, names in sets.items()]
    if len(told) == 1:
        [(names, ids)] = told
        said = _said(next(iter(fields.values()))) if len(ids) < 2 and len(fields) == 1 else ""
        return f"{names}: {rule}{_of(ids)}{said}"
    told.sort(key=lambda each: -len(each[1]))
    if len(told) <= _BEFORE_RULE:
        return f"{', '.join(names + _of(ids) for names, ids in told)}: {rule}"
    (names, ids), *others = told
    rest = (f", {names}{_named(ids)}" for names, ids in others)
    return f"{rule}: {names}{_of(ids)}{''.join(rest)}"


def _named(ids: Sequence[str]) -> str:
    """Of which questions, in brackets, and no word more."""
    return f" ({_first(ids, _NAMED)})" if ids else ""


def _of(ids: Sequence[str]) -> str:
    """Of which questions, in brackets."""
    if len(ids) < 2:
        return "".join(f" ({id})" for id in ids)
    places = [found for id in ids if (found := _PLACE.fullmatch(id))]
    if len(places) == len(ids) and len({place[1] for place in places}) == 1:
        runs = gathered(sorted(int(place[2]) for place in places))
        return f" ({places[0][1]}s {_first(list(map(str, runs)), _RUNS)})"
    return f" ({len(ids)} questions: {_first(ids, _NAMED)})"


def _first(names: Sequence[str], most: int) -> str:
    """So many of the names, and how many more there are."""
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return f"{', '.join(names[:most])}{more}"


def _said(losses: Sequence[Loss]) -> str:
    """What it was and what it became, in brief."""
    told = [
        _brief(loss.was) + (f" → {_brief(loss.became)}" if loss.became else "") for loss in losses if loss.was
    ]
    return f": {_first(told, _NAMED)}" if told else ""


def _brief(text: str) -> str:
    line = " ".join(text.split())
    return f'"{line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"}"'
