"""A class on a page of text: who earned what, how the class did, and what each question shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizmill.bank.markup import plain
from quizmill.bank.ranges import in_ranges
from quizmill.classroom.class_results import ENOUGH, ClassResult, QuestionResult
from quizmill.classroom.class_set import ClassSet
from quizmill.classroom.gradebook import number
from quizmill.classroom.grades import Grades
from quizmill.classroom.scripts import Marked, Script, Unmarked, copy_of
from quizmill.compose.exercise import Exercise, options_in
from quizmill.faces.phrases import marks
from quizmill.faces.text import cells, cut, harmless, wrapped
from quizmill.words import Words, languages, words_in

_WIDTH = 80  # columns, as in a mail or on a sheet of paper
_PROMPT, _WRONG = 60, 60  # columns of a prompt and of an answer, at most
_LEAST = 20  # of a prompt, whatever its id
_BEGINNING = 10  # lines that hold the heading, however many its title has, and the titles of the scores
_NOTHING = "–"  # the marks of those who were away, and how a question of which no answer is known went
_BELOW = " " * 5  # what is said of a question, below its row


def report(
    made: ClassSet, marked: Marked, result: ClassResult, grades: Grades | None = None
) -> Iterator[str]:
    """The lines of the whole report, in the language of the paper."""
    words = made.words
    forms = [paper.form for paper in made.papers]
    about = {
        "title": made.title,
        "questions": words("face.questions", n=len(result.questions)),
        "marks": marks(result.possible, words),
    }
    if len(forms) > 1:
        yield harmless(words("class.heading_forms", **about, first=forms[0], last=forms[-1]))
    else:
        yield harmless(words("class.heading", **about))
    yield ""
    yield from _scores(made, marked, grades, words)
    yield from _unread(marked, words, several=len(forms) > 1)
    yield ""
    yield from _class(marked, result, words)
    if marked.scripts:
        yield ""
        yield from _questions(result, forms[0], words)


def is_report(text: str) -> bool:
    """Whether *text* begins as one does, in any language: the titles of the first table stand there."""
    heads = [
        list(_score_titles(words_in(code), classes=classes, grades=grades))
        for code in languages()
        for classes in (False, True)
        for grades in (False, True)
    ]
    return any(re.split("  +", line.strip()) in heads for line in text.splitlines()[:_BEGINNING])


def _score_titles(words: Words, *, classes: bool, grades: bool) -> tuple[str, ...]:
    titles = (
        "student",
        *(["class"] if classes else []),
        "form",
        "marks",
        "of",
        "percent",
        *(["grade"] if grades else []),
    )
    return tuple(words(f"class.column.{title}") for title in titles)


def _scores(made: ClassSet, marked: Marked, grades: Grades | None, words: Words) -> Iterator[str]:
    """A row for everybody; where there are several classes, with the class."""
    classes = len({copy.group for copy in made.copies}) > 1
    rows: list[tuple[str, ...]] = [_score_titles(words, classes=classes, grades=grades is not None)]
    rows += [
        (
            *_person(script, classes=classes),
            harmless(script.form),
            words.number(number(script.earned)) + _star(script),
            str(script.possible),
            words.number(f"{script.percent:.1f}"),
            *([harmless(grades.grade(script.percent)) + _star(script)] if grades else []),
        )
        for script in marked.scripts
    ]
    for each in marked.unmarked:
        form = harmless(copy_of(each).form)
        rows.append(
            (
                *_person(each, classes=classes),
                form,
                _NOTHING,
                _NOTHING,
                _NOTHING,
                *([_NOTHING] if grades else []),
            )
        )
    sides = "<<<>>>" if classes else "<<>>>"
    yield from _aligned(rows, sides + "<" * (grades is not None))


def _star(script: Script) -> str:
    """Behind what is not final."""
    return "*" if script.unread else ""


def _person(each: Script | Unmarked, *, classes: bool) -> tuple[str, ...]:
    return (harmless(each.student), harmless(copy_of(each).group)) if classes else (harmless(each.student),)


def _unread(marked: Marked, words: Words, *, several: bool) -> Iterator[str]:
    """What the asterisks mean, and the answers that could not be read, with what to type."""
    if any(answer.misread for script in marked.scripts for answer in script.answers):
        yield from wrapped(words("class.unread"), _WIDTH)
    alike: dict[tuple[str, tuple[int, ...], str, str], list[str]] = {}
    for script in marked.scripts:
        for (why, help), numbers in _by_reason(script, words).items():
            alike.setdefault((script.form, tuple(numbers), why, help), []).append(script.student)
    for (form, places, why, help), students in alike.items():
        key = "class.unread_answer_form" if several else "class.unread_answer"
        told = {
            "student": words("list.items").join(students),
            "form": form,
            "n": len(places),
            "numbers": in_ranges(places),
            "why": why,
            "help": help,
        }
        yield from _below(words(key, **told))


def _by_reason(script: Script, words: Words) -> dict[tuple[str, str], list[int]]:
    """The numbers of the answers that could not be read, by why not; those on a lost page are many."""
    found: dict[tuple[str, str], list[int]] = {}
    for answer in script.answers:
        if answer.misread:
            why = (words.say(answer.misread.reason), words.say(answer.misread.help))
            found.setdefault(why, []).append(answer.number)
    return found


def _class(marked: Marked, result: ClassResult, words: Words) -> Iterator[str]:
    if marked.scripts:
        yield words(
            "class.result",
            n=result.students,
            mean=words.number(number(result.mean)),
            possible=result.possible,
            percent=words.number(f"{100 * result.mean / result.possible:.1f}"),
            median=words.number(number(result.median)),
            lowest=words.number(number(result.lowest)),
            highest=words.number(number(result.highest)),
        )
    else:
        yield words("class.no_script")
    for key, names in (("class.not_marked", marked.not_marked), ("class.absent", marked.absent)):
        if names:
            between = "; " if any("," in name for name in names) else ", "
            yield from wrapped(harmless(words(key, names=between.join(names))), _WIDTH)


def _questions(result: ClassResult, form: str, words: Words) -> Iterator[str]:
    yield words("class.questions_of", form=form) if form else words("class.questions")
    titles = ("number", "right", "mean", "of", "discrimination", "question")
    rows: list[tuple[str, ...]] = [tuple(words(f"class.column.{title}") for title in titles)]
    rows += [_row(question, words) for question in result.questions]
    room = _WIDTH - sum(max(cells(row[at]) + 2 for row in rows) for at in range(len(titles) - 1))
    rows[1:] = [
        (*row, _asked(question.exercise, room))
        for row, question in zip(rows[1:], result.questions, strict=True)
    ]
    for line, question in zip(_aligned(rows, ">>>>><"), (None, *result.questions), strict=True):
        yield line
        for told in _of_question(question, words) if question else ():
            yield from _below(told)
    yield ""
    if any(question.discrimination is not None for question in result.questions):
        yield from words("class.about_discrimination").splitlines()
    else:
        yield words("class.discrimination_from", number=ENOUGH)


def _of_question(question: QuestionResult, words: Words) -> Iterator[str]:
    """What is said below its row."""
    if question.void:
        yield words("class.void")
    if question.accepted:
        yield words("class.accepted", answers=words("list.between").join(question.accepted))
    if question.wrong:
        yield words(
            "class.most_often_wrong",
            answer=_short(_said(question.wrong.text, question.exercise, words), _WRONG),
            number=question.wrong.students,
            students=question.students,
        )
    if question.slips:
        yield words("class.spelt_otherwise", n=question.forgiven, slips=", ".join(_slips(question, words)))
    if question.students and question.empty == question.students:
        yield words("class.nobody_answered")


def _below(text: str) -> Iterator[str]:
    for line in wrapped(harmless(text), _WIDTH - len(_BELOW)):
        yield _BELOW + line


def _slips(question: QuestionResult, words: Words) -> Iterator[str]:
    for slip in question.slips:
        yield words("class.slip", text=_short(slip.text, _WRONG), students=", ".join(slip.students))


def _said(text: str, exercise: Exercise, words: Words) -> str:
    """A wrong answer as it is read: True and False are said in the language of the paper."""
    return dict(zip(exercise.options, options_in(exercise, words), strict=True)).get(text, text)


def _row(question: QuestionResult, words: Words) -> tuple[str, ...]:
    parted = question.discrimination
    return (
        str(question.number),
        "–" if question.void or not question.students else f"{100 * question.share_right:.0f} %",
        words.number(number(question.mean)) if question.students or question.void else _NOTHING,
        "0" if question.void else str(question.exercise.question.marks),
        "" if parted is None else words.number(f"{parted:.2f}"),
    )


def _asked(exercise: Exercise, room: int) -> str:
    """The prompt as far as there is room, and the question's id."""
    name = f" [{harmless(exercise.id)}]"
    return _short(plain(exercise.prompt), min(max(room - cells(name), _LEAST), _PROMPT)) + name


def _short(text: str, length: int) -> str:
    words = harmless(" ".join(text.split()))
    return words if cells(words) <= length else cut(words, length - 1)[0].rstrip() + "…"


def _aligned(rows: Sequence[Sequence[str]], sides: str) -> Iterator[str]:
    """The rows with columns under each other, two blanks apart, however wide their characters are."""
    widths = [max(cells(cell) for cell in column) for column in zip(*rows, strict=True)]
    for row in rows:
        padded = (
            " " * (width - cells(cell)) + cell if side == ">" else cell + " " * (width - cells(cell))
            for cell, width, side in zip(row, widths, sides, strict=True)
        )
        yield "  ".join(padded).rstrip()
