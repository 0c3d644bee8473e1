"""From trees of text to records: the sound ones, and every fault of the others.

The fast path is one conversion per entry. Only an entry that fails is looked at a second time, field by
field, so that all its faults are told at once and in an author's words.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

import msgspec

from quizmill.bank.closest import closest, nearest
from quizmill.bank.fold import fold
from quizmill.bank.model import KINDS, OWN, Id, Question
from quizmill.bank.reader import pictured, written
from quizmill.bank.reader.fault import Fault, Path
from quizmill.bank.reader.tree import Tree

_PATTERNS = {
    r"^\S+$": "a tag is one word, without spaces",
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "an id is lower-case letters and digits, parted by single hyphens",
    r"^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$": (
        "a fact is named source/fact: write the id of its source before it, as in moon-notes/crew"
    ),
}


# What other programs call our fields, the likelier meaning first.
_ELSEWHERE = {
    **dict.fromkeys(("prompt", "question", "stem", "statement"), ("prompt", "text")),
    **dict.fromkeys(("options", "choices", "wrong", "incorrect", "alternatives"), ("distractors",)),
    **dict.fromkeys(
        ("correct", "key", "solution", "right", "answer", "answers"),
        ("answer", "answers", "pairs", "sequence", "points"),
    ),
    **dict.fromkeys(("feedback", "rationale", "comment", "reason"), ("explanation",)),
    **dict.fromkeys(("synonyms", "also", "alternatives", "accepted"), ("accept",)),
    **dict.fromkeys(("steps", "order", "items"), ("sequence",)),
    **dict.fromkeys(("picture", "figure"), ("image",)),
    **dict.fromkeys(("sound", "recording", "listening"), ("audio",)),
    **dict.fromkeys(("text", "script", "subtitles"), ("transcript",)),
    **dict.fromkeys(("points", "score", "weight"), ("marks",)),
    **dict.fromkeys(("passage", "stimulus", "data"), ("context",)),
}
_OTHERWISE = {"draft": "write `state: draft`", "status": "write `state: draft`, or leave it out"}
# What others call our kinds.
_KINDS_ELSEWHERE = {
    **dict.fromkeys(("mc", "mcq", "single_choice", "choice", "quiz"), "multiple_choice"),
    **dict.fromkeys(("checkbox", "multi_select", "multiple_select", "multiple_answer"), "multiple_response"),
    **dict.fromkeys(("tf", "t/f", "boolean", "yes_no"), "true_false"),
    **dict.fromkeys(("open", "text", "fill_in", "short"), "short_answer"),
    **dict.fromkeys(("number", "numeric", "calculation"), "numerical"),
    **dict.fromkeys(("gap", "gaps", "blank", "blanks", "gap_fill", "fill_in_the_blank"), "cloze"),
    **dict.fromkeys(("pairs", "pairing"), "matching"),
    **dict.fromkeys(("sequence", "sorting", "ranking"), "ordering"),
    **dict.fromkeys(("long_answer", "free_text", "discussion"), "essay"),
}
_RANGE = re.compile(r"(\d{1,6}) ?(?:-|–|to) ?(\d{1,6})")
_TRUTHS = dict.fromkeys(("true", "yes", "t", "y", "1", "on"), "true") | dict.fromkeys(
    ("false", "no", "f", "n", "0", "off"), "false"
)


def decode_question(tree: Tree, path: Path) -> Question | tuple[Fault, ...]:
    """The question, or all that keeps the tree from being one."""
    if not isinstance(tree, dict):
        return (Fault(path, "wrong-type", "a question is a mapping of fields", "begin it with `- id: …`"),)
    kind = tree.get("type", "")
    if kind is None:  # broken, and told by the parser
        return tuple(_id_faults(tree, path))
    if not isinstance(kind, str) or kind not in KINDS:
        return (_unknown_kind(kind, path), *_id_faults(tree, path))
    tree, faults = pictured.spelt_out(tree, kind, path, decode)
    found = decode(tree, KINDS[kind], path)
    if faults:
        return (*faults, *(found if isinstance(found, tuple) else ()))
    return found


RecordT = TypeVar("RecordT", bound=msgspec.Struct)


def decode(tree: Tree, kind: type[RecordT], path: Path) -> RecordT | tuple[Fault, ...]:
    """The record, or all that keeps the tree from being one."""
    tree = _with_entries_spelt_out(tree)
    gathered = isinstance(tree, dict) and OWN in tree  # an author's field that bears the name of ours
    found = None if gathered else _converted(tree, kind)
    if found is None:
        tree = _spelt_out(tree, kind)
        found = _converted(tree, kind)
    return tuple(_faults(tree, kind, path)) if found is None else found


def _with_entries_spelt_out(tree: Tree) -> Tree:
    """The tree, the entries of its lists that are written as their text alone as mappings."""
    if not isinstance(tree, dict):
        return tree
    for name, (_, text_field) in written.SHORT.items():
        if isinstance(listed := tree.get(name), list):
            spelt: list[Tree] = [{text_field: entry} if isinstance(entry, str) else entry for entry in listed]
            tree = {**tree, name: spelt}
    return tree


def _converted(tree: Tree, kind: type[RecordT]) -> RecordT | None:
    if not isinstance(tree, dict) or _misspelt_booleans(tree, kind):
        return None
    try:
        return msgspec.convert(tree, kind, strict=False)
    except msgspec.ValidationError:
        return None


def _spelt_out(tree: Tree, kind: type[msgspec.Struct]) -> Tree:
    """What only few records have, as the record has it: the author's own fields in one, one id as a list."""
    if not isinstance(tree, dict) or "own" not in kind.__struct_fields__:
        return tree
    spelt = {name: value for name, value in tree.items() if not name.startswith(OWN)}
    if isinstance(spelt.get("formerly"), str):
        spelt["formerly"] = [spelt["formerly"]]
    if own := {name: value for name, value in tree.items() if name.startswith(OWN)}:
        spelt[OWN] = own
    return spelt


