"""A new kind of question is overlooked nowhere: mypy names each `match` without it, these tests the rest."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from architecture.kinds import overlooked
from quizmill.bank.model import KINDS

SOURCES = Path(__file__).parents[2] / "src"
# Where places older than this test are being mended; what is whole leaves the list, and nothing joins it.
BEING_MENDED: tuple[str, ...] = ()


def test_every_place_that_knows_some_kinds_knows_all():
    modules = {str(path.relative_to(SOURCES)): path for path in sorted(SOURCES.rglob("*.py"))}
    faults = {name: overlooked(path.read_text(encoding="utf-8")) for name, path in modules.items()}

    assert {name: found for name, found in faults.items() if found} == {}


IMPORTS = "from quizmill.bank import model\nfrom quizmill.bank.model import Cloze, Essay, Ordering as Steps\n"


def found(source: str) -> list[str]:
    """What is found below the imports, on lines counted from there."""
    lines = [line.partition(": ") for line in overlooked(IMPORTS + textwrap.dedent(source))]
    return [f"{int(number) - 2}: {what}" for number, _, what in lines]


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        (
            """\
            match question:
                case Cloze() | model.Essay():
                    pass
                case _:
                    return ()
            """,
            "1: `case _` beside Cloze, Essay",
        ),
        (
            """\
            match question, response:
                case Steps(sequence=steps), given:
                    pass
                case _, Choice(picks):
                    pass
                case other, _:
                    pass
            """,
            "1: `case [other, _]` beside Ordering",
        ),
        ("HOW = {'cloze': 1, 'essay': 2}", "1: a table of Cloze, Essay alone"),
        ("HOW = {Steps: 1}", "1: a table of Ordering alone"),
        ("OPEN = ('essay', 'cloze')", "1: a list of Cloze, Essay alone"),
        ("isinstance(question, (Cloze, Essay))", "1: a list of Cloze, Essay alone"),
        ("exercise.kind == 'essay'", "1: `exercise.kind == 'essay'`: a kind is asked for by its class"),
        ("'essay' in kinds", "1: `'essay' in kinds`: a kind is asked for by its class"),
        ("HOW.get(exercise.kind, '')", "1: `HOW.get(exercise.kind, '')`: a kind is looked up with []"),
        ("HOW.get(kind_of(question))", "1: `HOW.get(kind_of(question))`: a kind is looked up with []"),
        ("HOW.get(type(question))", "1: `HOW.get(type(question))`: a kind is looked up with []"),
    ],
)
def test_what_would_overlook_a_new_kind_is_found(source: str, fault: str):
    assert found(source) == [fault]


@pytest.mark.parametrize(
    "source",
    [
        "match question:\n    case Cloze() | Essay(): ...\n    case Steps(): ...",
        "match question:\n    case Cloze(): ...\n    case never: assert_never(never)",
        "match response:\n    case Choice(): ...\n    case _: ...",
        "match question:\n    case Cloze() if long: ...\n    case Cloze() | Essay() | Steps(): ...",
        "from elsewhere import Matching\nmatch it:\n    case Matching(): ...\n    case _: ...",
        "isinstance(question, Cloze | Essay)",  # a rule's own choice; what is left has a type that mypy sees
        "HOW[exercise.kind]",
        "words.get(name.kind)",
    ],
)
def test_what_mypy_sees_or_speaks_of_other_things_is_not(source: str):
    assert found(source) == []


def test_a_table_of_all_kinds_is_whole():
    assert found(f"HOW = {dict.fromkeys(KINDS, 1)}") == []
