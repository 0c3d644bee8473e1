"""The shipped bank as a whole: sound, broad, and with its evidence in place."""

from __future__ import annotations

from collections import Counter

import pytest

from quizmill.bank.default import shipped_bank
from quizmill.bank.load import load_bank
from quizmill.bank.model import KINDS, Importance, Level, TrueFalse, kind_of, references_of
from quizmill.check.context import context_of
from quizmill.check.measure.testwise import choices, scores
from quizmill.check.run import check
from quizmill.compose.exercise import prompt_of
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
    assert min(kinds.values()) >= 10


def test_every_document_is_asked_about_and_none_takes_more_than_its_share(loaded):
    asked = Counter(
        source for _, q in loaded.bank.questions() for source in {fact.partition("/")[0] for fact in q.facts}
    )
    total = sum(1 for _ in loaded.bank.questions())
    assert set(asked) == {source.id for source in loaded.bank.sources}
    assert max(asked.values()) <= 0.55 * total


def test_nine_facts_in_ten_are_asked_or_taught_and_what_the_core_rests_on_is_taught(loaded):
    asked = {fact for _, question in loaded.bank.questions() for fact in references_of(question)}
    taught = {fact for topic in loaded.bank.topics for lesson in topic.learn for fact in lesson.facts}
    facts = set(loaded.bank.facts())

    assert len(facts & (asked | taught)) >= 0.9 * len(facts)
    for _, question in loaded.bank.questions():
        if question.importance is Importance.CORE:
            assert not taught.isdisjoint(references_of(question)), question.id


def test_the_bank_has_a_short_way_in_and_asks_about_its_subject(loaded):
    """Sixty questions for an hour, most above recall, on nothing doubted; few prompts name a document."""
    questions = [question for _, question in loaded.bank.questions()]
    core = [question for question in questions if question.importance is Importance.CORE]
    facts = loaded.bank.facts()
    titles = [source.short_title for source in loaded.bank.sources]

    assert 300 <= len(questions) <= 380
    assert 55 <= len(core) <= 65
    assert sum(question.level is not Level.REMEMBER for question in core) > len(core) / 2
    assert [q.id for q in core if any(facts[fact][1].doubt for fact in references_of(q))] == []
    named = [q for q in questions if any(title in prompt_of(q) for title in titles)]
    assert len(named) <= len(questions) / 3


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
