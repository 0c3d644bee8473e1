"""A page of an answer sheet as an array of greys, drawn from its layout alone, and marks on it."""

from collections.abc import Iterable

import cv2
import numpy as np
import zxingcpp

from quizmill.compose.answer_sheet.code import SheetCode
from quizmill.compose.answer_sheet.layout import PATTERNS, Box, FormSheet, Layout, Line, Point

PAPER = "ab12cd34ef56"
OUTLINE, LETTER = 64, 140  # greys in which rings and labels are printed


def layout(*lines: Line, pages: int = 1) -> Layout:
    """An A4 sheet with those lines."""
    side = 9.0
    left, right, top, bottom, middle = 12.0, 210 - 12 - side, 12.0, 297 - 12 - side, (297 - side) / 2
    places = [(left, top), (right, top), (right, bottom), (left, bottom), (left, middle), (right, middle)]
    return Layout(
        size="a4",
        width=210,
        height=297,
        ring=2.1,
        marker=side,
        markers=tuple(Point(*each) for each in places),
        code=Box(95, 12, 20, 20),
        name=Box(34, 38, 100, 10),
        sheets=(FormSheet(form="A", pages=pages, lines=lines),),
    )


def choices(count: int, labels: str = "ABCDE", *, several: bool = False, page: int = 1) -> list[Line]:
    """As many lines of rings, in columns of 20."""
    return [
        Line(k + 1, 0, page, Point(34 + k // 20 * 52, 80 + k % 20 * 9.2), Point(7, 0), tuple(labels), several)
        for k in range(count)
    ]


def drawn(sheet: Layout, code: SheetCode | None, *, dpi: int = 150) -> np.ndarray:
    """The page as it is printed; without *code* the place of the QR code is empty."""
    pixels = 600 / 25.4
    page = np.full((round(sheet.height * pixels), round(sheet.width * pixels)), 255, np.uint8)

    def paste(picture: np.ndarray, box: Box) -> None:
        x, y, side = round(box.x * pixels), round(box.y * pixels), round(box.width * pixels)
        page[y : y + side, x : x + side] = cv2.resize(picture, (side, side), interpolation=cv2.INTER_NEAREST)

    for pattern, at in zip(PATTERNS, sheet.markers, strict=True):
        cells = np.zeros((6, 6), np.uint8)
        cells[1:5, 1:5] = np.array([*map(int, pattern)], np.uint8).reshape(4, 4) * 255
        paste(cells, Box(at.x, at.y, sheet.marker, sheet.marker))
    if code:
        symbol = zxingcpp.create_barcode(str(code), zxingcpp.BarcodeFormat.QRCode, ec_level="Q")
        paste(np.array(symbol.to_image(scale=1, add_quiet_zones=False)), sheet.code)
    for line in sheet.sheets[0].lines:
        for k, label in enumerate(line.labels if not code or line.page == code.page else ()):
            at = tuple(round(each * pixels) for each in (line.centre(k).x, line.centre(k).y))
            cv2.circle(page, at, round(sheet.ring * pixels), OUTLINE, 5, cv2.LINE_AA)
            (width, height), _ = cv2.getTextSize(label, cv2.FONT_HERSHEY_SIMPLEX, 1.7, 4)
            place = at[0] - width // 2, at[1] + height // 2
            cv2.putText(page, label, place, cv2.FONT_HERSHEY_SIMPLEX, 1.7, LETTER, 4, cv2.LINE_AA)
    size = round(sheet.width * dpi / 25.4), round(sheet.height * dpi / 25.4)
    return cv2.resize(page, size, interpolation=cv2.INTER_AREA)


def marked(page: np.ndarray, sheet: Layout, marks: Iterable[tuple[int, str]], grey: int = 60) -> np.ndarray:
    """The page with the rings of those lines' numbers and labels filled with that grey."""
    result = page.copy()
    pixels = page.shape[1] / sheet.width
    lines = {each.number: each for each in sheet.sheets[0].lines}
    for number, label in marks:
        centre = lines[number].centre(lines[number].labels.index(label))
        at = round(centre.x * pixels * 16), round(centre.y * pixels * 16)
        cv2.circle(result, at, round(sheet.ring * 0.95 * pixels * 16), grey, -1, cv2.LINE_AA, 4)
    return result


def stroked(
    page: np.ndarray, sheet: Layout, number: int, label: str, strokes: Iterable[np.ndarray], grey: int = 60
) -> np.ndarray:
    """The page with strokes of a pen of half a millimetre about a ring; points are in its radii."""
    result = page.copy()
    pixels = page.shape[1] / sheet.width
    line = next(each for each in sheet.sheets[0].lines if each.number == number)
    centre = line.centre(line.labels.index(label))
    for points in strokes:
        at = (np.array([centre.x, centre.y]) + np.asarray(points) * sheet.ring) * pixels
        cv2.polylines(
            result, [np.round(at * 16).astype(np.int32)], False, grey, round(0.5 * pixels), cv2.LINE_AA, 4
        )
    return result
