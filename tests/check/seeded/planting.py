"""Planting flaws: which clean questions are spoilt, and what the checker newly says of the spoilt ones."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from check.seeded.banks import BankMutation
from check.seeded.ground import Ground, GroundMutation, ground_of
from check.seeded.mutation import GroundedMutation, Mutation
from quizmill.bank.document import Documents
from quizmill.bank.load import LoadedBank
from quizmill.bank.model import Bank, Question, ShortAnswer, Source, Topic
from quizmill.check import registry
from quizmill.check.context import Context, context_of
from quizmill.check.finding import Finding
from quizmill.check.rule import Rule
from quizmill.check.rules import unused_allow
from quizmill.check.run import check
from quizmill.check.texts import Texts
from quizmill.errors import Severity

Found = frozenset[tuple[str, str, Severity]]  # rule, id of what it is about, severity
PER_MUTATION = 4  # questions spoilt in each way
_EACH = 12  # how many clean questions there are for one above the spoilt sources
_NEIGHBOURS = 6  # other questions of the topic, beside which a spoilt one is judged


class Outcome(NamedTuple):
    """What a planted flaw did."""

    rule: str
    name: str
    question: str
    caught: bool
    others: tuple[str, ...]  # rules that newly warn of anything else


class Field:
    """A bank's clean questions, and the small banks in which they are judged."""

    def __init__(self, loaded: LoadedBank, pictures: Path) -> None:
        self.bank, self.folder = loaded.bank, pictures
        self.context = context_of(loaded.bank, pictures, None)
        blamed = {diagnostic.question for diagnostic in check(loaded)}
        every = [question for _, question in loaded.bank.questions()]
        self.clean = [q for q in every if q.id not in blamed and not q.allow]
        self._before: dict[str, Found] = {}

    def outcomes(
        self, mutations: Iterable[Mutation | GroundedMutation], each: int = PER_MUTATION
    ) -> Iterator[Outcome]:
        """Each mutation at that many questions, one after the other."""
        for mutation in mutations:
            for question, spoilt in self._spoilt(mutation, each):
                new = self._found(spoilt) - self._clean(question)
                yield _outcome(mutation, question.id, new, {question.id})

    def outcomes_of_twins(self, mutations: Iterable[Mutation]) -> Iterator[Outcome]:
        """Each mutation's question beside the clean one that it was made from."""
        for mutation in mutations:
            for question, twin in self._spoilt(mutation, PER_MUTATION):
                new = self._found(question, twin) - self._clean(question)
                yield _outcome(mutation, question.id, new, {question.id, twin.id})

    def outcomes_of_banks(self, mutations: Iterable[BankMutation]) -> Iterator[Outcome]:
        """Each mutation of a small bank, held against that bank before."""
        for mutation in mutations:
            base = mutation.base(self.clean)
            if mutation.base.__name__ not in self._before:
                self._before[mutation.base.__name__] = self._found_among(base)
            new = self._found_among(mutation.spoil(base)) - self._before[mutation.base.__name__]
            yield _outcome(mutation, f"{len(base)} questions", new, {about for _, about, _ in new})

    def outcomes_of_ground(self, mutations: Iterable[GroundMutation]) -> Iterator[Outcome]:
        """Each mutation of each source, below some of the clean questions."""
        ground = ground_of(self.bank, self._some())
        before = self._found_on(ground)
        for mutation in mutations:
            for source in self.bank.sources:
                if spoilt := mutation.plant(ground, source.id):
                    new = self._found_on(spoilt) - before
                    yield _outcome(mutation, source.id, new, {about for _, about, _ in new})

    def _some(self) -> tuple[Question, ...]:
        """One in so many of the clean questions, and of those that ask for a name."""
        named = [q for q in self.clean if isinstance(q, ShortAnswer) and self.context.named(q.answer)]
        return tuple({question.id: question for question in (*self.clean[::_EACH], *named[:_EACH])}.values())

    def _found_on(self, ground: Ground) -> Found:
        documents = ground.documents()
        context = context_of(ground.bank, self.folder, documents)
        own = (found for each in ground.questions for found in found_in(each, context))
        below = found_below(ground.bank, context, documents)
        return frozenset((*own, *below, *found_over(ground.bank, context)))

    def _spoilt(self, mutation: Mutation | GroundedMutation, each: int) -> list[tuple[Question, Question]]:
        """Clean questions that take the flaw, of as many kinds as there are, always the same ones."""
        found = [
            (question, spoilt)
            for question in sorted(self.clean, key=lambda q: zlib.crc32(f"{mutation.name}{q.id}".encode()))
            if (spoilt := mutation.planted(question, self.context))
        ]
        seen: dict[type, int] = {}
        ranks = []
        for place, (question, _) in enumerate(found):
            seen[type(question)] = seen.get(type(question), 0) + 1
            ranks.append((seen[type(question)], place))
        return [found[place] for _, place in sorted(ranks)[:each]]

    def _clean(self, question: Question) -> Found:
        if question.id not in self._before:
            self._before[question.id] = self._found(question)
        return self._before[question.id]

    def _found(self, question: Question, *twins: Question) -> Found:
        bank = self._around(question, *twins)
        context = context_of(bank, self.folder, None)
        own = (found for each in (question, *twins) for found in found_in(each, context))
        return frozenset((*own, *found_over(bank, context)))

    def _found_among(self, questions: Sequence[Question]) -> Found:
        bank = replace(self.bank, topics=(Topic(id="all", title="All", questions=tuple(questions)),))
        context = context_of(bank, self.folder, None)
        own = (found for each in questions for found in found_in(each, context))
        return frozenset((*own, *found_over(bank, context)))

    def _around(self, question: Question, *twins: Question) -> Bank:
        """A bank of the question and a few beside it, with the facts that matter to it."""
        topic = next(t for t, each in self.bank.questions() if each.id == question.id)
        ids = [each.id for each in topic.questions]
        at = ids.index(question.id)
        near = (*topic.questions[at + 1 :], *topic.questions[:at])[:_NEIGHBOURS]
        return replace(
            self.bank,
            topics=(Topic(id=topic.id, title=topic.title, questions=(question, *twins, *near)),),
            sources=tuple(self._sources(question, near)),
        )

    def _sources(self, question: Question, near: tuple[Question, ...]) -> Iterator[Source]:
        """Its sources; of others what is said of the same things, and what its neighbours need."""
        evidence = self.context.evidence(question)
        own = {source.id for source, _ in evidence.values()}
        about = {fact.about for _, fact in evidence.values() if fact.about}
        needed = {reference for each in near for reference in self.context.evidence(each)}
        for source in self.bank.sources:
            kept = tuple(f for f in source.facts if f.about in about or f"{source.id}/{f.id}" in needed)
            yield source if source.id in own else replace(source, facts=kept)


