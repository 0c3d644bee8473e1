"""What became of a stack of pictures, in sentences that add up."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from quizmill.bank.ranges import listed
from quizmill.classroom.class_set import ClassSet
from quizmill.classroom.scan.asking import NOWHERE, Asking
from quizmill.classroom.scan.cards import Kind
from quizmill.classroom.scan.decisions import SheetDecisions
from quizmill.classroom.scan.stack import PictureOutcome, ReadPicture, SheetPage, Stack, StackSheet
from quizmill.classroom.scanned import PictureAccount
from quizmill.compose.answer_sheet.layout import Layout
from quizmill.pattern import pattern

_SHEETS = (PictureOutcome.READ, PictureOutcome.AGAIN)
_PLACEHOLDER = pattern(r"sheet(?: \d+)? \(.*\)")


def summary(stack: Stack) -> str:
    """How many pictures are what, the odd ones by name: `3 pictures: 2 pages read; 1 not a sheet: a.jpg`."""
    told = [_counted(len(stack.pictures), "picture")]
    parts = []
    for outcome, (one, many, named) in _SAID.items():
        of = [picture for picture, each in stack.pictures if each is outcome]
        if of:
            count = f"1 {one}" if len(of) == 1 else f"{len(of)} {many}"
            parts.append(f"{count}: {places(of)}" if named else count)
    return ": ".join([*told, "; ".join(parts) or "nothing"])


_SAID = {
    PictureOutcome.READ: ("page read", "pages read", False),
    PictureOutcome.AGAIN: ("seen a second time", "seen a second time", True),
    PictureOutcome.BLANK: ("blank back", "blank backs", False),
    PictureOutcome.OTHER_PAPER: ("of another paper", "of other papers", True),
    PictureOutcome.NO_CODE: ("whose code cannot be read", "whose code cannot be read", True),
    PictureOutcome.OTHER_PUPIL: ("of another roster", "of another roster", True),
    PictureOutcome.SEVERAL_SHEETS: ("of several sheets at once", "of several sheets at once", True),
    PictureOutcome.NO_SHEET: ("not a sheet", "no sheets", True),
    PictureOutcome.LEFT_OUT: ("left out, as was decided", "left out, as was decided", True),
    PictureOutcome.UNREADABLE: ("not to be opened", "not to be opened", True),
}


def notes(
    made: ClassSet, layout: Layout, stack: Stack, decisions: SheetDecisions, asking: Asking = NOWHERE
) -> Iterator[str]:
    """What the teacher should know and need not do anything about."""
    for page, sheet in _pages(stack):
        if len(page.pictures) > 1:
            yield _twice(page, sheet, asking)
    missing = list(missing_copies(made, layout, stack))
    if missing and stack.sheets:
        back = len(made.copies) - len(missing)
        yield f"of {_counted(len(made.copies), 'named sheet')} {back} came back; none of {_all(missing)}"
    yield from _of_decisions(stack, decisions)


def faults(
    made: ClassSet, layout: Layout, stack: Stack, typed: Collection[str] = (), asking: Asking = NOWHERE
) -> Iterator[str]:
    """What was lost, or is asked, and what to do; not of those whose answers, or absence, were *typed*."""
    for picture, outcome in stack.pictures:
        if told := _of_picture(made, picture, outcome, asking):
            yield f"{picture.called}: {told}"
    nothing = [picture for picture, outcome in stack.pictures if outcome is PictureOutcome.NO_SHEET]
    missing = [each for each in missing_copies(made, layout, stack) if each not in typed]
    if nothing and missing:
        yield (
            f"{places(nothing)}: no sheet is found there, and there is none of {_all(missing)}; look whether "
            "it is one, and take the picture again with all four corners; or say in a table that they were "
            "absent"
        )
    unnamed = [sheet for sheet in stack.sheets if not sheet.name]
    if unnamed:
        alone = len(unnamed) == 1
        count, whose = ("1 sheet has", "it is") if alone else (f"{len(unnamed)} sheets have", "they are")
        called = _all([placeholder(each) for each in unnamed])
        yield f"{count} no name: {called}; {asking.names} whose {whose}"


def _of_picture(made: ClassSet, picture: ReadPicture, outcome: PictureOutcome, asking: Asking) -> str:
    """What is wrong with it, and what to do; nothing of one that needs no more than itself."""
    match outcome:
        case PictureOutcome.UNREADABLE:
            return picture.reason
        case PictureOutcome.OTHER_PAPER:
            return (
                f"this sheet is of another paper{_code_in(picture)}, and this is "
                f"{made.papers[0].fingerprint}; mark it with the JSON file that was written with those sheets"
            )
        case PictureOutcome.NO_CODE:
            return (
                f"this is an answer sheet, and its code cannot be read; {asking.names} whose it is, or take "
                "the picture again"
            )
        case PictureOutcome.OTHER_PUPIL:
            return (
                f"the name on this sheet is not the one that its number has now{_now(made, picture)}: the "
                "roster has changed since it was printed; mark it with the JSON file of that print, or "
                f"{asking.names} whose it is"
            )
        case PictureOutcome.SEVERAL_SHEETS:
            return "this picture shows more than one sheet; take one of each"
        case _:
            return ""


def placeholder(sheet: StackSheet) -> str:
    """What a sheet is called of which nobody has said whose it is."""
    where = sheet.pages[0].pictures[0].called
    return f"sheet {sheet.copy} ({where})" if sheet.copy else f"sheet ({where})"


def accounts(stack: Stack) -> Iterator[PictureAccount]:
    """Each picture, in the order in which they came."""
    owners = {
        each.digest: sheet.name or placeholder(sheet)
        for page, sheet in _pages(stack)
        for each in page.pictures
    }
    for each, outcome in stack.pictures:
        sheet = owners.get(each.digest) if outcome in _SHEETS else None
        yield PictureAccount(file=each.file, page=each.page, fate=outcome.value, sheet=sheet)


def is_placeholder(name: str) -> bool:
    """Whether it may be what a sheet is called without a name, be it from another folder."""
    return bool(_PLACEHOLDER.fullmatch(name))


def places(pictures: Iterable[ReadPicture]) -> str:
    """The pictures by their files, the pages of each together: `a.pdf, pages 3, 5-8; b.jpg`."""
    pages: dict[str, list[int]] = {}
    for each in pictures:
        pages.setdefault(each.file, []).append(each.page)
    return "; ".join(_of_file(file, numbers) for file, numbers in pages.items())


def missing_copies(made: ClassSet, layout: Layout, stack: Stack) -> Iterator[str]:
    """The names of those of whom no page was seen, be it of a spare sheet, though theirs has rings."""
    seen = {sheet.name for sheet in stack.sheets}
    with_rings = {each.form for each in layout.sheets if each.pages}
    for copy, label in zip(made.copies, made.labels, strict=True):
        if label not in seen and copy.form in with_rings:
            yield label


def _pages(stack: Stack) -> Iterator[tuple[SheetPage, StackSheet]]:
    return ((page, sheet) for sheet in stack.sheets for page in sheet.pages)


def _twice(page: SheetPage, sheet: StackSheet, asking: Asking) -> str:
    whose = sheet.name or placeholder(sheet)
    told = f"{_all([each.called for each in page.pictures])} show the same page of {whose}"
    asked = {each.line.number for each in page.lines if each.doubt is Kind.TWICE}
    decided = {each.line.number for each in page.lines if each.settled} - asked
    if asked:
        return (
            f"{told}, and not alike in {_questions(asked)}, where none counts; {asking.names} whose each is"
        )
    if decided:
        return f"{told}, and not alike in {_questions(decided)}, where it is decided"
    return f"{told} and read alike; the clearer one counts"


def _questions(numbers: Collection[int]) -> str:
    several = _all(list(map(str, sorted(numbers))))
    return f"question {several}" if len(numbers) == 1 else f"questions {several}"


def _of_decisions(stack: Stack, decisions: SheetDecisions) -> Iterator[str]:
    keys = {page.key for page, _ in _pages(stack)}
    digests = {picture.digest for picture, _ in stack.pictures}
    elsewhere = [each for each in decisions.answers if each.sheet not in keys]
    elsewhere_too = [each for each in decisions.pictures if each.picture not in digests]
    if count := len(elsewhere) + len(elsewhere_too):
        yield f"{_counted(count, 'decision')} of sheets that are not among these pictures; kept, and not used"
    for each in stack.unused:
        marked = " ".join(each.marked) or "nothing"
        yield (
            f"the decision on question {each.question} of {each.sheet} is not used: there is no {marked} on "
            "that sheet"
        )


def _code_in(picture: ReadPicture) -> str:
    code = picture.reading.code if picture.reading else None
    return f", {code.paper}" if code else ""


def _now(made: ClassSet, picture: ReadPicture) -> str:
    copy = picture.reading.code.copy if picture.reading and picture.reading.code else 0
    return f", {made.labels[copy - 1]}" if 0 < copy <= len(made.labels) else ""


def _of_file(file: str, pages: Sequence[int]) -> str:
    numbers = sorted({page for page in pages if page})
    return f"{file}, {listed('page', numbers)}" if numbers else file


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _all(names: Sequence[str]) -> str:
    """`a, b and c`; semicolons where a name has a comma."""
    between = "; " if any("," in name for name in names) else ", "
    return " and ".join(filter(None, (between.join(names[:-1]), names[-1])))
