"""Flaws in the options of a choice."""

from __future__ import annotations

import re
from statistics import median

from msgspec.structs import replace

from check.seeded.mutation import (
    Mutation,
    Plant,
    add_distractor,
    aimed,
    are_phrases,
    ask,
    lowered,
    opens_plainly,
    put_distractor,
    roots,
    swap_shortest,
    texts,
)
from quizmill.bank.model import Distractor, MultipleChoice, MultipleResponse, Question

_CHOICE = MultipleChoice | MultipleResponse


def has_a_distractor_for_every_case(question: Question) -> Question | None:
    if not are_phrases(question):
        return None
    return swap_shortest(question, _with_tail(min(_wrong(question), key=len), " in every case"))


def has_a_distractor_that_is_always_so(question: Question) -> Question | None:
    if not are_phrases(question) or not opens_plainly(min(_wrong(question), key=len)):
        return None
    return swap_shortest(question, f"Always {lowered(min(_wrong(question), key=len))}")


def has_an_option_that_is_usually_so(question: Question) -> Question | None:
    if not are_phrases(question) or not opens_plainly(min(_wrong(question), key=len)):
        return None
    return swap_shortest(question, f"Usually {lowered(min(_wrong(question), key=len))}")


def has_a_key_that_is_often_so(question: Question) -> Question | None:
    if not isinstance(question, MultipleChoice) or not are_phrases(question):
        return None
    if len(question.answer) + 6 > 1.1 * max(map(len, _wrong(question))):
        return None
    return replace(question, answer=_with_tail(question.answer, " often"))


def offers_all_of_the_above(question: Question) -> Question | None:
    return add_distractor(question, "All of the above") if isinstance(question, _CHOICE) else None


def offers_all_of_these(question: Question) -> Question | None:
    return add_distractor(question, "All of these") if isinstance(question, _CHOICE) else None


def offers_none_of_the_above(question: Question) -> Question | None:
    return add_distractor(question, "None of the above") if isinstance(question, _CHOICE) else None


def offers_none_of_these(question: Question) -> Question | None:
    return add_distractor(question, "None of these") if isinstance(question, _CHOICE) else None


def echoes_the_key_in_the_stem(question: Question) -> Question | None:
    if not isinstance(question, MultipleChoice) or len(question.answer.split()) < 3:
        return None
    wrong = roots(" ".join(_wrong(question)))
    words = re.findall(r"(?<![A-Z'’-])\b[a-z]{6,}\b", question.answer)
    fresh = [word for word in words if word[:4] not in wrong | roots(question.prompt)]
    if not fresh or wrong & roots(question.prompt):
        return None
    return ask(question, f"On the matter of {fresh[0]}: {question.prompt}")


def gives_the_key_the_commonest_parts(question: Question) -> Question | None:
    """Distractors made by changing one part of the key at a time."""
    if (
        not isinstance(question, MultipleChoice)
        or len(question.distractors) < 2
        or not are_phrases(question, 2)
    ):
        return None
    if any(re.search(r" (?:in|with) |[./]", text) for text in texts(question)):
        return None
    key, (first, second, *_) = question.answer, _wrong(question)
    wrong = (f"{key}, done late", f"{first}, done early", second)
    made = tuple(Distractor(text=text) for text in wrong)
    return replace(question, answer=f"{key}, done early", distractors=made)


def ends_in_an_article(question: Question) -> Question | None:
    if not isinstance(question, _CHOICE) or any(re.match(r"(?:an?|the) ", t, re.I) for t in texts(question)):
        return None
    if not question.prompt.endswith("?"):
        return None
    vowels = [t[0].lower() in "aei" for t in texts(question) if t[0].isalpha() and t[0].lower() not in "uoh"]
    return ask(question, f"{question.prompt} The answer is an") if len(set(vowels)) == 2 else None


def says_that_it_is_not_the_one(question: Question) -> Question | None:
    return swap_shortest(question, "Not this one") if are_phrases(question) else None


def shrugs(question: Question) -> Question | None:
    return swap_shortest(question, "idk") if are_phrases(question) else None


def joins_two_letters(question: Question) -> Question | None:
    return add_distractor(question, "Both A and B") if isinstance(question, MultipleChoice) else None


def orders_labels(question: Question) -> Question | None:
    if not isinstance(question, MultipleChoice):
        return None
    wrong = tuple(Distractor(text=text) for text in ("A-B-C", "B-C-A", "C-A-B"))
    return replace(question, answer="B-A-C", distractors=wrong)


def has_the_longest_key(question: Question) -> Question | None:
    if not isinstance(question, MultipleChoice) or not are_phrases(question):
        return None
    longest = max(map(len, _wrong(question)))
    for tail in (
        " then",
        " at that time",
        " during that whole time",
        " throughout all that long while there",
    ):
        key = _with_tail(question.answer, tail.replace("all ", ""))
        middle = median([len(key), *map(len, _wrong(question))])
        if 1.12 * longest + 5 <= len(key) < 1.7 * middle:
            return replace(question, answer=key)
    return None


