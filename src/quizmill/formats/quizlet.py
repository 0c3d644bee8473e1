"""Quizlet's text: a card a line, the term, a tab, the definition."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from quizmill.bank import cloze, guard
from quizmill.bank.markup import plain
from quizmill.bank.model import (
    Cloze,
    Essay,
    Matching,
    MultipleChoice,
    MultipleResponse,
    Numerical,
    Ordering,
    ShortAnswer,
    TrueFalse,
)
from quizmill.compose.exercise import Exercise
from quizmill.compose.paper import Paper
from quizmill.errors import FileUnusable
from quizmill.formats.columns import columns
from quizmill.formats.format import Format, Found, Settings
from quizmill.formats.games import asked, games_matrix
from quizmill.formats.in_markup import literal
from quizmill.formats.item import Item
from quizmill.formats.matrix import ONLY_SOURCE, changed, lost, otherwise
from quizmill.formats.posed import explanation
from quizmill.formats.report import Report
from quizmill.words import words_in


def write(paper: Paper, settings: Settings, report: Report) -> bytes:
    """A line a card; tabs and line ends within a text are spaces."""
    lines = []
    for exercise in paper.exercises:
        why = plain(explanation(exercise, paper.language, settings, report))
        for term, definition in _cards(exercise, paper.language):
            told = f"{definition} ({_in_line(why)})" if why else definition
            lines.append(f"{_in_line(term)}\t{_in_line(told)}\n")
    return "".join(lines).encode()


def _in_line(text: str) -> str:
    return " ".join(text.split())


def _cards(exercise: Exercise, language: str) -> Iterator[tuple[str, str]]:
    """What is asked, and what is on the back: a card, or one for each pair."""
    question, prompt = exercise.question, asked(exercise)
    match question:
        case MultipleChoice():
            yield f"{prompt} [{' / '.join(map(plain, exercise.options))}]", plain(question.answer)
        case TrueFalse():
            words = words_in(language)
            truth = words("sheet.true") if question.answer else words("sheet.false")
            correction = f". {plain(question.correction)}" if question.correction else ""
            yield f"{prompt} [{words('sheet.true')} / {words('sheet.false')}]", f"{truth}{correction}"
        case ShortAnswer() | Numerical():
            yield prompt, plain(question.answer)
        case Cloze():
            blanks = [part for part in cloze.segments(question.text) if isinstance(part, cloze.Blank)]
            yield prompt, " / ".join(plain(blank.answer) for blank in blanks)
        case Matching():
            for left, right in question.pairs:
                yield f"{plain(left)} ({prompt})", plain(right)
        case Essay():
            yield prompt, "; ".join(plain(point.point) for point in question.points)
        case MultipleResponse() | Ordering():
            return  # which the matrix says are lost
        case _:
            assert_never(question)


def read(data: bytes, name: str, report: Report) -> Found:
    """A question for each line with a tab. Raises FileUnusable where no line has one."""
    lines = guard.text(data, name).splitlines()
    if not any("\t" in line for line in lines):
        raise FileUnusable(name, "no line has a tab between term and definition; export it from Quizlet so")
    return Found(items=tuple(_items(lines, report)))


def _items(lines: list[str], report: Report) -> Iterator[Item]:
    for number, line in enumerate(lines, start=1):
        term, tab, definition = line.partition("\t")
        if tab:
            answers = (literal(definition),) if definition.strip() else ()
            yield Item(kind="short_answer", place=f"line {number}", prompt=literal(term), answers=answers)
        elif line.strip():
            report.lost(f"line {number}", "question", "this line has no tab", line)


def recognises(data: bytes) -> bool:
    """Whether every line is a term, a tab and a definition, and none is the titles of a table."""
    try:
        lines = [line.split("\t") for line in guard.text(data, "").splitlines() if line.strip()]
    except FileUnusable:
        return False
    return bool(lines) and all(map(_is_card, lines)) and not columns(lines[0], {}).are_enough


def _is_card(cells: list[str]) -> bool:
    return len(cells) == 2 and all(cell.strip() for cell in cells)


_CARD = otherwise("it becomes a card: what is asked on one side, the answer on the other")
_NO_PLACE = lost("a card has one answer")

FORMAT = Format(
    name="quizlet",
    title="Quizlet's text",
    extensions=("txt", "tsv"),
    matrix=games_matrix(
        {
            "multiple_choice": otherwise("its options stand behind the question on a card"),
            "multiple_response": _NO_PLACE,
            "true_false": otherwise("it becomes a card, with the correction on its back"),
            "short_answer": changed("a card knows one form of the answer", by_content=True),
            "numerical": _CARD,
            "cloze": _CARD,
            "matching": otherwise("each pair becomes a card"),
            "ordering": _NO_PLACE,
            "essay": _CARD,
        },
        "Quizlet",
        {
            "explanation": changed("it stands in brackets behind the answer", "answer"),
            "facts": lost(ONLY_SOURCE),
            "correction": changed("it stands behind the answer", "answer"),
        },
    ),
    write=write,
    read=read,
    recognises=recognises,
    remarks=("Paste the text where Quizlet imports; between term and definition is a tab.",),
)
