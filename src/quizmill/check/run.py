"""Running the rules over a bank: findings get their places, each `allow` is honoured, all become one list."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from quizmill.bank.load import LoadedBank
from quizmill.bank.model import Bank
from quizmill.bank.reader.origins import Origin
from quizmill.check import english, looking, registry, sharing
from quizmill.check.context import Context, context_of
from quizmill.check.documents import read_documents
from quizmill.check.finding import BANK, Finding, Subject, fact_subject, question_subject
from quizmill.check.registry import Rule
from quizmill.check.rules import fact_unasked, unused_allow
from quizmill.errors import Diagnostic, Severity


def check(loaded: LoadedBank, documents: Path | None = None) -> tuple[Diagnostic, ...]:
    """All that is wrong or weak, the reader's diagnostics included, in the order of files, lines and columns.

    With a folder of *documents* every fact is held against its original. Raises FileUnusable when that is
    no folder.
    """
    read = read_documents(documents, loaded.bank.sources) if documents is not None else None
    context = context_of(loaded.bank, loaded.folder, read)
    found = [*loaded.diagnostics, *_Run(loaded, context, lambda rule: True).diagnostics()]
    return tuple(sorted(found, key=lambda diagnostic: diagnostic.location))


def errors(loaded: LoadedBank) -> tuple[Diagnostic, ...]:
    """The errors of :func:`check` without documents; rules that yield none are not run."""
    context = context_of(loaded.bank, loaded.folder, None)
    found = [*loaded.diagnostics, *_Run(loaded, context, registry.can_be_error).diagnostics()]
    grave = (diagnostic for diagnostic in found if diagnostic.severity is Severity.ERROR)
    return tuple(sorted(grave, key=lambda diagnostic: diagnostic.location))


class _Run:
    """One run over one bank: of the rules *picked*, those that can judge its language."""

    def __init__(self, loaded: LoadedBank, context: Context, picked: Callable[[Rule], bool]) -> None:
        self.loaded = loaded
        self.context = context
        self.picked = picked
        self.allowed = dict(_allowed(context.bank))
        self.silenced: dict[Subject, set[str]] = {}

    def wanted(self, rule: Rule) -> bool:
        return self.picked(rule) and english.can_judge(rule, self.context.bank.language)

    def diagnostics(self) -> Iterator[Diagnostic]:
        """What the rules find and nobody has allowed; then the allowances that allow nothing."""
        looks = looking.looks(self.context, self.wanted)
        for rule, subject, finding in sharing.findings(looks, len(self.context.items)):
            allowing = BANK if subject.kind == "source" else subject  # a source has no `allow` of its own
            if rule.ID in self.allowed.get(allowing, ()):
                self.silenced.setdefault(allowing, set()).add(rule.ID)
            elif rule is not fact_unasked or subject.id not in self.loaded.origins.asked_in_vain:
                yield self.placed(rule, subject, finding)
        if self.wanted(unused_allow):
            yield from self.unused()

    def unused(self) -> Iterator[Diagnostic]:
        """Allowances of rules that were run and found nothing, or that there are not."""
        known = {rule.ID for rule in registry.rules()}
        unrun = () if self.context.documents else (rule.ID for rule in registry.DOCUMENT_RULES)
        run = {rule.ID for rule in registry.rules() if self.wanted(rule)}.difference(unrun)
        for subject, allow in self.allowed.items():
            for finding in unused_allow.check_allow(allow, self.silenced.get(subject, ()), run, known):
                yield self.placed(unused_allow, subject, finding)

    def placed(self, rule: Rule, subject: Subject, finding: Finding) -> Diagnostic:
        """The finding with its line and column."""
        location = self.loaded.origins.locate(self.origin(subject), finding.path, at_key=finding.at_key)
        return Diagnostic(
            location=location,
            severity=finding.severity or rule.SEVERITY,
            rule=rule.ID,
            message=finding.message,
            help=finding.help,
            question=subject.id if subject.kind == "question" else None,
        )

    def origin(self, subject: Subject) -> Origin:
        origins = self.loaded.origins
        match subject.kind:
            case "question":
                return origins.questions[subject.id]
            case "fact":
                return origins.facts[subject.id]
            case "source":
                return origins.sources[subject.id]
            case "bank":
                return Origin(self.loaded.bank_file)


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
