"""What the answers say of a test as a whole, as lines to read: its marks, and its questions on one scale."""

from __future__ import annotations

import math
from collections.abc import Iterator

from quizmill.analysis.lack import Lack
from quizmill.analysis.rasch import RaschItem
from quizmill.analysis.said import LACKING
from quizmill.analysis.summary import SatTest
from quizmill.app.talk import count
from quizmill.faces.plain.terminal import Screen, Tone
from quizmill.faces.text import cells

_FITS = 0.3  # mean squares so far from 1 are looked at, where chance does not carry them as far


def kuder_richardson(test: SatTest) -> bool:
    """Whether all answers are right or wrong, so that alpha is KR-20."""
    return Lack.PART_MARKS not in test.solved.left_out.values()


def misfits(item: RaschItem, persons: int) -> bool:
    """Whether a question fits the scale less than chance explains.

    It moves infit by 2 / sqrt(n) and outfit by 6 / sqrt(n) (Smith, Schumacker and Bush 1998).
    """
    infit, outfit = (max(_FITS, times / math.sqrt(persons)) for times in (2, 6))
    return abs(item.infit - 1) > infit or abs(item.outfit - 1) > outfit


def show_test(screen: Screen, test: SatTest, place: str, *, rows: int | None) -> None:
    """Write one test, of its questions the hardest *rows*; all of them where that is None."""
    paper, of_all = test.paper, test.paper.reliability
    screen.say()
    size = f"{count(len(paper.items), 'question')}, {count(of_all.persons, 'student')}"
    screen.say(f"test {place}: {size}", tone=Tone.HEADING)
    for line in _marks(test):
        screen.say(line, indent=2)
    for left, why in _left_out(test):
        screen.say(f"{left}: {why}", indent=2)
    if test.rasch.lack:
        screen.say(f"no Rasch difficulties: {LACKING[test.rasch.lack]}", indent=2)
    else:
        _show_scale(screen, test, rows)


def _marks(test: SatTest) -> Iterator[str]:
    paper, found = test.paper, test.paper.reliability
    if found.mean is not None:
        spread = f", sd {found.sd:.2f}" if found.sd is not None else ""
        yield f"mean {found.mean:.2f} of {paper.possible:g} marks{spread}"
    name = "KR-20" if kuder_richardson(test) else "alpha"
    if found.alpha is not None and found.interval and found.error is not None:
        low, high = found.interval
        of_chance = f"standard error of measurement {found.error:.2f} marks"
        yield f"{name} {found.alpha:.2f} (95 %: {low:.2f} to {high:.2f}), {of_chance}"
    elif found.lack:
        yield f"no {name}: {LACKING[found.lack]}"


def _left_out(test: SatTest) -> Iterator[tuple[str, str]]:
    paper = test.paper
    for sheets, why in (
        (paper.empty, "left out, since nothing is answered"),
        (paper.incomplete, "left out, since an answer has no mark"),
        (test.solved.unfinished, "not in the Rasch difficulties, since not all questions were reached"),
    ):
        if sheets:
            yield count(sheets, "sheet"), why
    for key in paper.unmarked:
        yield key.question, LACKING[Lack.UNMARKED]


def _show_scale(screen: Screen, test: SatTest, rows: int | None) -> None:
    found = sorted(test.rasch.items, key=lambda each: -each.difficulty)
    names = {each.question: test.solved.items[each.question].question for each in found}
    widest = max(map(cells, names.values()), default=0)
    screen.line(f"  {'Rasch, the hardest first':{widest}}  logits    se  infit  outfit")
    room = max(widest, len("Rasch, the hardest first"))
    for each in found[:rows]:
        figures = f"{each.difficulty:6.2f}  {each.error:4.2f}  {each.infit:5.2f}  {each.outfit:6.2f}"
        name, sign = names[each.question], "  !" if misfits(each, test.rasch.persons) else ""
        screen.line(f"  {name}{' ' * (room - cells(name))}  {figures}{sign}")
    if rows is not None and len(found) > rows:
        screen.say(f"{len(found) - rows} more are shown with --all", indent=2, tone=Tone.QUIET)
    if any(misfits(each, test.rasch.persons) for each in found[:rows]):
        screen.say("! fits the scale less than chance explains: infit or outfit is far from 1", indent=2)
    for at, why in test.rasch.left_out.items():
        screen.say(f"{test.solved.items[at].question}: {LACKING[why]}", indent=2)
