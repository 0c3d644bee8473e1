"""What the answers say of the questions, as lines to read: a table for each place, then every test."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from quizmill.analysis.answer import Place
from quizmill.analysis.flags import FlagCode
from quizmill.analysis.intervals import Interval
from quizmill.analysis.items import OptionResult
from quizmill.analysis.said import said
from quizmill.app.item_report import JUDGED, PLACES, AnsweredItem, ItemReport, option_text
from quizmill.app.talk import count
from quizmill.app.tests_shown import show_test
from quizmill.bank.model import kind_of
from quizmill.faces.plain.charts import Plotter
from quizmill.faces.plain.terminal import Screen, Tone
from quizmill.faces.text import cells, cut, harmless

TITLES: dict[Place, str] = {
    "paper": "on paper",
    "html": "on pages",
    "exam": "in exams at the terminal",
    "practice": "in practice",
    "cram": "while cramming",
    "review": "in review",
    "anki": "in Anki",
}
SORTS = ("worst", "bank", "facility", "discrimination")
_ROWS = 20  # that a place shows unless all are wanted
_NAME, _TEXT = 21, 35  # columns of an id, and of an option
_PROVES = 59  # students: the fewest of whom an option that nobody takes is shown to be dead
_KINDS = {
    "multiple_choice": "mc",
    "multiple_response": "mr",
    "true_false": "tf",
    "short_answer": "text",
    "numerical": "num",
    "cloze": "gaps",
    "matching": "pair",
    "ordering": "ord",
    "essay": "ess",
}
_GRAVITY = {code: at for at, code in enumerate(FlagCode)}
_LEGEND = (
    "% is the share of the marks, r the correlation with the marks on all others, D the share of the upper "
    "27 % less that of the lower, om who left it out, un who did not reach it, s the median of seconds; "
    "intervals are of 95 %. First attempts count."
)
_LITTLE = (
    f"With fewer than {_PROVES} students no option is shown to be dead, and a class of 30 shows about half "
    "of the wrong keys and misleading questions: that nothing is said of a question proves little."
)


class Looks(msgspec.Struct, frozen=True, kw_only=True):
    """How the report is to be shown."""

    sort: str = "worst"
    whole: bool = False  # every row, not only the first of each place
    options: bool = False  # of every question, not only of those of which something is said


def show(screen: Screen, report: ItemReport, plotter: Plotter, looks: Looks) -> None:
    """Write the whole report."""
    if not report.items:
        screen.say("there are no answers to show")
        return
    screen.say(f"{count(report.answers, 'answer')} of {count(report.students, 'student')}")
    for place in PLACES:
        own = [item for item in report.items if item.key.place == place]
        for title, items in _parts(place, own):
            _show_part(screen, title, items, plotter, looks)
    for test in report.tests:
        show_test(screen, test, TITLES[test.paper.place], rows=None if looks.whole else _ROWS)
    screen.say()
    screen.say(_LEGEND, tone=Tone.QUIET)
    if any(item.current and item.key.place in JUDGED and item.result.n < _PROVES for item in report.items):
        screen.say(_LITTLE, tone=Tone.QUIET)


def _parts(place: Place, items: Sequence[AnsweredItem]) -> Iterator[tuple[str, list[AnsweredItem]]]:
    """What the bank asks now, what it asked in other words, and what it does not have, each by itself."""
    title = TITLES[place]
    if current := [item for item in items if item.current]:
        yield title, current
    if old := [item for item in items if item.question and not item.current]:
        yield f"{title}, in other words than the bank has now: this says nothing of them as they stand", old
    if unknown := [item for item in items if not item.question]:
        yield f"{title}, of questions that this bank does not have", unknown


def _show_part(screen: Screen, title: str, items: list[AnsweredItem], plotter: Plotter, looks: Looks) -> None:
    ranked = in_order(items, looks.sort)
    shown = ranked if looks.whole else ranked[:_ROWS]
    judged = items[0].key.place in JUDGED
    screen.say()
    screen.say(f"{title}: {count(len(items), 'question')}", tone=Tone.HEADING)
    screen.line(_HEAD if judged else _SHORT_HEAD)
    for item in shown:
        for line in _row(item, plotter, judged=judged):
            screen.line(line)
        for flag in item.flags:
            option = option_text(item.question, flag.choice) if flag.choice else ""
            screen.say(said(flag, " ".join(option.split())), label="    ! ")
        if judged and (item.flags or looks.options):
            for option_result in item.result.options:
                screen.line(_option(item, option_result, plotter))
    if len(shown) < len(ranked):
        screen.say(f"{len(ranked) - len(shown)} more are shown with --all", indent=2, tone=Tone.QUIET)


def in_order(items: Sequence[AnsweredItem], sort: str) -> list[AnsweredItem]:
    """The items with the first to look at first; what has no figure comes last."""
    match sort:
        case "worst":
            return sorted(items, key=_worst)
        case "facility":
            return sorted(items, key=lambda item: _or_last(item.result.facility))
        case "discrimination":
            return sorted(items, key=lambda item: _or_last(item.result.discrimination.r))
        case _:
            return list(items)


def _worst(item: AnsweredItem) -> tuple[int, float, float]:
    """By the gravest flag, then by how little it tells, then by how hard it is."""
    gravest = min((_GRAVITY[flag.code] for flag in item.flags), default=len(_GRAVITY))
    return gravest, _or_last(item.result.discrimination.r), _or_last(item.result.facility)


def _or_last(value: float | None) -> float:
    return 2.0 if value is None else value


_HEAD = (
    f"{'':{_NAME}} {'':4} {'n':>4} {'':4} {'%':>3} {'95 %':>6} {'r':>4} {'95 %':>9} {'D':>4} "
    f"{'om':>3} {'un':>3} {'s':>3}"
)
_SHORT_HEAD = f"{'':{_NAME}} {'':4} {'n':>4} {'':4} {'%':>3} {'95 %':>6} {'s':>3}"


def _row(item: AnsweredItem, plotter: Plotter, *, judged: bool) -> Iterator[str]:
    """The row of a question; an id for which there is no room stands above it."""
    result, name = item.result, harmless(item.key.question)
    if cells(name) > _NAME:
        yield name
        name = ""
    kind = _KINDS[kind_of(item.question)] if item.question else ""
    known = result.facility is not None
    cell = [
        name + " " * (_NAME - cells(name)),
        f"{kind:4}",
        _count(result.n, 4),
        plotter.bar(result.facility, 4) if result.facility is not None else " " * 4,
        f"{100 * result.facility:3.0f}" if result.facility is not None else "  -",
        f"{_percents(result.interval) if known else '':>6}",
    ]
    if judged:
        r = result.discrimination
        cell += [
            f"{_short(r.r):>4}",
            f"{_short(r.interval.low)} {_short(r.interval.high)}".rjust(9) if r.interval else " " * 9,
            f"{_short(result.spread):>4}",
            _count(result.omitted, 3),
            _count(result.unreached, 3),
        ]
    yield " ".join((*cell, _count(round(result.seconds), 3) if result.seconds is not None else "  -"))


def _option(item: AnsweredItem, option: OptionResult, plotter: Plotter) -> str:
    text = " ".join(harmless(option_text(item.question, option.choice)).split())
    if cells(text) > _TEXT:
        text = cut(text, _TEXT - 3)[0] + "..."
    sign = "=" if option.is_right else " "
    told = f"{100 * option.share:3.0f} %  upper {_count(option.upper, 3)}  lower {_count(option.lower, 3)}"
    return f"    {sign} {text}{' ' * (_TEXT - cells(text))} {plotter.bar(option.share, 10)} {told}"


def _percents(interval: Interval | None) -> str:
    return f"{100 * interval.low:.0f}-{100 * interval.high:.0f}" if interval else ""


def _short(value: float | None) -> str:
    """A figure between -1 and 1 to two digits, without its zero."""
    if value is None:
        return "-"
    told = f"{value:.2f}".replace("-0.00", "0.00")
    return told if abs(float(told)) >= 1 else told.replace("0.", ".", 1)


def _count(number: int, room: int) -> str:
    told = str(number)
    return (told if len(told) <= room else f"{number // 1000}k").rjust(room)
