"""One field is changed at its place, and every other byte stays."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import samples
from quizmill.bank.edit import Edit, NotEditable, with_edits, with_entries, with_value
from quizmill.bank.reader.extents import extents
from quizmill.bank.reader.yaml_tree import parse
from sound_banks import NASTY, texts

COMMENTED = """\
# The whole file's comment
title: Tea   # what it is called
# before the questions
questions:
  # before the first
  - id: a            # an id
    type: multiple_choice
    prompt: >-       # folded
      Which plant
      is it?

    # between two fields
    answer: 'Camellia'   # the key
    distractors:         # three
      - Ilex   # one
      - {text: Rooibos, why: "red"}  # two
      # and no third
    tags: [x, y]   # in brackets
    hint:

  - {id: b, type: true_false, prompt: P, answer: true}  # on one line
  - id: c
    type: short_answer
    context: |
      two

      lines
    prompt: P
    accept:
    - one
    - two
    answer: A
# the end, without a line break"""

FIELDS = (
    "id",
    "prompt",
    "answer",
    "distractors",
    "tags",
    "hint",
    "context",
    "accept",
    "explanation",
    "x-own",
)
values = st.one_of(
    *(st.sampled_from(NASTY), texts, st.booleans(), st.integers(1, 99)),
    st.lists(texts, max_size=3),
    st.lists(st.fixed_dictionaries({"text": texts, "why": texts}), min_size=1, max_size=2),
    st.dictionaries(st.sampled_from(["file", "alt"]), texts, max_size=2),
)


@example(COMMENTED, "\n", 0, "distractors", {"file": "a\n  b"})  # behind it stands a comment
@given(
    st.sampled_from([COMMENTED, samples.TOPIC, "\ufeff" + COMMENTED]),
    st.sampled_from(["\n", "\r\n"]),
    st.integers(0, 2),
    st.sampled_from(FIELDS),
    values,
)
def test_the_field_is_read_as_set_and_every_other_byte_stays(
    text: str, end: str, question: int, field: str, value: Any
):
    old = text.replace("\n", end)
    new = with_value(old, ("questions", question, field), value)
    at = extents(old.removeprefix("\ufeff")).fields["questions"].entries[question].fields.get(field)

    if at:
        mark = len(old) - len(old.removeprefix("\ufeff"))
        assert new.startswith(old[: at.start + mark])
        assert new.endswith(old[at.end + mark :])
    else:
        same = next(
            (i for i, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), len(old)
        )
        assert old[same:] == new[same + len(new) - len(old) :]
    assert ("\n" in new.replace("\r\n", "")) == (end == "\n")


def changed(field: str, value: Any, question: int = 0) -> list[str]:
    """The lines that are new, and those that are gone."""
    new = with_value(COMMENTED, ("questions", question, field), value).split("\n")
    old = COMMENTED.split("\n")
    return [f"+{line}" for line in new if line not in old] + [f"-{line}" for line in old if line not in new]


@pytest.mark.parametrize(
    ("question", "field", "value", "expected"),
    [
        (0, "answer", "#1", ["+    answer: \"#1\"   # the key", "-    answer: 'Camellia'   # the key"]),
        (0, "answer", "Tea", ['+    answer: "Tea"   # the key', "-    answer: 'Camellia'   # the key"]),
        (0, "tags", ["x"], ["+    tags: [x]   # in brackets", "-    tags: [x, y]   # in brackets"]),
        (0, "hint", "H", ["+    hint: H", "-    hint:"]),
        (0, "importance", "core", ["+    importance: core"]),
        (0, "image", {"file": "a", "alt": "A, b"}, ["+    image:", "+      file: a", "+      alt: A, b"]),
        (1, "marks", 2, [
            "+  - {id: b, type: true_false, prompt: P, answer: true, marks: 2}  # on one line",
            "-  - {id: b, type: true_false, prompt: P, answer: true}  # on one line",
        ]),
        (1, "answer", False, [
            "+  - {id: b, type: true_false, prompt: P, answer: false}  # on one line",
            "-  - {id: b, type: true_false, prompt: P, answer: true}  # on one line",
        ]),
        (2, "accept", ["one", "three"], ["+    - three", "-    - two"]),
        (2, "context", "three\nlines", ["+    context: |-", "+      three", "-    context: |", "-      two"]),
    ],
)  # fmt: skip
def test_a_change_is_as_small_as_can_be(question: int, field: str, value: Any, expected: list[str]):
    assert changed(field, value, question) == expected


