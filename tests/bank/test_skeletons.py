"""What a question is begun with: all that its kind needs, which is nothing yet."""

from __future__ import annotations

import msgspec
import pytest

from quizmill.bank.model import KINDS
from quizmill.bank.reader.yaml_tree import parse
from quizmill.bank.skeletons import kind_lines, short_id, skeleton


def begun(kind: str, **given) -> dict:
    """The fields of a skeleton, as they are read."""
    tree, faults = parse("\n".join(skeleton(kind, "an-id", **given)))
    assert faults == ()
    [fields] = tree
    return fields


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_that_is_needed_is_there(kind: str):
    needed = {field.encode_name for field in msgspec.structs.fields(KINDS[kind]) if field.required}

    assert needed | {"type", "state", "explanation"} <= begun(kind).keys()
    assert begun(kind).keys() - {"type", "state"} <= {
        field.encode_name for field in msgspec.structs.fields(KINDS[kind])
    }


@pytest.mark.parametrize("kind", KINDS)
def test_what_goes_into_a_field_stands_above_it(kind: str):
    lines = skeleton(kind, "an-id", facts={})
    fields = [at for at, line in enumerate(lines) if line[2:3].isalpha() and at > 2]

    assert len(fields) == len(begun(kind, facts={})) - 3  # id, type and state
    assert all(lines[at - 1].startswith("  # ") for at in fields)


def test_a_skeleton_as_a_whole():
    lines = skeleton("cloze", "tea-year", prompt='In {{1658}}: "tea"', facts={"tea-book/year": "Tea came."})

    assert "\n".join(lines) == (
        "- id: tea-year  # names the question for ever: choose it before others have it\n"
        "  type: cloze\n"
        "  state: draft  # delete this line when the question is whole; until then it is asked nowhere\n"
        "  # The text, each blank in double braces with other right forms after a bar: "
        "{{Amazon|Amazon.com}}.\n"
        '  text: "In {{1658}}: \\"tea\\""\n'
        "  # Why the answer is right, and what tempts people to others. Shown with the answer.\n"
        '  explanation: ""\n'
        "  # tea-book/year: Tea came.\n"
        "  facts: [tea-book/year]"
    )


def test_a_bank_without_evidence_has_no_facts():
    assert "facts" not in begun("essay")
    assert begun("essay", facts={})["facts"] == []


@pytest.mark.parametrize(
    ("wording", "id"),
    [
        ("Who drank *tea* in 1658?", "who-drank-tea-in-1658"),
        (
            "Which of these plants is the one that every true tea is made of?",
            "which-of-these-plants-is-the-one-that",
        ),
        ("Überraschung", "uberraschung"),
        ("x" * 60, "x" * 40),
        ("茶?", ""),
    ],
)
def test_an_id_of_a_wording(wording: str, id: str):
    assert short_id(wording) == id


def test_each_kind_has_a_line():
    assert list(kind_lines()) == list(KINDS)
    assert kind_lines()["cloze"] == "A text with blanks."
