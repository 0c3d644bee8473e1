"""A learner's progress on the screen, part by part."""

from __future__ import annotations

import datetime

from quizmill.faces.dates import short_date, short_date_of_year
from quizmill.faces.plain.charts import Plotter
from quizmill.faces.plain.terminal import Screen, Tone
from quizmill.study.progress import Progress, Share
from quizmill.words import Words


def draw(screen: Screen, found: Progress, plotter: Plotter) -> None:
    """Everything there is to say; a learner without answers hears how to begin."""
    screen.say(found.title, tone=Tone.HEADING)
    total = found.total
    if not total.answers and not found.gone.answers:
        screen.say(screen.words("progress.none_yet"))
        return
    words = screen.words
    of_all = {"answers": _answers(total.answers, words), "questions": _questions(total.questions, words)}
    share = _percent(total.percent, words)
    screen.say(words("progress.total", **of_all, asked=total.asked, percent=share))
    if found.gone.questions:
        answers, questions = _answers(found.gone.answers, words), _questions(found.gone.questions, words)
        screen.say(words("progress.gone", answers=answers, questions=questions))
    _days(screen, found, plotter)
    _shares(screen, plotter, words("progress.by_topic"), [(each.title, each) for each in found.topics])
    kinds = [(words(f"sheet.kind.{each.name}"), each) for each in found.kinds]
    _shares(screen, plotter, words("progress.by_kind"), kinds)
    difficulties = [(words(f"progress.difficulty.{each.name}"), each) for each in found.difficulties]
    _shares(screen, plotter, words("progress.by_difficulty"), difficulties)
    _retention(screen, found)
    _due(screen, found, plotter)
    _hardest(screen, found)


def _days(screen: Screen, found: Progress, plotter: Plotter) -> None:
    words = screen.words
    _heading(screen, words("progress.day_by_day"))
    if plotter.words:
        for monday, answers, days, right in _weeks(found):
            said = words(
                "progress.week",
                date=short_date_of_year(monday, words),
                answers=_answers(answers, words),
                days=_days_of(days, words),
                percent=_percent(100 * right / answers, words),
            )
            screen.say(said, indent=2)
    else:
        counts = {each.day: each.answers for each in found.days}
        for line in plotter.calendar(counts, found.today, words):
            screen.line(line)
        screen.say(plotter.legend(max(counts.values(), default=0), words), indent=2)
    streak, longest = _days_of(found.streak, words), _days_of(found.longest_streak, words)
    screen.say(words("progress.streak", days=streak, longest=longest), indent=2)


def _weeks(found: Progress) -> list[tuple[datetime.date, int, int, int]]:
    """The last twelve weeks with answers: Monday, answers, days, right ones."""
    weeks: dict[datetime.date, tuple[int, int, int]] = {}
    for each in found.days:
        monday = each.day - datetime.timedelta(days=each.day.weekday())
        answers, days, right = weeks.get(monday, (0, 0, 0))
        weeks[monday] = (answers + each.answers, days + 1, right + each.right)
    return [(monday, *sums) for monday, sums in sorted(weeks.items())[-12:]]


def _shares(screen: Screen, plotter: Plotter, title: str, shares: list[tuple[str, Share]]) -> None:
    """Of each share its name and how it went, where there are answers."""
    seen = [(name, share) for name, share in shares if share.answers]
    if not seen:
        return
    _heading(screen, title)
    if plotter.words:
        for name, share in seen:
            said = screen.words(
                "progress.share",
                name=name,
                percent=_percent(share.percent, screen.words),
                answers=_answers(share.answers, screen.words),
                asked=share.asked,
                questions=share.questions,
            )
            screen.say(said, indent=2)
        return
    counts = [f"{share.asked}/{share.questions}" for _, share in seen]
    widest = max(map(len, counts))
    items = [
        (
            name,
            (share.percent or 0) / 100,
            f"{_percent(share.percent, screen.words):>5}  {count:>{widest}}",
        )
        for (name, share), count in zip(seen, counts, strict=True)
    ]
    for line in plotter.rows(items):
        screen.line(line)


def _retention(screen: Screen, found: Progress) -> None:
    kept = found.retention
    words = screen.words
    _heading(screen, words("progress.what_stays"))
    if kept.percent is None:
        screen.say(words("progress.none_back"), indent=2)
    else:
        share = _percent(kept.percent, words)
        said = words("progress.known", percent=share, known=kept.known, reviews=kept.reviews)
        screen.say(said, indent=2)
    if kept.tomorrow is not None:
        said = words(
            "progress.tomorrow",
            n=found.scheduled,
            count=words.number(f"{found.scheduled:,}"),
            percent=_percent(kept.tomorrow, words),
        )
        screen.say(said, indent=2)


def _due(screen: Screen, found: Progress, plotter: Plotter) -> None:
    words = screen.words
    _heading(screen, words("progress.due"))
    weeks: dict[int, int] = {}
    for each in found.due:
        ahead = (each.day - found.today).days
        week = 0 if ahead == 0 else 1 + (ahead - 1) // 7
        weeks[week] = weeks.get(week, 0) + each.questions
    rows = [(_when(week, found.today, words), count) for week, count in sorted(weeks.items())]
    if plotter.words or not rows:
        for name, count in rows:
            said = words("progress.due_on", when=name, questions=_questions(count, words))
            screen.say(said, indent=2)
    else:
        most = max(count for _, count in rows)
        for line in plotter.rows([(name, count / most, f"{count:4}") for name, count in rows]):
            screen.line(line)
    screen.say(words("progress.new", questions=_questions(found.new, words)), indent=2)
    if aside := found.suspended:
        screen.say(words("review.all_aside", n=len(aside), ids=", ".join(aside)), indent=2)


def _when(week: int, today: datetime.date, words: Words) -> str:
    if week == 0:
        return words("progress.today")
    first = today + datetime.timedelta(days=1 + 7 * (week - 1))
    last = first + datetime.timedelta(days=6)
    return words("progress.from_to", first=short_date(first, words), last=short_date_of_year(last, words))


def _hardest(screen: Screen, found: Progress) -> None:
    if not found.hardest:
        return
    words = screen.words
    _heading(screen, words("progress.hardest"))
    for each in found.hardest:
        said = words(
            "progress.hard",
            prompt=each.prompt,
            percent=_percent(each.percent, words),
            answers=_answers(each.answers, words),
            id=each.id,
        )
        screen.say(said, label="- ", indent=2)


def _heading(screen: Screen, text: str) -> None:
    screen.say()
    screen.say(text, tone=Tone.HEADING)


def _percent(share: float | None, words: Words) -> str:
    return "-" if share is None else words("progress.percent", number=f"{share:.0f}")


def _answers(number: int, words: Words) -> str:
    return words("progress.answers", n=number, number=words.number(f"{number:,}"))


def _questions(number: int, words: Words) -> str:
    return words("progress.questions", n=number, number=words.number(f"{number:,}"))


def _days_of(number: int, words: Words) -> str:
    return words("progress.days", n=number, number=words.number(f"{number:,}"))
