"""The paths by which Moodle calls categories of questions, in GIFT and in XML alike.

Names are parted by slashes, and a slash within a name is doubled.
"""

from __future__ import annotations

import re

from quizmill.compose.exercise import Exercise
from quizmill.compose.paper import Paper

_BETWEEN = re.compile(r"(?<!/)/(?!/)")
_DEFAULT = re.compile(  # the category that Moodle makes for a course, by the name of that
    r"(?:Default for|Standard für|Défaut pour|Por defecto en|Valor por defecto para) +(?P<course>\S.*)"
)
_ROOTS = ("top", "$course$", "$cat1$", "$system$", "$module$")


def path(paper: Paper, exercise: Exercise) -> str:
    """The path of a question's topic, below the bank, the release and the form it is of."""
    release = paper.released.isoformat() if paper.released else ""
    names = [paper.title, release, paper.form, exercise.topic_title]
    return "/".join(["$course$", "top", *(_written(name) for name in names if name.strip())])


def names(path: str) -> tuple[str, ...]:
    """The names of the categories, the outermost first, without those that every course has."""
    found = (name.replace("//", "/").strip() for name in _BETWEEN.split(path))
    return tuple(_of_course(name) for name in found if name and name not in _ROOTS)


def _of_course(name: str) -> str:
    """The name of the course whose own category it is, else the name."""
    found = _DEFAULT.fullmatch(name)
    return found["course"] if found else name


def _written(name: str) -> str:
    """A name in which no slash stands beside those that part it from others."""
    told = " ".join(name.split()).replace("/", "//")
    return f"{' ' if told.startswith('/') else ''}{told}{' ' if told.endswith('/') else ''}"
