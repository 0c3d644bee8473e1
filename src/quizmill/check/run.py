"""Running the rules over a bank: findings get their places, each `allow` is honoured, all become one list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from quizmill.bank.document import Documents, read_documents
from quizmill.bank.files import EMPTY_BANK
from quizmill.bank.load import LoadedBank
from quizmill.bank.model import Bank, Record, Source
from quizmill.bank.reader.origins import Origin, file_record
from quizmill.check import parallel, registry
from quizmill.check.cache import Cache
from quizmill.check.context import Context, context_over
from quizmill.check.finding import (
    BANK,
    Finding,
    Subject,
    fact_subject,
    question_subject,
    source_subject,
    topic_subject,
)
from quizmill.check.grounds import Grounds, grounds_of
from quizmill.check.judging import Judge, judged
from quizmill.check.places import Places
from quizmill.check.rule import BankRule, DocumentRule, Rule
from quizmill.check.rules import unused_allow
from quizmill.check.rules.bank import conflict_covered, fact_unasked, source_coverage
from quizmill.check.texts import Texts
from quizmill.errors import Diagnostic, Severity, clipped

_ALL, _ERRORS = "all", "errors"  # parts of the cache: by which rules questions were judged

_OF_WHAT_IS_LEFT_OUT = (
    conflict_covered,
    fact_unasked,
    source_coverage,
)  # all, in an empty bank

Found = list[tuple[str, Subject, Finding]]  # by the rule's id


def check(
    loaded: LoadedBank, documents: Path | None = None, cache: Cache | None = None
) -> tuple[Diagnostic, ...]:
    """All that is wrong or weak, the reader's diagnostics included, in the order of files, lines and columns.

    Every fact is held against its original in the folder of *documents*, else in the one that bank.yaml names
    where it is there. Raises FileUnusable when *documents* is no folder. What the *cache* has of an earlier
    run is not judged again.
    """
    texts = documents if documents is not None else loaded.texts
    read = read_documents(texts, loaded.bank.sources) if texts is not None else None
    run = _Run(loaded, read, lambda rule: True, cache or Cache(), (_ALL,))
    return _in_order((*loaded.diagnostics, *run.diagnostics()))


def errors(loaded: LoadedBank, cache: Cache | None = None) -> tuple[Diagnostic, ...]:
    """The errors of :func:`check` without documents; rules that yield none are not run."""
    run = _Run(loaded, None, registry.can_be_error, cache or Cache(), (_ALL, _ERRORS))
    read = (diagnostic for diagnostic in loaded.diagnostics if diagnostic.severity is Severity.ERROR)
    return _in_order((*read, *run.diagnostics((Severity.ERROR,))))


def of_documents() -> frozenset[str]:
    """The rules that look into documents, whose errors keep nobody from printing."""
    return frozenset(rule.ID for rule in registry.DOCUMENT_RULES)


def _in_order(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(found, key=lambda diagnostic: diagnostic.location))


class _Reported(NamedTuple):
    """A finding that nobody has allowed."""

    rule: Rule
    subject: Subject
    finding: Finding

    @property
    def severity(self) -> Severity:
        return self.finding.severity or self.rule.SEVERITY


class _Run:
    """One run over one bank: of the rules *picked*, those that can judge its language."""

    def __init__(
        self,
        loaded: LoadedBank,
        documents: Documents | None,
        picked: Callable[[Rule], bool],
        cache: Cache,
        parts: tuple[str, ...],
    ) -> None:
        self.loaded = loaded
        self.bank = loaded.bank
        self.documents = documents
        self.picked = picked
        self.cache = cache
        self.parts = parts
        self.empty = any(each.rule == EMPTY_BANK for each in loaded.diagnostics)

    def wanted(self, rule: Rule) -> bool:
        if self.empty and rule in _OF_WHAT_IS_LEFT_OUT:
            return False
        return self.picked(rule) and registry.can_judge(rule, self.bank.language)

    def diagnostics(self, severities: Container[Severity] = tuple(Severity)) -> Iterator[Diagnostic]:
        """What the rules find and nobody has allowed, each with its place; only those so severe."""
        reported = [each for each in self.reported() if each.severity in severities]
        places = Places(self.loaded.origins, self.cache).of(
            (self.origin(subject), finding.path, finding.at_key) for _, subject, finding in reported
        )
        for each in reported:
            rule, subject, finding = each
            origin = self.origin(subject)
            yield Diagnostic(
                location=places[origin.file, ((*origin.path, *finding.path), finding.at_key)],
                severity=each.severity,
                rule=rule.ID,
                message=clipped(finding.message),
                help=finding.help,
                question=subject.id if subject.kind == "question" else None,
                within=self.within(subject),
            )

    def reported(self) -> Iterator[_Reported]:
        """What nobody has allowed; then the allowances that allow nothing."""
        allowed, silenced = dict(_allowed(self.bank)), dict[Subject, set[str]]()
        rules = {rule.ID: rule for rule in registry.rules()}
        for id, subject, finding in self.found():
            allowing = subject if subject.kind in ("fact", "question") else BANK  # others have no `allow`
            if id in allowed.get(allowing, ()):
                silenced.setdefault(allowing, set()).add(id)
            elif id != fact_unasked.ID or subject.id not in self.loaded.origins.asked_in_vain:
                yield _Reported(rules[id], subject, finding)
        if self.wanted(unused_allow):
            yield from self.unused(allowed, silenced)

    def found(self) -> Iterator[tuple[str, Subject, Finding]]:
        """Everything: in questions, sources and facts, in the bank, in documents."""
        questions = [question for _, question in self.bank.questions()]
        grounds = grounds_of(self.bank, self.loaded.folder)
        table = judged(questions, grounds, Judge.of(self.wanted), self.cache, self.parts)
        for question, findings in zip(questions, table.findings(), strict=True):
            yield from ((id, question_subject(question.id), finding) for id, finding in findings)
        for topic in self.bank.topics:
            yield from self.in_texts(topic_subject(topic.id), topic)
        for source in self.bank.sources:
            yield from self.in_source(source, grounds)
        tasks = tuple(self.tasks(partial(context_over, self.bank, grounds, self.documents, table.traits)))
        by_rule = {id: found for done in parallel.done(tasks, len(questions)) for id, found in done.items()}
        for rule in (*registry.BANK_RULES, *registry.DOCUMENT_RULES):
            yield from by_rule.get(rule.ID, ())

    def tasks(self, context: Callable[[], Context]) -> Iterator[Callable[[], dict[str, Found]]]:
        """The work of the rules over more than a question, in parts that know nothing of each other.

        Rules that look at the same trait first work together, on a context that goes when they are done.
        """
        groups: defaultdict[str, list[BankRule]] = defaultdict(list)
        for rule in filter(self.wanted, registry.BANK_RULES):
            groups[next((trait.name for trait in registry.traits_of([rule])), rule.ID)].append(rule)
        yield from (partial(_in_bank, rules, self.bank, context) for rules in groups.values())
        if self.documents:
            for document_rule in filter(self.wanted, registry.DOCUMENT_RULES):
                yield partial(_in_documents, document_rule, self.bank, self.documents)

    def in_source(self, source: Source, grounds: Grounds) -> Found:
        found: Found = [*self.in_texts(source_subject(source.id), source)]
        for rule in filter(self.wanted, registry.SOURCE_RULES):
            found += _about(rule, source_subject(source.id), rule.check_source(source, grounds))
        for fact in source.facts:
            subject = fact_subject(source.id, fact.id)
            found += self.in_texts(subject, fact)
            for fact_rule in filter(self.wanted, registry.FACT_RULES):
                found += _about(fact_rule, subject, fact_rule.check_fact(source, fact, grounds))
        return found

    def in_texts(self, subject: Subject, record: Record) -> Iterator[tuple[str, Subject, Finding]]:
        texts = Texts(record, self.bank.title)
        for rule in filter(self.wanted, registry.TEXT_RULES):
            yield from _about(rule, subject, rule.check_texts(texts))

    def unused(
        self, allowed: Mapping[Subject, Mapping[str, str]], silenced: Mapping[Subject, set[str]]
    ) -> Iterator[_Reported]:
        """Allowances of rules that were run and found nothing, or that there are not."""
        known = {rule.ID for rule in registry.rules()}
        unrun = {rule.ID for rule in registry.ANSWER_RULES}  # other answers may find again what these do not
        if not self.documents:
            unrun |= {rule.ID for rule in registry.DOCUMENT_RULES}
        run = {rule.ID for rule in registry.rules() if self.wanted(rule)} - unrun
        for subject, allow in allowed.items():
            for finding in unused_allow.check_allow(allow, silenced.get(subject, ()), run, known):
                yield _Reported(unused_allow, subject, finding)

    def origin(self, subject: Subject) -> Origin:
        origins = self.loaded.origins
        match subject.kind:
            case "question":
                return origins.questions[subject.id]
            case "fact":
                return origins.facts[subject.id]
            case "source":
                return origins.sources[subject.id]
            case "topic":
                return origins.topics[subject.id]
            case "bank":
                return Origin(self.loaded.bank_file)

    def within(self, subject: Subject) -> str:
        """The record of what is found in no question."""
        match subject.kind:
            case "bank" | "topic":
                return file_record(self.loaded.folder, self.origin(subject).file)
            case "source" | "fact":
                return f"{subject.kind} {subject.id}"
            case "question":
                return ""


def _in_bank(rules: Sequence[BankRule], bank: Bank, context: Callable[[], Context]) -> dict[str, Found]:
    known = context()
    return {rule.ID: list(_about(rule, BANK, rule.check_bank(bank, known))) for rule in rules}


def _in_documents(rule: DocumentRule, bank: Bank, documents: Documents) -> dict[str, Found]:
    return {rule.ID: list(_about(rule, BANK, rule.check_documents(bank, documents)))}


def _about(rule: Rule, subject: Subject, found: Iterable[Finding]) -> Iterator[tuple[str, Subject, Finding]]:
    return ((rule.ID, finding.subject or subject, finding) for finding in found)


def _allowed(bank: Bank) -> Iterator[tuple[Subject, Mapping[str, str]]]:
    """Every `allow` that is written, and what it is written on."""
    if bank.allow:
        yield BANK, bank.allow
    for source in bank.sources:
        for fact in source.facts:
            if fact.allow:
                yield fact_subject(source.id, fact.id), fact.allow
    for _, question in bank.questions():
        if question.allow:
            yield question_subject(question.id), question.allow
