"""An update in the file of its source: as small as it can be."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizmill.bank.document import document_of
from quizmill.bank.edit import NotEditable, with_edits
from quizmill.bank.model import Fact, Section, Source
from quizmill.bank.ranges import gathered, spread
from quizmill.bank.reader.yaml_tree import parse
from quizmill.documents.edits import Ways, of_facts, of_sections, of_states_nothing
from quizmill.documents.moved import moved
from quizmill.documents.placing import update

OLD = [f"paragraph number {n} of all" for n in "abcdefghij"]


def nothing_of(written: str) -> list[int]:
    return [int(n) for each in parse(written)[0]["states_nothing"] for n in spread(each) or [each]]


def nothing_after(written: str, new: list[str], wanted: list[int]) -> str:
    """The file after the paragraphs in `states_nothing` went from OLD to *new*."""
    return in_first_way(
        written, of_states_nothing(parse(written)[0]["states_nothing"], moved(OLD, new), wanted)
    )


def in_first_way(text: str, ways: Ways) -> str:
    for way in ways:
        with contextlib.suppress(NotEditable):
            return with_edits(text, way)
    return text


@pytest.mark.parametrize(
    ("written", "new", "wanted", "expected"),
    [
        ("states_nothing: [1, 4-7]  # c\n", OLD, [1, 4, 5, 6, 7], "states_nothing: [1, 4-7]  # c\n"),
        (
            "states_nothing: [1, 4-7]  # c\n",
            ["new", *OLD],
            [2, 5, 6, 7, 8],
            "states_nothing: [2, 5-8]  # c\n",
        ),
        ("states_nothing: [2-3, 9]\n", ["new", *OLD], [3, 4, 10], "states_nothing: [3-4, 10]\n"),
        (
            "states_nothing: [4 to 7]\n",
            [*OLD[:5], "new", *OLD[5:]],
            [4, 5, 7, 8],
            "states_nothing: [4, 5, 7, 8]\n",
        ),
        ("states_nothing: [4-7]\n", OLD[:5] + OLD[6:], [4, 5, 6], "states_nothing: [4-6]\n"),
        ("states_nothing: [1, 2]\n", OLD[1:], [1], "states_nothing: [1]\n"),
        ("states_nothing: [1]\n", OLD[1:], [], "states_nothing: []\n"),
        (
            "states_nothing:\n  - 1   # title\n  - 4-5  # list\n",
            ["new", *OLD],
            [2, 5, 6],
            "states_nothing:\n  - 2   # title\n  - 5-6  # list\n",
        ),
        (
            "states_nothing:\n  - 1   # title\n  - 4-5  # list\n",
            OLD[1:],
            [3, 4],
            "states_nothing:\n  - 3-4  # list\n",
        ),
    ],
)
def test_states_nothing_stays_as_its_author_wrote_it(
    written: str, new: list[str], wanted: list[int], expected: str
):
    assert nothing_after(written, new, wanted) == expected
    assert nothing_of(expected) == wanted


SEED = """\
id: book          # for ever
title: B
sections:
  - {title: One, from: 1}   # the first
  - title: Two
    from: 3
  # before the last
  - {from: 6, title: Three}
facts:
  - {id: a, paragraph: 2, says: S.}
  # said twice
  - id: b
    paragraph: 4   # or 5?
    says: S.
"""
BOOK = Source(
    id="book",
    title="B",
    sections=(Section(title="One", first=1), Section(title="Two", first=3), Section(title="Three", first=6)),
    facts=(Fact(id="a", paragraph=2, says="S."), Fact(id="b", paragraph=4, says="S.")),
)


def seed_after(new: list[str]) -> str:
    now = document_of("\n".join(new).encode())
    changes = update(BOOK, BOOK.facts, now, moved(OLD, now.folded))
    return in_first_way(with_edits(SEED, of_facts(changes)), of_sections(BOOK.sections, changes.sections))


def test_nothing_is_touched_when_nothing_moved():
    assert seed_after(OLD) == SEED


def test_numbers_change_where_they_stand():
    assert seed_after(["new", *OLD]) == (
        SEED.replace("from: 3", "from: 4")
        .replace("from: 6", "from: 7")
        .replace("paragraph: 2", "paragraph: 3")
        .replace("paragraph: 4 ", "paragraph: 5 ")
    )


def test_a_section_that_ended_goes_with_its_line():
    gone = "  - title: Two\n    from: 3\n"
    left = OLD[:2] + OLD[5:]

    assert seed_after(left) == (
        SEED.replace(gone, "  - title: Three\n    from: 3\n")
        .replace("\n  - {from: 6, title: Three}", "")
        .replace("paragraph: 4 ", "paragraph: 3 ")
    )


def test_sections_in_brackets_are_written_anew_when_one_ended():
    written = "sections: [{title: One, from: 1}, {title: Two, from: 3}]  # both\n"

    assert in_first_way(written, of_sections(BOOK.sections[:2], BOOK.sections[:1])) == (
        "sections: [{title: One, from: 1}]  # both\n"
    )


def test_a_text_without_sections_has_none():
    assert "sections:\n  []\nfacts:" in seed_after(["something else altogether"])


@given(st.randoms(use_true_random=False), st.integers(0, 10))
def test_there_and_back_gives_the_same_file(random, at: int):
    """Whatever was rearranged or inserted, an update to the text as it was undoes it to the byte."""
    changed = list(OLD)
    random.shuffle(changed)
    changed.insert(at, "a new one")
    numbers = sorted(random.sample(range(1, 11), 5))
    facts = tuple(Fact(id=f"f{n}", paragraph=n, says="S.") for n in range(1, 11))
    sections = (Section(title="One", first=1),)
    source = Source(id="s", title="S", facts=facts, states_nothing=tuple(numbers), sections=sections)
    text = "states_nothing: [" + ", ".join(map(str, gathered(numbers))) + "]\nfacts:\n"
    text += "".join(f"  - {{id: {fact.id}, paragraph: {fact.paragraph}}}\n" for fact in facts)
    first = text
    for old, new in ((OLD, changed), (changed, OLD)):
        now, found = document_of("\n".join(new).encode()), moved(old, new)
        changes = update(source, source.facts, now, found)
        text = with_edits(text, of_facts(changes))
        ways = of_states_nothing(parse(text)[0]["states_nothing"], found, changes.states_nothing)
        text = with_edits(text, ways[-1]) if ways else text
        moved_facts = [Fact(id=each.fact.id, paragraph=each.paragraph, says="S.") for each in changes.facts]
        source = Source(
            id="s",
            title="S",
            facts=tuple(moved_facts),
            states_nothing=changes.states_nothing,
            sections=sections,
        )

    assert text == first
