"""The options of a question as its author wrote them, each with its place."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import assert_never

import msgspec

from quizmill.bank.alike import is_exact
from quizmill.bank.fold import fold
from quizmill.bank.markup import plain
from quizmill.bank.model import (
    Cloze,
    ComparedQuestion,
    Essay,
    Matching,
    MultipleChoice,
    MultipleResponse,
    Numerical,
    Ordering,
    Question,
    ShortAnswer,
    TrueFalse,
)
from quizmill.bank.reader.fault import Path
from quizmill.check.language.tokens import TEXTS

_ALL = r"(?:all|both|neither|none)(?: of)?(?: the| these| those| them| your)?"
_SOME = (
    r"(?:any|each|either|some|two|three|more than one)(?: or (?:more|none))?(?: of)?(?: the| these| those)?"
)
_THINGS = (
    r"(?:(?:other|given|listed|above|previous|possible|answer|following) )*"
    r"(?:above|below|following|preceding|mentioned|listed|given|former|latter|others?"
    r"|(?:option|answer|choice|statement|alternative|response)s?)"
    r"(?: (?:above|below|given|listed|here))?"
)
_VERDICT = r"(?: (?:is|are))?(?: (?:true|correct|right|false|wrong|incorrect|possible))?"
_ANTERIORES = (
    r"(?:de )?(?:l[ao]s )?(?:(?:respuestas|opciones|otras|otros) )*(?:anteriores|demas|otras|otros|correctas)"
)
# What speaks of all the others, or of none, in the other languages that sheets are printed in.
ALL_ELSEWHERE = re.compile(
    rf"tod[ao]s (?:{_ANTERIORES}|l[ao]s (?:respuestas|opciones)|ellas|ellos)(?: son (?:correctas|ciertas))?"
    r"|(?:以上|上述)(?:各项|选项|答案|所有选项)?(?:全|都|皆|均)(?:是|对|正确)?|(?:以上|上述)所有(?:选项|答案)?"
)
NONE_ELSEWHERE = re.compile(
    rf"ningun[ao]? (?:{_ANTERIORES}|es correct[ao]|de (?:ellas|ellos|estas|estos))"
    r"|(?:以上|上述)(?:各项|选项|答案)?(?:全|都|皆|均)(?:不|非)(?:是|对|正确)?|(?:以上|上述)(?:皆|均)?无(?:正确答案)?"
)
_META = re.compile(
    "|".join(
        (
            ALL_ELSEWHERE.pattern,
            NONE_ELSEWHERE.pattern,
            rf"{_ALL}(?: {_THINGS})?{_VERDICT}",
            rf"{_SOME} {_THINGS}{_VERDICT}",
            r"(?:either|any|each|some) of (?:these|those|them)",
            r"(?:none|neither|all|both) of (?:the|these|those) \w+"
            rf"(?: (?:above|listed|given|named|mentioned|here))?{_VERDICT}",
            rf"(?:there is |there are )?(?:no|not)(?: (?:correct|right|listed))? {_THINGS}{_VERDICT}",
            r"(?:the )?(?:correct )?(?:answer )?(?:is )?not (?:given|listed|shown|here)(?: here| above)?",
            r"(?:i )?(?:do not|don't) know",
            r"not enough information(?: .{0,40})?",
            r"cannot be (?:determined|answered|known)(?: .{0,40})?",
        )
    )
)


class Option(msgspec.Struct, frozen=True):
    """One thing to choose, without markup."""

    text: str
    right: bool
    path: Path
    exact: bool = False  # each character of it counts


def options(question: Question) -> tuple[Option, ...]:
    """What is chosen from, in the order of the file; of other kinds of question nothing.

    A multiple choice puts its answer at its `place`. Of a matching the rights are right, the spares wrong.
    """
    match question:
        case MultipleChoice():
            written = list(_distractors(question))
            written.insert(question.place - 1, _option(question, question.answer, True, ("answer",)))
            return tuple(written)
        case MultipleResponse():
            right = (_option(question, text, True, ("answers", i)) for i, text in enumerate(question.answers))
            return (*right, *_distractors(question))
        case Matching():
            rights = (_option(question, r, True, ("pairs", i, 1)) for i, (_, r) in enumerate(question.pairs))
            spare = (_option(question, text, False, ("extra", i)) for i, text in enumerate(question.extra))
            return (*rights, *spare)
        case TrueFalse() | ShortAnswer() | Numerical() | Cloze() | Ordering() | Essay():
            return ()
        case _:
            assert_never(question)


@lru_cache(maxsize=4096)
def bare(text: str) -> str:
    """An option's text folded, without the marks around it: what patterns are held against."""
    return fold(text).strip(" .!;,:()\"'")


@lru_cache(maxsize=TEXTS)
def is_meta(text: str) -> bool:
    """Whether an option speaks of the other options: all of the above, neither, no correct answer."""
    return len(text) <= 80 and _META.fullmatch(bare(text)) is not None


def _option(question: ComparedQuestion, text: str, right: bool, path: Path) -> Option:
    return Option(plain(text), right, path, is_exact(text, question.compare))


def _distractors(question: MultipleChoice | MultipleResponse) -> tuple[Option, ...]:
    return tuple(
        [_option(question, d.text, False, ("distractors", i)) for i, d in enumerate(question.distractors)]
    )
