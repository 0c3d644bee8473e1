"""A cleaned drawing becomes ink: its elements in their order, each where its transformations put it."""

from __future__ import annotations

from typing import NamedTuple

from quizmill.bank.drawing.allowed import SHAPES
from quizmill.bank.drawing.cleaning import raster
from quizmill.bank.drawing.lengths import Box, view_box
from quizmill.bank.drawing.svg_tree import Node
from quizmill.bank.drawing.uses import by_id, link
from quizmill.export.paper.drawing import contours, markers, paint
from quizmill.export.paper.drawing.clipping import Clipper
from quizmill.export.paper.drawing.colours import Colour, colour
from quizmill.export.paper.drawing.contours import Segment
from quizmill.export.paper.drawing.geometry import Measure, fitted, of_shape, placed
from quizmill.export.paper.drawing.gradients import Gradient
from quizmill.export.paper.drawing.ink import Ink, Pen
from quizmill.export.paper.drawing.lettering import rows
from quizmill.export.paper.drawing.markers import Vertex
from quizmill.export.paper.drawing.matrix import IDENTITY, Matrix, moved, times
from quizmill.export.paper.drawing.paint import Around, Paint, Pattern
from quizmill.export.paper.drawing.style import Properties, Styles
from quizmill.export.paper.drawing.tiles import tiles
from quizmill.export.paper.raster import pixels

_SLOW = 20  # strokes in the time of which a marker is placed
_ELEMENT = 10  # and an element is looked at
_DEEPEST = 150  # elements, markers and tiles within each other
_POINTED = frozenset("line path polygon polyline".split())  # what has markers
_HIDDEN = frozenset({"hidden", "collapse"})
_SEEN = frozenset({"visible", "auto"})  # what overflows


class Scope(NamedTuple):
    """Where an element is met."""

    style: Properties  # of what it stands in
    matrix: Matrix  # from its plane to that of the whole
    view: Box  # of which percentages are
    alpha: float  # of the groups it stands in
    fill: Paint = None  # of the shape that a marker stands on
    stroke: Paint = None


def sketch(root: Node, width: float, height: float) -> Ink:
    """All that a drawing shows in a frame of that size, in pixels. Raises ValueError where it is too much."""
    sketcher = _Sketcher(root)
    frame = Box(0.0, 0.0, width, height)
    style = sketcher.styles.of(root, Properties({}))
    sketcher.ink.clip(contours.rectangle(frame))
    if behind := colour(style["background-color"] or style["background"]):
        sketcher.ink.fill(contours.rectangle(frame), behind)
    sketcher.framed(root, frame, Scope(style, IDENTITY, frame, style.share("opacity")), clipped=False)
    return sketcher.ink


