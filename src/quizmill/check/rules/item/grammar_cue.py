"""The grammar of the stem or of the options gives an option away.

Found are a stem that ends in `a` or `an`, in `is a` or in `are`, which fits only some options; and, as
advice, one option of another form than all others: these begin with a gerund, to and a verb, a preposition
or because, and it does not; or it alone begins with to and a verb, completes the stem with a gerund or a
preposition, or is a whole sentence among a few words, or a few words among sentences.

Why: who reads for grammar strikes what does not fit, or picks what alone does.

Source: Haladyna, Downing and Rodriguez 2002, guidelines 23 and 28c: keep options parallel and grammatical.

Bad:
    prompt: "A frog is an:"
    answer: amphibian
    distractors: [reptile, mammal]

Good:
    prompt: To which class do frogs belong?
    answer: Amphibians
    distractors: [Reptiles, Mammals]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizmill.check.finding import Finding
from quizmill.check.item import Item
from quizmill.check.language.answer_options import Option
from quizmill.errors import Severity

ID = "grammar-cue"
SEVERITY = Severity.WARNING
READS_ENGLISH = True

_FEWEST = 3
_END = r"\W*(?:_+\W*|\.{2,}\W*|…\W*)?$"
_ARTICLE = re.compile(rf"(?<![\w/(])(an?){_END}", re.IGNORECASE)
_ONE = re.compile(rf"\b(?:is|was)\s+an?{_END}", re.IGNORECASE)
_SEVERAL = re.compile(rf"\b(?:are|were){_END}", re.IGNORECASE)
_VOWEL = re.compile(  # as it sounds
    r"(?!(?:eu|uni|one\b|once|use|usu|ur[aieo])[a-z]*)[aeiou]|(?:hour|honest|heir|honou?r)", re.IGNORECASE
)
_PLURAL = re.compile(r"[a-z]{2,}(?<![suix])s", re.IGNORECASE)
_ARTICLED = re.compile(r"(?:an?|the)\s", re.IGNORECASE)
_AFTER = (
    r"\s+(?:an?|the|its?|their|his|her|this|that|these|all"
    r"|by|in|on|at|to|from|for|into|with|of|as|up|down|out)\b"
)
_PREPOSITIONS = """across after against among around at because before behind below beneath beside between by
    during for from in inside into of on onto outside since through until with within without""".split()
_GERUND = re.compile(rf"[a-z]{{3,}}ing{_AFTER}", re.IGNORECASE)
_ING = re.compile(r"[a-z]{3,}ing\b", re.IGNORECASE)
_TO_VERB = re.compile(r"to\s+(?!the\b|an?\b|its?\b|their\b|his\b|her\b)[a-z]+", re.IGNORECASE)
_PREPOSITION = re.compile(rf"(?:{'|'.join(_PREPOSITIONS)})\s+\w", re.IGNORECASE)
_SENTENCE = re.compile(
    r"(?:it|they|there|he|she|we|you)\s+(?:is|are|was|were|has|have|had|can|will|do|does|did)\b"
    r"|(?:the|an?|this|these)\s+(?:[\w-]+\s+){1,3}?(?:is|are|was|were|has|have|can|will|does|do)\b",
    re.IGNORECASE,
)
_VERB = re.compile(r"(?<!^)\b(?:is|are|was|were|has|have|had|can|will|do|does|did)\b", re.IGNORECASE)
_FRAGMENT = 4  # words at most
_LED = ("a preposition or because", _PREPOSITION)


def check_item(item: Item) -> Iterator[Finding]:
    """One finding, at the stem or at the odd option."""
    if not item.chosen or len(item.real) < 2:
        return
    if said := _misfit(item):
        yield Finding(
            path=item.path, message=said, help="end the stem before the article, or ask a whole question"
        )
        return
    if len(item.real) >= _FEWEST and (found := _odd_form(item.real, "?" not in item.stem)):
        odd, said = found
        message, help = f'"{odd.text}" {said}', "begin all options in the same form"
        yield Finding(path=odd.path, message=message, help=help, severity=Severity.ADVICE)


def _odd_form(options: tuple[Option, ...], completed: bool) -> tuple[Option, str] | None:
    """The one option of another form than all others, and how it differs."""
    for name, form in (("a gerund", _GERUND), ("to and a verb", _TO_VERB), _LED):
        without = [option for option in options if not form.match(option.text)]
        if len(without) == 1 and not (form is _GERUND and _ING.match(without[0].text)):
            return without[0], f"does not begin with {name}, and every other option does"
        if len(without) == len(options) - 1 and (completed or form is _TO_VERB):
            odd = next(option for option in options if option not in without)
            return odd, f"begins with {name}, and no other option does"
    whole = [option for option in options if _SENTENCE.match(option.text)]
    rest = [option for option in options if option not in whole]
    if len(whole) == 1 and all(_is_fragment(option.text) for option in rest):
        return whole[0], f"is a whole sentence, every other option at most {_FRAGMENT} words"
    if len(rest) == 1 and _is_fragment(rest[0].text):
        return rest[0], f"has at most {_FRAGMENT} words, every other option is a whole sentence"
    return None


def _is_several(text: str) -> bool:
    return bool(re.search(r"\band\b", text) or (text.split() and _PLURAL.fullmatch(text.split()[-1])))


def _is_fragment(text: str) -> bool:
    return len(text.split()) <= _FRAGMENT and not _VERB.search(text)


def _misfit(item: Item) -> str:
    """How the end of the stem fits only some of the options; "" when it fits all or none."""
    texts = [option.text for option in item.real]
    article = _ARTICLE.search(item.stem)
    if article and not any(_ARTICLED.match(text) for text in texts):
        vowels = [bool(_VOWEL.match(text)) for text in texts if text[:1].isalpha()]
        if 0 < sum(vowels) < len(vowels):
            fit = sum(vowels) if article[1].lower() == "an" else len(vowels) - sum(vowels)
            return f'the stem ends in "{article[1]}", which fits {fit} of {len(texts)} options'
    if _ONE.search(item.stem):
        plural = sum(bool(_PLURAL.fullmatch(text.split()[-1])) for text in texts if text.split())
        if 0 < plural < len(texts):
            return f"the stem asks for one thing, and {plural} of {len(texts)} options are several"
    if _SEVERAL.search(item.stem):
        single = sum(bool(_ARTICLED.match(text)) and not _is_several(text) for text in texts)
        if single and any(map(_is_several, texts)) and single < len(texts):
            return f"the stem asks for several things, and {single} of {len(texts)} options are one"
    return ""