def asks_for_all_that_apply(question: Question) -> Question | None:
    if not isinstance(question, MultipleChoice):
        return None
    return ask(question, f"{question.prompt} Select all that apply.")


def asks_to_choose_two(question: Question) -> Question | None:
    return ask(question, f"Choose two: {question.prompt}") if isinstance(question, MultipleChoice) else None


def offers_a_percentage_where_a_name_is_asked(question: Question) -> Question | None:
    if not isinstance(question, MultipleChoice) or not re.match(
        r"Who\b|Whom\b|(?:To |By |For |From )?[Ww]hich (?:company|person|city|country)\b", question.prompt
    ):
        return None
    return swap_shortest(question, "40%")


def has_one_very_long_option(question: Question) -> Question | None:
    if not are_phrases(question):
        return None
    tail = " as seen by nearly everybody who was around in those days and later told the tale"
    return swap_shortest(question, _with_tail(min(_wrong(question), key=len), tail))


def gives_two_verdicts(question: Question) -> Question | None:
    if not isinstance(question, MultipleChoice) or not are_phrases(question):
        return None
    wrong = tuple(Distractor(text=text) for text in ("Yes", "In part"))
    return replace(question, answer="No", distractors=wrong)


def sets_the_key_against_its_denial(question: Question) -> Question | None:
    if not isinstance(question, MultipleChoice) or not are_phrases(question, 2):
        return None
    if re.search(r"\b(?:not|no|never|same)\b", " ".join(texts(question)), re.I) or not opens_plainly(
        question.answer
    ):
        return None
    return swap_shortest(question, f"Not {lowered(question.answer)}")


def leaves_one_distractor(question: Question) -> Question | None:
    if not isinstance(question, MultipleChoice):
        return None
    return replace(question, distractors=(max(question.distractors, key=lambda each: len(each.text)),))


def leaves_one_distractor_beside_two_keys(question: Question) -> Question | None:
    if not isinstance(question, MultipleResponse) or len(question.answers) != 2:
        return None
    return replace(question, distractors=question.distractors[:1])


def ends_one_option_with_a_full_stop(question: Question) -> Question | None:
    if not are_phrases(question) or any(text[-1] in ".?!" for text in texts(question)):
        return None
    return put_distractor(question, 0, f"{_wrong(question)[0]}.")


def begins_one_option_small(question: Question) -> Question | None:
    if not isinstance(question, MultipleChoice) or not are_phrases(question):
        return None
    if not all(
        opens_plainly(text) and text.count(" ") and text[1:] == text[1:].lower() for text in texts(question)
    ):
        return None
    return put_distractor(question, 0, lowered(_wrong(question)[0]))


def narrows_the_key(question: Question) -> Question | None:
    """`loyalty` beside `lasting loyalty`."""
    if not isinstance(question, MultipleChoice) or len(question.distractors) < 2:
        return None
    found = re.fullmatch(r"(An?|The|Its|Their|His) ([a-z]+(?: [a-z]+)?)", question.answer)
    if not found or not all(re.fullmatch(r"[A-Z][a-z]+(?: [a-z]+)+", text) for text in texts(question)):
        return None
    return swap_shortest(question, f"{found[1].replace('An', 'A')} rather lasting {found[2]}")


def _wrong(question: MultipleChoice | MultipleResponse) -> tuple[str, ...]:
    return tuple(each.text for each in question.distractors)


def _with_tail(text: str, tail: str) -> str:
    return f"{text[:-1]}{tail}." if text.endswith(".") else text + tail


_TABLE: dict[str, tuple[Plant, ...]] = {
    "absolute-terms": (has_a_distractor_for_every_case, has_a_distractor_that_is_always_so),
    "all-of-the-above": (offers_all_of_the_above, offers_all_of_these),
    "clang": (echoes_the_key_in_the_stem,),
    "convergence-cue": (gives_the_key_the_commonest_parts,),
    "grammar-cue": (ends_in_an_article,),
    "implausible-distractor": (says_that_it_is_not_the_one, shrugs),
    "k-type": (joins_two_letters, orders_labels),
    "key-longest": (has_the_longest_key,),
    "multiple-keys": (asks_for_all_that_apply, asks_to_choose_two),
    "none-of-the-above": (offers_none_of_the_above, offers_none_of_these),
    "opposite-pair": (sets_the_key_against_its_denial,),
    "option-count": (leaves_one_distractor, leaves_one_distractor_beside_two_keys),
    "option-length-outlier": (has_one_very_long_option,),
    "option-style": (ends_one_option_with_a_full_stop, begins_one_option_small),
    "overlapping-options": (narrows_the_key,),
    "tf-as-options": (gives_two_verdicts,),
    "vague-terms": (has_an_option_that_is_usually_so, has_a_key_that_is_often_so),
}
CHOICES = (
    *aimed(_TABLE),
    Mutation(
        "option-kind-mismatch",
        offers_a_percentage_where_a_name_is_asked,
        implied=frozenset({"implausible-distractor"}),
    ),
)
