"""Rows of our own table as items; what somebody has moved, added or left out is no fault."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import msgspec

from quizmill.bank.model import KINDS, Audio, Image
from quizmill.formats.field_digests import of_a_cell
from quizmill.formats.format import Found
from quizmill.formats.item import Choice, Item
from quizmill.formats.report import Report
from quizmill.formats.sheet import BETWEEN, EXPORTED

_WORDS = ("importance", "difficulty", "level", "compare", "lines", "place")
_NUMBERS = ("lines", "place")
_LISTS = ("facts", "formerly")
_TRUTHS = ("shuffle", "pin_last")
_NUMBERED = re.compile(r"(?:option|feedback) (\d{1,3})")

Row = tuple[int, Mapping[str, str]]  # the line it begins on, and its cells by title
_Parts = tuple[tuple[str, str], ...]  # what stands below `option n` and `feedback n`


def found(rows: Iterable[Row], report: Report) -> Found:
    """The questions of a table; that it names pictures which it does not carry is told once."""
    read = tuple(items(rows, report))
    if any(item.image or item.audio for item in read):
        rule = "pictures and sounds are named, not carried: copy them into the bank's folder"
        report.note("", "image", rule)
    return Found(items=read)


def items(rows: Iterable[Row], report: Report) -> Iterator[Item]:
    """The questions of the rows; a row of a type that there is not is told to *report*."""
    for line, cells in rows:
        kind = cells.get("type", "").strip()
        if kind in KINDS:
            yield _item(kind, line, cells, report)
        elif any(cell.strip() for cell in cells.values()):
            report.lost(f"row {line}", "question", "there is no such type of question", kind)


def _item(kind: str, line: int, cells: Mapping[str, str], report: Report) -> Item:
    parts = _parts(cells)
    named = cells.get("id", "").strip() or f"row {line}"
    own: dict[str, Any] = {name: cells.get(name, "") for name in _SHARED}
    fields: dict[str, Any] = _OF_KIND[kind](cells.get("answer", ""), parts)
    ours = {**_ours(cells, named, report), **fields.pop("ours", {})}
    return Item(
        kind=kind,
        place=f"row {line}",
        id=cells.get("id", "").strip(),
        tags=tuple(cells.get("tags", "").split()),
        marks=_marks(cells.get("marks", ""), named, report),
        image=_image(cells),
        audio=_audio(cells),
        ours=ours,
        exported=of_a_cell(cells.get(EXPORTED, "")),
        **own,
        **fields,
    )


_SHARED = ("topic", "prompt", "correction", "unit", "tolerance", "explanation", "hint", "context")


def _parts(cells: Mapping[str, str]) -> _Parts:
    """The numbered columns in twos, by their numbers, without those that are empty."""
    numbers = sorted({int(found[1]) for title in cells if (found := _NUMBERED.fullmatch(title))})
    told = ((cells.get(f"option {n}", ""), cells.get(f"feedback {n}", "")) for n in numbers)
    return tuple(part for part in told if part[0].strip() or part[1].strip())


def _chosen(answer: str, parts: _Parts) -> dict[str, Any]:
    letters = {each.strip().lower() for each in answer.split(BETWEEN)}
    return {
        "choices": tuple(
            Choice(text, right, "" if right else why)
            for at, (text, why) in enumerate(parts)
            for right in [_letter(at) in letters]
        )
    }


def _letter(at: int) -> str:
    return chr(ord("a") + at) if at < 26 else ""


def _typed(answer: str, parts: _Parts) -> dict[str, Any]:
    return {"answers": (answer, *(form for form, _ in parts)) if answer else ()}


def _matched(answer: str, parts: _Parts) -> dict[str, Any]:
    return {
        "pairs": tuple(part for part in parts if part[0].strip()),
        "extra": tuple(right for left, right in parts if not left.strip()),
    }


def _points(answer: str, parts: _Parts) -> dict[str, Any]:
    points = [{"point": point, "facts": facts.split()} if facts else point for point, facts in parts]
    return {"ours": {"points": points}}


_TRUE = {"true": True, "false": False}
_OF_KIND: dict[str, Callable[[str, _Parts], dict[str, Any]]] = {
    "multiple_choice": _chosen,
    "multiple_response": _chosen,
    "true_false": lambda answer, parts: {"truth": _TRUE.get(answer.strip().lower())},
    "short_answer": _typed,
    "numerical": lambda answer, parts: {
        **_typed(answer, ()),
        "ours": {"accept_units": [unit for unit, _ in parts]} if parts else {},
    },
    "cloze": lambda answer, parts: {},
    "matching": _matched,
    "ordering": lambda answer, parts: {"steps": tuple(step for step, _ in parts)},
    "essay": _points,
}


def _marks(cell: str, named: str, report: Report) -> int:
    told = cell.strip()
    if not told:
        return 1
    if told.isascii() and told.isdecimal() and 1 <= int(told) <= 100:
        return int(told)
    report.lost(named, "marks", "marks are a whole number from 1 to 100", told)
    return 1


def _image(cells: Mapping[str, str]) -> Image | None:
    file, alt = cells.get("image", ""), cells.get("image alt", "")
    return Image(file=file, alt=alt, credit=cells.get("image credit", "")) if file.strip() else None


def _audio(cells: Mapping[str, str]) -> Audio | None:
    file, transcript = cells.get("audio", ""), cells.get("transcript", "")
    credit = cells.get("audio credit", "")
    return Audio(file=file, transcript=transcript, credit=credit) if file.strip() else None


def _ours(cells: Mapping[str, str], named: str, report: Report) -> dict[str, Any]:
    """The fields that only our own table has."""
    found: dict[str, Any] = {name: cells[name].strip() for name in _WORDS if cells.get(name, "").strip()}
    found |= {name: cells[name].split() for name in _LISTS if cells.get(name, "").strip()}
    found |= {
        name: _TRUE.get(cells[name].strip().lower(), cells[name]) for name in _TRUTHS if cells.get(name)
    }
    found |= _mapping(cells, "own", named, report)
    if allowed := _mapping(cells, "allow", named, report):
        found["allow"] = allowed
    return {
        name: int(value) if name in ("lines", "place") and value.isdecimal() else value
        for name, value in found.items()
    }


def _mapping(cells: Mapping[str, str], name: str, named: str, report: Report) -> dict[str, Any]:
    """A column that holds a JSON object."""
    cell = cells.get(name, "").strip()
    if not cell:
        return {}
    try:
        found: dict[str, Any] = msgspec.json.decode(cell, type=dict[str, Any])
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        report.lost(named, name, "this column holds a JSON object or nothing", cell)
        return {}
    return found
