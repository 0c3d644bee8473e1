"""Flashcards to print on both sides and cut: eight to a page, fronts first, then their backs."""

from __future__ import annotations

from io import BytesIO
from typing import Literal

import msgspec
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from quizmill.bank.markup import escape, plain
from quizmill.bank.model import Matching
from quizmill.compose.exercise import Exercise, letter
from quizmill.compose.paper import Paper
from quizmill.export.paper import answers, pages
from quizmill.export.paper.answer_space import asked
from quizmill.export.paper.markup import clean
from quizmill.export.paper.typeset import BLACK, GREY, Look, Typesetter

COLUMNS, ROWS = 2, 4
MARGIN = 10 * mm  # around the eight cards, which touch: one cut parts two of them
_PADDING = 5 * mm
_MARK = 5 * mm  # length of a crop mark, which stays 2 mm clear of the cards
_LARGEST, _SMALLEST = 11.0, 7.0  # points
_LABEL = 6.5  # points, for the lines above and below the text
_LABEL_ROOM, _CLEAR = 11.0, 6.0  # points that a line takes, and between it and the text


class FlashcardOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How the cards are printed; *flip* is the edge over which the printer turns the sheet."""

    size: Literal["a4", "letter"] = "a4"
    flip: Literal["long", "short"] = "long"


class Flashcards(msgspec.Struct, frozen=True):
    """The PDF, and what did not fit on its card."""

    data: bytes
    warnings: tuple[str, ...] = ()


class _Text(msgspec.Struct, frozen=True):
    """Markup on a card; the size is a share of the card's."""

    markup: str
    share: float = 1.0
    weight: str = "light"
    grey: float = BLACK
    indent: float = 0  # points


class _Side(msgspec.Struct, frozen=True):
    """One side of a card: the lines at its edges, and its text between them."""

    above: str
    right: str
    below: str
    texts: tuple[_Text, ...]


def flashcards(paper: Paper, options: FlashcardOptions) -> Flashcards:
    """The cards of *paper*; equal in, equal out.

    A text too long for its card shrinks to 7 points and is then cut, which the warnings tell. Raises
    ExportRefused naming every question and character that cannot be printed.
    """
    typesetter = Typesetter()
    sheet = _Sheet(paper, options, typesetter)
    per_page = COLUMNS * ROWS
    for start in range(0, len(paper.exercises), per_page):
        eight = paper.exercises[start : start + per_page]
        sheet.print("fronts", [_front(exercise) for exercise in eight])
        sheet.print("backs", [_back(exercise) for exercise in eight])
    typesetter.finish()
    return Flashcards(sheet.finish(), tuple(sheet.warnings))


def _front(exercise: Exercise) -> _Side:
    prompt = _Text(asked(exercise, "_____"), weight="heavy")
    lettered = [f"{letter(i).upper()}) {option}" for i, option in enumerate(exercise.options)]
    if exercise.kind == "true_false":
        lettered = ["True or false?"]
    if isinstance(exercise.question, Matching):
        lefts = [f"{i}. {left}" for i, (left, _) in enumerate(exercise.question.pairs, start=1)]
        lettered = lefts + lettered
    options = tuple(_Text(text, 0.92, indent=8) for text in lettered)
    image = exercise.question.image
    above = [exercise.question.context, f"[{escape(image.alt)}]" if image else ""]
    given = tuple(_Text(text, 0.85) for text in above if text)
    return _Side(exercise.topic_title, exercise.id, "", (*given, prompt, *options))


def _back(exercise: Exercise) -> _Side:
    answer = tuple(_Text(line, weight="heavy") for line in answers.answer_lines(exercise))
    also = answers.also_accepted(exercise)
    remarks = [f"Also right: {also}" if also else "", exercise.question.explanation]
    why = tuple(_Text(text, 0.85, grey=GREY) for text in remarks if text)
    places = dict.fromkeys(
        f"{evidence.name}, paragraph {evidence.paragraph}" for evidence in exercise.evidence
    )
    return _Side(exercise.topic_title, exercise.id, "; ".join(places), (*answer, *why))


