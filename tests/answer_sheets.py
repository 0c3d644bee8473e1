"""Class sets whose answer sheets can be printed and read: of the shipped bank, or of any kinds."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from quizmill.bank.load import load_bank
from quizmill.bank.model import (
    Bank,
    Distractor,
    Essay,
    Matching,
    MultipleChoice,
    MultipleResponse,
    Numerical,
    Ordering,
    Point,
    Question,
    ShortAnswer,
    Topic,
    TrueFalse,
)
from quizmill.classroom.class_set import ClassSet, Copy, hand_out
from quizmill.compose.answer_sheet.layout import Layout, kept_layout, restored_layout
from quizmill.compose.answer_sheet.plan import answer_sheets
from quizmill.compose.forms import forms
from quizmill.compose.selection import Selection, choose
from quizmill.export.paper.answer_sheet import answer_sheet_pdf
from quizmill.export.paper.sheet_head import Owner

KINDS = ("choice", "response", "truth", "matching", "ordering", "number")
SHIPPED = Path(__file__).parent.parent / "question_bank"


def question(kind: str, number: int, options: int = 5) -> Question:
    """A question of one of the KINDS, `words` or `essay`; *options* are also its pairs or steps."""
    told = {"id": f"q-{number}", "prompt": f"What is asked {number}?", "explanation": "", "facts": ()}
    texts = [f"thing {'abcdefghijklmnopqrstuvwxyz'[place]}" for place in range(options)]
    match kind:
        case "choice":
            wrong = tuple(Distractor(text=text) for text in texts[1:])
            return MultipleChoice(**told, answer=texts[0], distractors=wrong)
        case "response":
            wrong = tuple(Distractor(text=text) for text in texts[2:])
            return MultipleResponse(**told, answers=tuple(texts[:2]), distractors=wrong)
        case "truth":
            return TrueFalse(**told, answer=bool(number % 2))
        case "matching":
            return Matching(**told, pairs=tuple((f"left {text}", text) for text in texts))
        case "ordering":
            return Ordering(**told, sequence=tuple(texts))
        case "number":
            return Numerical(**told, answer=str(17 * number), unit="days")
        case "words":
            return ShortAnswer(**told, answer="thing")
        case "essay":
            return Essay(**told, points=(Point(point="thing"),))
    raise ValueError(kind)


def bank_of(kinds: Sequence[str], *, options: int = 5, language: str = "en", title: str = "Tea") -> Bank:
    """A bank with a question of each of the *kinds*, in that order."""
    asked = tuple(question(kind, number, options) for number, kind in enumerate(kinds, 1))
    topics = (Topic(id="topic", title="Topic", questions=asked),)
    return Bank(title=title, namespace="test", language=language, topics=topics)


def shipped() -> Bank:
    """The bank that comes with quizmill."""
    return load_bank(SHIPPED).bank


def class_set(
    bank: Bank,
    *,
    count: int | None = None,
    forms_count: int = 1,
    students: Sequence[str] = (),
    size: str = "a4",
    seed: int = 1,
    language: str = "",
    order: str = "shuffled",
) -> ClassSet:
    """So many questions of *bank*, or all, in forms, with a copy for each student; it keeps the layout."""
    asked = choose(bank, Selection(count=count, order=order), seed=seed).questions
    papers = forms(bank, asked, seed=seed, count=forms_count, order=order)
    papers = tuple(replace(paper, code=paper.fingerprint) for paper in papers)
    layout = answer_sheets(papers, size, language)
    copies: tuple[Copy, ...] = hand_out(papers, students)
    return ClassSet(papers=papers, copies=copies, names=bank.names, layout=kept_layout(layout))


def layout_of(made: ClassSet) -> Layout:
    """The layout that is kept in the set."""
    return restored_layout(made.layout)


def printed(made: ClassSet, language: str = "") -> bytes:
    """The answer sheets alone: of each copy, numbered from 1, or without a roster of each form."""
    papers = {paper.form: paper for paper in made.papers}
    if not made.copies:
        return answer_sheet_pdf(made.papers, layout_of(made), language=language)
    return answer_sheet_pdf(
        [papers[copy.form] for copy in made.copies],
        layout_of(made),
        owners=[Owner(copy.student, copy.group) for copy in made.copies],
        copies=range(1, len(made.copies) + 1),
        language=language,
    )
