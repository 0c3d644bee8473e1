"""What ties questions to facts, and names to things: links that lead nowhere, or to two places."""

from __future__ import annotations

import itertools
import re
import typing
from collections.abc import Collection, Iterable, Iterator, Mapping

import msgspec

from quizmill.bank.closest import closest
from quizmill.bank.markup import same
from quizmill.bank.model import Essay, FactRef, Lesson, Name, Question, Topic
from quizmill.bank.reader.fault import Fault, Path
from quizmill.bank.reader.tree import Tree
from quizmill.errors import Severity

_REFERENCE = re.compile(typing.get_args(FactRef)[1].pattern)
_MENTIONED = re.compile(r"(?<![\w/-])[a-z0-9-]+/[a-z0-9-]+(?![\w/])")


class Known(msgspec.Struct, frozen=True):
    """What references may lead to.

    A file that could not be read to its end may hold any fact: references into it are given the benefit
    of the doubt, so that one slip in the seeds is one diagnostic and not one for each question.
    """

    facts: Collection[str]  # references of all facts that are written, sound or not
    half_read: Collection[str] = ()  # ids of sources with entries that were lost
    complete: bool = True  # every file of the seeds told its id
    drafts: Mapping[str, str] = msgspec.field(
        default_factory=dict
    )  # facts that are not finished: their files

    def has(self, reference: str) -> bool:
        """Whether there is such a fact, or may be."""
        source = reference.partition("/")[0]
        if reference in self.facts or source in self.half_read:
            return True
        return not self.complete and not any(fact.startswith(f"{source}/") for fact in self.facts)


def faults_in(question: Question, known: Known) -> Iterator[Fault]:
    """What is broken between *question* and its evidence, in a bank with seeds."""
    rests_on = list(references(question))
    if not rests_on:
        help = (
            "add `facts: [source/fact]`, what the answer rests on; a bank without evidence has no `seeds` in "
            "bank.yaml"
        )
        yield Fault((), "missing-field", '"facts" is missing', help)
    yield from _dangling(rests_on, known)


def lesson_faults(learn: Iterable[Lesson], known: Known) -> Iterator[Fault]:
    """What is broken between the lessons of a topic and their evidence, in a bank with seeds."""
    for i, lesson in enumerate(learn):
        if not lesson.facts:
            message, help = "this lesson names no facts", "add `facts: [source/fact]`, what it rests on"
            yield Fault(("learn", i), "lesson-unfounded", message, help, severity=Severity.WARNING)
        references = ((("learn", i, "facts", at), fact) for at, fact in enumerate(lesson.facts))
        yield from _dangling(references, known)


def faults_in_tree(tree: Tree, known: Known) -> Iterator[Fault]:
    """The same for a question that is broken otherwise, as far as its references can be read."""
    yield from _dangling(references_in_tree(tree), known)


def mentioned(text: str) -> set[str]:
    """What in a text may be a reference to a fact, wherever it stands."""
    return set(_MENTIONED.findall(text))


def references_in_tree(tree: Tree) -> Iterator[tuple[Path, str]]:
    """The facts that a question and its points name, as far as they can be read, and where."""
    if not isinstance(tree, dict):
        return
    for i, fact in enumerate(_list(tree.get("facts"))):
        if isinstance(fact, str) and _REFERENCE.match(fact):
            yield ("facts", i), fact
    for at, point in enumerate(_list(tree.get("points"))):
        for path, fact in references_in_tree(point):
            yield ("points", at, *path), fact


def _list(tree: Tree) -> list[Tree]:
    return tree if isinstance(tree, list) else []


def _dangling(references: Iterable[tuple[Path, str]], known: Known) -> Iterator[Fault]:
    for path, fact in references:
        if file := known.drafts.get(fact):
            help = f"say what it states, in {file}, and delete its `state: draft`"
            yield Fault(path, "draft-fact", f'the fact "{fact}" is a draft, on which nothing can rest', help)
        elif not known.has(fact):
            near = closest(fact, known.facts)
            help = f'did you mean "{near}"?' if near else "add it to the seeds first"
            yield Fault(path, "dangling-fact", f'there is no fact "{fact}"', help)


def without_seeds(topic: Topic, seeds: str) -> tuple[str | None, Fault] | None:
    """The fault of a topic that names facts in a bank that has none; *seeds* is where they seem to be.

    With it the id of the question that names them; None where a lesson does.
    """
    help = f"say in bank.yaml where they are: `seeds: {seeds}`; or leave `facts` out"
    lessons = ((None, ("learn", i, "facts", 0)) for i, each in enumerate(topic.learn) if each.facts)
    asked = ((each.id, path) for each in topic.questions for path, _ in references(each))
    for id, path in itertools.chain(lessons, asked):
        return id, Fault(path, "no-seeds", "facts are named here, but this bank has no seeds", help)
    return None


def name_faults(names: tuple[Name, ...]) -> Iterator[tuple[int, Fault]]:
    """Names and aliases that two things claim: an answer could not be told apart. Index and fault."""
    owners: dict[str, str] = {}
    seen: set[str] = set()
    for index, name in enumerate(names):
        claims: list[tuple[Path, str]] = [(("name",), name.name)]
        claims += [(("aliases", i), alias) for i, alias in enumerate(name.aliases)]
        for path, text in claims:
            owner = owners.setdefault(same(text), name.name)
            if owner != name.name or (path == ("name",) and owner in seen):
                message = f'"{text}" already names {owner}'
                yield index, Fault(path, "shared-name", message, "keep it where it is unmistakable")
        seen.add(name.name)


def references(question: Question) -> Iterator[tuple[Path, str]]:
    """The facts that a question and the points of its answer name, each with where it does."""
    for i, fact in enumerate(question.facts):
        yield ("facts", i), fact
    if isinstance(question, Essay):
        for at, point in enumerate(question.points):
            for i, fact in enumerate(point.facts):
                yield ("points", at, "facts", i), fact
