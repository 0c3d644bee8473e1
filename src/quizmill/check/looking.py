"""Which rule looks at what, in the order of the report: questions, sources and facts, the bank, documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from quizmill.bank.model import Bank, Question, Source
from quizmill.check import registry
from quizmill.check.context import Context
from quizmill.check.finding import BANK, Finding, Subject, fact_subject, question_subject, source_subject
from quizmill.check.registry import Rule

Found = tuple[Rule, Subject, Finding]
Look = Callable[[], Iterator[Found]]

_AT_ONCE = 250  # questions in one look: few enough to share out evenly, many enough to be worth it


def looks(context: Context, wanted: Callable[[Rule], bool]) -> tuple[Look, ...]:
    """The work of the *wanted* rules, in parts that know nothing of each other."""
    bank = context.bank
    questions = [question for _, question in bank.questions()]
    parts = [questions[start : start + _AT_ONCE] for start in range(0, len(questions), _AT_ONCE)]
    return (
        *(partial(_at_questions, part, context, wanted) for part in parts),
        *(partial(_at_source, source, context, wanted) for source in bank.sources),
        *(partial(_at_bank, rule, bank, context) for rule in filter(wanted, registry.BANK_RULES)),
        partial(_at_documents, bank, context, wanted),
    )


def _at_questions(
    questions: Iterable[Question], context: Context, wanted: Callable[[Rule], bool]
) -> Iterator[Found]:
    question_rules = tuple(filter(wanted, registry.QUESTION_RULES))
    item_rules = tuple(filter(wanted, registry.ITEM_RULES))
    for question in questions:
        subject = question_subject(question.id)
        for question_rule in question_rules:
            yield from _about(question_rule, subject, question_rule.check_question(question, context))
        item = context.items[question.id]
        for item_rule in item_rules:
            yield from _about(item_rule, subject, item_rule.check_item(item))


def _at_source(source: Source, context: Context, wanted: Callable[[Rule], bool]) -> Iterator[Found]:
    for rule in filter(wanted, registry.SOURCE_RULES):
        yield from _about(rule, source_subject(source.id), rule.check_source(source, context))
    fact_rules = tuple(filter(wanted, registry.FACT_RULES))
    for fact in source.facts:
        for fact_rule in fact_rules:
            yield from _about(
                fact_rule, fact_subject(source.id, fact.id), fact_rule.check_fact(source, fact, context)
            )


def _at_bank(rule: registry.BankRule, bank: Bank, context: Context) -> Iterator[Found]:
    yield from _about(rule, BANK, rule.check_bank(bank, context))


def _at_documents(bank: Bank, context: Context, wanted: Callable[[Rule], bool]) -> Iterator[Found]:
    if context.documents:
        for rule in filter(wanted, registry.DOCUMENT_RULES):
            yield from _about(rule, BANK, rule.check_documents(bank, context.documents))


def _about(rule: Rule, subject: Subject, found: Iterable[Finding]) -> Iterator[Found]:
    for finding in found:
        yield rule, finding.subject or subject, finding
