"""Rows of a school's table that are no pupils: points possible, the test student, totals, dates, teachers."""

from __future__ import annotations

import re

from quizmill.bank.fold import fold

_TEACHER = (
    r"teachers?|instructors?|lecturers?|staff|faculty|owner|observer|designer|teaching assistant|ta"
    r"|lehrer(?:in)?|lehrkraft|klassenlehrer(?:in)?|dozent(?:in)?|profesor(?:a)?|docente|tutor(?:a)?|professeure?"
    r"|enseignante?|(?:non-)?editing ?teacher|course ?builder|manager|admin(?:istrator)?"
    r"|教师|老师|班主任"
)
_TEST = (
    r"student, test|test student|student test|demo student|student, demo|test,? schuler(?:in)?|teststudent"
    r"|schuler(?:in)?, test|alumn[oa],? (?:de )?prueba|eleve,? test|(?:.*_)?preview ?user"
)
_SUMS = (
    r"(?:points?|marks?) possible|possible (?:points?|marks?)|max(?:imum)? (?:points?|marks?|score)|out of"
    r"|(?:grand |sub ?|class )?totals?|total (?:students|pupils|points|marks|alumn[oa]s|eleves|general)"
    r"|(?:class |overall |course |section |group )?(?:average|mean|median)|number of (?:students|pupils)"
    r"|stand(?:ard|\.) dev(?:iation|\.)?|std\.? ?dev\.?|highest(?: score)?|lowest(?: score)?|due date"
    r"|summe|gesamt|anzahl(?: schuler)?|(?:noten|klassen)?durchschnitt|(?:noten)?schnitt|mittelwert|promedio"
    r"|suma|moyenne(?: de la classe| generale)?|somme|effectif|合计|总计|总分|平均分?"
    r"|人数|总人数|满分|最高分|最低分"
)
_PERHAPS = (
    r"points|date|sum|count|type|category|media|max|min|maximum|minimum|punkte|datum|fecha|puntos|bareme|日期"
)
_FOOT = r"(?:printed|generated|exported|page|seite|stand|gedruckt|erstellt|imprime|impreso)\b.*\d.*"
_MANY = r"[\s:=(]*[\d.,/%]*\)?"

_ALWAYS = re.compile(
    rf"(?:(?:{_SUMS}){_MANY}|{_TEST}|{_FOOT}|(?:{_TEACHER})(?: name)? ?:.*|.*\((?:{_TEACHER})\))"
)
_UNKNOWN = re.compile(rf"(?:{_PERHAPS}){_MANY}")
_ROLE = re.compile(rf"(?:.*\b)?(?:{_TEACHER})\b.*")


def is_no_pupil(name: str, *, known: bool) -> bool:
    """Whether a row with that name is none; some names are one's only in a row that is *known* by an id."""
    folded = fold(name)
    return bool(_ALWAYS.fullmatch(folded) or (not known and _UNKNOWN.fullmatch(folded)))


def teaches(role: str) -> bool:
    """Whether the cell of a column of roles speaks of somebody who is no pupil."""
    return bool(_ROLE.fullmatch(fold(role)))
