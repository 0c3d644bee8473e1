"""The answer key of a paper: the answers at a glance, then each one with its reasons and its sources."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable, HRFlowable, Spacer

from quizmill.bank.markup import escape, plain
from quizmill.compose.exercise import Evidence, Exercise, letter
from quizmill.compose.paper import Paper
from quizmill.export.paper import answers, pages
from quizmill.export.paper.answer_space import asked
from quizmill.export.paper.blocks import FINE, Cell, Entry, Row, Together
from quizmill.export.paper.options import WorksheetOptions
from quizmill.export.paper.typeset import GREY, HEADING, NOTE, NUMBER, SMALL, Look, Typesetter
from quizmill.export.paper.worksheet import MARKS_WIDTH, hang, marks, title_row

_RIGHT = Look(NOTE.size, NOTE.leading, grey=GREY, align="right")
_ASKED = Look(NOTE.size, NOTE.leading, grey=GREY)
_ANSWER = Look(10, 14, "heavy")
_COLUMNS = (5, 4, 3)  # of the answers at a glance; two when their texts are long
_APART = 8.0  # points between them
_LONGEST = 60  # characters of an answer at a glance; the whole of it stands below


def answer_key(paper: Paper, options: WorksheetOptions) -> bytes:
    """The PDF that keys the worksheet of the same *paper*; `answer_keys` of one."""
    return answer_keys((paper,), options)


def answer_keys(papers: Sequence[Paper], options: WorksheetOptions, *, students: Sequence[str] = ()) -> bytes:
    """One PDF that keys the worksheets of the same *papers*; equal in, equal out.

    First the answers of each at a glance, then how they are marked. Raises ExportRefused naming every
    question and character that cannot be printed.
    """
    typesetter = Typesetter()
    names = students or [""] * len(papers)
    parts = [_part(paper, student, options, typesetter) for paper, student in zip(papers, names, strict=True)]
    return pages.make(parts, papers, options.size, f"Answer key: {papers[0].title}", typesetter)


def _part(paper: Paper, student: str, options: WorksheetOptions, typesetter: Typesetter) -> pages.Part:
    width, height = pages.text_area(options.size)
    title = f"Answer key: {paper.title}"
    told = f"{len(paper.exercises)} questions · {marks(paper.possible)} · {pages.identity(paper)}"
    story: list[Flowable] = [
        title_row(escape(title), paper, width, typesetter.about("the title")),
        typesetter.set(f"{escape(student)} · {told}" if student else told, _ASKED),
        Spacer(1, 12),
        *_glance(paper, width, typesetter),
        Spacer(1, 14),
    ]
    for number, exercise in enumerate(paper.exercises, start=1):
        block = _Block(number, exercise, hang(len(paper.exercises)), width, typesetter.about(exercise.id))
        story += [Together(block.parts(), height), Spacer(1, 11)]
    story += _documents(paper, height, typesetter.about("the documents"))
    return pages.Part(story, pages.Running(title=title, foot=f"{title} · {pages.identity(paper)}"))


def _glance(paper: Paper, width: float, typesetter: Typesetter) -> list[Flowable]:
    """A grid of numbers and answers, to be read down its columns."""
    texts = [_shortened(answers.brief(exercise)) for exercise in paper.exercises]
    number = hang(len(texts)) - 3
    wide = sorted(typesetter.width(text, NOTE) for text in texts)[int(len(texts) * 0.9)] + number + _APART
    columns = next((n for n in _COLUMNS if n * wide <= width), 2)
    step = width / columns
    down = -(-len(texts) // columns)
    cells: list[list[Cell]] = [[] for _ in range(down)]
    for index, (exercise, text) in enumerate(zip(paper.exercises, texts, strict=True)):
        left = step * (index // down)
        answer = typesetter.about(exercise.id).set(text, NOTE)
        cells[index % down] += [
            Cell(left, number, typesetter.set(str(index + 1), NUMBER)),
            Cell(left + number, step - number - _APART, answer),
        ]
    return [_rule(), *(Row(row, after=2) for row in cells), _rule()]


def _rule() -> HRFlowable:
    return HRFlowable(width="100%", thickness=FINE, color="black", spaceBefore=3, spaceAfter=5)


def _shortened(text: str) -> str:
    words = plain(text)
    return escape(words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…")


class _Block:
    """One answer: number, prompt and marks; the answer; then why, what tempts, and where it stands."""

    def __init__(
        self, number: int, exercise: Exercise, left: float, width: float, typesetter: Typesetter
    ) -> None:
        self._number = number
        self._exercise = exercise
        self._left = left
        self._width = width - left
        self._typesetter = typesetter

    def parts(self) -> list[Flowable]:
        """Everything from the number to the last source, and an entry of the outline that leads there."""
        exercise, lay = self._exercise, self._typesetter.set
        texts = [lay(line, _ANSWER) for line in answers.answer_lines(exercise)]
        texts += [lay(text, NOTE) for text in _remarks(exercise)]
        texts += [lay(text, SMALL) for text in (*_temptations(exercise), *_sources(exercise))]
        entry = Entry(" ".join(f"{self._number}. {plain(answers.brief(exercise))}".split()))
        rows = [Row([Cell(self._left, self._width, text)], after=1.5) for text in texts]
        return [entry, self._head(), *rows]

    def _head(self) -> Row:
        lay = self._typesetter.set
        room = self._width - MARKS_WIDTH
        cells = [
            Cell(0, self._left, lay(f"{self._number}.", NUMBER)),
            Cell(self._left, room, lay(asked(self._exercise, "_____"), _ASKED)),
            Cell(self._left + room, MARKS_WIDTH, lay(marks(self._exercise.question.marks), _RIGHT)),
        ]
        return Row(cells, after=2)


def _remarks(exercise: Exercise) -> list[str]:
    labelled = (
        ("Boxes from the top", answers.brief(exercise) if exercise.kind == "ordering" else ""),
        ("Also right", answers.also_accepted(exercise)),
        ("Partly right", answers.partial_credit(exercise)),
        ("Why", exercise.question.explanation),
    )
    return [f"**{label}:** {text}" for label, text in labelled if text]


def _temptations(exercise: Exercise) -> list[str]:
    whys = [
        f"**{letter(index).upper()}** ({exercise.options[index]}): {why}"
        for index, why in exercise.why_not.items()
    ]
    return [f"**What tempts:** {' '.join(whys)}"] if whys else []


def _sources(exercise: Exercise) -> list[str]:
    """Where the answer stands, and what each of those paragraphs says."""
    said: dict[str, list[str]] = {}
    for evidence in exercise.evidence:
        place = f"{escape(evidence.name)}, paragraph {evidence.paragraph}"
        said.setdefault(place, []).append(_said(evidence))
    return [f"**Source:** {place}: {' '.join(facts)}" for place, facts in said.items()]


def _said(evidence: Evidence) -> str:
    """What a fact says, with its time and the doubt about it."""
    time = f" (As of {escape(evidence.as_of)}.)" if evidence.as_of else ""
    doubt = f" (Disputed: {escape(evidence.doubt)})" if evidence.doubt else ""
    return f"{escape(evidence.says)}{time}{doubt}"


def _documents(paper: Paper, height: float, typesetter: Typesetter) -> list[Flowable]:
    """The full titles of the documents that the sources name."""
    found = {evidence.name: evidence.title for exercise in paper.exercises for evidence in exercise.evidence}
    named = [
        f"{escape(name)}: {escape(title)}" if name != title else escape(title)
        for name, title in found.items()
    ]
    if not named:
        return []
    lines = [typesetter.set(line, NOTE) for line in named]
    return [Together([typesetter.set("Documents", HEADING), *lines], height)]
