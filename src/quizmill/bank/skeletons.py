"""A question of each kind as its author begins it: every field in its place, and above it what goes there."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

from quizmill.bank import yaml_out
from quizmill.bank.markup import plain
from quizmill.bank.model import KINDS
from quizmill.bank.reader.decode import as_id
from quizmill.bank.schema import descriptions

_WIDTH = 96  # characters of a comment, which stands four columns from the margin
_LONGEST = 40  # characters of an id that is made of a wording
_ID = "names the question for ever: choose it before others have it"
_STATE = "delete this line when the question is whole; until then it is asked nowhere"

_Fields = Mapping[str, str | Sequence[str | Sequence[str]]]
_BEGUN: dict[str, _Fields] = {
    "multiple_choice": {"prompt": "", "answer": "", "distractors": [""] * 3},
    "multiple_response": {"prompt": "", "answers": [""] * 2, "distractors": [""] * 2},
    "true_false": {"prompt": "", "answer": "", "correction": ""},
    "short_answer": {"prompt": "", "answer": "", "accept": []},
    "numerical": {"prompt": "", "answer": "", "unit": ""},
    "cloze": {"text": ""},
    "matching": {"prompt": "", "pairs": [["", ""]] * 3},
    "ordering": {"prompt": "", "sequence": [""] * 3},
    "essay": {"prompt": "", "points": [""] * 2},
}


def kind_lines() -> dict[str, str]:
    """What each of the nine kinds is, in a line."""
    return {name: (kind.__doc__ or "").partition("\n")[0] for name, kind in KINDS.items()}


def short_id(wording: str) -> str:
    """An id of the first words of a text; "" when its letters make none."""
    slug = as_id(plain(wording))
    return slug if len(slug) <= _LONGEST else slug[: _LONGEST + 1].rpartition("-")[0] or slug[:_LONGEST]


def skeleton(kind: str, id: str, *, prompt: str = "", facts: Mapping[str, str] | None = None) -> list[str]:
    """The lines of a draft of that *kind*, to stand in the list `questions`.

    *facts* are those it rests on, as source/fact, each with what it says; None leaves the field out, as a
    bank without evidence does.
    """
    told = descriptions(KINDS[kind])
    lines = [f"id: {id}  # {_ID}", f"type: {kind}", f"state: draft  # {_STATE}"]
    first = next(iter(_BEGUN[kind]))  # what is asked
    for name, value in {**_BEGUN[kind], first: prompt}.items():
        lines += _commented(told[name], _field(name, value))
    lines += _commented(told["explanation"], _field("explanation", ""))
    if facts is not None:
        said = "\n".join(f"{fact}: {says}" for fact, says in facts.items())
        lines += _commented(said or told["facts"], _field("facts", list(facts)))
    return [f"- {lines[0]}", *(f"  {line}" for line in lines[1:])]


def _field(name: str, value: Any) -> list[str]:
    """A field's lines; each entry of a list to be filled in stands on a line of its own."""
    if isinstance(value, str):
        return yaml_out.entry(name, value)
    if name == "facts" or not value:
        return [f"{name}: {yaml_out.inline(value)}"]
    return [f"{name}:", *(f"  {line}" for each in value for line in yaml_out.item(each))]


def _commented(comment: str, lines: list[str]) -> list[str]:
    told = [line for each in comment.split("\n") for line in textwrap.wrap(each, _WIDTH)]
    return [*(f"# {line}" for line in told), *lines]
