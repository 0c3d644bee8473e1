"""Slips that curators of other fields made, found when a bank on orchids was written."""

from __future__ import annotations

import pytest

import samples
from quizmill.bank.load import load_bank
from quizmill.check.run import check

TWO_GUIDES = """\
id: tea-book
title: A Short Book of Tea
short_title: The Tea Book
document: tea-book.txt
sha256: "0000000000000000000000000000000000000000000000000000000000000000"
facts:
  - {id: spur, paragraph: 1, says: It has 30 cm., kind: number, about: orchid/spur, value: 30 cm}
  - {id: guide, paragraph: 2, says: It has 35 cm., kind: number, about: orchid/spur, value: 35 cm}
"""


def test_the_unit_beside_the_line_is_that_of_the_answer(lint):
    question = "- {id: a, type: numerical, prompt: How many tonnes?, answer: 200 t, unit: kg, "

    assert lint("num-unit", question + "facts: [tea-book/leaf]}\n") == [
        'question_bank/t.yaml:3:77: error[num-unit] the answer is in tonne, and `unit` says "kg"\n'
        "  help: write the same unit in both, or leave `unit` out"
    ]


@pytest.mark.parametrize("unit", ["t", "tonnes", "tons of vanilla"])
def test_a_unit_in_other_words_is_the_same(lint, unit):
    question = f"- {{id: a, type: numerical, prompt: How many tonnes?, answer: 200 t, unit: {unit}, "

    assert lint("num-unit", question + "facts: [tea-book/leaf]}\n") == []


@pytest.mark.parametrize(
    ("prompt", "word"),
    [("How many people live on Réunion today?", "today"), ("Which island exports most vanilla now?", "now")],
)
def test_a_prompt_that_ends_in_now_tells_time_from_now(lint, prompt, word):
    found = lint(
        "relative-time",
        f"- {{id: a, facts: [tea-book/leaf], type: short_answer, prompt: '{prompt}', answer: x}}\n",
    )

    assert [line.partition("\n")[0] for line in found] == [
        f'question_bank/t.yaml:3:65: warning[relative-time] "{word}" depends on when it is read'
    ]


def test_a_year_among_words_is_found_by_kind(lint):
    pairs = "[[Albius, vanilla], [Darwin, moth], [Rothschild, 1903]]"

    assert lint(
        "match-mixed",
        f"- {{id: a, facts: [tea-book/leaf], type: matching, prompt: Match each name., pairs: {pairs}}}\n",
    ) == [
        'question_bank/t.yaml:3:135: warning[match-mixed] the rights mix kinds: "1903" is a year, '
        "and no other is\n  help: keep to one kind, or make two questions"
    ]


def test_a_task_without_a_matter_does_not_say_what_is_asked(lint):
    found = lint(
        "ambiguous-wording",
        "- {id: a, facts: [tea-book/leaf], type: matching, prompt: Match., pairs: [[a, b], [c, d]]}\n",
    )

    assert [line.partition("] ")[2] for line in found] == [
        '"Match." does not say what is asked\n  help: ask a whole question'
    ]


def test_claims_of_one_document_are_not_told_apart_by_its_name(lint):
    question = """\
    - {id: a, type: numerical, prompt: How many cm has the spur?, answer: 30 cm, facts: [tea-book/spur]}
    """

    assert [
        line.partition("help: ")[2] for line in lint("conflict-unsourced", question, source=TWO_GUIDES)
    ] == ["both stand in one document: ask for one of a year, and give each fact its `as_of`"]


@pytest.mark.parametrize(
    "broken",
    [
        "{id: a, type: essay, prompt: Why?, points: [x, y], marks: two, facts: [tea-book/clipper]}",
        "{id: a, type: essay, prompt: Why?, points: [x, y], facts: tea-book/clipper}",
        "{id: a, type: essay, prompt: Why: how?, points: [x, {point: y, facts: [tea-book/clipper]}]}",
        "{id: a, state: draft, facts: [tea-book/clipper]}\n- {id: b, type: essay}",
    ],
    ids=["of a wrong value", "whose facts are no list", "that is no YAML", "that is a draft"],
)
def test_a_fact_that_a_broken_question_names_is_not_unasked(lint, broken):
    asked = lint("fact-unasked", f"- {broken}\n")

    assert [line.partition("\n")[0].partition("] ")[2] for line in asked] == [
        'no question asks for "tea-book/leaf"',
        'no question asks for "tea-book/cargo"',
    ]


@pytest.mark.parametrize(
    ("name", "data"), [("u.yaml", "title: é".encode("latin-1")), ("u.yml", b"title: U\n")], ids=str
)
def test_a_topic_that_cannot_be_read_may_ask_any_fact(tmp_path, name, data):
    bank = samples.write(tmp_path, t="title: T\n")
    (bank / name).write_bytes(data)

    assert "fact-unasked" not in {found.rule for found in check(load_bank(bank))}
