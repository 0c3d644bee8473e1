"""What a class set that was marked becomes in the log of answers."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from quizmill.analysis.answer import AnswerRow
from quizmill.analysis.pseudonym import Key
from quizmill.classroom.class_set import ClassSet
from quizmill.classroom.names import same_name
from quizmill.classroom.scripts import Marked, Script, ScriptAnswer
from quizmill.compose.paper import Paper
from quizmill.compose.wording import digest
from quizmill.grade.chosen import chosen
from quizmill.grade.on_paper import Copied
from quizmill.grade.response import Blanks, Text


def pseudonym(key: Key, name: str) -> str:
    """That of a pupil or learner, however the name is typed."""
    return key.pseudonym(same_name(name))


def answers_of_paper(
    made: ClassSet, marked: Marked, key: Key, *, on: int = 0, with_text: bool = False
) -> Iterator[AnswerRow]:
    """A row for each answer that was read and counts; *on* is when the class sat, in ms, if it is said.

    Without it the page that was handed in tells; a sheet of paper tells nothing.
    """
    papers = {paper.form: paper for paper in made.papers}
    for script in marked.scripts:
        student = pseudonym(key, script.student)
        for answer in script.answers:
            if answer.typed is not None and not answer.void:
                at = on or _finished(script)
                yield _row(
                    papers[script.form], script, answer, answer.typed, student, at, with_text=with_text
                )


def _row(
    paper: Paper,
    script: Script,
    answer: ScriptAnswer,
    typed: Copied,
    student: str,
    at: int,
    *,
    with_text: bool,
) -> AnswerRow:
    of_text = with_text and isinstance(typed.response, Text | Blanks)
    return AnswerRow(
        answered=at,
        namespace=paper.namespace,
        question=answer.exercise.id,
        digest=digest(answer.exercise),
        kind=answer.exercise.kind,
        student=student,
        team=script.copy.group if script.copy else "",
        paper=paper.fingerprint,
        form=script.form,
        number=answer.number,
        place="html" if script.handed_in else "paper",
        chosen=chosen(answer.exercise, typed.response),
        text=typed.text if of_text else "",
        verdict=typed.mark.verdict,
        earned=typed.mark.earned,
        possible=typed.mark.possible,
        source=answer.origin.value,
    )


def _finished(script: Script) -> int:
    """When the page was handed in, by the clock of whoever did; 0 for paper."""
    try:
        moment = datetime.datetime.fromisoformat(script.finished)
    except ValueError:
        return 0
    if moment.tzinfo is None:
        return 0
    return int(moment.timestamp()) * 1000
