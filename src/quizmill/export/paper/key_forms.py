"""Where each question stands in each form: a row of numbers for each form, a column for each question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from quizmill.bank.markup import escape
from quizmill.compose.paper import Paper
from quizmill.export.paper.elements import Rule
from quizmill.export.paper.flow import Block, block
from quizmill.export.paper.look import BLACK, HEADING, NOTE, NUMBER
from quizmill.export.paper.rows import Row
from quizmill.export.paper.typeset import Typesetter
from quizmill.words import Words

MOST_FORMS = 12  # that anybody marks side by side; more are only in the grids
_STEP = 22.0  # points from number to number


def places_in_forms(papers: Sequence[Paper]) -> list[dict[str, int]]:
    """The numbers of the questions in each form, by id; none unless it is worth a table.

    That it is where there are several forms, not too many, that have not all one order.
    """
    places = [{each.id: n for n, each in enumerate(paper.exercises, 1)} for paper in papers]
    if not 1 < len(papers) <= MOST_FORMS or all(list(each) == list(places[0]) for each in places):
        return []
    return places


def across_forms(papers: Sequence[Paper], width: float, words: Words, setter: Typesetter) -> Iterator[Block]:
    """The table, where it is worth one."""
    places = places_in_forms(papers)
    if not places:
        return
    title = words("sheet.across_forms")
    named = [escape(words("sheet.form", form=paper.form)) for paper in papers]
    left = max(setter.width(name, NUMBER) for name in named) + 12
    ids = iter(places[0])
    rows = [Row([(0, setter.set(escape(title), HEADING, width))])]
    rule = [(0.0, setter.make(Rule, width, 0.0, BLACK))]
    while band := list(islice(ids, int((width - left) / _STEP))):
        rows.append(Row(rule, before=3, after=5))
        for name, place in zip(named, places, strict=True):
            numbers = [
                (left + _STEP * column, setter.set(str(place[id]), NOTE, _STEP))
                for column, id in enumerate(band)
            ]
            rows.append(Row([(0, setter.set(name, NUMBER, left)), *numbers], after=2))
    yield block([*rows, Row(rule, before=3, after=5)], apart=14, entry=title)
