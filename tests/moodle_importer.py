"""Moodle XML read as Moodle's own importer reads it, by its rules and its patterns, written here once more.

`question/format/xml/format.php`, and the patterns of `question/type/multianswer/questiontype.php`. What
would make Moodle skip a question or end the import raises Refused.
"""

from __future__ import annotations

import html
import re
from decimal import Decimal
from typing import Any, NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

# What an answer may earn, `question_bank::fraction_options_full`, in hundredths.
_SHARES = "100 90 83.33333 80 75 70 66.66667 60 50 40 33.33333 30 25 20 16.66667 14.28571 12.5 11.11111 10 5"
SHARES = {Decimal(0), *map(Decimal, _SHARES.split()), *(-Decimal(each) for each in _SHARES.split())}

_FRACTION = r"(?:=|%(-?[0-9]+(?:[.,][0-9]*)?)%)"
_ANSWER = r".+?(?<!\\|&)(?<!&amp;)(?=[~#}]|$)"
_FEEDBACK = r".*?(?<!\\)(?=[~}]|$)"
_ALTERNATIVE = rf"(?:{_FRACTION})?(?:{_ANSWER})(?:#(?:{_FEEDBACK}))?"
_TYPES = (
    r"(?:NUMERICAL|NM|MULTICHOICE|MC|MULTICHOICE_V|MCV|MULTICHOICE_H|MCH|SHORTANSWER|SA|MW|SHORTANSWER_C|SAC|MWC"
    r"|MULTICHOICE_S|MCS|MULTICHOICE_VS|MCVS|MULTICHOICE_HS|MCHS|MULTIRESPONSE|MR|MULTIRESPONSE_H|MRH"
    r"|MULTIRESPONSE_S|MRS|MULTIRESPONSE_HS|MRHS)"
)
_BLANK = re.compile(
    rf"\{{\s*([0-9]*)\s*:\s*({_TYPES})\s*:\s*({_ALTERNATIVE}(?:~{_ALTERNATIVE})*)\}}", re.DOTALL
)
_PART = re.compile(rf"~?({_FRACTION})?({_ANSWER})(?:#({_FEEDBACK}))?", re.DOTALL)
_NUMBER = re.compile(r"-?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:e[-+]?[0-9]+)?")


class Refused(Exception):
    """Moodle would skip this question, or end its import here."""


class Imported(NamedTuple):
    """A question in Moodle's bank: its type, its category, and what is right, in a way of its type."""

    type: str
    category: str
    right: Any


def imported(data: bytes) -> dict[str, Imported]:
    """The questions by their ID numbers. Raises Refused."""
    category, found = "", {}
    for question in ElementTree.fromstring(data):
        if question.get("type") == "category":
            category = _text(question.find("category"))
            _need(question.find("info/[@format]") is not None, "a category needs the format of its info")
            continue
        id = (question.findtext("idnumber") or "").strip()
        _need(0 < len(id) <= 100 and id not in found, f"ID number {id}")
        found[id] = Imported(question.get("type") or "", category, _question(question))
    return found


def _need(holds: bool, reason: str) -> None:
    if not holds:
        raise Refused(reason)


def _text(holder: Element | None) -> str:
    return "" if holder is None else (holder.findtext("text") or "").strip()


def _question(question: Element) -> Any:
    name, asked = _text(question.find("name")), _text(question.find("questiontext"))
    _need(0 < len(name) <= 255, "a name has at most 255 characters")
    _need(asked != "", f"{name}: nothing is asked")
    _need("<script" not in asked.lower(), f"{name}: a script")
    for tag in question.iterfind("tags/tag"):
        _need(0 < len(_text(tag)) <= 50 and not re.search("[<>`]", _text(tag)), f"{name}: a tag")
    for holder in question.iter():
        files = {each.get("name") for each in holder.findall("file")}
        for source in re.findall(r"@@PLUGINFILE@@/([^\"?]+)", _text(holder)):
            _need(html.unescape(source.replace("%20", " ")) in files, f"{name}: {source} is not beside")
    kind = question.get("type") or ""
    _need(kind in _TYPED, f"{name}: there is no type {kind}")
    return _TYPED[kind](question, name)


