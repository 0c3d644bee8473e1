"""Typed answers as the page and as the program judge them, and answers made from keys by chance."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from quizmill.bank import cloze
from quizmill.bank.markup import plain
from quizmill.bank.model import Bank, Cloze, Name, Numerical, Question, ShortAnswer
from quizmill.compose.exercise import Exercise
from quizmill.grade import Blanks, Misread, Text, mark, read_response
from quizmill.grade.accepted.records import records
from quizmill.grade.accepted.tables import tables
from script_modules import SCRIPT, run

TYPED = (ShortAnswer, Numerical, Cloze)
_JUDGE = """
const { judge, know } = await load("judge.js");
know(given.tables);
return given.asked.map(([records, texts]) => judge([given.records[records]].flat(), texts));
"""
_LIKE = (str.maketrans("oilesa", "011354"), str.maketrans("01", "Ol"))
_WRITTEN = (  # how a value or a word may be typed otherwise
    "about {}|the {}|{}.|not {}|it was {}|{} or so|over {}|{} km|{} m|{} %|${}|{} yuan|{} million|{} years"
    "|{}th|in {}|{} and {}|{} or 3|c. {}|«{}»|-{}|{}00|{}.0|0{}|{} AD|{} BC|x = {}|{} per year|more than {}"
    "|{}/2|{} (the best)|Mr {}|{} Inc|{}?|ca. {} euros|{}s|1{}|{}k|half {}|{} {}|{}-{}|roughly {} units"
).split("|")


class Typed(NamedTuple):
    """What is typed for a question, one text a blank."""

    question: Question
    language: str
    texts: tuple[str, ...]


class Said(NamedTuple):
    """What became of it: of each blank, or asked again; and the reasons as JSON."""

    verdicts: tuple[str, ...]
    reasons: tuple[str, ...] = ()


def in_program(typed: Typed, known: tuple[Name, ...] = ()) -> Said:
    exercise = Exercise(question=typed.question, topic="t", topic_title="T")
    line = "|".join(text.replace("|", r"\|") for text in typed.texts)
    response = read_response(exercise, line, typed.language)
    if isinstance(response, Misread):
        return Said(("again",), tuple(map(_told, (response.reason, response.help))))
    is_cloze = isinstance(typed.question, Cloze)
    found = mark(
        exercise,
        Blanks(typed.texts) if is_cloze else Text(typed.texts[0].strip()),
        known,
        language=typed.language,
    )
    parts = found.parts or (found.earned > 0,)
    return Said(tuple("right" if part else "wrong" for part in parts), tuple(_reasons(found.reasons)))


def _reasons(reasons: Iterable) -> Iterator[str]:
    for reason in reasons:
        if reason.key != "reason.blanks":
            yield _told(reason.values["why"] if reason.key == "reason.blank" else reason)


def _told(reason: Any) -> str:
    return json.dumps(json.loads(msgspec.json.encode(reason)), sort_keys=True)


def in_page(asked: Iterable[Typed], known: tuple[Name, ...] = (), script: Path = SCRIPT) -> list[Said]:
    asked = tuple(asked)
    places: dict[tuple[int, str], int] = {}
    compiled = []
    for each in asked:
        key = id(each.question), each.language
        if key not in places:
            places[key] = len(compiled)
            compiled += [records(each.question, known, each.language)]
    judged = [record for blanks in compiled for record in blanks]
    told = tables(judged, known)
    for language in {each.language for each in asked}:
        own = tables(judged, known, language)
        told["tongues"] |= own["tongues"]
        told["clocks"] |= own["clocks"]
    rows = [(places[id(each.question), each.language], each.texts) for each in asked]
    given = {"tables": told, "records": compiled, "asked": rows}
    found = run(_JUDGE, json.loads(msgspec.json.encode(given)), script=script)
    return [_said(judged) for judged in found]


def _said(judged: list[dict]) -> Said:
    again = next((each for each in judged if each["verdict"] == "again"), None)
    if again:
        return Said(("again",), tuple(map(_told, again["reasons"])))
    reasons = (_told(reason) for each in judged for reason in each.get("reasons", ()))
    return Said(tuple(each["verdict"] for each in judged), tuple(reasons))


def differ(ours: Said, theirs: Said) -> bool:
    """Whether the page's judgement says another thing than the program's; one that is unsure says nothing."""
    if "unsure" not in theirs.verdicts:
        return ours != theirs
    pairs = zip(ours.verdicts, theirs.verdicts, strict=False)
    return "again" not in ours.verdicts and any(one != other != "unsure" for one, other in pairs)


def by_chance(banks: Iterable[Bank], count: int, seed: int) -> Iterator[Typed]:
    """Answers to questions of the banks: keys, others' keys, and these as people mistype and write them."""
    chance = random.Random(seed)
    asked = [
        (question, bank.language)
        for bank in banks
        for _, question in bank.questions()
        if isinstance(question, TYPED)
    ]
    keys = [plain(form) for question, _ in asked for blank in _forms(question) for form in blank]
    for _ in range(count):
        question, language = chance.choice(asked)
        texts = (
            _mistyped(chance.choice(keys) if chance.random() < 0.15 else plain(chance.choice(blank)), chance)
            for blank in _forms(question)
        )
        yield Typed(question, language, tuple(" ".join(text.split()) for text in texts))


def _forms(question: Question) -> list[tuple[str, ...]]:
    match question:
        case ShortAnswer():
            return [(question.answer, *question.accept)]
        case Cloze():
            return [(blank.answer, *blank.accept) for blank in cloze.blanks(question.text)]
        case Numerical():
            return [(question.answer, f"{question.answer} {question.unit}")]
        case _:
            return []


def _mistyped(text: str, chance: random.Random) -> str:
    for _ in range(chance.choice((0, 1, 1, 2, 2, 3))):
        text = chance.choice(_SLIPS)(text, chance)
    return text[:200]


def _with_slip(text: str, chance: random.Random) -> str:
    """A letter left out, put in, or in the place of the one beside it."""
    at = chance.randrange(len(text) + 1)
    before, after = text[:at], text[at:]
    return chance.choice(
        (
            before + after[1:],
            before + chance.choice("aeionrst 01.,-") + after,
            before + after[1::-1] + after[2:],
        )
    )


def _in_other_capitals(text: str, chance: random.Random) -> str:
    return chance.choice((text.upper(), text.lower(), text.title(), text.swapcase()))


def _with_other_separators(text: str, chance: random.Random) -> str:
    return text.translate(str.maketrans(",.", chance.choice((".,", " ,", "' ", "..", ",,"))))


def _in_other_order(text: str, chance: random.Random) -> str:
    words = text.split()
    return " ".join(chance.choice((chance.sample(words, len(words)), words[:-1] or words)))


def _with_other_numbers(text: str, chance: random.Random) -> str:
    return re.sub(r"[0-9]+", lambda number: str(int(number[0]) + chance.choice((-1, 1, 10))), text)


def _with_digits_for_letters(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + text[at:].translate(chance.choice(_LIKE))


def _written_otherwise(text: str, chance: random.Random) -> str:
    return chance.choice(_WRITTEN).replace("{}", text)


_SLIPS = (
    _with_slip,
    _with_slip,
    _in_other_capitals,
    _with_other_separators,
    _in_other_order,
    _with_other_numbers,
    _with_digits_for_letters,
    _written_otherwise,
    _written_otherwise,
)
