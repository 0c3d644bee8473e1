"""What the answers say of a test as a whole, as lines to read: its marks, and its questions on one scale."""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.analysis.lack import Lack
from quizmill.analysis.said import LACKING
from quizmill.analysis.summary import SatTest
from quizmill.app.talk import count
from quizmill.faces.plain.terminal import Screen, Tone
from quizmill.faces.text import cells

_FITS = (0.7, 1.3)  # mean squares beyond which a question is looked at


def kuder_richardson(test: SatTest) -> bool:
    """Whether all answers are right or wrong, so that alpha is KR-20."""
    return Lack.PART_MARKS not in test.solved.left_out.values()


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
        off = not all(_FITS[0] <= fit <= _FITS[1] for fit in (each.infit, each.outfit))
        figures = f"{each.difficulty:6.2f}  {each.error:4.2f}  {each.infit:5.2f}  {each.outfit:6.2f}"
        name = names[each.question]
        screen.line(f"  {name}{' ' * (room - cells(name))}  {figures}{'  !' if off else ''}")
    if rows is not None and len(found) > rows:
        screen.say(f"{len(found) - rows} more are shown with --all", indent=2, tone=Tone.QUIET)
    for at, why in test.rasch.left_out.items():
        screen.say(f"{test.solved.items[at].question}: {LACKING[why]}", indent=2)
