"""Sections of a paper: its exercises gathered by topic or by kind, and where each section begins."""

from __future__ import annotations

from collections.abc import Container, Sequence

import msgspec

from quizmill.bank.model import KINDS, Essay
from quizmill.compose.exercise import Exercise
from quizmill.compose.paper import Paper
from quizmill.words import Words


def gathered(papers: Sequence[Paper], by: str) -> tuple[Paper, ...]:
    """The papers with the exercises of a section together, otherwise in their order.

    By `kind` sections stand in the order of the nine kinds, by `topic` in that of the first paper; with
    neither the papers stay as they are. To be done before a paper is saved: its order is the printed one.
    """
    if not by:
        return tuple(papers)
    order = list(KINDS) if by == "kind" else [exercise.topic for exercise in papers[0].exercises]
    rank = {name: place for place, name in reversed(list(enumerate(order)))}
    return tuple(
        msgspec.structs.replace(
            paper,
            exercises=tuple(
                sorted(paper.exercises, key=lambda exercise: rank.get(name_of(exercise, by), len(rank)))
            ),
        )
        for paper in papers
    )


def name_of(exercise: Exercise, by: str) -> str:
    """The section an exercise belongs to."""
    return exercise.kind if by == "kind" else exercise.topic


def heading(exercise: Exercise, by: str, words: Words) -> str:
    """What stands above its section, as literal text."""
    return words(f"sheet.kind.{exercise.kind}") if by == "kind" else exercise.topic_title


def openings(exercises: Sequence[Exercise], by: str) -> dict[int, int]:
    """By the place of each exercise that opens a section, the marks of that section."""
    found: dict[int, int] = {}
    first = 0
    for place, exercise in enumerate(exercises):
        if place == 0 or name_of(exercise, by) != name_of(exercises[place - 1], by):
            first = place
        found[first] = found.get(first, 0) + exercise.question.marks
    return found if by else {}


def alike(exercises: Sequence[Exercise], by: str) -> tuple[bool, ...]:
    """For each exercise, whether its marks are those of its whole section, so that they are said once.

    Without sections, of the whole paper, unless it has but one exercise.
    """
    if not by and len(exercises) == 1:
        return (False,)
    marks: dict[str, set[int]] = {}
    for exercise in exercises:
        marks.setdefault(by and name_of(exercise, by), set()).add(exercise.question.marks)
    return tuple(len(marks[by and name_of(exercise, by)]) == 1 for exercise in exercises)


def page_openings(exercises: Sequence[Exercise], before: Container[str], by: str) -> set[int]:
    """The places of the exercises that begin a page, with *before* as `WorksheetOptions` has it.

    Essays stand apart: what comes after them begins a page too.
    """
    opens = set(openings(exercises, by)) if "sections" in before else set()
    for place, exercise in enumerate(exercises):
        near = (exercise, exercises[place - 1]) if place else (exercise,)
        essay = any(isinstance(each.question, Essay) for each in near)
        if "questions" in before or ("essays" in before and essay):
            opens.add(place)
    return opens
