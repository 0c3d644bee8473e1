"""From a stack of sheets to what somebody would have typed from them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from quizmill.classroom.class_set import ClassSet
from quizmill.classroom.scan.accounts import placeholder
from quizmill.classroom.scan.stack import SheetLine, Stack, StackSheet
from quizmill.classroom.scan.typed import typed
from quizmill.classroom.scanned import ScannedSheet
from quizmill.compose.answer_sheet.layout import FormSheet, Layout
from quizmill.compose.exercise import Exercise
from quizmill.compose.paper import Paper
from quizmill.grade.doubtful import NO_ANSWER, doubtful
from quizmill.grade.misread import Fault

_OR = " or "  # between what two pictures say


def scanned_sheets(made: ClassSet, layout: Layout, stack: Stack) -> Iterator[ScannedSheet]:
    """A sheet for each pupil, in the order of the stack."""
    papers = {paper.form: paper for paper in made.papers}
    for sheet in stack.sheets:
        yield _scanned(sheet, papers[sheet.form], layout.sheet(sheet.form))


def _scanned(sheet: StackSheet, paper: Paper, printed: FormSheet) -> ScannedSheet:
    lines: dict[int, list[SheetLine]] = {}
    places: dict[int, str] = {}
    for page in sheet.pages:
        for each in page.lines:
            lines.setdefault(each.line.number, []).append(each)
            places[each.line.number] = page.pictures[0].called
    lacking = dict.fromkeys(printed.typed, Fault.TO_TYPE)
    lacking |= {each.number: Fault.UNSEEN for each in printed.lines if each.number not in lines}
    return ScannedSheet(
        paper=paper.fingerprint,
        keys=tuple(key for page in sheet.pages for key in page.keys),
        name=sheet.name or placeholder(sheet),
        answers={
            number: _text(paper.exercises[number - 1], several, printed.units)
            for number, several in lines.items()
        },
        lacking=lacking,
        places=places,
        place=sheet.pages[0].pictures[0].called,
        reviewed=frozenset(
            number for number, several in lines.items() if any(each.decided for each in several)
        ),
    )


def _text(exercise: Exercise, lines: list[SheetLine], units: Mapping[int, str]) -> str:
    lines = sorted(lines, key=lambda each: each.line.part)
    unit, labels = units.get(lines[0].line.number, ""), [each.line.labels for each in lines]
    ways = zip(*(_ways(each, max(len(line.either) for line in lines)) for each in lines), strict=True)
    texts = [typed(exercise, way, labels, unit) for way in ways]
    if not any(each.doubt for each in lines):
        return texts[0]
    told = dict.fromkeys(texts)
    return doubtful(_OR.join(text or NO_ANSWER for text in told) if len(told) > 1 else texts[0])


def _ways(line: SheetLine, count: int) -> list[tuple[int, ...]]:
    """What may be marked there, as often as the line of the question that is seen in most ways is."""
    ways = line.either or (line.marked,)
    return [ways[min(place, len(ways) - 1)] for place in range(max(count, 1))]
