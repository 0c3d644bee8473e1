"""How people say which answer is right: below the question, or in a list at the end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from quizmill.bank.fold import fold
from quizmill.formats.coded import seen
from quizmill.formats.games import truth
from quizmill.formats.text_signs import stated


class Line(msgspec.Struct):
    """An option, a form of the answer, or a side of the feedback, with what is said of it."""

    text: str
    right: bool = False
    letter: str = ""
    why: str = ""


class Asked(msgspec.Struct):
    """The lines of one question."""

    place: str  # where it stands, for a report
    number: int
    prompt: str
    title: str = ""
    points: str = ""
    type: str = ""
    topic: str = ""
    choices: list[Line] = []
    boxes: list[Line] = []
    forms: list[Line] = []
    truth: bool | None = None
    is_statement: bool = False
    lefts: list[Asked] = []  # of a matching, each with all rights as its options
    value: str = ""
    open: str = ""  # the line of signs that stands for an essay or an upload
    told: str = ""
    if_right: str = ""
    if_wrong: str = ""

    @property
    def is_answered(self) -> bool:
        """Whether an answer of any kind has begun."""
        return bool(self.choices or self.boxes or self.forms or self.value or self.open or self.lefts)

    @property
    def is_keyed(self) -> bool:
        """Whether it is said what is right."""
        keyed = any(line.right for line in (*self.choices, *self.boxes, *self.forms))
        return keyed or self.truth is not None or bool(self.value)


_ANSWER = (
    r"answers?|ans|solutions?|antwort(?:en)?|lösung(?:en)?|respuestas?|solución|soluciones|réponses?|corrigé"
    r"|答案"
)
_LIST = (
    r"answer\s*(?:key|sheet|list)|solution\s*key|key to (?:the )?answers|lösungsschlüssel|antwortschlüssel"
    r"|clave de respuestas|参考答案"
)
_KEY = re.compile(
    rf"(?:the\s+)?(?:correct\s+|right\s+|richtige\s+|bonne\s+)?(?:{_LIST}|{_ANSWER}|key|correct)"
    r"(?:\s+correctas?)?"
    r"(?:\s+is)?\s*(?:[:：]\s*|\.\s+)(?P<told>\S.*)",
    re.IGNORECASE,
)
_LISTS = (
    rf"(?:(?:the\s+)?(?:correct\s+|right\s+)?(?:answers|solutions)|{_LIST}|key|antworten|lösungen"
    r"|respuestas(?: correctas)?|soluciones|clave|réponses|corrigé|答案)"
)
_HEAD = re.compile(
    rf"(?:(?:part|section|teil|abschnitt|parte|partie|sección)\s+\w{{1,4}}\s*[-–.:)]\s*)?{_LISTS}\s*[:：]?",
    re.IGNORECASE,
)
_IN_A_ROW = re.compile(
    rf"{_LISTS}\s*[:：]\s*(?P<letters>(?:[A-Za-z]\s*[,;]\s*)+[A-Za-z])\s*\.?", re.IGNORECASE
)
_TO_WRITE_ON = re.compile(rf"(?:{_ANSWER})\s*[:：]\s*[\s_.…-]*", re.IGNORECASE)
_NOTHING = re.compile(r"[\s_.…-]*")  # a line to write on
_LETTERS = re.compile(r"\(?(?P<letters>[A-Za-z](?:\s*[,;/&+\s]\s*[A-Za-z]\b)*)\)?[.)]?")
_AND = re.compile(r"(?<=[\w.)])\s*,?\s+(?:and|und|et|y)\s+(?=\(?[A-Za-z](?![^\W_]))", re.IGNORECASE)
_EACH = re.compile(r"\(?\b([A-Za-z])[.)](?=\s*[,;/&+])|(?<=[,;/&+])\s*\(([A-Za-z])(?=\))")  # (A), (C)
_LETTER_FIRST = re.compile(r"\(?(?P<letter>[A-Za-z])(?:[.)]\s*|\s*[-–—:]\s+)(?P<text>\S.*)", re.DOTALL)
_PIECE = re.compile(r"(?<![\w.])(?P<number>\d{1,4})\s*(?:[.):、=-]|–|\s(?=\(?[A-Za-z]\)?(?:\W|$)))\s*")
_ONE = re.compile(r"\d{1,4}\s*[-.):]\s*\(?[A-Za-z]\)?\.?")
_ENTRY = r"\(?\d{1,4}\)?\s*[-–.):=]?\s*\(?[A-Za-z]\)?\.?(?![^\W_])"  # 1b, 2-B, 3) c
_ENTRIES = re.compile(rf"{_ENTRY}(?:[\s,;]+{_ENTRY})*")
_IN_ENTRY = re.compile(r"(?P<number>\d{1,4})\W*(?P<letter>[A-Za-z])")
_OPEN = re.compile(
    r"\((?:open|varies|offen|individuell|abierta|libre|ouverte|开放|略)\)\.?"
    r"|\(?(?:open[ -]?ended|(?:student )?answers?\s+(?:may |will )?var(?:y|ies)|individuelle antwort)\)?\.?",
    re.IGNORECASE,
)
_TRUTHS = {"t": True, "f": False}
_STATED = {**_TRUTHS, "w": True, "r": True, "v": True}  # wahr, richtig, verdadero, vrai


def is_list_head(text: str) -> bool:
    """Whether the line begins a list of answers, and says nothing else."""
    return _HEAD.fullmatch(text.strip()) is not None


def list_on_line(text: str) -> str:
    """The list that stands on one line with its head: `Answers: 1. b 2. c`; empty for other lines."""
    found = _KEY.fullmatch(text.strip())
    told = found["told"] if found else ""
    return told if _ONE.fullmatch(told) or len(list(pieces(told))) > 1 else ""


def in_a_row(text: str) -> list[str]:
    """The letters that a line gives, by their order and without numbers: `Answers: B, B, T`."""
    found = _IN_A_ROW.fullmatch(text.strip())
    return re.findall("[A-Za-z]", found["letters"]) if found else []


def bare_entry(text: str) -> tuple[int, str] | None:
    """Number and letter with which a line begins that has nothing else than such: `1-A` or `1b 2c`."""
    return next(iter(_entries(text)), None)


def _entries(text: str) -> list[tuple[int, str]]:
    """The numbers, one after the other, and letters of a line that has nothing else: 2 h 30 m is a time."""
    if not _ENTRIES.fullmatch(text.strip()):
        return []
    found = [(int(each["number"]), each["letter"]) for each in _IN_ENTRY.finditer(text)]
    return found if all(other[0] == one[0] + 1 for one, other in pairwise(found)) else []


def fits(asked: Asked, letter: str) -> bool:
    """Whether a question that has no answer yet could have this letter for one."""
    lines = asked.choices or asked.boxes
    if asked.is_keyed or not lines:
        return not asked.is_keyed and letter.lower() in _STATED and stated(asked.prompt)[0]
    return letter.upper() in {line.letter for line in lines}


def is_open(told: str) -> bool:
    """Whether a key says that there is no one answer."""
    return _OPEN.fullmatch(told.strip()) is not None


def told_below(text: str) -> str:
    """What a line below a question says to be right; empty where it says nothing of that."""
    found = _KEY.fullmatch(text.strip())
    return found["told"].strip() if found and not _NOTHING.fullmatch(found["told"]) else ""


def is_to_write_on(text: str) -> bool:
    """Whether a line is only there for an answer to be written on it."""
    return _TO_WRITE_ON.fullmatch(text.strip()) is not None


def pieces(text: str) -> Iterator[tuple[int, str]]:
    """The answers of a line of a list by their numbers: one, or several that stand side by side."""
    if entries := _entries(text):
        yield from entries
        return
    found = list(_PIECE.finditer(text))
    if not found or text[: found[0].start()].strip(" ,;"):
        return
    side_by_side = all(
        int(other["number"]) == int(one["number"]) + 1 and text[one.end() : other.start()].strip(" ,;.")
        for one, other in pairwise(found)
    )
    for at, one in enumerate(found if side_by_side else found[:1]):
        end = found[at + 1].start() if side_by_side and at + 1 < len(found) else len(text)
        yield int(one["number"]), text[one.end() : end].strip(" ,;\t")


def told_of(named: Sequence[Asked]) -> Asked | None:
    """Of which of the questions of one number a list tells: the first not yet answered, else the last."""
    return next((each for each in named if not each.is_keyed), named[-1] if named else None)


def keyed(asked: Asked, told: str) -> bool:
    """Take what is *told* for right; false where the question has no such answer."""
    plain = seen(told).strip()
    lines = asked.choices or asked.boxes
    if not lines:
        return _typed(asked, told, plain)
    right = _by_letter(lines, plain) or _by_text(lines, plain)
    for line in right:
        line.right = True
    first = _LETTER_FIRST.fullmatch(told.strip())
    if len(right) == 1 and first and fold(seen(first["text"])) != fold(seen(right[0].text)):
        asked.told = "\n".join(filter(None, (asked.told, first["text"].strip())))  # which says why
    return bool(right)


def _typed(asked: Asked, told: str, plain: str) -> bool:
    """What is right of a question without options: a statement's truth, or words to type."""
    truths = _STATED if stated(asked.prompt)[0] else _TRUTHS
    asked.truth = truths.get(plain.rstrip(".").lower(), truth(plain.rstrip(".")))
    if asked.truth is None and plain:
        asked.forms.append(Line(told.strip(), right=True))
    return asked.truth is not None or bool(asked.forms)


def _by_letter(lines: Sequence[Line], plain: str) -> list[Line]:
    plain = _EACH.sub(r"\1\2", _AND.sub(", ", plain))
    if found := _LETTERS.fullmatch(plain):
        named = re.findall("[A-Z]", found["letters"].upper())
    elif (first := _LETTER_FIRST.fullmatch(plain)) is not None:
        named = [first["letter"].upper()]
    elif plain.isascii() and plain.isalpha() and plain.isupper() and len(plain) <= len(lines):
        named = list(plain)  # ACD
    else:
        return []
    right = [line for line in lines if line.letter in named]
    return right if {line.letter for line in right} == {*named} else []


def _by_text(lines: Sequence[Line], plain: str) -> list[Line]:
    """The option that is spelt out, or the one of two that says whether a statement is true."""
    same = [line for line in lines if fold(seen(line.text)) == fold(plain.rstrip("."))]
    if same or len(lines) != 2:
        return same
    wanted = _TRUTHS.get(plain.lower(), truth(plain))
    said = [_TRUTHS.get(seen(line.text).strip().lower()[:1]) for line in lines]
    return [line for line, each in zip(lines, said, strict=True) if wanted is not None and each == wanted]