def _shared(answers: list[Element], name: str) -> list[tuple[str, Decimal]]:
    found = [(_text(each), Decimal(each.get("fraction", "0"))) for each in answers]
    _need(all(share in SHARES for _, share in found), f"{name}: Grades do not match")
    return found


def _multichoice(question: Element, name: str) -> set[str]:
    found = _shared(question.findall("answer"), name)
    single = (question.findtext("single") or "").strip() not in ("false", "0", "")
    _need(len(found) >= 2, f"{name}: fewer than two answers")
    total = sum(share for _, share in found if share > 0)
    _need(abs(total - 100) < Decimal("0.01"), f"{name}: the right answers earn {total} of 100")
    _need(not single or max(share for _, share in found) == 100, f"{name}: no answer is right")
    return {text for text, share in found if share > 0}


def _truefalse(question: Element, name: str) -> bool:
    found = dict(_shared(question.findall("answer"), name))
    _need(found.keys() == {"true", "false"} and {*found.values()} == {0, 100}, f"{name}: true and false")
    return found["true"] == 100


def _shortanswer(question: Element, name: str) -> list[str]:
    found = _shared(question.findall("answer"), name)
    _need(any(share == 100 for _, share in found), f"{name}: no answer is right")
    _need(not any(re.search(r"(?<!\\)\*", text) for text, _ in found), f"{name}: a star stands for any text")
    return [text.replace("\\*", "*") for text, share in found if share == 100]


def _numerical(question: Element, name: str) -> list[tuple[Decimal, Decimal]]:
    found = [
        (_text(each), (each.findtext("tolerance") or "0").strip()) for each in question.findall("answer")
    ]
    _need(bool(found) and all(map(_NUMBER.fullmatch, sum(found, ()))), f"{name}: no number")
    for unit in question.iterfind("units/unit"):
        _need(0 < len((unit.findtext("unit_name") or "").strip()) <= 50, f"{name}: a unit")
        _need(_NUMBER.fullmatch(unit.findtext("multiplier") or "") is not None, f"{name}: a multiplier")
    return [(Decimal(number), Decimal(tolerance)) for number, tolerance in found]


def _cloze(question: Element, name: str) -> list[list[str]]:
    asked = _text(question.find("questiontext"))
    found = []
    for blank in _BLANK.finditer(asked):
        told = [(part[1], part[3]) for part in _PART.finditer(blank[3]) if part[3]]
        right = [_typed(text) for share, text in told if share in ("=", "%100%")]
        _need(bool(right), f"{name}: a blank without a right answer")
        found.append(right)
    _need(bool(found), f"{name}: no blanks")
    return found


def _typed(answer: str) -> str:
    """As it is kept: backslashes before } and # are gone, entities read, and a star that is meant is one."""
    return html.unescape(re.sub(r"\\([}#])", r"\1", answer)).replace("\\*", "*")


def _matching(question: Element, name: str) -> list[tuple[str, str]]:
    pairs = [(_text(each), _text(each.find("answer"))) for each in question.findall("subquestion")]
    _need(sum(left != "" for left, _ in pairs) >= 2, f"{name}: fewer than two lefts")
    _need(len({right for _, right in pairs}) >= 2, f"{name}: fewer than two rights")
    _need(all(0 < len(right) <= 255 for _, right in pairs), f"{name}: a right of more than 255")
    return pairs


def _ordering(question: Element, name: str) -> list[str]:
    _need(question.find("shownumcorrect") is not None, f"{name}: without shownumcorrect the import ends")
    found = sorted(question.findall("answer"), key=lambda each: Decimal(each.get("fraction", "0")))
    _need(len(found) >= 2, f"{name}: fewer than two steps")
    return [_text(each) for each in found]


def _essay(question: Element, name: str) -> str:
    formats = ("editor", "editorfilepicker", "plain", "monospaced", "noinline")
    _need(question.findtext("responseformat") in formats, f"{name}: responseformat")
    return _text(question.find("graderinfo"))


_TYPED = {
    "multichoice": _multichoice,
    "truefalse": _truefalse,
    "shortanswer": _shortanswer,
    "numerical": _numerical,
    "cloze": _cloze,
    "matching": _matching,
    "ordering": _ordering,
    "essay": _essay,
}
