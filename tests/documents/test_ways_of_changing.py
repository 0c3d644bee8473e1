"""A text changed in twenty ways: facts are lost only when no paragraph has their terms together any more."""

from __future__ import annotations

import random
import re
import textwrap
from collections.abc import Callable

import pytest

from quizmill.app.document_editions import Edition, compare
from quizmill.bank.document import stands_in
from quizmill.bank.fold import fold
from quizmill.bank.model import Fact, Source
from quizmill.documents.placing import update

Lines = list[str]

TEXT = """\
The Lighthouse of Skerryvore
A short history
Skerryvore lies 12 miles south-west of Tiree. Between 1804 and 1844 thirty ships were lost on its reef.
In 1834 Robert Stevenson and his son Alan came to look at the rock. They found gneiss, worn smooth by the sea.
Parliament had allowed a light as early as 1814, but nobody dared begin. The sum of £63,000 frightened all.
Building
Alan Stevenson began in 1838 with a barrack of timber. A storm of November carried it away in a single night.
The second barrack stood from 1839, forty feet above the rock. Thirty men slept in it when the sea allowed.
Granite came from Mull, and 4,300 tons of it went into the tower. Each block weighed up to 2.5 tons.
The lowest course was laid on 4 July 1840 by the Duke of Argyll. His family came by steamer to watch.
A harbour at Hynish was built for the stores; its basin was flushed by a reservoir above the village.
The tower is 156 feet high and has 151 steps. Its walls are nine feet thick at the foot.
The light
The lamp was lit on 1 February 1844 and could be seen for 18 miles. Fresnel's brother made its lens in Paris.
Four keepers lived on the rock, two of them resting at Hynish. In winter relief might be six weeks late.
A fire of March 1954 gutted the tower. Until 1959 a lightship did its work.
Since 1994 no keeper has lived there; the light is watched from Edinburgh.
"""
TERMS = (
    (3, "Tiree", "12 miles"), (3, "1804", "thirty ships"), (4, "1834", "Robert Stevenson"), (4, "gneiss"),
    (5, "Parliament", "1814"), (5, "£63,000"), (7, "barrack of timber", "1838"), (7, "November"),
    (8, "1839", "forty feet"), (8, "Thirty men"), (9, "Mull", "4,300 tons"), (9, "2.5 tons"),
    (10, "4 July 1840", "Duke of Argyll"), (11, "Hynish", "reservoir"), (12, "156 feet", "151 steps"),
    (14, "1 February 1844", "18 miles"), (14, "Fresnel"), (15, "Four keepers"), (16, "1954", "fire"),
    (16, "1959", "lightship"), (17, "1994", "Edinburgh"),
)  # fmt: skip
FACTS = tuple(Fact(id=f"f{at}", paragraph=n, says="S.", terms=terms) for at, (n, *terms) in enumerate(TERMS))
SOURCE = Source(id="s", title="S", facts=FACTS, states_nothing=(1, 2, 6, 13))
SENTENCE = re.compile(r"(?<=[.;]) ")


def inserted(lines: Lines, chance: random.Random) -> Lines:
    for n in range(5):
        lines.insert(chance.randrange(len(lines) + 1), f"The editor adds remark number {n} in passing.")
    return lines


def deleted(lines: Lines, chance: random.Random) -> Lines:
    return [line for line in lines if chance.random() > 0.25]


def reworded(lines: Lines, chance: random.Random) -> Lines:
    def word(each: str) -> str:
        return each if not each.islower() or chance.random() > 0.2 else "indeed"

    return [" ".join(map(word, line.split())) for line in lines]


def renumbered(lines: Lines, chance: random.Random) -> Lines:
    return [re.sub(r"18(\d\d)", r"17\1", line) if chance.random() < 0.5 else line for line in lines]


def split(lines: Lines, chance: random.Random) -> Lines:
    return [part for line in lines for part in SENTENCE.split(line)]


