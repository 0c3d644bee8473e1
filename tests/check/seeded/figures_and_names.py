"""Flaws in options that are figures or names."""

from __future__ import annotations

import re
from decimal import Decimal

from msgspec.structs import replace

from check.seeded.mutation import Mutation, aimed, put_distractor, right, swap_shortest, texts
from quizmill.bank.model import MultipleChoice, MultipleResponse, Question

_CHOICE = MultipleChoice | MultipleResponse
_ALIASES = {
    "Joyo.com": "Joyo",
    "Kingsoft": "Kingsoft Corporation",
    "Amazon": "Amazon.com",
    "Dangdang": "Dangdang.com",
    "Lenovo": "Lenovo Group",
    "Alibaba": "Alibaba Group",
    "Apple": "Apple Inc.",
    "Samsung": "三星",
    "Jeff Bezos": "Jeffrey Bezos",
    "Qiu Bojun": "Bojun Qiu",
    "Lei Jun": "Jun Lei",
    "NASDAQ": "Nasdaq Stock Market",
    "India": "印度",
    "Beijing": "Peking",
    "Microsoft": "Microsoft Corporation",
}


def jumbles_its_figures(question: Question) -> Question | None:
    """Ascending figures become a list of fixed and broken order."""
    if not isinstance(question, MultipleChoice):
        return None
    figure = re.compile(r"\d[\d,.]*")
    amounts = [figure.findall(text) for text in texts(question)]
    if not all(len(each) == 1 for each in amounts) or len(amounts) < 3:
        return None
    if len({figure.sub("", text) for text in texts(question)}) > 1:
        return None
    wrong = sorted(question.distractors, key=lambda d: Decimal(figure.findall(d.text)[0].replace(",", "")))
    key = Decimal(amounts[0][0].replace(",", ""))
    first = Decimal(figure.findall(wrong[0].text)[0].replace(",", ""))
    place = 1 if key > first else 3
    return replace(question, shuffle=False, place=place, distractors=tuple(wrong))


def offers_the_key_by_another_name(question: Question) -> Question | None:
    if not isinstance(question, _CHOICE):
        return None
    alias = next((_ALIASES[text] for text in right(question) if text in _ALIASES), None)
    return swap_shortest(question, alias) if alias else None


def offers_a_figure_twice(question: Question) -> Question | None:
    if not isinstance(question, _CHOICE):
        return None
    for text in texts(question):
        if match := re.fullmatch(r"([$¥])([\d.]+) (billion|million)", text):
            named = {"$": "US dollars", "¥": "yuan"}[match[1]]
            return swap_shortest(question, f"{match[2]} {match[3]} {named}")
        if match := re.fullmatch(r"(\d+)%", text):
            return swap_shortest(question, f"{match[1]} percent")
    return None


def offers_at_least_the_key(question: Question) -> Question | None:
    if not isinstance(question, MultipleChoice) or not re.fullmatch(
        r"[$¥]?\d\S*(?: (?!or\b)[a-z]+)?", question.answer
    ):
        return None
    return swap_shortest(question, f"At least {question.answer}")


def offers_two_spans_that_meet(question: Question) -> Question | None:
    """More than ten times and more than twenty times the key."""
    found = isinstance(question, MultipleChoice) and re.fullmatch(
        r"([$¥]?)(\d+)((?: [a-z]+)*|%)", question.answer
    )
    if not found or len(question.distractors) < 2 or re.fullmatch(r"(?:19|20)\d\d", question.answer):
        return None
    sign, figure, unit = found.groups()
    wide = tuple(f"More than {sign}{int(figure) * times}{unit}" for times in (10, 20))
    return put_distractor(put_distractor(question, 0, wide[0]), 1, wide[1])  # type: ignore[arg-type]


FIGURES_AND_NAMES = (
    Mutation("multiple-keys", offers_at_least_the_key, implied=frozenset({"overlapping-options"})),
    *aimed(
        {
            "overlapping-options": (offers_two_spans_that_meet,),
            "alias-among-distractors": (offers_the_key_by_another_name,),
            "duplicate-option": (offers_a_figure_twice,),
            "option-order": (jumbles_its_figures,),
        }
    ),
)
