"""A learner's progress on the screen, part by part."""

from __future__ import annotations

import datetime

from quizmill.faces.plain.charts import Plotter
from quizmill.faces.plain.terminal import Screen, Tone
from quizmill.study.progress import Progress, Share


def draw(screen: Screen, found: Progress, plotter: Plotter) -> None:
    """Everything there is to say; a learner without answers hears how to begin."""
    screen.say(found.title, tone=Tone.HEADING)
    total = found.total
    if not total.answers and not found.gone.answers:
        screen.say("No answers are kept yet. `quizmill review` or `quizmill quiz` makes a start.")
        return
    screen.say(
        f"{_many(total.answers, 'answer')} to {total.asked} of {_many(total.questions, 'question')}, "
        f"{_percent(total.percent)} of the marks"
    )
    if found.gone.questions:
        screen.say(
            f"Kept aside: {_many(found.gone.answers, 'answer')} to "
            f"{_many(found.gone.questions, 'question')} no longer in the bank."
        )
    _days(screen, found, plotter)
    _shares(screen, plotter, "By topic: share of the marks, questions asked", found.topics)
    _shares(screen, plotter, "By kind of question", found.kinds)
    _shares(screen, plotter, "By difficulty", found.difficulties)
    _retention(screen, found)
    _due(screen, found, plotter)
    _hardest(screen, found)


def _days(screen: Screen, found: Progress, plotter: Plotter) -> None:
    _heading(screen, "Day by day")
    if plotter.words:
        for monday, answers, days, right in _weeks(found):
            screen.say(
                f"Week of {_date(monday)}: {_many(answers, 'answer')} on {_many(days, 'day')}, "
                f"{_percent(100 * right / answers)} right",
                indent=2,
            )
    else:
        counts = {each.day: each.answers for each in found.days}
        for line in plotter.calendar(counts, found.today):
            screen.line(line)
        screen.say(plotter.legend(max(counts.values(), default=0)), indent=2)
    screen.say(
        f"In a row: {_many(found.streak, 'day')}; the longest so far: {_many(found.longest_streak, 'day')}.",
        indent=2,
    )


def _weeks(found: Progress) -> list[tuple[datetime.date, int, int, int]]:
    """The last twelve weeks with answers: Monday, answers, days, right ones."""
    weeks: dict[datetime.date, tuple[int, int, int]] = {}
    for each in found.days:
        monday = each.day - datetime.timedelta(days=each.day.weekday())
        answers, days, right = weeks.get(monday, (0, 0, 0))
        weeks[monday] = (answers + each.answers, days + 1, right + each.right)
    return [(monday, *sums) for monday, sums in sorted(weeks.items())[-12:]]


def _shares(screen: Screen, plotter: Plotter, title: str, shares: tuple[Share, ...]) -> None:
    seen = [share for share in shares if share.answers]
    if not seen:
        return
    _heading(screen, title)
    if plotter.words:
        for share in seen:
            screen.say(
                f"{share.title}: {_percent(share.percent)} of the marks, {_many(share.answers, 'answer')} to "
                f"{share.asked} of {share.questions}",
                indent=2,
            )
        return
    counts = [f"{share.asked}/{share.questions}" for share in seen]
    widest = max(map(len, counts))
    items = [
        (share.title, (share.percent or 0) / 100, f"{_percent(share.percent):>5}  {count:>{widest}}")
        for share, count in zip(seen, counts, strict=True)
    ]
    for line in plotter.rows(items):
        screen.line(line)


def _retention(screen: Screen, found: Progress) -> None:
    kept = found.retention
    _heading(screen, "What stays")
    if kept.percent is None:
        screen.say("No question has come back on a later day yet.", indent=2)
    else:
        screen.say(
            f"{_percent(kept.percent)} known when a question came back ({kept.known} of {kept.reviews}).",
            indent=2,
        )
    if kept.tomorrow is not None:
        several = found.scheduled > 1
        which = f"one of the {found.scheduled:,} questions" if several else "the one question"
        average = ", on average," if several else ""
        screen.say(
            f"Tomorrow the chance will be {_percent(kept.tomorrow)}{average} that you know {which} on the "
            "schedule.",
            indent=2,
        )


def _due(screen: Screen, found: Progress, plotter: Plotter) -> None:
    _heading(screen, "What is due")
    weeks: dict[int, int] = {}
    for each in found.due:
        ahead = (each.day - found.today).days
        week = 0 if ahead == 0 else 1 + (ahead - 1) // 7
        weeks[week] = weeks.get(week, 0) + each.questions
    rows = [(_when(week, found.today), count) for week, count in sorted(weeks.items())]
    if plotter.words or not rows:
        for name, count in rows:
            screen.say(f"{name}: {_many(count, 'question')}", indent=2)
    else:
        most = max(count for _, count in rows)
        for line in plotter.rows([(name, count / most, f"{count:4}") for name, count in rows]):
            screen.line(line)
    screen.say(f"New, and waiting to be met: {_many(found.new, 'question')}.", indent=2)


def _when(week: int, today: datetime.date) -> str:
    if week == 0:
        return "Today"
    first = today + datetime.timedelta(days=1 + 7 * (week - 1))
    return f"{_date(first)} to {_date(first + datetime.timedelta(days=6))}"


def _hardest(screen: Screen, found: Progress) -> None:
    if not found.hardest:
        return
    _heading(screen, "Hardest questions")
    for each in found.hardest:
        said = f"{_percent(each.percent)} of the marks in {_many(each.answers, 'answer')}; {each.id}"
        screen.say(f"{each.prompt} [{said}]", label="- ", indent=2)


def _heading(screen: Screen, text: str) -> None:
    screen.say()
    screen.say(text, tone=Tone.HEADING)


def _date(day: datetime.date) -> str:
    return f"{day.day} {day:%b}"


def _percent(share: float | None) -> str:
    return "-" if share is None else f"{share:.0f} %"


def _many(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
