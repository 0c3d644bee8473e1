"""Moodle's syntax of blanks within a text: `{1:SHORTANSWER:=Amazon~%50%A.com#nearly}`.

What a backslash escapes, Moodle's own reader partly keeps; entities it all takes back. So signs are written
as entities, and read both ways.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from decimal import Decimal

import msgspec

from quizmill.bank.cloze import Blank
from quizmill.bank.html import printable
from quizmill.bank.markup import plain

_SIGN = re.compile(r'[\\&<>~#{}"=%]')
_KEPT = re.compile(r"\\(?=[}#])")  # Moodle takes a backslash before these away
_START = re.compile(
    r"\{(?P<weight>\d*):(?P<type>NUMERICAL|NM|SHORTANSWER(?:_C)?|SAC?|MWC?"
    r"|MULTI(?:CHOICE|RESPONSE)(?:_(?:VS?|HS?|S))?|MC(?:VS?|HS?|S)?|MR(?:VS?|HS?|S)?):"
)
_END = re.compile(r"(?<!\\)\}")
_BETWEEN = re.compile(r"(?<![\\&])(?<!&amp;)~")
_FEEDBACK = re.compile(r"(?<![\\&])(?<!&amp;)#")
_SHARE = re.compile(r"\s*%(?P<share>-?[0-9]{1,3}(?:[.,][0-9]*)?)%")
_BEGINS = re.compile(r"\{(?=#|\d*:)")


def blank(of: Blank, weight: int, *, by_case: bool) -> str:
    """A blank to type into, with every form that is right."""
    forms = dict.fromkeys(" ".join(plain(form).split()) for form in (of.answer, *of.accept))
    told = "~".join(f"={_escaped(form)}" for form in forms if form)
    return f"{{{weight}:SHORTANSWER{'_C' if by_case else ''}:{told}}}"


def _escaped(form: str) -> str:
    """A form in which no sign is Moodle's, and no star stands for any text."""
    told = _KEPT.sub(r"\\\\", printable(form).replace("*", "\\*"))
    return _SIGN.sub(lambda found: f"&#{ord(found[0])};", told)


def harmless(html: str) -> str:
    """HTML in which nothing begins a blank, or stands for one."""
    return _BEGINS.sub("&#123;", html)


class Answer(msgspec.Struct, frozen=True):
    """One answer of a gap: what it earns of a hundred, its text as HTML or to type, what is said of it."""

    share: Decimal
    text: str
    why: str


class Gap(msgspec.Struct, frozen=True):
    """A blank as Moodle has it; its type in Moodle's short form: NM, SA, SAC, MC or MR."""

    type: str
    weight: int
    answers: tuple[Answer, ...]


def parts(text: str) -> Iterator[str | Gap]:
    """A text in reading order: HTML, and the gaps in it."""
    end = 0
    for found in _START.finditer(text):
        if found.start() < end:
            continue  # it stands in what is said of an answer
        closed = _END.search(text, found.end())
        if not closed:
            break
        yield text[end : found.start()]
        answers = map(_answer, _BETWEEN.split(text[found.end() : closed.start()]))
        weight = int(found["weight"][:3] or 1)
        yield Gap(_short(found["type"]), weight, tuple(each for each in answers if each.text))
        end = closed.end()
    yield text[end:]


def _short(named: str) -> str:
    if named in ("SHORTANSWER_C", "SAC", "MWC"):
        return "SAC"
    if named.startswith(("MULTIC", "MC")):
        return "MC"
    if named.startswith(("MULTIR", "MR")):
        return "MR"
    return "NM" if named.startswith("N") else "SA"


def _answer(written: str) -> Answer:
    found = _FEEDBACK.search(written)
    told, why = (written[: found.start()], written[found.end() :]) if found else (written, "")
    share = Decimal(0)
    if weighed := _SHARE.match(told):
        told, share = told[weighed.end() :], Decimal(weighed["share"].replace(",", "."))
    elif told.lstrip().startswith("="):
        told, share = told.lstrip()[1:], Decimal(100)
    return Answer(share, _meant(told).strip(), _meant(why).strip())


def _meant(written: str) -> str:
    """A text as Moodle takes it, entities read and signs without their backslash."""
    return html.unescape(written).replace("\\}", "}").replace("\\#", "#").replace("\\~", "~")