def _outcome(
    mutation: Mutation | GroundedMutation | BankMutation | GroundMutation,
    question: str,
    new: Found,
    own: set[str],
) -> Outcome:
    rules = {rule for rule, _, severity in new if severity is not Severity.ADVICE}
    others = rules - {mutation.rule, *mutation.implied}
    caught = any(rule == mutation.rule and about in own for rule, about, _ in new)
    return Outcome(mutation.rule, mutation.name, question, caught, tuple(sorted(others)))


def found_in(question: Question, context: Context) -> Iterator[tuple[str, str, Severity]]:
    """What the rules of questions find and it does not allow; and what it allows in vain."""
    silenced = set()
    for rule, found in _looks_at(question, context):
        for finding in found:
            if rule.ID in question.allow:
                silenced.add(rule.ID)
            else:
                yield rule.ID, question.id, finding.severity or rule.SEVERITY
    known = {rule.ID for rule in registry.rules()}
    for finding in unused_allow.check_allow(question.allow, silenced, known, known):
        yield unused_allow.ID, question.id, finding.severity or unused_allow.SEVERITY


def _looks_at(question: Question, context: Context) -> Iterator[tuple[Rule, Iterator[Finding]]]:
    for rule in registry.QUESTION_RULES:
        yield rule, rule.check_question(question, context.grounds)
    texts = Texts(question, context.bank.title)
    for text_rule in registry.TEXT_RULES:
        yield text_rule, text_rule.check_texts(texts)
    for item_rule in registry.ITEM_RULES:
        yield item_rule, item_rule.check_item(context.grounds.item(question))


def found_below(bank: Bank, context: Context, documents: Documents) -> Iterator[tuple[str, str, Severity]]:
    """What the rules of sources, facts and documents find."""
    for source in bank.sources:
        for rule in registry.SOURCE_RULES:
            for finding in rule.check_source(source, context):
                yield rule.ID, source.id, finding.severity or rule.SEVERITY
        for fact in source.facts:
            for fact_rule in registry.FACT_RULES:
                for finding in fact_rule.check_fact(source, fact, context):
                    yield fact_rule.ID, f"{source.id}/{fact.id}", finding.severity or fact_rule.SEVERITY
    for document_rule in registry.DOCUMENT_RULES:
        for finding in document_rule.check_documents(bank, documents):
            about = finding.subject.id if finding.subject else ""
            yield document_rule.ID, about, finding.severity or document_rule.SEVERITY


def found_over(bank: Bank, context: Context) -> Iterator[tuple[str, str, Severity]]:
    """What the rules of banks find."""
    for rule in registry.BANK_RULES:
        for finding in rule.check_bank(bank, context):
            about = finding.subject.id if finding.subject else ""
            yield rule.ID, about, finding.severity or rule.SEVERITY
