"""What a note of ours says, field by field as a bank's file has them.

Our notes say some things twice: an option stands on the front and, judged, on the back. Whoever edits one of
the two means both, so the one that is no longer as it was speaks for the other.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec

from quizmill.formats.anki_notes import AnkiNote, of_fields
from quizmill.formats.anki_own import own_item
from quizmill.formats.item import Item
from quizmill.formats.media import Pictures
from quizmill.formats.questions import fields_of
from quizmill.formats.report import Report

_ROW = re.compile(
    r'(?P<begin><li [^>]*data-option="(?P<at>\d+)"[^>]*>(?:(?!<li ).)*?<span class="option">)'
    r"(?P<text>(?:(?!<li ).)*?)(?P<end></span>\s*(?:<strong|</summary>|</li>))",
    re.DOTALL,
)
_HARD = re.compile("&nbsp;|&#160;|\u00a0")
_TAG = re.compile(r"<[^>]*>")
_Fields = dict[str, str]
_OPTIONS = ("answer", "answers", "distractors")
# Which fields of a bank's file each field of a note says; what is not here is made of something else.
SAYS: Mapping[str, tuple[str, ...]] = {
    "Title": ("prompt", "text"),
    "Prompt": ("prompt",),
    "Context": ("context",),
    "Image": ("image",),
    "Audio": ("audio",),
    "Transcript": ("audio",),
    "Options": _OPTIONS,
    "Key": _OPTIONS,
    "Answer": (*_OPTIONS, "text", "pairs", "sequence"),
    "Typed": ("answer",),
    "Unit": ("unit",),
    "Points": ("points",),
    "Text": ("text", "pairs", "sequence"),
    "Choices": ("pairs", "extra", "sequence"),
    "Accepted": ("accept", "tolerance"),
    "Correction": ("correction",),
    "Explanation": ("explanation",),
    "Hint": ("hint",),
    "Marks": ("marks",),
    "Compare": ("compare",),
}


class Said(msgspec.Struct, frozen=True):
    """The *values* by field, what of them has no place in a bank, and what the note says in two ways."""

    values: dict[str, Any]
    lost: tuple[str, ...] = ()
    contrary: dict[str, str] = {}  # by a field of the note, the other one that says something else


def said(
    fields: Mapping[str, str],
    tags: Sequence[str],
    before: Mapping[str, str],
    pictures: Pictures,
    *,
    is_base: bool = True,
) -> Said:
    """What a note with those *fields* says.

    *before* are the fields as they were, by which it is told which of two has been edited; unless it
    *is_base* they are only another state of the note, and the one of two that is as there is believed. What
    nobody means to edit (kind, id) is taken from there. *tags* are those of the bank alone; *pictures* know
    its files.
    """
    spaced = {name: _spaced(text, before[name]) for name, text in fields.items()}
    folded, contrary = _folded(spaced, before, is_base=is_base)
    kept = {name: before.get(name, "") for name in ("Kind", "Id", "Topic", "Source")}
    note = AnkiNote(
        place=kept["Id"],
        type=of_fields("", tuple(fields)),
        fields=folded | kept,
        tags=tuple(tags),
    )
    report = Report()
    item = own_item(note, pictures, report)
    values = fields_of(item) if item else {}
    if item and item.pairs:
        values["extra"] = _without_former(item, fields, before)
    lost = tuple(f"{loss.field}: {loss.rule}{_was(loss.was)}" for loss in report.losses)
    return Said(values, lost, contrary)


def _spaced(text: str, before: str) -> str:
    """The text without the hard spaces that Anki's editor makes of any two in a row."""
    if _HARD.search(before):
        return text
    return _HARD.sub(" ", text)


def _was(text: str) -> str:
    return f" ({text})" if text else ""


def _without_former(item: Item, fields: Mapping[str, str], before: Mapping[str, str]) -> list[str]:
    """What belongs to no left, without the rights that were edited where they are paired alone."""
    offered = fields["Choices"].count("<li>")
    missing = len({right for _, right in item.pairs}) + len(item.extra) - offered
    former = [text for text in item.extra if text not in _extra(before)][: max(missing, 0)]
    return [text for text in item.extra if text not in former]


def _extra(fields: Mapping[str, str]) -> tuple[str, ...]:
    note = AnkiNote(place="", type=of_fields("", tuple(fields)), fields=fields)
    item = own_item(note, Pictures(), Report())
    return item.extra if item else ()


def _folded(fields: _Fields, before: Mapping[str, str], *, is_base: bool) -> tuple[_Fields, dict[str, str]]:
    """The fields with every edit in the one that is read, and those that contradict each other."""
    match before.get("Kind", ""):
        case "multiple_choice" | "multiple_response":
            return _options(fields, before, is_base=is_base)
        case "short_answer":
            return _one_of(fields, before, ("Answer", "Typed"), _isolated, is_base=is_base)
        case "numerical":
            return _one_of(fields, before, ("Typed", "Answer"), _without_unit, is_base=is_base)
        case _:
            return fields, {}


def _options(fields: _Fields, before: Mapping[str, str], *, is_base: bool) -> tuple[_Fields, dict[str, str]]:
    """Options as the back judges them, with what was edited on the front or in the answer at a glance."""
    known = {row["text"] for row in _ROW.finditer(before.get("Key", ""))}
    asked = {row["at"]: row["text"] for row in _ROW.finditer(fields["Options"])}
    rights = [row["at"] for row in _ROW.finditer(fields["Key"]) if 'class="right"' in row["begin"]]
    contrary: dict[str, str] = {}

    def meant(row: re.Match[str]) -> str:
        text = row["text"]
        others = {"Options": asked.get(row["at"], text)}
        if rights == [row["at"]]:
            others["Answer"] = fields["Answer"]
        for name, other in others.items():
            if other == text or (text in known and other in known):
                continue
            if text not in known and other not in known:
                contrary[name] = "Key"
            elif (text in known) is is_base:
                text = other
        return f"{row['begin']}{text}{row['end']}"

    return fields | {"Key": _ROW.sub(meant, fields["Key"])}, contrary


def _one_of(
    fields: _Fields,
    before: Mapping[str, str],
    names: tuple[str, str],
    as_read: Callable[[_Fields], str],
    *,
    is_base: bool,
) -> tuple[_Fields, dict[str, str]]:
    """An answer that stands in two fields, the first of which is read; *as_read* has the other one for it."""
    read, other = names
    is_old, is_other_old = (fields[name] == before[name] for name in names)
    if is_old is not is_other_old:
        return (fields | {read: as_read(fields)} if is_old is is_base else fields), {}
    alike = {_plain(fields[read]), _plain(as_read(fields))}
    is_contrary = not is_old and len(alike) > 1 and "mathematics" not in fields[read]
    return fields, {other: read} if is_contrary else {}


def _isolated(fields: _Fields) -> str:
    return f"<bdi>{fields['Typed']}</bdi>"


def _without_unit(fields: _Fields) -> str:
    alone = _plain(fields["Answer"]).removesuffix(_plain(fields["Unit"])).strip()
    return html.escape(alone, quote=False)


def _plain(source: str) -> str:
    return " ".join(html.unescape(_TAG.sub("", source)).split())
