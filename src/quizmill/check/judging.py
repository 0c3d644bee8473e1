"""What is found and read in each question alone, and kept, so that what has not changed is not judged twice.

A question is known by a digest of all its rules may look at: itself, and its grounds. Editing one question
leaves the others known; editing a fact, a name or bank.yaml leaves none.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

import msgspec
from msgspec import Raw
from msgspec.msgpack import decode, encode

from quizmill.bank.model import Question
from quizmill.bank.pictures import pictures
from quizmill.check import parallel, registry
from quizmill.check.cache import Cache
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.check.rule import ItemRule, QuestionRule, Rule, TextRule
from quizmill.check.texts import Texts
from quizmill.check.trait import Trait

_AT_ONCE = 250  # questions in one task: few enough to share out evenly, many enough to be worth it
_FINDINGS = "findings"  # a column beside those of the traits

Values = list[Raw]  # a value of each question, as msgpack


class Table(msgspec.Struct, frozen=True, array_like=True):
    """Each question's digest, and what was found and read in it, column by column."""

    digests: tuple[bytes, ...] = ()
    columns: dict[str, Raw] = {}  # each a list as long as the digests

    def findings(self) -> list[list[tuple[str, Finding]]]:
        """Of each question what was found, by the rule's id."""
        return decode(self.columns[_FINDINGS], type=list[list[tuple[str, Finding]]])

    @property
    def traits(self) -> Mapping[str, Raw]:
        """The columns of traits, by name."""
        return {name: column for name, column in self.columns.items() if name != _FINDINGS}

    def rows(self) -> dict[str, Values]:
        """The columns, cut into values."""
        return {name: decode(column, type=list[Raw]) for name, column in self.columns.items()}


class Judge(NamedTuple):
    """The rules and traits that questions are judged by."""

    question_rules: tuple[QuestionRule, ...]
    text_rules: tuple[TextRule, ...]
    item_rules: tuple[ItemRule, ...]
    traits: tuple[Trait[Any], ...]

    @classmethod
    def of(cls, wanted: Callable[[Rule], bool]) -> Judge:
        """Those of the *wanted* rules."""
        return cls(
            tuple(filter(wanted, registry.QUESTION_RULES)),
            tuple(filter(wanted, registry.TEXT_RULES)),
            tuple(filter(wanted, registry.ITEM_RULES)),
            registry.traits_of(filter(wanted, registry.BANK_RULES)),
        )

    def judged(self, questions: Sequence[Question], grounds: Grounds) -> dict[str, bytes]:
        """The columns of these questions."""
        columns: dict[str, list[Any]] = {
            name: [] for name in (*(each.name for each in self.traits), _FINDINGS)
        }
        for question in questions:  # all of one before the next, while what was cut of it is remembered
            for trait in self.traits:
                columns[trait.name].append(trait.of(question, grounds))
            columns[_FINDINGS].append(self.findings(question, grounds))
        return {name: encode(column) for name, column in columns.items()}

    def findings(self, question: Question, grounds: Grounds) -> list[tuple[str, Finding]]:
        found: list[tuple[str, Finding]] = []
        for rule in self.question_rules:
            for finding in rule.check_question(question, grounds):
                found.append((rule.ID, finding))  # noqa: PERF401  # most rules find nothing: no list for each
        texts = Texts(question, grounds.bank.title)
        for text_rule in self.text_rules:
            for finding in text_rule.check_texts(texts):
                found.append((text_rule.ID, finding))  # noqa: PERF401
        item = grounds.item(question)
        for item_rule in self.item_rules:
            for finding in item_rule.check_item(item):
                found.append((item_rule.ID, finding))  # noqa: PERF401
        return found


def judged(
    questions: Sequence[Question], grounds: Grounds, judge: Judge, cache: Cache, parts: Sequence[str]
) -> Table:
    """The table of *questions*: what the *cache* has in one of its *parts*, the rest made new.

    New things are kept in the last part.
    """
    digests = tuple(_digests(questions, grounds))
    known = Table()
    for part in parts:
        known = cache.recall(part, Table) or Table()
        if set(digests) <= set(known.digests):
            break
    if known.columns and known.digests == digests:
        return known
    table = _completed(known, digests, questions, grounds, judge)
    cache.keep(parts[-1], table)
    return table


def _completed(
    known: Table, digests: tuple[bytes, ...], questions: Sequence[Question], grounds: Grounds, judge: Judge
) -> Table:
    """The table of the *digests*: of those that are *known* as it was, of others judged now."""
    places = {digest: at for at, digest in enumerate(known.digests)}
    new = [at for at, digest in enumerate(digests) if digest not in places]
    tasks = [
        partial(judge.judged, [questions[at] for at in new[start : start + _AT_ONCE]], grounds)
        for start in range(0, len(new), _AT_ONCE)
    ]
    parts = parallel.done(tasks, len(new))
    rows = known.rows()
    columns: dict[str, Raw] = {}
    for name in (_FINDINGS, *(trait.name for trait in judge.traits)):
        made = iter([value for part in parts for value in decode(part.pop(name), type=list[Raw])])
        old = rows.get(name, [])
        column = [old[places[digest]] if digest in places else next(made) for digest in digests]
        columns[name] = Raw(encode(column))
    return Table(digests, columns)


def _digests(questions: Sequence[Question], grounds: Grounds) -> Iterator[bytes]:
    """Of each question a digest of all that the rules on it may look at."""
    common = hashlib.blake2b(encode(grounds.bank), digest_size=16)
    for question in questions:
        own = common.copy()
        own.update(encode(question))
        for image in pictures(question):
            own.update(encode(grounds.pictures.get(image.file)))
        if question.audio:
            own.update(encode(grounds.sounds.get(question.audio.file)))
        yield own.digest()
