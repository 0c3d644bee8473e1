"""Anybody's table of questions, as CSV or workbook: its columns are found by their titles, or named."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from quizmill.bank.fold import fold
from quizmill.bank.workbook import is_workbook
from quizmill.errors import BadRequest, FileUnusable
from quizmill.formats.cells import Line, csv_lines, lines
from quizmill.formats.columns import NAMES, Columns, columns, numbered
from quizmill.formats.format import Format, Found
from quizmill.formats.games import chosen, plain_title, truth
from quizmill.formats.in_markup import literal
from quizmill.formats.item import Item
from quizmill.formats.matrix import matrix
from quizmill.formats.parted import parted
from quizmill.formats.report import Report
from quizmill.grade.spreadsheet_cells import meant_by

_HEAD_ROWS = 20  # in which titles are sought
_COUNTED = {"#", "no", "no.", "nr", "nr.", "number", "question #", "question number", "序号"}
_MEANT = 3  # readings of a date that are told
_BETWEEN = re.compile(r"\s*[|,;/、，；]\s*|\s+(?:and|und|y|et|和)\s+")
_PLACE = re.compile(
    r"(?:option|choice|answer|antwort|opcion|respuesta|reponse|choix|选项)?\s*(?:([a-j])|(\d\d?)(?:\.0+)?)[.)]?"
)
_ESSAYS = {*"essay open open-ended offen aufsatz freitext abierta ensayo ouverte 简答题 论述题".split()}
_ZERO = ("0", "0.0")
_NUMBER = re.compile(r"[0-9](?:\.0)?")
_SHORT = {"t": "true", "f": "false"}
_NUMBERS = {*"numerical numeric number zahl numerisch numerica numerique 计算题".split()}

Keys = Callable[[str, Sequence[str]], tuple[int, ...]]  # where the right options stand, from 1


def with_columns(named: Mapping[str, Sequence[str]]) -> Callable[[bytes, str, Report], Found]:
    """A reader of tables some of whose columns are *named*: titles, by what they hold.

    Raises BadRequest for a name that is none of a column here.
    """
    if unknown := [name for name in named if name not in NAMES]:
        raise BadRequest(f'--column: there is no "{unknown[0]}"; columns are {", ".join(NAMES)}')

    def read(data: bytes, name: str, report: Report) -> Found:
        rows = list(lines(data, name, report))
        at, found = _head(rows, name, named)
        _tell_of_others(rows[at:], found, report)
        return Found(items=tuple(_items(rows[at + 1 :], found, report)))

    return read


def in_rows(rows: Sequence[Line], place: str, report: Report) -> list[Item]:
    """The questions of a table that another file holds; none where its titles do not say what stands below.

    *place* is what reports call a row of it, before its number.
    """
    for at, (_, cells) in enumerate(rows[:_HEAD_ROWS]):
        if (found := columns(cells, {})).are_enough:
            return list(_items(rows[at + 1 :], found, report, place))
    return []


def _head(rows: Sequence[Line], name: str, named: Mapping[str, Sequence[str]]) -> tuple[int, Columns]:
    """Where the titles stand, and what they say. Raises FileUnusable and BadRequest."""
    for at, (_, cells) in enumerate(rows[:_HEAD_ROWS]):
        there = {plain_title(cell) for cell in cells}
        if all(plain_title(title) in there for given in named.values() for title in given):
            found = columns(cells, named)
            if found.are_enough:
                return at, found
    if by_number := numbered(named):
        return -1, by_number
    line, cells = max(rows[:_HEAD_ROWS], key=lambda row: sum(map(bool, row[1])), default=(1, ()))
    shown = ", ".join(" ".join(cell.split()) for cell in cells if cell.strip())
    there = {plain_title(cell) for cell in cells}
    for holds, given in named.items():
        for title in given:
            if plain_title(title) not in there:
                raise BadRequest(
                    f'--column {holds}: {name} has no column "{title}"; its columns are: {shown}'
                )
    raise FileUnusable(
        f"{name}:{line}",
        "no columns are called question and answer; say which they are with --column prompt=TITLE and "
        f"--column answer=TITLE, or by their numbers, such as --column prompt=1; this line reads: {shown}",
    )


def _tell_of_others(rows: Sequence[Line], of: Columns, report: Report) -> None:
    """Columns that say something, and nobody knows what."""
    (_, titles), *others = rows or [(1, ())]
    for at, title in enumerate(titles):
        first = next((told for _, row in others if (told := _at(row, at))), "")
        if first and at not in of.known and plain_title(title) not in _COUNTED:
            rule = "a column that is not known is left out; --column says what it holds"
            report.lost("", "file", rule, f"{' '.join(title.split()) or at + 1}: {first}")


def _items(rows: Sequence[Line], of: Columns, report: Report, place: str = "row ") -> Iterator[Item]:
    cells = [(line, {name: _at(row, at) for name, at in of.of.items()}, row) for line, row in rows]
    options = [
        [_at(row, at) for at in of.options] if of.options else parted(told.get("options", ""))
        for _, told, row in cells
    ]
    answers = [told.get("answer", "") for _, told, _ in cells]
    asked = [(answer, texts) for answer, texts in zip(answers, options, strict=True) if answer and any(texts)]
    keys = _keys(asked)
    _tell_of_counting(asked, report)
    for (line, told, row), texts in zip(cells, options, strict=True):
        if told["prompt"] or any(texts):
            wrong = [text for at in of.wrong if (text := _at(row, at))]
            answered = texts if any(texts) else [told.get("answer", ""), *wrong]
            _tell_dates(told.get("id") or f"{place}{line}", answered, report)
            yield _item(f"{place}{line}", told, texts, wrong, keys, report)


def _at(row: Sequence[str], at: int) -> str:
    return row[at].strip() if at < len(row) else ""


def _item(
    place: str, told: Mapping[str, str], texts: list[str], wrong: list[str], keys: Keys, report: Report
) -> Item:
    """A question as its row has it: what can be chosen, stated, or typed."""
    called, answer, prompt = told.get("id") or place, told.get("answer", ""), told["prompt"]
    kind = fold(told.get("type", ""))
    if any(texts):
        right = keys(answer, texts)
        if answer and not right:
            report.lost(called, "answer", "the answer is none of the options", answer)
        item = chosen(place, prompt, texts, right)
    elif wrong:
        item = chosen(place, prompt, [answer, *wrong], [1] if answer else [])
    elif (true := truth(_SHORT.get(fold(answer), answer) if "true" in kind else answer)) is not None:
        item = Item(kind="true_false", place=place, prompt=literal(prompt), truth=true)
    elif _ESSAYS & {*kind.split(), kind}:
        points = tuple(literal(line) for line in answer.splitlines() if line.strip())
        item = Item(kind="essay", place=place, prompt=literal(prompt), points=points)
    else:
        is_number = bool(_NUMBERS & {*kind.split(), kind})
        if kind and not answer:
            report.changed(called, "type", "it has no answer that could be read", kind, "short_answer")
        forms = [answer] if is_number else answer.split("|")
        answers = tuple(literal(form) for form in forms if form.strip())
        item = Item(
            kind="numerical" if is_number else "short_answer",
            place=place,
            prompt=literal(prompt),
            answers=answers,
        )
    return replace(
        item,
        id=told.get("id", ""),
        explanation=literal(told.get("explanation", "")),
        hint=literal(told.get("hint", "")),
        unit=told.get("unit", ""),
        topic=told.get("topic", ""),
        tags=tuple(tag.strip() for tag in re.split(r"[,;|]", told.get("tags", "")) if tag.strip()),
        marks=_marks(told.get("marks", ""), called, report),
    )


def _tell_dates(called: str, cells: Iterable[str], report: Report) -> None:
    """Tell of what a spreadsheet may have made of 3/4 or 1.2.3 when it was typed."""
    for cell in cells:
        meant = () if ":" in cell else meant_by(cell)
        if len(meant) > 1:
            rule = "a spreadsheet may have made this date of something else that was typed"
            likely = sorted(meant, key=lambda text: "/" not in text)
            report.note(called, "answer", rule, cell, " or ".join(likely[:_MEANT]))


def _marks(text: str, called: str, report: Report) -> int:
    number = text.removesuffix(".0")
    if not number or (number.isascii() and number.isdecimal() and 1 <= int(number) <= 100):
        return int(number or 1)
    report.lost(called, "marks", "marks are a whole number from 1 to 100", text)
    return 1


def _keys(rows: Sequence[tuple[str, Sequence[str]]]) -> Keys:
    """How a table says which options are right: by their places, unless in every row their texts do.

    The rows decide together, since of the options 2, 3 and 4 the answer 3 may be either.
    """
    if all(by_text(*row) for row in rows):
        return by_text
    if any(answer in _ZERO for answer, _ in rows):
        return lambda answer, texts: by_place(_one_more(answer), texts)
    return lambda answer, texts: by_place(answer, texts) or by_text(answer, texts)


def _tell_of_counting(rows: Sequence[tuple[str, Sequence[str]]], report: Report) -> None:
    """Numbers count from 1, unless there is a 0; where no last option is ever right, that may be wrong."""
    numbers = [
        (int(float(answer)), sum(map(bool, texts))) for answer, texts in rows if _NUMBER.fullmatch(answer)
    ]
    if len(numbers) > 1 and all(0 < number < count for number, count in numbers):
        rule = "right options are counted from 1: look at a few, since nothing in the table shows that"
        report.changed("", "answer", rule)


def _one_more(answer: str) -> str:
    """The places counted from 1 that a table of programmers counts from 0."""
    return re.sub(r"\d+(?:\.0+)?", lambda found: str(int(float(found[0])) + 1), answer)


def by_text(answer: str, texts: Sequence[str]) -> tuple[int, ...]:
    """The places of the options that the answer spells, alone or one by one; empty unless all are there."""
    folded = [fold(text) for text in texts]
    for parts in ([answer], _BETWEEN.split(answer), answer.split("|"), answer.splitlines()):
        wanted = [fold(part) for part in parts if part.strip()]
        if wanted and all(part in folded for part in wanted):
            return tuple(sorted({folded.index(part) + 1 for part in wanted}))
    return ()


def by_place(answer: str, texts: Sequence[str]) -> tuple[int, ...]:
    """The places that the answer names: `2`, `B`, `Option B`, `1, 3`, `ACD`; empty unless all are there."""
    plain = fold(answer)
    parts = list(plain) if re.fullmatch(r"[a-j]{2,}", plain) else _BETWEEN.split(plain)
    places = []
    for part in parts:
        found = _PLACE.fullmatch(part.strip())
        at = (ord(found[1]) - ord("a") + 1 if found[1] else int(found[2])) if found else 0
        if not 1 <= at <= len(texts) or not texts[at - 1]:
            return ()
        places.append(at)
    return tuple(sorted({*places}))


def recognises(data: bytes) -> bool:
    """Whether it is a workbook, or a CSV file whose titles tell what is asked and what is answered."""
    if is_workbook(data):
        return b"xl/workbook.xml" in data
    try:
        return any(columns(cells, {}).are_enough for _, cells in [*csv_lines(data, "")][:_HEAD_ROWS])
    except FileUnusable:
        return False


FORMAT = Format(
    name="table",
    title="Other tables, CSV or Excel",
    extensions=("csv", "tsv", "xlsx"),
    matrix=matrix(),
    read=with_columns({}),
    with_columns=with_columns,
    recognises=recognises,
)
