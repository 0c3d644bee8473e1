"""What ties questions to facts, and names to things: links that lead nowhere, or to two places."""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank.decode import closest
from quizmill.bank.fault import Fault, Path
from quizmill.bank.model import Bank, Essay, Name, Question
from quizmill.bank.sound import same

EMPTY = Fault((), "empty-bank", "this bank has no questions", "add a topic file such as joyo.yaml; `quizmill init` shows one")


def faults_in(bank: Bank, *, known: set[str], has_seeds: bool) -> dict[str, list[Fault]]:
    """For each question with a broken link to its evidence, by id, what is broken.

    *known* are the references of all facts that are written, sound or not, so that a broken fact is one
    diagnostic and not one for each question that rests on it.
    """
    found: dict[str, list[Fault]] = {}
    for _, question in bank.questions():
        faults = list(_with_seeds(question, known) if has_seeds else _without_seeds(question))
        if faults:
            found[question.id] = faults
    return found


def name_faults(names: tuple[Name, ...]) -> Iterator[tuple[int, Fault]]:
    """Names and aliases that two things claim: an answer could not be told apart. Index and fault."""
    owners: dict[str, str] = {}
    for index, name in enumerate(names):
        claims: list[tuple[Path, str]] = [(("name",), name.name)]
        claims += [(("aliases", i), alias) for i, alias in enumerate(name.aliases)]
        for path, text in claims:
            owner = owners.setdefault(same(text), name.name)
            if owner != name.name or (path == ("name",) and index and any(n.name == owner for n in names[:index])):
                message = f'"{text}" already names {owner}'
                yield index, Fault(path, "shared-name", message, "keep it where it is unmistakable")


def _references(question: Question) -> Iterator[tuple[Path, str]]:
    for i, fact in enumerate(question.facts):
        yield ("facts", i), fact
    if isinstance(question, Essay):
        for at, point in enumerate(question.points):
            for i, fact in enumerate(point.facts):
                yield ("points", at, "facts", i), fact


def _with_seeds(question: Question, known: set[str]) -> Iterator[Fault]:
    references = list(_references(question))
    if not references:
        help = "add `facts: [source/fact]`, what the answer rests on"
        yield Fault((), "missing-field", '"facts" is missing', help)
    for path, fact in references:
        if fact not in known:
            near = closest(fact, known)
            help = f'did you mean "{near}"?' if near else "add it to the seeds first"
            yield Fault(path, "dangling-fact", f'there is no fact "{fact}"', help)


def _without_seeds(question: Question) -> Iterator[Fault]:
    for path, fact in _references(question):
        help = "say in bank.yaml where they are: `seeds: ../seeds`; or leave `facts` out"
        yield Fault(path, "dangling-fact", f'"{fact}" cannot be found: this bank has no seeds', help)
        return