def _unknown_kind(kind: Tree, path: Path) -> Fault:
    if kind == "":
        return Fault(path, "missing-field", 'a question needs "type"', "write one of " + ", ".join(KINDS))
    if not isinstance(kind, str):
        return Fault(
            (*path, "type"), "wrong-type", "the type is one word", "write one of " + ", ".join(KINDS)
        )
    spelt = re.sub(r"[ -]", "_", kind.lower())
    meant = _KINDS_ELSEWHERE.get(spelt)
    help = f'did you mean "{meant}"?' if meant else nearest(spelt, KINDS)
    return Fault((*path, "type"), "unknown-type", f'there is no type "{kind}"', help)


def _id_faults(tree: dict[str, Tree], path: Path) -> Iterator[Fault]:
    if "id" not in tree:
        yield Fault(path, "missing-field", 'a question needs "id"', "add `id: …`")
    else:
        yield from _value_faults(tree["id"], Id, (*path, "id"))


def _misspelt_booleans(tree: dict[str, Tree], kind: type[msgspec.Struct]) -> bool:
    """msgspec takes 1 and TRUE for true; in a bank a truth has one spelling."""
    return any(tree.get(name, "true") not in ("true", "false") for name in _booleans(kind))


@cache
def _booleans(kind: type[msgspec.Struct]) -> tuple[str, ...]:
    """The names of a record's truths; looked up once, since msgspec evaluates annotations at each look."""
    return tuple(field.encode_name for field in msgspec.structs.fields(kind) if field.type is bool)


def _faults(tree: Tree, kind: type[msgspec.Struct], path: Path) -> Iterator[Fault]:
    if not isinstance(tree, dict):
        help = f"write {written.field(path, kind, tree)}"
        yield Fault(path, "wrong-type", f"expected a mapping of fields, got {written.said(tree)}", help)
        return
    fields = {field.encode_name: field for field in msgspec.structs.fields(kind)}
    meant: set[str | None] = set()
    for name, value in tree.items():
        if name == kind.__struct_config__.tag_field:
            continue
        if name in fields:
            yield from _value_faults(value, fields[name].type, (*path, name))
        else:
            absent = [field for field in fields if field not in tree and field != OWN]
            elsewhere = _elsewhere(name, absent)
            meant.add(elsewhere or closest(name, absent))
            named = f'did you mean "{elsewhere}"?' if elsewhere else nearest(name, absent)
            help = _odd_space_in(name) or _cut_in(tree, name) or _OTHERWISE.get(name) or named
            yield Fault((*path, name), "unknown-field", f'unknown field "{name}"', help, at_key=True)
    for name, field in fields.items():
        if field.required and name not in tree and name not in meant:
            help = f"add {written.field((name,), field.type)}"
            yield Fault(path, "missing-field", f'"{name}" is missing', help)


