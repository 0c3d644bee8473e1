"""A script marked by the wrong key looks like a bad one: whether its answers fit another form far better."""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.classroom.class_set import ClassSet
from quizmill.classroom.scripts import Script
from quizmill.compose.paper import Paper
from quizmill.grade.on_paper import Copied, read_copied

_MOST = 8  # forms to compare; with more, each is one student's own and has the name on it
_MORE = 0.25  # of all marks, at least, that the other form must give more; and twice as many


def doubts(made: ClassSet, scripts: tuple[Script, ...]) -> Iterator[str]:
    """A note for each script that earns far more by the key of another form; a page says which it was."""
    if len(made.papers) > _MOST:
        return
    for script in (script for script in scripts if not script.handed_in):
        others = [paper for paper in made.papers if paper.form != script.form]
        best = max(others, key=lambda paper: _earned(made, paper, script), default=None)
        if best is None:
            continue
        earned = _earned(made, best, script)
        if earned >= max(2 * script.earned, script.earned + _MORE * script.possible):
            yield (
                f"{script.student}: these answers earn {script.earned:.4g} of {script.possible} on form "
                f"{script.form} and {earned:.4g} on form {best.form}; was it form {best.form}?"
            )


def _earned(made: ClassSet, paper: Paper, script: Script) -> float:
    """The marks of the same cells by the key of *paper*."""
    texts = [answer.text for answer in script.answers]
    read = (
        read_copied(exercise, text, made.names, paper.language)
        for exercise, text in zip(paper.exercises, texts, strict=True)
    )
    return sum(each.mark.earned for each in read if isinstance(each, Copied))