class _Sheet:
    """The pages of one PDF, eight cards on each."""

    def __init__(self, paper: Paper, options: FlashcardOptions, typesetter: Typesetter) -> None:
        self.warnings: list[str] = []
        self._flip = options.flip
        self._typesetter = typesetter
        self._width, self._height = pages.SIZES[options.size]
        self._card = ((self._width - 2 * MARGIN) / COLUMNS, (self._height - 2 * MARGIN) / ROWS)
        self._foot = f"{paper.title} · {pages.identity(paper)}"
        self._buffer = BytesIO()
        self._canvas = Canvas(
            self._buffer, pagesize=(self._width, self._height), invariant=1, lang=paper.language
        )
        self._canvas.setTitle(clean(f"Flashcards: {paper.title} – {pages.identity(paper)}"))
        self._canvas.setAuthor(clean(f"{paper.title} ({paper.license})" if paper.license else paper.title))
        self._canvas.setSubject(pages.identity(paper))
        self._canvas.setCreator("quizmill")

    def print(self, face: str, sides: list[_Side]) -> None:
        """One page: the fronts of up to eight cards, or their backs."""
        for place, side in enumerate(sides):
            row, column = divmod(place, COLUMNS)
            if face == "backs":
                row, column = self._behind(row, column)
            left = MARGIN + column * self._card[0]
            top = self._height - MARGIN - row * self._card[1]
            self._draw(side, face, left + _PADDING, top - _PADDING)
        self._crop_marks()
        turn = f"{face} · print at 100 % on both sides, turned over the {self._flip} edge"
        for column, words in enumerate((self._foot, turn)):
            left = MARGIN + column * self._card[0] + _PADDING
            self._label(words, left, 4 * mm, self._card[0] - 2 * _PADDING)
        self._canvas.showPage()

    def finish(self) -> bytes:
        """The document."""
        self._canvas.save()
        return self._buffer.getvalue()

    def _behind(self, row: int, column: int) -> tuple[int, int]:
        """Where a card's back is printed, so that it meets its front."""
        return (row, COLUMNS - 1 - column) if self._flip == "long" else (ROWS - 1 - row, column)

    def _draw(self, side: _Side, face: str, left: float, top: float) -> None:
        width, height = self._card[0] - 2 * _PADDING, self._card[1] - 2 * _PADDING
        setter = self._typesetter.about(side.right)
        self._label(side.above, left, top - _LABEL_ROOM, width * 0.53)
        self._label(side.right, left + width * 0.55, top - _LABEL_ROOM, width * 0.45, "right")
        if side.below:
            self._label(side.below, left, top - height, width)
        room = height - 2 * (_LABEL_ROOM + _CLEAR)
        text = _Fitted(side.texts, width, room, setter)
        if text.cut:
            self.warnings.append(
                f"{side.right}: its {face.rstrip('s')} is too long for a card; the text is cut"
            )
        text.draw(self._canvas, left, top - _LABEL_ROOM - _CLEAR - (room - text.height) / 2)

    def _label(self, words: str, left: float, bottom: float, width: float, align: str = "left") -> None:
        look = Look(_LABEL, _LABEL + 2, grey=GREY, align=align)
        self._typesetter.line(words, look, width).drawOn(self._canvas, left, bottom)

    def _crop_marks(self) -> None:
        """Short lines in the margin where the cuts begin and end."""
        self._canvas.setLineWidth(0.4)
        self._canvas.setStrokeGray(GREY)
        near, far = MARGIN - 2 * mm, MARGIN - 2 * mm - _MARK
        for column in range(COLUMNS + 1):
            x = MARGIN + column * self._card[0]
            self._canvas.line(x, far, x, near)
            self._canvas.line(x, self._height - far, x, self._height - near)
        for row in range(ROWS + 1):
            y = MARGIN + row * self._card[1]
            self._canvas.line(far, y, near, y)
            self._canvas.line(self._width - far, y, self._width - near, y)


class _Fitted:
    """Texts one below the other in a given room, as large as fits; cut when even the smallest does not."""

    def __init__(self, texts: tuple[_Text, ...], width: float, room: float, typesetter: Typesetter) -> None:
        self._width = width
        self._room = room
        self._typesetter = typesetter
        self.cut = False
        size = _LARGEST
        self._set(texts, size)
        while self.height > room and size > _SMALLEST:
            size = max(size - 0.5, _SMALLEST)
            self._set(texts, size)
        if self.height > room:
            self._cut(texts)

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """The texts, from *top* down."""
        for text, paragraph, height in self._lines:
            top -= height
            paragraph.drawOn(canvas, left + text.indent, top)

    def _set(self, texts: tuple[_Text, ...], size: float) -> None:
        self._lines: list[tuple[_Text, Paragraph, float]] = []
        for text in texts:
            own = max(size * text.share, _SMALLEST)
            paragraph = self._typesetter.set(text.markup, Look(own, own * 1.36, text.weight, text.grey))
            height = paragraph.wrap(self._width - text.indent, self._room)[1]
            self._lines.append((text, paragraph, height + own * 0.2))
        self.height = sum(height for _, _, height in self._lines)

    def _cut(self, texts: tuple[_Text, ...]) -> None:
        """The most characters of every text with which all of them fit, found by halving."""
        self.cut = True
        few, many = 0, max(len(plain(text.markup)) for text in texts)
        while many - few > 1:
            middle = (few + many) // 2
            self._set(_shortened(texts, middle), _SMALLEST)
            few, many = (few, middle) if self.height > self._room else (middle, many)
        self._set(_shortened(texts, few), _SMALLEST)


def _shortened(texts: tuple[_Text, ...], longest: int) -> tuple[_Text, ...]:
    return tuple(
        text
        if len(plain(text.markup)) <= longest
        else msgspec.structs.replace(text, markup=escape(plain(text.markup)[:longest].rstrip() + "…"))
        for text in texts
    )
