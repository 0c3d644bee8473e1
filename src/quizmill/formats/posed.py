"""What many writers ask of an exercise: its options, its explanation with the source, a bare number."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

import msgspec

from quizmill.bank import values
from quizmill.bank.html import printable
from quizmill.bank.markup import Paragraph, Style, blocks, escape, is_code, plain, spans
from quizmill.bank.model import Compare, Difficulty, Importance, Level, Numerical, Ordering, Question
from quizmill.bank.values.number_words import EXACT
from quizmill.compose.exercise import Exercise
from quizmill.compose.study import in_one_line, whereabouts
from quizmill.formats.format import Settings
from quizmill.formats.item import Choice
from quizmill.formats.matrix import ONLY_SOURCE
from quizmill.formats.report import Report
from quizmill.words import words_in

RANKED = ("importance", "difficulty", "level")
_USUAL = {
    "importance": Importance.USEFUL,
    "difficulty": Difficulty.MEDIUM,
    "level": Level.REMEMBER,
}
_UNHELD = re.compile("[\ufffe\uffff]")


def choices(exercise: Exercise) -> tuple[Choice, ...]:
    """The options in shown order, for what does not shuffle them itself."""
    whys = exercise.why_not
    return tuple(Choice(text, i in exercise.key, whys.get(i, "")) for i, text in enumerate(exercise.options))


def explanation(exercise: Exercise, language: str, settings: Settings, report: Report) -> str:
    """The explanation, with where the facts stand at its end: a format without facts would lose that."""
    own = exercise.question.explanation
    if not settings.evidence or not exercise.evidence:
        return own
    words = words_in(language)
    places = in_one_line(whereabouts((each.name, each.paragraph) for each in exercise.evidence), words)
    told = f"{escape(words('sheet.source'))} {escape(places)}"
    report.note(exercise.id, "explanation", ONLY_SOURCE, became=told)
    return f"{own}\n\n{told}" if own else told


def transcript(exercise: Exercise, language: str, report: Report) -> str:
    """What a sound says, to stand at the end of the explanation, which is told; empty without a sound."""
    audio = exercise.question.audio
    if not audio:
        return ""
    rule = "what the sound says stands at the end of the explanation"
    report.changed(exercise.id, "explanation", rule)
    said = words_in(language)("sheet.transcript", file=audio.file.rpartition("/")[2])
    return f"{said} {audio.transcript}"


def typed_line(text: str) -> str:
    """A text as it is typed: without marks, in one line."""
    return " ".join(printable(plain(text)).split())


def ranked_tags(question: Question) -> tuple[str, ...]:
    """The tags, and as tags such as `level:apply` its ranks that are not the usual ones."""
    said = {name: getattr(question, name) for name in RANKED}
    return (*question.tags, *(f"{name}:{rank}" for name, rank in said.items() if rank != _USUAL[name]))


def ranks_of(tags: Iterable[str]) -> tuple[tuple[str, ...], dict[str, str]]:
    """The tags that are none of the author's ranks, and the ranks by their fields."""
    ranks = {f"{name}:{rank}": (name, rank.value) for name, usual in _USUAL.items() for rank in type(usual)}
    told = tuple(tags)
    return tuple(tag for tag in told if tag not in ranks), dict(ranks[tag] for tag in told if tag in ranks)


def tell_of_signs(question: Question, report: Report) -> None:
    """Tell of the two signs that a text may have and no XML can hold."""
    if not _UNHELD.search(msgspec.json.encode(question).decode()):
        return
    for field in question.__struct_fields__:
        said = msgspec.json.encode(getattr(question, field)).decode()
        if found := _UNHELD.search(said):
            rule = "XML cannot hold this character"
            report.changed(question.id, field, rule, f"U+{ord(found[0]):04X}", "U+FFFD")


def share(of: int) -> str:
    """The hundredth part of each of so many, to seven digits as Moodle lists it: 33.33333, 14.28571, 100."""
    return f"{100 / of:.7g}"


class BareNumber(msgspec.Struct, frozen=True):
    """A number as programs take one: digits alone, how far off is right, and what it is of."""

    digits: str
    margin: str
    unit: str