@pytest.mark.parametrize("sign", [">-       # folded", "|  # as # it is", "|+2\t#"])
@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("one", ["one{comment}"]),
        ("#1", ['"#1"{comment}']),
        ("one\n\ntwo", ["|-{comment}", "  one", "", "  two"]),
        (["x", "y"], ['[x, "y"]{comment}']),
        (True, ["true{comment}"]),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_comment_beside_the_sign_of_a_text_of_lines_stays(sign: str, value: Any, expected: list[str], end):
    text = f"hint: {sign}\n  # no comment\n  is it?\n\n# a comment\nid: a\n".replace("\n", end)
    comment = sign.lstrip("|>-+2")
    lines = "\n".join(expected).format(comment=comment)

    assert with_value(text, ("hint",), value) == (f"hint: {lines}\n\n# a comment\nid: a\n".replace("\n", end))


@given(st.integers(0, 2), st.sampled_from(FIELDS), st.one_of(st.sampled_from(NASTY), texts, st.booleans()))
def test_no_comment_is_lost_beside_a_text(question: int, field: str, value: Any):
    if field == "distractors":
        return  # comments among its entries go with them
    new = with_value(COMMENTED, ("questions", question, field), value)
    comments = [line.partition(" #")[2] for line in COMMENTED.split("\n") if " #" in line]

    assert [each for each in comments if each not in new] == []


def test_a_field_of_the_file_itself():
    assert with_value("title: T  # x\n", ("title",), "U: V") == 'title: "U: V"  # x\n'
    assert with_value("title: T\n", ("deck",), "D") == "title: T\ndeck: D\n"


def test_a_record_inside_a_question():
    new = with_value(COMMENTED, ("questions", 0, "distractors", 1, "why"), "It is red")

    assert "      - {text: Rooibos, why: It is red}  # two" in new.split("\n")


@pytest.mark.parametrize(
    ("text", "path", "reason"),
    [
        ("title: T\n", ("questions", 0, "id"), "there is no record at questions/0"),
        ("questions: [{id: a}]\n", ("questions", 1, "id"), "there is no record at questions/1"),
        ("questions: [a]\n", ("questions", 0, "id"), "there is no record at questions/0"),
        ("- a\n", ("id",), "there is no record at the top of the file"),
        ("", ("id",), "the file is empty$"),
        ("a: b: c\n", ("a",), "the file is no YAML"),
        ("a: " + "[" * 40 + "]" * 40, ("a",), "the file is nested more than 12 levels deep$"),
    ],
)
def test_what_cannot_be_edited(text: str, path: tuple[str | int, ...], reason: str):
    with pytest.raises(NotEditable, match=f"^{reason}"):
        with_value(text, path, "x")


def test_a_question_on_a_line_of_dashes_keeps_its_dash():
    assert with_value("questions:\n- id: a\n", ("questions", 0, "id"), "b") == "questions:\n- id: b\n"


LISTED = "title: T\nquestions:  # all\n  - id: a\n    prompt: p  # c\n  # the end\nown: 1\n"


@pytest.mark.parametrize(
    ("text", "after"),
    [
        (LISTED, LISTED.replace("# c\n", "# c\n\n  - id: b\n    prompt: |-\n      q\n      r\n")),
        (
            "\ufefftitle: T\r\n",
            "\ufefftitle: T\r\nquestions:\r\n  - id: b\r\n    prompt: |-\r\n      q\r\n      r\r\n",
        ),
        ("questions:\n- id: a\n", "questions:\n- id: a\n\n- id: b\n  prompt: |-\n    q\n    r\n"),
        ("questions: []\nx: 1\n", "questions:\n  - id: b\n    prompt: |-\n      q\n      r\nx: 1\n"),
        ("questions:\nx: 1\n", "questions:\n  - id: b\n    prompt: |-\n      q\n      r\nx: 1\n"),
    ],
    ids=["in a list", "without one", "at the margin", "in one without entries", "in one that is begun"],
)
def test_records_are_added_behind_the_last_one(text: str, after: str):
    assert with_entries(text, ("questions",), [{"id": "b", "prompt": "q\nr"}]) == after


@pytest.mark.parametrize("text", ["questions: [{id: a}]\n", "{title: T}\n", "- a\n", "a: [\n"])
def test_a_list_that_does_not_stand_on_lines_is_left_alone(text: str):
    with pytest.raises(NotEditable):
        with_entries(text, ("questions",), [{"id": "b"}])


def without(text: str, *path: str | int) -> str:
    return with_edits(text, [Edit(("questions", *path), None)])


