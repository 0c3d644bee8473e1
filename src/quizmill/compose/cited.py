"""What stands below an answer: where its facts are to be found, what they say, how far to believe them."""

from __future__ import annotations

from quizmill.bank.markup import plain
from quizmill.compose.exercise import Evidence
from quizmill.compose.study import in_one_line, whereabouts
from quizmill.words import Words


def sources(found: tuple[Evidence, ...], words: Words) -> tuple[str, ...]:
    """Each place once, with what its facts say, and how far they are to be believed."""
    said: dict[tuple[str, int], list[str]] = {}
    for evidence in found:
        said.setdefault((evidence.name, evidence.paragraph), []).append(_says(evidence, words))
    between = words("sheet.between")
    return tuple(
        words("face.source", name=name, number=number, says=between.join(facts))
        for (name, number), facts in said.items()
    )


def _says(evidence: Evidence, words: Words) -> str:
    time = words("face.as_of", time=evidence.as_of) if evidence.as_of else ""
    doubt = words("face.in_doubt", doubt=plain(evidence.doubt)) if evidence.doubt else ""
    return words("sheet.between").join(part for part in (plain(evidence.says), time, doubt) if part)


def places(found: tuple[Evidence, ...], words: Words) -> str:
    """Where the facts stand: each document with its paragraphs; empty without any."""
    return in_one_line(whereabouts((each.name, each.paragraph) for each in found), words)


def doubts(found: tuple[Evidence, ...], words: Words) -> tuple[str, ...]:
    """How far the facts are to be believed, of those that are disputed."""
    said = (words("face.in_doubt", doubt=plain(evidence.doubt)) for evidence in found if evidence.doubt)
    return tuple(dict.fromkeys(said))