class _Sketcher:
    """Draws the elements of one drawing."""

    def __init__(self, root: Node) -> None:
        self.ink = Ink()
        self.styles = Styles(root)
        self._ids = by_id(root)
        self._clipper = Clipper(self._ids, self.styles, self.ink)
        self._deep = 0
        self._inside: set[int] = set()  # markers and patterns that are being drawn

    def framed(self, element: Node, frame: Box, scope: Scope, *, clipped: bool) -> None:
        """What is in an `svg` or `symbol`, fitted into its frame."""
        inner = view_box(element)
        how = element.attributes.get("preserveAspectRatio", "")
        matrix = fitted(inner, frame, how) if inner else moved(frame.x, frame.y)
        self.ink.save()
        if clipped:
            self.ink.clip(contours.rectangle(frame))
        self.ink.transform(matrix)
        view = inner or Box(0.0, 0.0, frame.width, frame.height)
        self._within(element, scope._replace(matrix=times(scope.matrix, matrix), view=view))
        self.ink.restore()

    def _within(self, element: Node, scope: Scope) -> None:
        for child in element.elements:
            self._element(child, scope)

    def _element(self, element: Node, scope: Scope) -> None:
        self.ink.count(_ELEMENT)
        style = self.styles.of(element, scope.style)
        alpha = scope.alpha * style.share("opacity")
        if style["display"] == "none" or alpha <= 0:
            return
        if self._deep >= _DEEPEST:
            raise ValueError(f"it has more than {_DEEPEST} elements within each other")
        self._deep += 1
        own = placed(style)
        clip = style["clip-path"]
        if apart := own != IDENTITY or clip:
            self.ink.save()
            self.ink.transform(own)
        scope = scope._replace(style=style, alpha=alpha, matrix=times(scope.matrix, own))
        if clip:
            self._clipper.clip(clip, element, style, scope.view)
        self._drawn(element, scope)
        if apart:
            self.ink.restore()
        self._deep -= 1

    def _drawn(self, element: Node, scope: Scope) -> None:
        if element.name in SHAPES:
            self._shape(element, scope)
            return
        match element.name:
            case "g":
                self._within(element, scope)
            case "svg":
                self._inner(element, element, scope)
            case "use":
                self._use(element, scope)
            case "switch":
                self._first(element, scope)
            case "text":
                self._text(element, scope)
            case "image":
                self._image(element, scope)
            case _:
                pass  # what is shown where something refers to it, or never

    def _inner(self, element: Node, sized: Node, scope: Scope) -> None:
        """A frame within; *sized* says where it is."""
        measure = Measure(sized, scope.style, scope.view)
        wide = measure.maybe("width", scope.view.width)
        tall = measure.maybe("height", scope.view.height)
        frame = Box(
            measure.across("x"),
            measure.down("y"),
            scope.view.width if wide is None else wide,
            scope.view.height if tall is None else tall,
        )
        if frame.width > 0 and frame.height > 0:
            shown = self.styles.from_root(element)["overflow"] in _SEEN
            self.framed(element, frame, scope, clipped=not shown)

    def _use(self, element: Node, scope: Scope) -> None:
        target = self._ids.get(link(element))
        if target is None:
            return
        if target.name in ("symbol", "svg"):
            scope = scope._replace(style=self.styles.of(target, scope.style))
            sized = Node(element.name, {**_size_of(target), **element.attributes})
            self._inner(target, sized, scope)
            return
        measure = Measure(element, scope.style, scope.view)
        shift = moved(measure.across("x"), measure.down("y"))
        self.ink.save()
        self.ink.transform(shift)
        self._element(target, scope._replace(matrix=times(scope.matrix, shift)))
        self.ink.restore()

    def _first(self, element: Node, scope: Scope) -> None:
        """Of a `switch` the first that needs nothing: paper has no language of its own."""
        needs = ("systemLanguage", "requiredExtensions")
        found = (child for child in element.elements if not any(map(child.attributes.get, needs)))
        if first := next(found, None):
            self._element(first, scope)

    def _shape(self, element: Node, scope: Scope) -> None:
        drawn = of_shape(element, scope.style, scope.view)
        if not drawn or scope.style["visibility"] in _HIDDEN:
            return
        box = contours.bounds(drawn)
        around = self._around(scope)
        fill = paint.filling(scope.style, scope.alpha, around, box)
        pen = paint.pen(scope.style, scope.alpha, around, box, scope.matrix)
        first_pen = scope.style["paint-order"].startswith("stroke")
        if pen and first_pen:
            self.ink.stroke(drawn, pen)
        if contours.has_area(drawn):
            self._fill(drawn, fill, box, scope)
        if pen and not first_pen:
            self.ink.stroke(drawn, pen)
        if element.name in _POINTED:
            self._markers(drawn, scope, fill, pen)

    def _around(self, scope: Scope) -> Around:
        return Around(self._ids, self.styles, scope.view, scope.fill, scope.stroke)

    def _fill(self, drawn: list[Segment], fill: Paint, box: Box | None, scope: Scope) -> None:
        even_odd = scope.style["fill-rule"] == "evenodd"
        match fill:
            case None:
                return
            case Colour():
                self.ink.fill(drawn, fill, even_odd=even_odd)
            case Gradient():
                self.ink.save()
                self.ink.clip(drawn, even_odd=even_odd)
                self.ink.transform(fill.matrix)
                self.ink.shade(fill.shade, fill.alpha)
                self.ink.restore()
            case Pattern() if box:
                self.ink.save()
                self.ink.clip(drawn, even_odd=even_odd)
                self._tiled(fill, box, scope)
                self.ink.restore()
            case Pattern():
                return

    def _tiled(self, fill: Pattern, box: Box, scope: Scope) -> None:
        for tile in tiles(fill.element, self._ids, box, scope.view):
            self.ink.save()
            self.ink.transform(tile.matrix)
            self.ink.clip(contours.rectangle(tile.frame))
            self.ink.transform(tile.content)
            inside = Scope(
                self.styles.from_root(tile.element), times(scope.matrix, tile.matrix), scope.view, fill.alpha
            )
            self._deeper(tile.element, inside)
            self.ink.restore()

    def _deeper(self, element: Node, scope: Scope) -> None:
        """What is in a marker or pattern; in itself it is not drawn, as in a browser."""
        if id(element) in self._inside:
            return
        self._inside.add(id(element))
        self._within(element, scope)
        self._inside.remove(id(element))

    def _markers(self, drawn: list[Segment], scope: Scope, fill: Paint, pen: Pen | None) -> None:
        marks = {where: paint.referred(scope.style[f"marker-{where}"], self._ids) for where in markers.ENDS}
        if not any(marks.values()):
            return
        scope = scope._replace(fill=fill, stroke=pen.colour if pen else None)
        corners = markers.vertices(drawn)
        for at, corner in enumerate(corners):
            for where in markers.standing(at, len(corners)):
                marker = marks[where]
                if marker is not None and marker.name == "marker":
                    self._marker(marker, corner, scope, first=where == "start")

    def _marker(self, marker: Node, corner: Vertex, scope: Scope, *, first: bool) -> None:
        self.ink.count(_SLOW)
        style = self.styles.from_root(marker)
        wide = paint.width(scope.style, scope.view)
        place = markers.place(marker, style, corner, wide, first=first)
        if place is None:
            return
        self.ink.save()
        self.ink.transform(place.matrix)
        if style["overflow"] not in _SEEN:
            self.ink.clip(contours.rectangle(place.frame))
        self.ink.transform(place.fit)
        whole = times(times(scope.matrix, place.matrix), place.fit)
        self._deeper(marker, Scope(style, whole, place.view, scope.alpha, scope.fill, scope.stroke))
        self.ink.restore()

    def _text(self, element: Node, scope: Scope) -> None:
        around = self._around(scope)
        for row in rows(element, scope.style, self.styles, scope.view):
            if row.style["visibility"] in _HIDDEN:
                continue
            alpha = scope.alpha
            fill = paint.filling(row.style, alpha, around, None)
            pen = paint.pen(row.style, alpha, around, None, scope.matrix)
            if pen and row.style["paint-order"].startswith("stroke"):
                self.ink.letters(row.letters, None, pen)
                pen = None
            self.ink.letters(row.letters, paint.flat(fill), pen)

    def _image(self, element: Node, scope: Scope) -> None:
        address = element.attributes.get("href") or element.attributes.get("xlink:href") or ""
        data = raster(address)
        if data is None or scope.style["visibility"] in _HIDDEN:
            return
        across, down = pixels(data)
        measure = Measure(element, scope.style, scope.view)
        wide, tall = measure.maybe("width", scope.view.width), measure.maybe("height", scope.view.height)
        if wide is None:
            wide = float(across) if tall is None else tall * across / down
        if tall is None:
            tall = wide * down / across
        frame = Box(measure.across("x"), measure.down("y"), wide, tall)
        if frame.width <= 0 or frame.height <= 0:
            return
        how = element.attributes.get("preserveAspectRatio", "")
        self.ink.save()
        self.ink.clip(contours.rectangle(frame))
        self.ink.transform(fitted(Box(0.0, 0.0, across, down), frame, how))
        self.ink.picture(data, across, down, scope.alpha)
        self.ink.restore()


def _size_of(element: Node) -> dict[str, str]:
    if element.name == "symbol":
        return {}
    return {name: value for name, value in element.attributes.items() if name in ("width", "height")}
