"""Facts that are not finished: kept as they are written, told in a line, and nothing rests on them."""

from __future__ import annotations

import os
from pathlib import Path

import samples
from quizmill.bank.load import LoadedBank, load_bank
from quizmill.bank.model import DraftFact
from quizmill.bank.write import bank_files

DRAFTS = """\
  - id: chests
    paragraph: 5
    terms: ["16,000", chests]
    kind: number
    state: draft
  - {id: tea-races, paragraph: 6, state: draft}
  - {id: thames, paragraph: 7, state: draft}
  - {id: no-place, state: draft}
"""


def load(folder: Path, facts: str = DRAFTS, **topics: str) -> LoadedBank:
    return load_bank(samples.write(folder, source=samples.SOURCE + facts, **topics))


def told(loaded: LoadedBank) -> list[str]:
    root = f"{loaded.folder.parent}{os.sep}"
    return [str(each).replace(root, "") for each in loaded.diagnostics]


def test_a_draft_is_kept_as_it_is_written_beside_the_facts(tmp_path: Path):
    loaded = load(tmp_path)
    first = loaded.bank.draft_facts[0]
    tree = {
        "id": "chests",
        "paragraph": "5",
        "terms": ["16,000", "chests"],
        "kind": "number",
        "state": "draft",
    }

    assert first == DraftFact(id="chests", source="tea-book", paragraph=5, tree=tree)
    assert first.terms == ("16,000", "chests")
    assert [draft.paragraph for draft in loaded.bank.draft_facts] == [5, 6, 7, 0]
    assert [fact.id for fact in loaded.bank.sources[0].facts] == ["leaf", "clipper", "cargo"]
    assert str(loaded.origins.locate(loaded.origins.facts["tea-book/chests"])).endswith("tea-book.yaml:27:5")


def test_all_of_a_source_are_told_in_one_line(tmp_path: Path):
    assert told(load(tmp_path)) == [
        "seeds/tea-book.yaml:31:12: advice[draft-facts] 4 facts are drafts, on which nothing can rest, of "
        "paragraphs 5-7\n"
        "  help: write what each says and delete its `state: draft`; or delete the fact, and add its "
        "paragraph to `states_nothing`"
    ]


def test_one_is_told_as_one(tmp_path: Path):
    (advice,) = load(tmp_path, "  - {id: d, paragraph: 9, state: draft}\n").diagnostics

    assert advice.message == "1 fact is a draft, on which nothing can rest, of paragraph 9"


def test_one_without_a_place(tmp_path: Path):
    found = load(tmp_path, "  - {id: d, paragraph: tenth, state: draft}\n").diagnostics

    assert [each.message for each in found] == [
        'expected a whole number, got "tenth"',
        "1 fact is a draft, on which nothing can rest",
    ]


def test_a_slip_in_one_is_advice_and_what_it_lacks_is_not_told(tmp_path: Path):
    slips = "  - {id: d, paragraf: 5, kind: nmber, state: draft}\n"

    field, kind, _ = told(load(tmp_path, slips))

    assert field == (
        'seeds/tea-book.yaml:27:13: advice[unknown-field] unknown field "paragraf"\n'
        '  help: did you mean "paragraph"?'
    )
    assert kind.startswith('seeds/tea-book.yaml:27:32: advice[unknown-value] "nmber" is none of')


def test_a_question_that_rests_on_one_is_told_where(tmp_path: Path):
    topic = """\
title: T
questions:
  - {id: a, type: true_false, prompt: P, answer: true, explanation: E, facts: [tea-book/chests]}
  - {id: b, type: true_false, prompt: Q, answer: true, explanation: E, facts: [tea-book/leaf]}
"""
    loaded = load(tmp_path, t=topic)

    assert [question.id for _, question in loaded.bank.questions()] == ["b"]
    assert told(loaded)[0] == (
        'question_bank/t.yaml:3:80: error[draft-fact] the fact "tea-book/chests" is a draft, on which '
        "nothing can rest\n"
        "  help: say what it states, in seeds/tea-book.yaml, and delete its `state: draft`"
    )


def test_its_id_is_taken_for_all_others(tmp_path: Path):
    loaded = load(tmp_path, "  - {id: leaf, paragraph: 5, state: draft}\n")

    assert [each.rule for each in loaded.diagnostics] == ["duplicate-id", "draft-facts"]
    assert "tea-book/leaf" in loaded.bank.facts()


def test_another_state_is_none(tmp_path: Path):
    (fault,) = load(tmp_path, "  - {id: d, paragraph: 5, says: S, state: begun}\n").diagnostics

    assert str(fault).endswith(
        'tea-book.yaml:27:43: error[unknown-value] "begun" is no state of a fact\n'
        "  help: write `state: draft`, or leave it out when the fact is finished"
    )


def test_what_yaml_would_lose_of_one_is_an_error(tmp_path: Path):
    found = load(tmp_path, "  - {id: d, paragraph: 5, terms: [16,000], state: draft}\n").diagnostics

    assert [each.severity.value for each in found] == ["error", "advice"]


def test_it_is_written_again_as_it_was(tmp_path: Path):
    bank = load(tmp_path).bank
    text = bank_files(bank)["seeds/tea-book.yaml"]

    assert text.endswith(
        """\
  - id: chests
    paragraph: "5"
    terms: ["16,000", chests]
    kind: number
    state: draft

  - id: tea-races
    paragraph: "6"
    state: draft

  - id: thames
    paragraph: "7"
    state: draft

  - id: no-place
    state: draft
"""
    )
