"""What the sheets of quiz games share: plain text, a few short options, and where their keys stand."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from quizmill.bank.csv_out import is_formula
from quizmill.bank.fold import fold
from quizmill.bank.markup import plain
from quizmill.bank.model import TrueFalse
from quizmill.compose.exercise import Exercise
from quizmill.errors import FileUnusable
from quizmill.formats.cells import Line, lines
from quizmill.formats.in_markup import literal
from quizmill.formats.item import Choice, Item
from quizmill.formats.matrix import FIELDS, MARKUP, Cell, Matrix, changed, lost, matrix, otherwise
from quizmill.formats.posed import choices
from quizmill.formats.report import Report
from quizmill.words import words_in

_SHUFFLED = "the game decides in which order options stand"
_ASIDE = re.compile(
    r"\(.*?\)|\s[-–].*", re.DOTALL
)  # what stands beside a title: (Optional), - max 75 characters
_TRUTHS = {
    **dict.fromkeys("true richtig wahr verdadero cierto vrai 正确 对".split(), True),
    **dict.fromkeys("false falsch falso faux 错误 错".split(), False),
}
_HEAD_ROWS = 20


def games_matrix(kinds: Mapping[str, Cell], name: str, fields: Mapping[str, Cell] | None = None) -> Matrix:
    """The matrix of a sheet of plain text, in which hardly a field has a place."""
    nowhere = lost(f"{name} has no place for it")
    shared = dict.fromkeys(FIELDS, nowhere) | {
        "context": changed("it stands at the head of the question", "prompt"),
        **dict.fromkeys(("shuffle", "pin_last", "place"), lost(_SHUFFLED)),
        "origin": lost("an import writes its own"),
    }
    marks = dict.fromkeys(
        MARKUP, changed("plain text has no emphasis, formulas or tables, and is written without them")
    )
    marks["mathematics"] = changed("a formula is written as a line of plain text")
    marks["picture"] = lost("what a picture shows stands in its place")
    marks["picture.credit"] = lost("whom to thank for a picture within a text is left out")
    return matrix(kinds=kinds, fields=shared | dict(fields or {}), markup=marks)


def only_options(name: str, many: str) -> dict[str, Cell]:
    """What becomes of each kind in a sheet that has options only, *many* of them."""
    typed = lost(f"a sheet for {name} has options only")
    return {
        "multiple_choice": changed(many, by_content=True),
        "multiple_response": changed(many, by_content=True),
        "true_false": otherwise("true and false become two options"),
        "short_answer": typed,
        "numerical": typed,
        "cloze": typed,
        "matching": typed,
        "ordering": typed,
        "essay": typed,
    }


def asked(exercise: Exercise) -> str:
    """The question as plain text, with what stands above it."""
    question = exercise.question
    return "\n\n".join(plain(each).strip() for each in (question.context, exercise.prompt) if each)


def options(exercise: Exercise, language: str, most: int, report: Report) -> tuple[Choice, ...] | None:
    """No more than *most* options in shown order, as plain text; None where that cannot be, which is told."""
    question = exercise.question
    if isinstance(question, TrueFalse):
        words = words_in(language)
        told = ((words("sheet.true"), True), (words("sheet.false"), False))
        return tuple(Choice(text, truth is question.answer) for text, truth in told)
    found = list(choices(exercise))
    right, wrong = ([each for each in found if each.right is which] for which in (True, False))
    room = most - len(right)
    if room < min(1, len(wrong)):
        rule = f"it has more right options than {most} options have room for"
        report.lost(exercise.id, "question", rule, exercise.prompt)
        return None
    if left_out := wrong[room:]:
        rule = f"only {most} options have room: the last wrong ones are left out"
        report.changed(exercise.id, "distractors", rule, " | ".join(plain(each.text) for each in left_out))
    kept = [*right, *wrong[:room]]
    return tuple(Choice(plain(each.text).strip(), each.right) for each in found if each in kept)


def keys(of: Sequence[Choice], between: str) -> str:
    """Where the right options stand, from 1."""
    return between.join(str(at) for at, each in enumerate(of, start=1) if each.right)


def game_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """Rows as the game reads them, letter by letter: no apostrophe keeps a spreadsheet from running them."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(
        [cell.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n") for cell in row] for row in rows
    )
    return text.getvalue().encode()


