"""Essays that pupils wrote on a page: the table in which a teacher reads them and types the marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizmill.bank.model import Essay
from quizmill.classroom.answer_table import written_title
from quizmill.classroom.class_set import ClassSet
from quizmill.classroom.hand_in import HandIn
from quizmill.classroom.register import Register
from quizmill.classroom.returned import Twice, handed_in
from quizmill.compose.paper import Paper


def essay_table(made: ClassSet, handed: Sequence[HandIn], twice: Twice) -> Iterator[tuple[str, ...]]:
    """A row for each pupil who handed in: beside each essay's text its cell for the marks, all others empty.

    What is typed there counts before what was handed in; so whatever could not be read is typed there too.
    """
    papers = {paper.fingerprint: paper for paper in made.papers}
    numbers = range(1, len(made.papers[0].exercises) + 1)
    written = {number for paper in made.papers for number in _essays(paper)}
    titles = ([written_title(n), str(n)] if n in written else [str(n)] for n in numbers)
    yield ("student", "form", *(title for each in titles for title in each))
    for sheet in handed_in(handed, Register(made), twice):
        if sheet.handed is None or sheet.conflict:
            continue
        paper, given = papers[sheet.handed.paper], dict(enumerate(sheet.handed.answers, start=1))
        essays = _essays(paper)
        texts = {number: given.get(number, "") if number in essays else "" for number in written}
        cells = ([texts[number], ""] if number in written else [""] for number in numbers)
        yield (sheet.name, paper.form, *(cell for each in cells for cell in each))


def _essays(paper: Paper) -> set[int]:
    """The numbers of its essays."""
    return {at for at, each in enumerate(paper.exercises, start=1) if isinstance(each.question, Essay)}