def split_here_and_there(lines: Lines, chance: random.Random) -> Lines:
    return [part for line in lines for part in (SENTENCE.split(line) if chance.random() < 0.5 else [line])]


def joined(lines: Lines, chance: random.Random) -> Lines:
    return [" ".join(lines[at : at + 2]) for at in range(0, len(lines), 2)]


def all_in_one(lines: Lines, chance: random.Random) -> Lines:
    return [" ".join(lines)]


def shuffled(lines: Lines, chance: random.Random) -> Lines:
    chance.shuffle(lines)
    return lines


def parts_swapped(lines: Lines, chance: random.Random) -> Lines:
    return lines[12:] + lines[5:12] + lines[:5]


def sentences_moved(lines: Lines, chance: random.Random) -> Lines:
    parts = [SENTENCE.split(line) for line in lines]
    parts[2].append(parts[15].pop())
    parts[8].insert(0, parts[4].pop(0))
    return [" ".join(part) for part in parts]


def wrapped(lines: Lines, chance: random.Random) -> Lines:
    return [row for line in lines for row in (*textwrap.wrap(line, 60, break_on_hyphens=False), "")]


def wrapped_without_blank_lines(lines: Lines, chance: random.Random) -> Lines:
    return textwrap.wrap(" ".join(lines), 200, break_on_hyphens=False)


def in_capitals(lines: Lines, chance: random.Random) -> Lines:
    return list(map(str.upper, lines))


def with_other_marks(lines: Lines, chance: random.Random) -> Lines:
    return [f"* {line}".replace("-", "–").replace("'", "’") for line in lines]


def indented(lines: Lines, chance: random.Random) -> Lines:
    return [f"\t{line}  \r" for line in lines]


def misspelt(lines: Lines, chance: random.Random) -> Lines:
    return [re.sub(r"\b(w)(h?)(a|e|i)", r"\1\3\2", line) for line in lines]


def twice_in_part(lines: Lines, chance: random.Random) -> Lines:
    return [*lines[:5], *lines[3:8], *lines[5:]]


def summed_up(lines: Lines, chance: random.Random) -> Lines:
    return ["Skerryvore in short: 1838 to 1844, 156 feet of granite.", *lines]


def cut_short(lines: Lines, chance: random.Random) -> Lines:
    return lines[:11]


def all_of_it(lines: Lines, chance: random.Random) -> Lines:
    for way in (inserted, deleted, split_here_and_there, reworded):
        lines = way(lines, chance)
    return lines


WAYS = (
    inserted, deleted, reworded, renumbered, split, split_here_and_there, joined, all_in_one, shuffled,
    parts_swapped, sentences_moved, wrapped, wrapped_without_blank_lines, in_capitals, with_other_marks,
    indented, misspelt, twice_in_part, summed_up, cut_short, all_of_it,
)  # fmt: skip


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_a_fact_is_lost_only_with_its_words(way: Callable[[Lines, random.Random], Lines], seed: int):
    new = "\n".join(way(TEXT.splitlines(), random.Random(seed)))
    compared = compare(SOURCE, (), Edition(TEXT.encode(), "old.txt"), new.encode())
    found = update(SOURCE, FACTS, compared.new, compared.moved, compared.old)

    def together(fact: Fact) -> set[int]:
        """Where all the terms of a fact stand."""
        return set.intersection(*(set(compared.new.where(term)) for term in fact.terms))

    assert {each.fact.id for each in found.facts if each.is_lost} == {
        fact.id for fact in FACTS if not together(fact)
    }
    for each in found.facts:
        text = compared.new.folded[each.paragraph - 1]
        assert each.is_lost or all(stands_in(fold(term), text) for term in each.fact.terms)
    loud = {each.paragraph for each in found.facts} | set(found.states_nothing) | set(found.unread)
    assert loud == set(range(1, len(compared.new.paragraphs) + 1))
