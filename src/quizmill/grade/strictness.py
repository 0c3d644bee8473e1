"""What counts beside the words, where a question says so: each character, capitals, or the spelling."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from quizmill.bank.fold import fold
from quizmill.bank.markup import is_code, plain
from quizmill.bank.model import Compare
from quizmill.grade.judgement import Judgement, miss
from quizmill.grade.normalise import LITTLE
from quizmill.grade.reasons import Reason
from quizmill.pattern import pattern

_SHORTEST_SLIP = 4  # letters; a shorter word with another letter is another word
_FREE = LITTLE | {"and", "or"}
_WORD = pattern(r"[^\W_]+")
_MARK = pattern("[\u0300-\u036f]")


def on_one_line(text: str) -> str:
    """Plain text of which each character counts, as it can be typed: without white space around it."""
    lines = unicodedata.normalize("NFC", text).strip().split("\n")
    return " ".join(filter(None, map(str.strip, lines)))


def is_exactly(given: str, forms: Iterable[str]) -> bool:
    """Whether *given* is one of the forms, character by character; backticks around it may be typed too."""
    typed = {on_one_line(given), on_one_line(plain(given)) if is_code(given) else ""}
    return any(form in typed for form in forms)


def nearly(given: str, forms: Iterable[str]) -> Judgement:
    """What becomes of an answer that is none of the forms exactly."""
    alike = any(fold(given) == fold(form) for form in forms)
    return miss(Reason.CHARACTERS) if alike else Judgement(False)


def strictly(found: Judgement, form: str, given: str, compare: Compare | None) -> Judgement:
    """What was found of *given* beside *form*, if what counts besides is right as well."""
    if compare is Compare.CASE and found.right and not _has_capitals_of(form, given):
        return miss(Reason.CAPITALS)
    if compare is Compare.SPELLING:
        doubtful = found.near and found.reason is not None and found.reason.key == Reason.CHECK_SPELLING
        if doubtful or (found.right and not _is_spelt_like(form, given)):
            return miss(Reason.SPELLING)
    return found


def _has_capitals_of(form: str, given: str) -> bool:
    """Whether no word of *form*, or one like it, stands in *given* with other capitals."""
    wanted, typed = _words(_bare(form)), _words(_bare(given))
    whole, said = "".join(wanted), "".join(typed)
    if whole.casefold() == said.casefold():
        return whole == said
    return all(_agrees(word, wanted) for word in typed)


def _agrees(word: str, wanted: list[str]) -> bool:
    alike = [each for each in wanted if each.casefold() == word.casefold()]
    if alike or len(word) < _SHORTEST_SLIP:
        return not alike or word in alike
    from rapidfuzz.distance import OSA  # 20 ms that a right answer does not need

    slips = [each for each in wanted if OSA.distance(each.casefold(), word.casefold()) == 1]
    return not slips or any(OSA.distance(each, word) == 1 for each in slips)


def _is_spelt_like(form: str, given: str) -> bool:
    """Whether each word of *form*, but for little ones, stands in *given* as it is spelt there."""
    wanted = _words(_lower(form))
    return {word for word in wanted if word not in _FREE or len(wanted) == 1}.issubset(_words(_lower(given)))


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _bare(text: str) -> str:
    """The text without accents."""
    return _MARK.sub("", unicodedata.normalize("NFKD", text))


def _lower(text: str) -> str:
    return unicodedata.normalize("NFKC", text.lower())