def warn_of_formulas(id: str, cells: Iterable[str], report: Report) -> None:
    """Note where a spreadsheet would run a cell that the game takes as it is."""
    if any(map(is_formula, cells)):
        rule = "it begins like a formula: pass the file on without opening it in a spreadsheet"
        report.note(id, "file", rule)


def plain_title(title: str) -> str:
    """A title without case and what stands beside it."""
    return " ".join(fold(_ASIDE.sub(" ", title.replace("_", " "))).split())


def headed(of: Iterable[Line], needed: Iterable[str]) -> tuple[list[Line], dict[str, int]] | None:
    """The rows below the one that has the *needed* titles, and its columns by plain title; None without."""
    rows = list(of)
    for at, (_, cells) in enumerate(rows[:_HEAD_ROWS]):
        columns = {title: n for n, title in reversed(list(enumerate(map(plain_title, cells)))) if title}
        if set(needed) <= columns.keys():
            return rows[at + 1 :], columns
    return None


def table(
    data: bytes, name: str, game: str, titles: Iterable[str], needed: Iterable[str], report: Report
) -> tuple[list[Line], dict[str, int]]:
    """The rows and columns of a game's sheet. Raises FileUnusable where the *needed* titles are nowhere."""
    found = headed(lines(data, name, report), needed)
    if found is None:
        raise FileUnusable(name, f"no row has {game}'s titles: {', '.join(titles)}")
    return found


def tell_of_picture(item: Item, address: str, report: Report) -> None:
    """Tell that a picture stays where it is."""
    if address:
        report.lost(item.called, "image", "its picture is an address, and nothing is fetched", address)


def truth(text: str) -> bool | None:
    """Whether a cell says true or false, in any of our languages; None for another word."""
    return _TRUTHS.get(fold(text))


def cell(cells: Sequence[str], columns: Mapping[str, int], title: str) -> str:
    """The text in a column, without blanks around it; empty where there is none."""
    at = columns.get(title)
    return cells[at].strip() if at is not None and at < len(cells) else ""


def chosen(
    place: str, prompt: str, texts: Sequence[str], right: Iterable[int], explanation: str = ""
) -> Item:
    """A question of what a sheet has: its options, empty ones too, and where from 1 the right ones stand.

    Two options that are called true and false are a statement.
    """
    places = set(right)
    found = [(text.strip(), at in places) for at, text in enumerate(texts, start=1) if text.strip()]
    asked, told = literal(prompt), literal(explanation)
    truths = {text: truth(text) for text, _ in found}
    rights = [text for text, is_right in found if is_right]
    if len(found) == 2 and set(truths.values()) == {True, False} and len(rights) == 1:
        return Item(kind="true_false", place=place, prompt=asked, truth=truths[rights[0]], explanation=told)
    return Item(
        kind="multiple_response" if len(rights) > 1 else "multiple_choice",
        place=place,
        prompt=asked,
        choices=tuple(Choice(literal(text), is_right) for text, is_right in found),
        explanation=told,
    )


def numbers(key: str) -> Iterator[int]:
    """The numbers in a cell that says which options are right: `1, 3`, or `2.0` as a spreadsheet has it."""
    return (int(each) for each in re.findall(r"(\d{1,2})(?:\.0+)?", key))


def tell_times(report: Report) -> None:
    """Say once that a bank has no time limits."""
    report.note("", "file", "time limits are left out: a bank has none")


def seconds(texts: Iterable[str], allowed: Sequence[int]) -> int:
    """How long one may take: twenty seconds and what reading takes, as the game has it."""
    wanted = 20 + sum(map(len, texts)) // 15  # characters that a slow reader reads in a second
    return next((each for each in allowed if each >= wanted), allowed[-1])
