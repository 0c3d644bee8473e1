"""The lefts or the rights of a matching are of several kinds.

Kinds are told for values, and for names of names.yaml. A single year or date among words is another kind
too.

Why: a year can only go with an event and a city with a country, so pairs are found by kind, not by knowledge.

Source: our own.

Bad:
    pairs: [[opening of the canal, "1869"], [its builder, Lesseps], [its cost, 433 million francs]]

Good:
    pairs: [[Suez Canal, "1869"], [Panama Canal, "1914"], [Kiel Canal, "1895"]]
"""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank.markup import plain
from quizmill.bank.model import Matching, Question
from quizmill.bank.reader.fault import Path
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.check.language.kinds import NAMES, VALUES, Kind, kind
from quizmill.errors import Severity

ID = "match-mixed"
SEVERITY = Severity.WARNING

Column = list[tuple[Path, str]]

_ONE = {Kind.DATE: Kind.YEAR}  # as exactly as they are said


def check_question(question: Question, grounds: Grounds) -> Iterator[Finding]:
    """One finding for each mixed column, at its first text of a second kind."""
    if not isinstance(question, Matching):
        return
    pairs = list(enumerate(question.pairs))
    lefts: Column = [(("pairs", i, 0), left) for i, (left, _) in pairs]
    rights: Column = [(("pairs", i, 1), right) for i, (_, right) in pairs]
    rights += [(("extra", i), text) for i, text in enumerate(question.extra)]
    for side, column in (("left", lefts), ("right", rights)):
        kinds = [(path, text, _kind(text, grounds)) for path, text in column]
        known = [found for _, _, found in kinds if found]
        if known == [Kind.YEAR] and len(kinds) > 2:
            path, text = next((path, text) for path, text, found in kinds if found)
            message = f'the {side}s mix kinds: "{plain(text)}" is a {Kind.YEAR}, and no other is'
            yield Finding(path=path, message=message, help="keep to one kind, or make two questions")
            continue
        odd = next(
            ((path, text, found) for path, text, found in kinds if found and found is not known[0]), None
        )
        if odd:
            path, text, found = odd
            message = f'the {side}s mix kinds: "{plain(text)}" is a {found}, another is a {known[0]}'
            yield Finding(path=path, message=message, help="keep to one kind, or make two questions")


def _kind(text: str, grounds: Grounds) -> Kind | None:
    found = kind(plain(text), grounds)
    return _ONE.get(found, found) if found in VALUES | NAMES else None
