"""The sheet in a picture: whose it is, and how it lies there, before any ring is read."""

from __future__ import annotations

from collections.abc import Mapping as Map
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from quizmill.classroom.scan.arrays import Grey, Real
from quizmill.classroom.scan.codes import SeenCode, code_in_place, codes_anywhere
from quizmill.classroom.scan.markers import Marker, find_markers, of_one_sheet, on_paper
from quizmill.classroom.scan.paper import is_empty
from quizmill.classroom.scan.perspective import corners
from quizmill.classroom.scan.reading import Fate
from quizmill.classroom.scan.straightening import Mapping, Square, mapped
from quizmill.compose.answer_sheet.code import SheetCode
from quizmill.compose.answer_sheet.layout import Layout

Layouts = Map[str, tuple[Layout, str]]  # by the fingerprint of a form: its class set's layout, and the form

_ENOUGH = 2  # squares that tell how a sheet lies
_UNSURE = 2  # markers that want the code's corners beside them
_NEAR = 15.0  # mm that the code of this sheet may be off where it should be
_SCALES = (0.5, 100.0)  # pixels a millimetre: beyond them it is no sheet


class Found(NamedTuple):
    """What a picture shows: a sheet to read, or why there is none."""

    fate: Fate
    code: SheetCode | None = None
    layout: Layout | None = None
    mapping: Mapping | None = None


class _Lying(NamedTuple):
    """How a sheet of this layout lies in the picture, as far as its markers say."""

    markers: Sequence[Marker] = ()
    layout: Layout | None = None
    mapping: Mapping | None = None
    another: bool = False


def found_sheet(grey: Grey, layouts: Layouts, given: SheetCode | None) -> Found:
    """The one sheet in the picture; the code that is *given* counts instead of what is printed on it."""
    markers = find_markers(grey)
    if not markers and is_empty(grey):
        return Found(Fate.BLANK)
    likely = max((_lying(markers, each) for each in _geometries(layouts)), key=_count, default=_Lying())
    if likely.another:
        return Found(Fate.SEVERAL_SHEETS)
    said = given or _in_place(grey, likely)
    seen = [] if said and len(likely.markers) > _UNSURE else _codes_of(grey, likely)
    if said is None and len({each.code for each in seen}) > 1:
        return Found(Fate.SEVERAL_SHEETS)
    said = said or next((each.code for each in seen), None)
    if said is None:
        return Found(Fate.NO_CODE if likely.mapping else Fate.NO_SHEET, None, likely.layout, likely.mapping)
    if not _printed(said, layouts):
        return Found(Fate.OTHER_PAPER, said, likely.layout, likely.mapping)
    lying = _lying(markers, layouts[said.paper][0], [each.corners for each in seen if each.code == said])
    return Found(Fate.READ if lying.mapping else Fate.NO_SHEET, said, lying.layout, lying.mapping)


def _geometries(layouts: Layouts) -> list[Layout]:
    """One layout for each place that the markers and the code may have."""
    every = {(each.markers, each.marker, each.code): each for each, _ in layouts.values()}
    return list(every.values())


def _count(lying: _Lying) -> int:
    return len(lying.markers) if lying.mapping else 0


def _printed(code: SheetCode, layouts: Layouts) -> bool:
    if code.paper not in layouts:
        return False
    layout, form = layouts[code.paper]
    return 1 <= code.page <= layout.sheet(form).pages


def _lying(markers: Sequence[Marker], layout: Layout, codes: Sequence[Real] = ()) -> _Lying:
    group = of_one_sheet(markers, layout)
    squares = [Square(on_paper(layout, each.number), each.corners) for each in group.sheet]
    if squares:
        squares += [Square(corners(layout.code), each) for each in codes[:1]]
    mapping = mapped(squares) if len(squares) >= _ENOUGH else None
    if mapping and not _SCALES[0] < mapping.scale(_middle(layout)) < _SCALES[1]:
        mapping = None
    return _Lying(group.sheet, layout, mapping, group.another)


def _middle(layout: Layout) -> Real:
    return np.array([layout.width / 2, layout.height / 2])


def _in_place(grey: Grey, lying: _Lying) -> SheetCode | None:
    return code_in_place(grey, lying.mapping, lying.layout) if lying.layout and lying.mapping else None


def _codes_of(grey: Grey, lying: _Lying) -> list[SeenCode]:
    """The codes in the picture that may be this sheet's."""
    every = codes_anywhere(grey)
    if not (lying.layout and lying.mapping):
        return every
    expected = lying.mapping.pixels(corners(lying.layout.code)).mean(axis=0)
    near = _NEAR * lying.mapping.scale(_middle(lying.layout))
    return [each for each in every if np.linalg.norm(each.corners.mean(axis=0) - expected) < near]