def bare_number(question: Numerical, language: str) -> BareNumber | None:
    """The answer in digits; None for a date, of which no number can be made."""
    value = values.as_quantity(values.read_in(plain(question.answer), language))
    tolerance = values.read_tolerance(question.tolerance)
    if value is None or tolerance is None:
        return None
    low, high = tolerance.around(value.amount)
    middle = EXACT.divide(
        EXACT.add(low, high), Decimal(2)
    )  # which is the answer, but for a tolerance on one side
    unit = question.unit or value.currency or ("" if value.unit == "ordinal" else value.unit)
    return BareNumber(digits(middle), digits(EXACT.subtract(high, middle)), unit)


def tell_of_date(question: Numerical, report: Report) -> None:
    """Tell that a date, of which no number can be made, is typed as a text."""
    rule = "a date is typed as a text, in the one way in which it is written"
    report.changed(question.id, "type", rule, question.answer)


def tell_of_digits(question: Numerical, found: BareNumber, report: Report) -> None:
    """Tell where the number was written otherwise than it is typed."""
    if found.digits != plain(question.answer):
        rule = "a number is typed in digits, without its unit"
        report.changed(question.id, "answer", rule, question.answer, found.digits)


def tell_of_unit(question: Numerical, unit: str, report: Report) -> None:
    """Tell where the unit stood in the answer, or was written otherwise."""
    if unit != question.unit:
        rule = "the unit of the answer becomes that of the question"
        report.changed(question.id, "unit", rule, question.unit or question.answer, unit)


def tell_of_margin(question: Numerical, found: BareNumber, report: Report) -> None:
    """Tell where a tolerance was said in another way than as an amount."""
    if question.tolerance != found.margin:
        rule = "the tolerance is an amount"
        report.changed(question.id, "tolerance", rule, question.tolerance, found.margin)


def tell_of_marks(id: str, report: Report, field: str, text: str) -> None:
    """Tell that what is typed, or chosen from a list, has no marks there."""
    found = blocks(text)
    if any(not isinstance(block, Paragraph) for block in found) or any(
        span.style is not Style.PLAIN for span in spans(text)
    ):
        rule = "what is typed or chosen from a list is plain text"
        report.changed(id, field, rule, text, plain(text))


def tell_of_missing_files(question: Question, settings: Settings, report: Report) -> None:
    """Tell of a picture or sound of a question of which there is no file."""
    if question.image and question.image.file not in settings.pictures:
        report.lost(question.id, "image", "the file of the picture is not at hand", question.image.file)
    if question.audio and question.audio.file not in settings.sounds:
        report.lost(question.id, "audio", "the file of the sound is not at hand", question.audio.file)


def tell_of_equal_steps(question: Ordering, program: str, report: Report) -> None:
    """Tell that steps which read alike cannot take each other's places there."""
    if len(set(map(plain, question.sequence))) < len(question.sequence):
        rule = f"{program} takes equal steps for different ones, so that only one order of them is right"
        report.changed(question.id, "sequence", rule)


def capitals_count(
    id: str, forms: Iterable[str], compare: Compare | None, program: str, report: Report
) -> bool:
    """Whether they do in typed answers, for a program that can be told no more of how to compare, and is.

    That slips and accents always count there is said of the format.
    """
    by_case = compare in (Compare.CHARACTERS, Compare.CASE)
    if compare in (Compare.CHARACTERS, Compare.SPELLING):
        rule = f"{program} only knows whether capitals count"
        report.changed(id, "compare", rule, compare, Compare.CASE if by_case else "")
    if not by_case and all(map(is_code, forms)):
        report.note(id, "compare", "capitals count, since the answer is code")
        return True
    return by_case


def tell_of_blank_in_formula(exercise: Exercise, report: Report) -> None:
    """Tell that a text with a blank within a formula is left out."""
    rule = "a blank within a formula has no place"
    report.lost(exercise.id, "question", rule, exercise.prompt)


def digits(number: Decimal) -> str:
    """A number without exponent, thousands mark or needless zeros: `16000`, `0.5`."""
    told = f"{number:f}"
    return (told.rstrip("0").rstrip(".") if "." in told else told) or "0"


def decimal_of(text: str) -> Decimal | None:
    """A number as programs write it; None for what is none."""
    try:
        found = Decimal(text.strip())
    except InvalidOperation:
        return None
    return found if found.is_finite() else None
