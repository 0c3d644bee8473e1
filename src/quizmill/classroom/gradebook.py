"""The marks of a class for other programs: rows for a spreadsheet, and one JSON record of everything."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from quizmill.classroom.class_results import ClassResult, QuestionResult
from quizmill.classroom.class_set import ClassSet, Copy
from quizmill.classroom.clock import minutes_taken, said
from quizmill.classroom.grades import Grades
from quizmill.classroom.scripts import Marked, Script, ScriptAnswer, copy_of
from quizmill.grade import feedback
from quizmill.grade.score import tidy
from quizmill.words import Words

SLIPS = "spelt otherwise"  # a title that no question can have for its id
FINAL = "final"
TAKEN = "minutes taken"
GRADE = "grade"


def rows(made: ClassSet, marked: Marked, grades: Grades | None = None) -> Iterator[tuple[str, ...]]:
    """A row for each student: marks in all, then those of each question, in the order of the first form.

    Where the roster has classes there is a column for them beside the name. Behind the questions stands what
    was spelt otherwise and counts all the same, then whether the marks are final, how long it took on a page
    with a clock, and what else the roster says. Those without an answer have a row too, without marks.
    """
    ids = [exercise.id for exercise in made.papers[0].exercises]
    classes = any(copy.group for copy in made.copies)
    columns = made.columns
    timed = made.clock is not None
    yield tuple(_titles(made, ids, classes=classes, grades=grades is not None))
    for script in marked.scripts:
        earned = {answer.exercise.id: _cell(answer) for answer in script.answers}
        yield (
            *_person(copy_of(script), classes=classes),
            script.form,
            number(script.earned),
            str(script.possible),
            number(script.percent),
            *(earned[id] for id in ids),
            "; ".join(_slips(script, ids)),
            f"no: {script.unread} unread" if script.unread else "yes",
            *([said(minutes_taken(script))] if timed else []),
            *([grades.grade(script.percent)] if grades else []),
            *_told(copy_of(script), columns),
        )
    for each in marked.unmarked:
        copy = copy_of(each)
        empty = ("" for _ in (*ids, "marks", "possible", "percent", SLIPS))
        final = "no: not marked" if each.answered else "absent"
        yield (
            *_person(copy, classes=classes),
            copy.form,
            *empty,
            final,
            *([""] if timed else []),
            *([""] if grades else []),
            *_told(copy, columns),
        )


def _titles(made: ClassSet, ids: list[str], *, classes: bool, grades: bool) -> Iterator[str]:
    yield from ("student", *(["class"] if classes else []), "form", "marks", "possible", "percent")
    yield from (*ids, SLIPS, FINAL, *([TAKEN] if made.clock else []), *([GRADE] if grades else []))
    yield from made.columns


def _person(copy: Copy, *, classes: bool) -> tuple[str, ...]:
    """The name as the roster has it, and the class."""
    return (copy.student, copy.group) if classes else (copy.student,)


def _told(copy: Copy, columns: Sequence[str]) -> tuple[str, ...]:
    """What else the roster says of somebody."""
    return tuple(copy.columns.get(title, "") for title in columns)


def as_json(made: ClassSet, marked: Marked, result: ClassResult, grades: Grades | None = None) -> bytes:
    """Scripts with every answer, the class, its questions, what became of each picture, what was amiss."""
    words = made.words
    record = {
        "title": made.title,
        "forms": {paper.form: paper.fingerprint for paper in made.papers},
        "minutes": made.clock.minutes if made.clock else None,
        "students": [_script(script, words, grades) for script in marked.scripts],
        "absent": marked.absent,
        "class": {
            "students": result.students,
            "possible": result.possible,
            "mean": tidy(result.mean),
            "median": tidy(result.median),
            "lowest": tidy(result.lowest),
            "highest": tidy(result.highest),
        },
        "questions": [_question(question) for question in result.questions],
        "pictures": msgspec.to_builtins(marked.pictures),
        "faults": marked.faults,
    }
    return msgspec.json.format(msgspec.json.encode(record), indent=2) + b"\n"


def number(marks: float) -> str:
    """At most two decimals: `3`, `2.5`, `0.67`."""
    return f"{round(marks, 2):g}"


def _slips(script: Script, ids: list[str]) -> Iterator[str]:
    """What was forgiven, behind the question's id, in the order of the columns."""
    for answer in sorted(script.answers, key=lambda answer: ids.index(answer.exercise.id)):
        if answer.slips:
            yield f"{answer.exercise.id}: {', '.join(answer.slips)}"


def _cell(answer: ScriptAnswer) -> str:
    """The marks of an answer; a question mark when it could not be read."""
    if answer.void:
        return "void"
    return number(answer.earned) if answer.typed else "?"


def _script(script: Script, words: Words, grades: Grades | None) -> dict[str, object]:
    copy = copy_of(script)
    return {
        "student": copy.student,
        "class": copy.group,
        "columns": copy.columns,
        "form": script.form,
        "earned": tidy(script.earned),
        "possible": script.possible,
        "percent": script.percent,
        "grade": grades.grade(script.percent) if grades else "",
        "unread": script.unread,
        "started": script.started,
        "finished": script.finished,
        "answers": [_answer(answer, words) for answer in script.answers],
    }


def _answer(answer: ScriptAnswer, words: Words) -> dict[str, object]:
    return {
        "number": answer.number,
        "id": answer.exercise.id,
        "response": answer.text or None,
        "verdict": "void" if answer.void else answer.typed.mark.verdict if answer.typed else "unread",
        "earned": tidy(answer.earned),
        "possible": answer.possible,
        "feedback": _feedback(answer, words),
    }


def _feedback(answer: ScriptAnswer, words: Words) -> str:
    """Why it earned what it did, or what to type where it could not be read."""
    if answer.misread:
        why, help = words.say(answer.misread.reason), words.say(answer.misread.help)
        return words("list.clauses", first=why, second=help)
    return feedback(answer.typed.mark.reasons, words) if answer.typed else ""


def _question(question: QuestionResult) -> dict[str, object]:
    return {
        "number": question.number,
        "id": question.exercise.id,
        "type": question.exercise.kind,
        "students": question.students,
        "right": question.right,
        "empty": question.empty,
        "share_right": round(question.share_right, 4),
        "mean": tidy(question.mean),
        "possible": 0 if question.void else question.exercise.question.marks,
        "void": question.void,
        "accepted": question.accepted,
        "wrong": msgspec.to_builtins(question.wrong),
        "slips": msgspec.to_builtins(question.slips),
        "discrimination": None if question.discrimination is None else round(question.discrimination, 3),
    }
