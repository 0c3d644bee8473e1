"""The shipped bank as a whole: sound, broad, and with its evidence in place."""

from __future__ import annotations

from collections import Counter

import pytest

from quizmill.bank.default import shipped_bank
from quizmill.bank.load import load_bank
from quizmill.bank.model import KINDS, TrueFalse, kind_of
from quizmill.check.context import context_of
from quizmill.check.measure.testwise import choices, scores
from quizmill.check.run import check
from quizmill.errors import Severity


@pytest.fixture(scope="module")
def loaded():
    return load_bank(shipped_bank())


def test_nothing_is_wrong_or_weak_in_it(loaded):
    found = [str(d) for d in check(loaded) if d.severity is not Severity.ADVICE]
    assert found == []


def test_every_kind_of_question_is_asked_often(loaded):
    kinds = Counter(kind_of(question) for _, question in loaded.bank.questions())
    assert set(kinds) == set(KINDS)
    assert min(kinds.values()) >= 12


def test_every_document_is_asked_about_and_none_takes_more_than_its_share(loaded):
    asked = Counter(
        source for _, q in loaded.bank.questions() for source in {fact.partition("/")[0] for fact in q.facts}
    )
    total = sum(1 for _ in loaded.bank.questions())
    assert set(asked) == {source.id for source in loaded.bank.sources}
    assert max(asked.values()) <= 0.55 * total


def test_every_fact_is_asked(loaded):
    asked = {fact for _, question in loaded.bank.questions() for fact in question.facts}
    asked |= {
        fact
        for _, question in loaded.bank.questions()
        if kind_of(question) == "essay"
        for point in question.points
        for fact in point.facts
    }
    assert set(loaded.bank.facts()) - asked == set()


def test_every_question_explains_its_answer(loaded):
    assert [q.id for _, q in loaded.bank.questions() if not q.explanation] == []


def test_no_way_of_guessing_is_five_points_better_than_chance(loaded):
    context = context_of(loaded.bank, loaded.folder)
    statements = [q for _, q in loaded.bank.questions() if isinstance(q, TrueFalse)]
    posed = len(choices(context)) + len(statements)
    lifts = {score.strategy: score.lift * score.questions / posed for score in scores(context)}
    assert len(lifts) == 7
    assert max(lifts.values()) <= 5, lifts


def test_fewer_than_one_finding_in_fifteen_questions_is_waved_through(loaded):
    questions = [q for _, q in loaded.bank.questions()]
    assert sum(len(q.allow) for q in questions) * 15 < len(questions)
