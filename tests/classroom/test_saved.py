"""A class set on the disk: it comes back years later, from this quizmill and from every older one."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

import samples
from formed import choices, forms_of
from quizmill.app.roster import table_of
from quizmill.bank.model import Bank, Cloze, Compare, Ordering, ShortAnswer, Topic
from quizmill.classroom.class_set import ClassSet, Copy, hand_out
from quizmill.classroom.desk import mark_scripts
from quizmill.classroom.saved import restore, save
from quizmill.compose.answer_sheet.layout import kept_layout
from quizmill.compose.answer_sheet.plan import answer_sheets
from quizmill.compose.forms import forms
from quizmill.compose.paper import compose
from quizmill.errors import FileUnusable
from quizmill.grade import Blanks, Order, Text, Verdict, mark

OLD = Path(__file__).with_name("papers_of_0_1")


@pytest.fixture(scope="module")
def bank(tmp_path_factory):
    return samples.load(tmp_path_factory.mktemp("bank")).bank


@pytest.mark.parametrize(
    ("file", "codes"),
    [
        ("version-1.json", ["3f07ddb9"]),
        ("single.json", ["87d2237d"]),
        ("forms.json", ["6aa53717", "b813d016"]),
    ],
)
def test_papers_printed_by_0_1_keep_the_fingerprints_on_their_sheets(file, codes):
    """What was printed then: a field that a question gets later changes none of them."""
    made = restore((OLD / file).read_bytes(), file)

    assert [paper.fingerprint for paper in made.papers] == codes
    assert [paper.fingerprint for paper in restore(save(made), file).papers] == codes
    assert [replace(paper, code="").fingerprint for paper in made.papers] == codes


def test_a_table_filled_in_for_a_paper_of_0_1_is_marked_as_it_was_then():
    made = restore((OLD / "forms.json").read_bytes(), "forms.json")
    marked = mark_scripts(made, table_of(OLD / "answers.csv"))

    assert marked.faults == ()
    assert [(script.student, script.form, script.earned) for script in marked.scripts] == [
        ("Ann Lee", "A", 10),
        ("Bo Li", "B", 9),
        ("Zoë", "A", 0.25),
    ]


def test_what_else_the_roster_says_and_where_answers_are_read_comes_back(bank):
    papers = forms_of(bank, 1)
    copy = Copy(student="Ann", form=papers[0].form, columns={"ID": "#1001", "E-Mail": "ann@school.example"})
    made = ClassSet(papers=papers, copies=(copy,), layout=kept_layout(answer_sheets(papers)))
    back = restore(save(made), "x.json")

    assert (back.copies, back.layout) == (made.copies, made.layout)


def test_students_get_the_forms_in_turn(bank):
    made = forms_of(bank, 2)

    assert hand_out(made, ("Ann", "Ben", "Cy")) == (
        Copy(student="Ann", form="A"),
        Copy(student="Ben", form="B"),
        Copy(student="Cy", form="A"),
    )


@given(seed=st.integers(0, 10_000), count=st.integers(1, 6))
def test_a_class_set_needs_no_bank_to_come_back(bank, seed, count):
    papers = forms_of(bank, count, seed=seed)
    made = ClassSet(
        papers=papers,
        copies=hand_out(papers, ("Ann", "Ben")),
        names=bank.names,
        images={"tea.png": b"\x89PNG\x00\xff"},
        separator=";",
    )
    back = restore(save(made), "x.json")

    assert replace(back, papers=tuple(replace(paper, code="") for paper in back.papers)) == made
    assert (
        [p.code for p in back.papers]
        == [p.fingerprint for p in back.papers]
        == [p.fingerprint for p in papers]
    )


def test_a_file_of_thirty_forms_is_little_larger_than_one_of_a_single_form():
    bank = choices(30, options=tuple(f"a long option, number {i}, of many words" * 5 for i in range(4)))
    one, thirty = (
        len(save(ClassSet(papers=forms(bank, tuple(bank.questions()), seed=1, count=n)))) for n in (1, 30)
    )
    assert thirty < 2 * one


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "this is not a saved paper"),
        (b"\xff\xfe", "this is not a saved paper"),
        (b'{"version": 2}', "this is not a saved paper"),
        (b'{"version": 3}', "this is not a saved paper"),
        (b'{"version": 4}', "the paper has version 4; this quizmill reads versions 1 to 3"),
        (b"[1]", "this is not a saved paper"),
        (b'{"version": 3, "first": ' + b"[" * 200_000, "this is not a saved paper"),
    ],
)
def test_what_is_no_class_set_is_refused_by_name(data, reason):
    with pytest.raises(FileUnusable) as refused:
        restore(data, "x.json")
    assert str(refused.value).startswith(f"x.json: {reason}")


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ('"forms": [', '"forms": [], "was": ['),
        ('"form": "B"\n  }\n ],\n "names"', '"form": "Z"\n  }\n ],\n "names"'),
        ('"questions": [\n    ', '"questions": [\n    99'),
        ('"questions": [\n    ', '"questions": [\n    0,\n    '),
        ('"separator": ","', '"separator": ""'),
    ],
)
def test_a_class_set_that_was_torn_is_refused(bank, was, now):
    papers = forms_of(bank, 2)
    text = save(ClassSet(papers=papers, copies=hand_out(papers, ("Ann", "Ben")))).decode()
    assert was in text

    with pytest.raises(FileUnusable, match="this is not a saved paper"):
        restore(text.replace(was, now, 1).encode(), "x.json")


def test_what_counts_in_an_answer_is_kept_with_the_paper():
    asked = (
        ShortAnswer(id="salt", prompt="Which salt?", answer="NaCl", compare=Compare.CASE),
        ShortAnswer(id="free", prompt="Which salt?", answer="NaCl"),
        Cloze(id="flag", text="It lists all with {{`-a`}}."),
        Ordering(id="steps", prompt="In order.", sequence=("m", "M"), compare=Compare.CHARACTERS),
    )
    bank = Bank(title="T", namespace="t", topics=(Topic(id="t", title="T", questions=asked),))
    paper = compose(bank, tuple(bank.questions()), seed=1, order="bank")
    back = restore(save(ClassSet(papers=(paper,))), "t.json").papers[0]

    assert replace(back, code="") == paper
    assert back.fingerprint == paper.fingerprint
    typed = (Text("nacl"), Text("nacl"), Blanks(("-A",)), Order((0, 1)))
    marks = [mark(exercise, text).verdict for exercise, text in zip(back.exercises, typed, strict=True)]
    assert marks == [
        mark(exercise, text).verdict for exercise, text in zip(paper.exercises, typed, strict=True)
    ]
    assert marks[:3] == [Verdict.WRONG, Verdict.RIGHT, Verdict.WRONG]
