"""Options that name others by place, `Both A and B`, `None of the above`: not every order makes sense."""

from __future__ import annotations

from functools import lru_cache

from quizmill.bank.fold import fold
from quizmill.bank.markup import plain
from quizmill.bank.model import MultipleChoice
from quizmill.pattern import pattern

_LONGEST = 60  # characters
_KNOWN = 1 << 12  # questions remembered: every form asks for them again
_BEFORE = r"(?i:both|either|neither|only|options?|answers?|choices?|beide|weder|les deux|ni|tanto)\s+"
_JOIN = r"(?i:\s*[,;&]\s*(?:and |or )?|\s+(?:and|or|nor|und|oder|noch|et|ou|ni|y|o)\s+|\s*[和与或]\s*)"
_BEHIND = r"(?i:\s+(?:only|alone|above|are(?: both)? (?:correct|right|true)))?\W?"
_LARGE, _SMALL = r"\(?[A-J]\)?", r"\(?[A-Ja-j]\)?"
_BY_LETTER = pattern(
    rf"{_LARGE}(?:{_JOIN}{_LARGE})+{_BEHIND}|(?:{_BEFORE})+{_SMALL}(?:{_JOIN}{_SMALL})+{_BEHIND}"
)
_LONE = pattern(_SMALL)
_SIGN = pattern(r"(?<![^\W_])[A-Ja-j](?![^\W_])")
_ABOVE = pattern(
    r"(?:all|none|neither|both|any|either|each|some|two|three|more than one)\b.* (?:above|preceding)\b.*"
    r"|(?:alle|beide|keine?[rs]?|nichts)\b.* oben\b.*"
    r"|(?:tous|toutes|les deux|aucune?)\b.* ci-dessus\b.*"
    r"|(?:tod[ao]s|ambas|ambos|ningun[ao]?)\b.* anterior(?:es)?\b.*"
    r"|(?:以上|上述).*"
)


def written(question: MultipleChoice) -> tuple[str, ...]:
    """The options in the order in which the author has them, the answer at its place."""
    options = [distractor.text for distractor in question.distractors]
    options.insert(question.place - 1, question.answer)
    return tuple(options)


def keeps_order(question: MultipleChoice) -> bool:
    """Whether options stand as they are written: the author wants it, or letters in them hold only so."""
    return not question.shuffle or (not question.pin_last and bool(by_letter(written(question))))


def last_places(question: MultipleChoice) -> tuple[int, ...]:
    """The places, as written, of the options that stand last wherever the others are."""
    options = written(question)
    if not question.shuffle:
        return ()
    if question.pin_last:
        return (len(options) - 1,)
    return by_letter(options) or of_those_above(options)


@lru_cache(maxsize=_KNOWN)
def by_letter(options: tuple[str, ...]) -> tuple[int, ...]:
    """The places of those that name others by letters, which hold in one order alone.

    None where letters are the matter itself, such as vitamins: where one option is a lone letter, fewer than
    two name none, or a letter is named that none of the others would have.
    """
    texts = [plain(option).strip() for option in options]
    found = [i for i, text in enumerate(texts) if len(text) <= _LONGEST and _BY_LETTER.fullmatch(text)]
    others = "abcdefghij"[: len(texts) - len(found)]
    named = {sign.lower() for place in found for sign in _SIGN.findall(texts[place])}
    if len(others) < 2 or not named <= set(others) or any(map(_LONE.fullmatch, texts)):
        return ()
    return tuple(found)


@lru_cache(maxsize=_KNOWN)
def of_those_above(options: tuple[str, ...]) -> tuple[int, ...]:
    """The places of those that speak of all or none above them, and so stand last."""
    texts = [fold(plain(option)).strip(" .!") for option in options]
    return tuple(i for i, text in enumerate(texts) if len(text) <= _LONGEST and _ABOVE.fullmatch(text))
