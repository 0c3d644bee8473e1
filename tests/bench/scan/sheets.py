"""Answer sheets to mark: papers of many lengths and kinds, printed as quizmill prints them, at 300 dpi."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import pypdfium2

from answer_sheets import bank_of, class_set, layout_of, printed, shipped
from quizmill.classroom.class_set import ClassSet
from quizmill.compose.answer_sheet.code import SheetCode, sign_of
from quizmill.compose.answer_sheet.layout import Layout

from .pixels import DPI, Grey

PAPERS = 40  # different ones in a run: to make one takes as long as to read a few sheets
_KINDS = {"choice": 0.68, "truth": 0.1, "response": 0.09, "matching": 0.05, "ordering": 0.04, "number": 0.04}
_SHIPPED = 0.2  # of the papers are of the bank that comes with quizmill
_STUDENTS = ("Ada Lovelace", "Émilie du Châtelet", "Karl-Friedrich Gauß", "Sofja Kowalewskaja", "陈省身")


class Page(NamedTuple):
    """A page as the printer gets it."""

    image: Grey
    layout: Layout
    form: str
    code: SheetCode


class _Place(NamedTuple):
    """A page of a PDF, and what is on it."""

    number: int  # from 0
    form: str
    code: SheetCode


class _Paper(NamedTuple):
    """A class set, printed."""

    pdf: bytes
    layout: Layout
    places: tuple[_Place, ...]


def page(run: int, rng: np.random.Generator) -> Page:
    """Any page of any of the run's papers."""
    number = int(rng.integers(PAPERS))
    paper = _paper(run, number)
    place = paper.places[int(rng.integers(len(paper.places)))]
    return Page(_rendered(run, number, place.number), paper.layout, place.form, place.code)


@lru_cache(maxsize=PAPERS)
def _paper(run: int, number: int) -> _Paper:
    rng = np.random.default_rng([run, number])
    size, seed = str(rng.choice(["a4", "letter"], p=[0.7, 0.3])), int(rng.integers(1, 10_000))
    count = int(rng.integers(12, 101))
    if rng.random() < _SHIPPED:
        bank, wanted = shipped(), min(count, 60)
    else:
        kinds = rng.choice(list(_KINDS), count, p=list(_KINDS.values()))
        options = int(rng.choice([3, 4, 5, 6], p=[0.12, 0.48, 0.32, 0.08]))
        bank, wanted = bank_of([str(kind) for kind in kinds], options=options), None
    forms, roster = int(rng.integers(1, 3)), _STUDENTS if rng.random() < 0.7 else ()
    made = class_set(bank, count=wanted, forms_count=forms, students=roster, size=size, seed=seed)
    return _Paper(printed(made), layout_of(made), tuple(_places(made)))


def _places(made: ClassSet) -> Iterator[_Place]:
    """Where the pages of the set's answer sheets are: each sheet begins on the front of one."""
    layout, number = layout_of(made), 0
    fingerprints = {paper.form: paper.fingerprint for paper in made.papers}
    handed_out = [(copy.form, k, sign_of(copy.student)) for k, copy in enumerate(made.copies, 1)]
    for form, copy, sign in handed_out or [(paper.form, 0, "") for paper in made.papers]:
        number += number % 2
        for page in range(1, layout.sheet(form).pages + 1):
            yield _Place(number, form, SheetCode(fingerprints[form], copy, page, sign))
            number += 1


@lru_cache(maxsize=6)
def _rendered(run: int, paper: int, number: int) -> Grey:
    return rendered(_paper(run, paper).pdf, number)


def rendered(pdf: bytes, number: int) -> Grey:
    """A page of a PDF at 300 dpi."""
    with pypdfium2.PdfDocument(pdf) as document:
        picture = document[number].render(scale=DPI / 72, grayscale=True).to_numpy()
    return np.array(picture, np.uint8).reshape(picture.shape[:2])