def _elsewhere(name: str, absent: Sequence[str]) -> str:
    """Our name of a field that other programs call so; "" when there is none."""
    return next((ours for ours in _ELSEWHERE.get(name.lower(), ()) if ours in absent), "")


def _cut_in(tree: dict[str, Tree], name: str) -> str:
    """How to write a text in braces that a comma has cut, of which *name* is the rest; "" where none is."""
    if tree[name] != "" or " " not in name:
        return ""
    names = list(tree)
    own = next((n for n in reversed(names[: names.index(name)]) if tree[n] != ""), "")
    text = tree.get(own)
    if not isinstance(text, str):
        return ""
    rest = itertools.takewhile(lambda n: tree[n] == "", names[names.index(own) + 1 :])
    whole = ", ".join([text, *rest]).replace("\\", "\\\\").replace('"', '\\"')
    return f'within braces a comma ends a text; write `{own}: "{whole}"`'


def _odd_space_in(name: str) -> str:
    """How to write a name beside which a no-break or wide space stands; "" when none does."""
    if name == name.strip():
        return ""
    char = name[0] if name[0].isspace() else name[-1]
    return f"write `{name.strip()}`: what stands beside it is no space but the character U+{ord(char):04X}"


def _value_faults(value: Tree, expected: Any, path: Path) -> Iterator[Fault]:
    if value is None:  # broken, and told by the parser
        return
    bare = written.bare(expected)
    if isinstance(bare, type) and issubclass(bare, msgspec.Struct):
        yield from _faults(value, bare, path)
        return
    if isinstance(value, list):
        entries = enumerate(zip(value, written.kinds_of(bare, len(value)), strict=False))
        inside = [fault for i, (each, kind) in entries for fault in _value_faults(each, kind, (*path, i))]
        if inside:
            yield from inside
            return
    if bare is bool and value not in ("true", "false"):
        help = f"write `{_TRUTHS.get(str(value).lower(), 'true` or `false')}`"
        yield Fault(path, "wrong-type", f"expected true or false, got {written.said(value)}", help)
        return
    try:
        msgspec.convert(value, expected, strict=False)
    except msgspec.ValidationError as error:
        yield _translate(str(error), value, expected, path)


def _translate(said: str, value: Tree, expected: Any, path: Path) -> Fault:
    """msgspec's message in the words of someone who writes YAML."""
    kind, given = written.bare(expected), written.said(value)
    pattern = re.search(r"matching regex '(.*)'", said)
    if pattern and isinstance(value, str):
        if not value.strip():
            return Fault(path, "empty", "the text is empty", "write it, or leave the field out")
        wanted = _PATTERNS[pattern[1].replace("\\\\", "\\")]
        if (id := as_id(value)) and wanted.startswith("an id"):
            wanted += f": {id}"
        return Fault(path, "bad-form", f"{given} will not do", wanted)
    if isinstance(kind, type) and issubclass(kind, StrEnum) and isinstance(value, str):
        help = nearest(value, list(kind))
        if help.startswith("did"):
            help += f" It is one of {', '.join(kind)}"
        return Fault(path, "unknown-value", f"{given} is none of the known values", help)
    length = re.search(r"of length (>=|<=) (\d+)", said)
    if length and isinstance(value, list):
        few = length[1] == ">="
        help = f"write {written.field(path, expected, value)}" if few else _fewer(len(value) - int(length[2]))
        message = f"at {'least' if few else 'most'} {length[2]} needed, {len(value)} given"
        return Fault(path, "wrong-count", message, help)
    ranged = value if "states_nothing" in path and isinstance(value, str) else ""
    if backwards := _RANGE.fullmatch(ranged):
        first, last = backwards.groups()
        if int(first) < int(last):
            help = "write its parts one by one: a range has at most 10,000 numbers"
            return Fault(path, "bad-form", f"{given} is too long", help)
        return Fault(path, "bad-form", f"{given} runs backwards", f"write {last}-{first}")
    help = written.instead(path, expected, value)
    if bound := re.search(r"`int` (>=|<=) (\d+)", said):
        more = "at least" if bound[1] == ">=" else "at most"
        return Fault(path, "bad-form", f"{given}: the number must be {more} {bound[2]}", help)
    return Fault(path, "wrong-type", f"expected {written.expected(kind)}, got {given}", help)


def _fewer(count: int) -> str:
    return f"leave {count} of them out"


def as_id(text: str) -> str:
    """The id nearest to the text; "" when its letters make none."""
    return "-".join(re.findall(r"[a-z0-9]+", fold(text)))
