"""Anki's text files: notes as rows of a table, and lines at the head that say what the columns are."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from quizmill.bank import guard
from quizmill.bank.csv_in import allow_fields_of
from quizmill.errors import FileUnusable
from quizmill.formats.anki_notes import AnkiNote, NoteType, of_deletions, of_fields, template
from quizmill.formats.columns import columns

_HEAD = re.compile(r"#\s*(?P<name>[a-z ]+?)\s*:\s*(?P<value>.*)", re.IGNORECASE)
_NAMES = {"separator", "html", "tags", "columns", "notetype", "deck", "if matches"}
_NAMES |= {"notetype column", "deck column", "tags column", "guid column"}
_SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t", "space": " ", "pipe": "|", "colon": ":"}
_SPECIAL = ("guid", "notetype", "deck", "tags")
_MEANINGS = {
    "meaning",
    "translation",
    "english",
    "bedeutung",
    "übersetzung",
    "significado",
    "traduction",
    "意思",
}
_GUESSED = "\t|;,"
_DELETION = re.compile(r"\{\{c\d+(?:,\d+)*::")
_ALL_IN_ONE = (
    *("Question", "Title", "QType", "Q_1", "Q_2", "Q_3", "Q_4", "Q_5"),
    *("Answers", "Sources", "Extra 1"),
)


def has_heads(data: bytes) -> bool:
    """Whether a text begins with a line that only Anki's files have."""
    return _head(data[:200].decode("utf-8-sig", "replace").partition("\n")[0]) is not None


def read_text(data: bytes, name: str) -> tuple[AnkiNote, ...]:
    """The notes of a text file. Raises FileUnusable where there is none."""
    text = guard.text(data, name)
    allow_fields_of(text)
    heads, lines = _parted(text)
    separator = _separator(heads, lines)
    try:
        found = list(_rows(lines, separator))
    except csv.Error as error:
        raise FileUnusable(name, f"this is no table as Anki writes it ({error})") from error
    if not any(len(row) > 1 or _DELETION.search(row[0]) for _, row in found):
        raise FileUnusable(
            name, "no line has two columns; say how they are parted by #separator: at the head"
        )
    return tuple(_notes(found, heads, separator))


def _head(line: str) -> tuple[str, str] | None:
    found = _HEAD.fullmatch(line.strip())
    name = found["name"].lower() if found else ""
    return (name, found["value"]) if found and name in _NAMES else None


def _parted(text: str) -> tuple[dict[str, str], list[tuple[int, str]]]:
    """What the lines at the head say, and the others by their numbers."""
    heads: dict[str, str] = {}
    lines = list(enumerate(text.split("\n"), start=1))
    for at, (_, line) in enumerate(lines):
        if not line.startswith("#"):
            return heads, lines[at:]
        if told := _head(line):
            heads[told[0]] = told[1]
    return heads, []


def _rows(lines: Iterable[tuple[int, str]], separator: str) -> Iterator[tuple[int, list[str]]]:
    """The rows that say something; a line that begins with # between two of them is a comment."""
    is_between = True
    last = 0

    def fed() -> Iterator[str]:
        nonlocal is_between, last
        for number, line in lines:
            last = number
            if not (is_between and line.startswith("#")):
                is_between = False
                yield f"{line}\n"

    for row in csv.reader(fed(), delimiter=separator):
        is_between = True
        if any(cell.strip() for cell in row):
            yield last, row


def _separator(heads: Mapping[str, str], lines: Iterable[tuple[int, str]]) -> str:
    told = heads.get("separator", "")
    if told:
        named = _SEPARATORS.get(told.strip().lower(), told[:1])
        return named if named.isprintable() or named == "\t" else "\t"
    first = next((line for _, line in lines if line.strip()), "")
    return next((sign for sign in _GUESSED if sign in first), "\t")


def _notes(
    found: Sequence[tuple[int, list[str]]], heads: Mapping[str, str], separator: str
) -> Iterator[AnkiNote]:
    titles = [title.strip() for title in heads["columns"].split(separator)] if "columns" in heads else []
    special = {name: at for name in _SPECIAL if (at := _column(name, heads, titles)) >= 0}
    for line, row in found:
        told = {name: row[at].strip() for name, at in special.items() if at < len(row)}
        places = [at for at in range(len(row)) if at not in special.values()]
        values = [row[at] for at in places]
        called = told.get("notetype") or heads.get("notetype", "")
        named = [titles[at] for at in places] if len(titles) >= len(row) else []
        of = _type(called, named, values)
        yield AnkiNote(
            place=f"line {line}",
            type=of,
            fields=dict(zip(named or of.fields, values, strict=False)),
            guid=told.get("guid", ""),
            tags=(*told.get("tags", "").split(), *heads.get("tags", "").split()),
            deck=told.get("deck") or heads.get("deck", ""),
            is_html=heads.get("html", "").strip().lower() == "true",
        )


def _column(name: str, heads: Mapping[str, str], titles: Sequence[str]) -> int:
    """Where from 0 the column stands that is said to hold this; -1 where none is."""
    told = heads.get(f"{name} column", "").strip()
    if told.isdecimal():
        return int(told) - 1
    return next((at for at, title in enumerate(titles) if title.lower() == name), -1)


def _type(called: str, titles: Sequence[str], values: Sequence[str]) -> NoteType:
    """The note type of a row: by its name, by the titles of its columns, or by what stands in them."""
    name, many = called.lower(), len(values)
    if "allinone" in name and many > len(_ALL_IN_ONE) - 3:
        return of_fields(called, (*_ALL_IN_ONE, *(f"Extra {at}" for at in range(2, many)))[:many])
    further = (f"Field {at}" for at in range(4, many + 1))
    fields = tuple(titles) or ("Front", "Back", "Extra", *further)[:many]
    if values and _DELETION.search(values[0]):
        return of_deletions(called or "Cloze", fields)
    made = of_fields(called or "Basic", _in_order(fields))
    is_turned = "optional" not in name or (many > 2 and bool(values[2].strip()))
    if "reverse" in name and many > 1 and is_turned:
        front, back = fields[:2]
        turned = template(f"{{{{{back}}}}}", f"{{{{{front}}}}}")
        return NoteType(made.name, fields, (template(f"{{{{{front}}}}}", f"{{{{{back}}}}}"), turned))
    if "type in" in name and many > 1:
        front, back = fields[:2]
        return NoteType(
            made.name, fields, (template(f"{{{{{front}}}}}{{{{type:{back}}}}}", f"{{{{type:{back}}}}}"),)
        )
    return made


def _in_order(fields: Sequence[str]) -> tuple[str, ...]:
    """The fields with what asks and what answers first, where their titles say which these are."""
    found = dict(columns(fields, {}).of)
    meanings = [at for at, field in enumerate(fields) if field.lower() in _MEANINGS]
    if meanings and "answer" not in found:
        found = {"prompt": 0, "answer": meanings[0], **found}
    first = [fields[found[name]] for name in ("prompt", "answer") if name in found]
    rest = [field for field in fields if field not in first and field.lower() != "id"]
    return (*first, *rest) if len(first) == 2 else tuple(fields)
