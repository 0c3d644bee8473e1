"""Flaws in statements, in lists of parts, in essays and in multiple responses."""

from __future__ import annotations

import re

from msgspec.structs import replace

from check.seeded.mutation import aimed, ask, before_end
from quizmill.bank.model import Essay, Matching, MultipleResponse, Ordering, Question, TrueFalse

_COUNTS = {"two": "five", "three": "five", "four": "two"}


def is_a_statement_of_the_inevitable(question: Question) -> Question | None:
    if not isinstance(question, TrueFalse) or question.answer:
        return None
    return before_end(question, ", inevitably")


def is_a_statement_that_is_more_or_less_so(question: Question) -> Question | None:
    return before_end(question, ", more or less") if isinstance(question, TrueFalse) else None


def adds_a_second_claim(question: Question) -> Question | None:
    return before_end(question, ", and it was told later") if isinstance(question, TrueFalse) else None


def adds_a_reason(question: Question) -> Question | None:
    return before_end(question, ", because it suited the city") if isinstance(question, TrueFalse) else None


def denies(question: Question) -> Question | None:
    """A true statement with a not in it."""
    if not isinstance(question, TrueFalse) or not question.answer:
        return None
    verb = r"(?<= )(was|is|were|are|had|has|would|will|could)(?= )"
    return ask(question, re.sub(verb, r"\1 not", question.prompt, count=1))


def says_never(question: Question) -> Question | None:
    if not isinstance(question, TrueFalse) or not question.answer:
        return None
    return ask(question, re.sub(r"(?<= )(had|has|was|is|were)(?= )", r"\1 never", question.prompt, count=1))


def leaves_the_last_pair_free(question: Question) -> Question | None:
    if not isinstance(question, Matching) or len({b for _, b in question.pairs}) < len(question.pairs):
        return None
    return replace(question, extra=())


def mixes_sums_and_years(question: Question) -> Question | None:
    return replace(question, extra=("$3 million", "1987")) if isinstance(question, Matching) else None


def has_two_pairs(question: Question) -> Question | None:
    return replace(question, pairs=question.pairs[:2]) if isinstance(question, Matching) else None


def has_two_steps(question: Question) -> Question | None:
    return replace(question, sequence=question.sequence[:2]) if isinstance(question, Ordering) else None


def has_ten_steps(question: Question) -> Question | None:
    if not isinstance(question, Ordering):
        return None
    more = ("A feast is held", "A song is sung", "A tree is planted", "A wall is painted", "A door is locked",
            "A lamp is lit", "A bell is rung", "A cake is baked")  # fmt: skip
    return replace(question, sequence=(*question.sequence, *more)[:10])


def shows_the_dates_of_its_steps(question: Question) -> Question | None:
    if not isinstance(question, Ordering) or re.search(r"\d{4}", " ".join(question.sequence)):
        return None
    dated = tuple(f"{step} ({1931 + 2 * i})" for i, step in enumerate(question.sequence))
    return replace(question, sequence=dated)


def shows_the_dates_of_two_steps(question: Question) -> Question | None:
    if not isinstance(question, Ordering) or re.search(r"\d{4}", " ".join(question.sequence)):
        return None
    first, *between, last = question.sequence
    return replace(question, sequence=(f"{first} in 1931", *between, f"{last} in 1937"))


def says_a_wrong_number(question: Question) -> Question | None:
    if not isinstance(question, MultipleResponse):
        return None
    return ask(question, re.sub(r"\b(?:two|three|four)\b", lambda m: _COUNTS[m[0]], question.prompt))


def says_no_number(question: Question) -> Question | None:
    if not isinstance(question, MultipleResponse) or re.search(r"\ball\b|\d|[Ww]hat\b", question.prompt):
        return None
    return ask(question, re.sub(r" (?:the )?(?:two|three|four)\b(?! things| that)", "", question.prompt))


def has_one_right_answer(question: Question) -> Question | None:
    if not isinstance(question, MultipleResponse) or len(question.distractors) < 3:
        return None
    return replace(question, answers=question.answers[:1])


def is_an_essay_on_a_yes(question: Question) -> Question | None:
    """The source stays, and yes or no will do."""
    titles = (
        " and ".join(dict.fromkeys(re.findall(r"\*[^*]+\*", question.prompt)))
        if isinstance(question, Essay)
        else ""
    )
    if not titles:
        return None
    years = " in ".join(["", *re.findall(r"\b20\d\d\b", question.prompt)[:1]])
    return ask(question, f"Did Lei Jun decide well, by the account of {titles}{years}?")


def is_an_essay_on_a_name(question: Question) -> Question | None:
    titles = (
        " and ".join(dict.fromkeys(re.findall(r"\*[^*]+\*", question.prompt)))
        if isinstance(question, Essay)
        else ""
    )
    if not titles:
        return None
    years = " in ".join(["", *re.findall(r"\b20\d\d\b", question.prompt)[:1]])
    return ask(question, f"Who decided best{years}, by the account of {titles}?")


def has_one_point(question: Question) -> Question | None:
    return replace(question, points=question.points[:1]) if isinstance(question, Essay) else None


PARTS = aimed(
    {
        "absolute-terms": (is_a_statement_of_the_inevitable,),
        "discuss-closed": (is_an_essay_on_a_yes, is_an_essay_on_a_name),
        "discuss-no-rubric": (has_one_point,),
        "match-last-free": (leaves_the_last_pair_free,),
        "match-mixed": (mixes_sums_and_years,),
        "match-size": (has_two_pairs, has_two_steps, has_ten_steps),
        "ms-count": (says_a_wrong_number, says_no_number, has_one_right_answer),
        "order-visible": (shows_the_dates_of_its_steps, shows_the_dates_of_two_steps),
        "tf-compound": (adds_a_second_claim, adds_a_reason),
        "tf-negated": (denies, says_never),
        "vague-terms": (is_a_statement_that_is_more_or_less_so,),
    }
)
