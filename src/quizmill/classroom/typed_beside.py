"""What a table beside pictures of answer sheets has settled already, so that nobody is asked again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from quizmill.classroom.absence import said_absent
from quizmill.classroom.answer_table import columns, refuse_another
from quizmill.classroom.class_set import ClassSet
from quizmill.classroom.register import Register
from quizmill.classroom.returned import Returned, rows_of
from quizmill.classroom.table import Table
from quizmill.compose.answer_sheet.layout import Layout
from quizmill.grade.doubtful import is_guess

Typed = Mapping[str, frozenset[int]]  # by whom the report calls so: the numbers of what was typed


def typed_beside(made: ClassSet, layout: Layout, tables: Sequence[Table]) -> Typed:
    """What was typed of what has rings; of who was said to be absent that is all of it.

    A cell that is still a guess says nothing. Raises FileUnusable as `mark_scripts` does.
    """
    register, found = Register(made), dict[str, frozenset[int]]()
    for row in _rows(made, tables):
        of = register.find(row.name, row.group, row.told)
        label, form = (of[0].label, of[0].copy.form) if len(of) == 1 else (row.name, row.form)
        paper = made.paper(form) or made.papers[0]
        ringed = frozenset(line.number for line in layout.sheet(paper.form).lines)
        if said_absent(row.typed):
            found[label] = ringed
            continue
        texts = enumerate(row.texts(paper), start=1)
        numbers = frozenset(number for number, text in texts if text and not is_guess(text))
        if numbers & ringed:
            found[label] = numbers & ringed
    return found


def _rows(made: ClassSet, tables: Sequence[Table]) -> Iterator[Returned]:
    for table in tables:
        refuse_another(made, table)
        yield from rows_of(table, columns(table, len(made.papers[0].exercises), made.columns))
