"""A paper as a worksheet: what the pupil gets, without a trace of the answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportlab.platypus import Flowable, HRFlowable, Spacer

from quizmill.bank.markup import escape
from quizmill.compose.exercise import Exercise
from quizmill.compose.paper import Paper
from quizmill.export.paper import pages
from quizmill.export.paper.answer_space import GAP, Space, answer_space, asked, cue
from quizmill.export.paper.blocks import FINE, Cell, Line, Row, Together
from quizmill.export.paper.options import WorksheetOptions
from quizmill.export.paper.pictures import picture
from quizmill.export.paper.typeset import BODY, CUE, GAPPED, GREY, STRONG, TITLE, Look, Typesetter

MARKS_WIDTH = 58.0  # points for "12 marks" at the right
_HEAD = 130.0  # points at most for the head of the first page, its title on one line
_ADVICE = (
    ("multiple_choice", "Where there are circles, mark one of them."),
    ("true_false", "Where there is True and False, circle the word."),
)
_RIGHT = Look(BODY.size, BODY.leading, grey=GREY, align="right")
_FORM = Look(TITLE.size, TITLE.leading, "light", align="right")
_PICTURE_HEIGHT = 200.0  # points at most


def worksheet(paper: Paper, options: WorksheetOptions, images: Mapping[str, bytes] | None = None) -> bytes:
    """The PDF of *paper* to hand out; `worksheets` of one."""
    return worksheets((paper,), options, images)


def worksheets(
    papers: Sequence[Paper],
    options: WorksheetOptions,
    images: Mapping[str, bytes] | None = None,
    *,
    students: Sequence[str] = (),
) -> bytes:
    """One PDF with all *papers* to hand out, each beginning on an odd page; equal in, equal out.

    *images* are the pictures by the name that the question gives; one that is missing is printed as its
    text in words. *students*, one for each paper or none at all, are printed where the name goes. Raises
    ExportRefused naming every question and character that cannot be printed.
    """
    typesetter = Typesetter()
    names = students or [""] * len(papers)
    parts = [
        _part(paper, student, options, images or {}, typesetter)
        for paper, student in zip(papers, names, strict=True)
    ]
    return pages.make(parts, papers, options.size, papers[0].title, typesetter)


def _part(
    paper: Paper, student: str, options: WorksheetOptions, images: Mapping[str, bytes], typesetter: Typesetter
) -> pages.Part:
    width, height = pages.text_area(options.size)
    story = _head(paper, student, width, typesetter.about("the title"))
    for number, exercise in enumerate(paper.exercises, start=1):
        room = height - _HEAD if number == 1 else height
        left = hang(len(paper.exercises))
        space = Space(left, width - left, room)
        question = _Question(exercise, number, space, typesetter.about(exercise.id))
        story += [Together(question.parts(images), height), Spacer(1, 16)]
    running = pages.Running(
        title=paper.title,
        foot=f"{paper.title} · {pages.identity(paper)}",
        head_right=escape(student) or "Name " + "_" * 30,
        continues=True,
    )
    return pages.Part(story, running)


def hang(count: int) -> float:
    """The width in points that the numbers of so many questions hang in."""
    return 25.0 + 8 * max(len(str(count)) - 2, 0)


def marks(count: int) -> str:
    """The marks in words: `1 mark`, `2 marks`."""
    return "1 mark" if count == 1 else f"{count} marks"


def title_row(title: str, paper: Paper, width: float, typesetter: Typesetter) -> Row:
    """The title, with the form at the right."""
    form = f"Form {paper.form}" if paper.form else ""
    beside = typesetter.width(form, _FORM) + 12
    cells = [Cell(0, width - beside, typesetter.set(title, TITLE))]
    return Row([*cells, Cell(width - beside, beside, typesetter.set(form, _FORM))], after=6)


def _head(paper: Paper, student: str, width: float, typesetter: Typesetter) -> list[Flowable]:
    count = "the question" if len(paper.exercises) == 1 else f"all {len(paper.exercises)} questions"
    told = [f"Answer {count}. The marks stand at the right of each."]
    told += [text for kind, text in _ADVICE if any(kind == exercise.kind for exercise in paper.exercises)]
    return [
        title_row(escape(paper.title), paper, width, typesetter),
        _fields(width, student, f"/ {paper.possible}", typesetter),
        Spacer(1, 8),
        HRFlowable(width="100%", thickness=FINE, color="black", spaceBefore=4, spaceAfter=4),
        typesetter.set(" ".join(told), CUE),
        Spacer(1, 14),
    ]


def _fields(width: float, student: str, total: str, typesetter: Typesetter) -> Row:
    """Name, class and date with a line each, and the marks out of the total."""
    end = typesetter.width(total, STRONG) + 2
    rest = width - end
    shares = (("Name", 0.42), ("Class", 0.19), ("Date", 0.21), ("Marks", 0.18))
    cells: list[Cell] = []
    left = 0.0
    for label, share in shares:
        named = typesetter.width(label) + 5
        cells.append(Cell(left, named, typesetter.set(label)))
        gap = 4 if label == "Marks" else 10
        filled = typesetter.set(escape(student)) if student and label == "Name" else Line()
        cells.append(Cell(left + named, rest * share - named - gap, filled))
        left += rest * share
    return Row([*cells, Cell(rest, end, typesetter.set(total, STRONG))], before=10)


class _Question:
    """One question on the worksheet: number, prompt, marks, and room for the answer."""

    def __init__(self, exercise: Exercise, number: int, space: Space, typesetter: Typesetter) -> None:
        self._exercise = exercise
        self._number = number
        self._space = space
        self._room = space.width - MARKS_WIDTH  # of the texts, in points
        self._typesetter = typesetter

    def parts(self, images: Mapping[str, bytes]) -> list[Flowable]:
        """Everything from the number to the last option."""
        exercise, typesetter = self._exercise, self._typesetter
        told = cue(exercise)
        texts = [typesetter.set(exercise.question.context)] if exercise.question.context else []
        texts.append(typesetter.set(asked(exercise, GAP), GAPPED if exercise.blanks else BODY))
        parts: list[Flowable] = [self._first(texts[0]), *(self._below(text) for text in texts[1:])]
        parts += self._picture(images)
        if told:
            parts.append(self._below(typesetter.set(told, CUE)))
        return [*parts, Spacer(1, 4), *answer_space(exercise, self._space, typesetter)]

    def _first(self, content: Flowable) -> Row:
        """The number, the first text and the marks."""
        return Row(
            [
                Cell(0, self._space.left, self._typesetter.set(f"{self._number}.", STRONG)),
                Cell(self._space.left, self._room, content),
                Cell(
                    self._space.left + self._room,
                    MARKS_WIDTH,
                    self._typesetter.set(marks(self._exercise.question.marks), _RIGHT),
                ),
            ],
            after=3,
        )

    def _below(self, content: Flowable) -> Row:
        return Row([Cell(self._space.left, self._room, content)], after=3)

    def _picture(self, images: Mapping[str, bytes]) -> list[Flowable]:
        image = self._exercise.question.image
        if image is None:
            return []
        data = images.get(image.file)
        if data is None:
            return [self._below(self._typesetter.set(f"[{escape(image.alt)}]", CUE))]
        try:
            return [self._below(picture(data, self._room, _PICTURE_HEIGHT))]
        except ValueError as error:
            self._typesetter.refuse(f"the picture {image.file} cannot be printed; {error}")
            return []
