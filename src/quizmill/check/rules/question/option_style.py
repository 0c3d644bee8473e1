"""One option is written in another style: its first letter, or its full stop at the end.

Why: what looks different draws the eye, and a slip of style often sits on the answer that was written first
or last.

Source: our own.

Bad:
    answer: They lose water.
    distractors: [They gain heat, They take up salt, They shed a skin]

Good:
    answer: They lose water
    distractors: [They gain heat, They take up salt, They shed a skin]
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from quizmill.bank import values
from quizmill.bank.markup import plain
from quizmill.bank.model import Matching, Question
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.check.language.answer_options import Option, is_meta, options
from quizmill.check.language.lead import prompt
from quizmill.check.language.tokens import content, words
from quizmill.errors import Severity

ID = "option-style"
SEVERITY = Severity.ADVICE

_PARTICLES = frozenset("von van der de di da del la le al el bin ibn".split())
_FEWEST = 3  # of two, neither is the odd one
# A closing point that belongs to the word: Inc., etc., U.S., J.
_OWN_POINT = re.compile(r"(?:\b(?:inc|corp|co|ltd|etc|jr|sr|st|al|vs|approx|dept|est|no)|\b\w|\.\w)\.$", re.I)


def check_question(question: Question, grounds: Grounds) -> Iterator[Finding]:
    """The odd one in each list of options."""
    for column in _columns(question):
        texts = [option for option in column if not is_meta(option.text) and not values.read(option.text)]
        capital = {option.path: found for option in texts if (found := _capital(option.text, grounds))}
        odd = _odd(texts, lambda option, styles=capital: styles.get(option.path))  # type: ignore[misc]
        if odd and not (capital[odd.path] == "capital" and _may_be_name(odd, question)):
            first = "a capital" if capital[odd.path] == "capital" else "a small letter"
            message = f'"{odd.text}" alone begins with {first}'
            yield Finding(path=odd.path, message=message, help="begin all options alike")
        if odd := _odd(texts, lambda option: _stop(option.text)):
            has = "alone ends with a full stop" if _stop(odd.text) == "stop" else "alone lacks the full stop"
            message = f'"{odd.text}" {has}'
            yield Finding(path=odd.path, message=message, help="end all options alike")


def _columns(question: Question) -> Iterator[tuple[Option, ...]]:
    yield options(question)
    if isinstance(question, Matching):
        yield tuple(Option(plain(left), True, ("pairs", i, 0)) for i, (left, _) in enumerate(question.pairs))


def _odd(texts: list[Option], style: Callable[[Option], str | None]) -> Option | None:
    """The only one of a style that all others have not; options without a style do not count."""
    by_style: dict[str, list[Option]] = {}
    for option in texts:
        if found := style(option):
            by_style.setdefault(found, []).append(option)
    if len(by_style) != 2 or sum(map(len, by_style.values())) < _FEWEST:
        return None
    fewest = min(by_style.values(), key=len)
    return fewest[0] if len(fewest) == 1 else None


def _capital(text: str, grounds: Grounds) -> str | None:
    """How the text begins; None where a name, code or figure decides that."""
    first, *rest = text.split() or [""]
    word = first.strip("\"'“”‘’(,:;")
    if not word or not word.isalpha() or any(char.isupper() for char in word[1:]):
        return None
    if word[0].islower():
        return "small" if len(word) > 1 and word not in _PARTICLES else None  # x, y and n are variables
    named = grounds.named(text) or grounds.named(word)
    title = any(each[:1].isupper() for each in rest)
    return None if named or title or len(word) == 1 else "capital"


def _may_be_name(option: Option, question: Question) -> bool:
    """Whether a lone capital may be a proper name's: Golgi body, but not They."""
    word = words(option.text)[0]
    return bool(content(word)) and f" {word} " not in f" {prompt(question)} "


def _stop(text: str) -> str | None:
    bare = text.rstrip("\"'”’)")
    if bare.endswith(("?", "!", "…", "...")) or _OWN_POINT.search(bare):
        return None
    return "stop" if bare.endswith(".") else "none"