@pytest.mark.parametrize(
    ("name", "line"), [("tags", "    tags: [x, y]   # in brackets\n"), ("hint", "    hint:\n")]
)
def test_a_field_goes_with_its_line_and_every_other_byte_stays(name, line):
    assert without(COMMENTED, 0, name) == COMMENTED.replace(line, "")


def test_the_last_line_goes_and_line_ends_stay():
    text = "questions:\r\n  - id: a\r\n    hint: h\r\n    state: draft"

    assert without(text, 0, "state") == text.removesuffix("\r\n    state: draft")
    assert without(text, 0, "answer") == text


@pytest.mark.parametrize(
    "path", [(0, "id"), (0, "prompt"), (0, "distractors"), (1, "answer"), (2, "context")]
)
def test_what_has_no_line_of_its_own_stays(path):
    with pytest.raises(NotEditable, match=f'"{path[1]}" stands on no line of its own'):
        without(COMMENTED, *path)


@given(
    st.dictionaries(st.tuples(st.integers(0, 2), st.sampled_from(FIELDS)), values, max_size=6),
    st.sampled_from(["\n", "\r\n"]),
)
def test_many_fields_at_once_are_as_one_after_the_other(fields: dict[tuple[int, str], Any], end: str):
    one_by_one = text = COMMENTED.replace("\n", end)
    edits = [Edit(("questions", *path), value) for path, value in fields.items()]
    for edit in edits:
        one_by_one = with_edits(one_by_one, [edit])

    assert parse(with_edits(text, edits)) == parse(one_by_one)


def test_a_new_field_may_stand_where_another_goes():
    text = "questions:\n  - id: a\n    state: draft  # yet\n\n  - id: b\n"
    edits = [("explanation", "E"), ("state", None), ("hint", "H")]

    assert with_edits(text, [Edit(("questions", 0, name), value) for name, value in edits]) == (
        "questions:\n  - id: a\n    explanation: E\n    hint: H\n\n  - id: b\n"
    )


ENTRIES = "a: [1, 2]  # in brackets\nb:\n  - 1  # one\n  - x: y\n    z: 2\n  # between\n  - 3\nc:\n- 1"


@pytest.mark.parametrize(
    ("path", "value", "before", "after"),
    [
        (("a", 1), 5, "[1, 2]", "[1, 5]"),
        (("b", 0), 5, "- 1  # one", "- 5  # one"),
        (("b", 2), "x", "- 3\n", "- x\n"),
        (("b", 0), None, "\n  - 1  # one", ""),
        (("b", 1), None, "\n  - x: y\n    z: 2", ""),
        (("b", 2), None, "\n  - 3", ""),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_an_entry_of_a_list(path, value, before: str, after: str, end: str):
    changed = with_edits(ENTRIES.replace("\n", end), [Edit(path, value)])

    assert changed == ENTRIES.replace(before, after, 1).replace("\n", end)


def test_entries_go_and_change_at_once():
    edits = [Edit(("b", 0), None), Edit(("b", 1, "z"), 5), Edit(("b", 2), None)]

    assert with_edits(ENTRIES, edits) == (
        "a: [1, 2]  # in brackets\nb:\n  - x: y\n    z: 5\n  # between\nc:\n- 1"
    )


@pytest.mark.parametrize(
    ("path", "value", "reason"),
    [
        (("a", 0), None, "an entry stands on no line of its own"),
        (("c", 0), None, "an entry stands on no line of its own"),
        (("c", 1), 2, "there is no entry at c/1"),
        (("d", 0), 2, "there is no entry at d/0"),
    ],
)
def test_an_entry_that_cannot_change(path, value, reason: str):
    with pytest.raises(NotEditable, match=f"^{reason}$"):
        with_edits(ENTRIES, [Edit(path, value)])


@pytest.mark.parametrize(
    ("line", "value", "after"),
    [
        ('sha256: "00"', "ab", 'sha256: "ab"'),
        ("sha256: '00'  # c", "ab", 'sha256: "ab"  # c'),
        ("difficulty: easy  # c", "hard", "difficulty: hard  # c"),
        ("difficulty:  # c", "hard", "difficulty: hard  # c"),
        ("difficulty: easy  # c", "a #1", 'difficulty: "a #1"  # c'),
        ("difficulty: easy  # c", "a\nb", 'difficulty: "a\\nb"  # c'),
    ],
)
def test_a_text_in_quotes_keeps_them_and_others_get_none_without_need(line: str, value: str, after: str):
    assert with_value(f"{line}\n", (line.partition(":")[0],), value) == f"{after}\n"
