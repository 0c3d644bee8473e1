"""Flaws in what is typed: short answers, numbers and clozes."""

from __future__ import annotations

import re

from msgspec.structs import replace

from check.seeded.mutation import aimed, ask, prefixed
from quizmill.bank import cloze
from quizmill.bank.model import Cloze, Numerical, Question, ShortAnswer

_OTHERS = {"Kingsoft": "Lenovo", "Dangdang": "Alibaba", "Jeff Bezos": "Lei Jun", "Lenovo": "Alibaba",
           "Samsung": "Microsoft", "India": "Russia", "Amazon": "Dangdang", "Microsoft": "Apple",
           "Beijing": "Hong Kong", "Montblanc": "Ferrari", "SU7": "YU7", "Qiu Bojun": "Lei Jun"}  # fmt: skip
_BLANK = re.compile(r"\{\{([^}|]+)((?:\|[^}]*)?)\}\}")


def accepts_its_answer_in_capitals(question: Question) -> Question | None:
    if not isinstance(question, ShortAnswer):
        return None
    return replace(question, accept=(*question.accept, question.answer.upper()))


def accepts_its_blank_in_capitals(question: Question) -> Question | None:
    if not isinstance(question, Cloze) or not _first(question).isalpha():
        return None
    return ask(question, _BLANK.sub(lambda m: f"{{{{{m[1]}{m[2]}|{m[1].upper()}}}}}", question.text, count=1))


def wants_a_sentence(question: Question) -> Question | None:
    if not isinstance(question, ShortAnswer) or _is_open(question):
        return None
    return replace(question, answer="the thing that people in those days spoke of most", accept=())


def has_a_before_the_blank(question: Question) -> Question | None:
    if not isinstance(question, Cloze):
        return None
    return ask(question, re.sub(r" (?:the|own|above|place) \{\{", " a {{", question.text, count=1))


def says_a_before_the_blank(question: Question) -> Question | None:
    if not isinstance(question, Cloze) or re.search(r"\b(?:an?|the) \{\{", question.text):
        return None
    return ask(question, question.text.replace(" {{", " a {{", 1))


def hides_four_things(question: Question) -> Question | None:
    """Words of the text become blanks until there are four."""
    if not isinstance(question, Cloze):
        return None
    text, blanks = question.text, len(_BLANK.findall(question.text))
    for word in re.findall(r"(?<= )[a-z]{6,}(?=[ ,.])", re.sub(r"\*[^*]+\*|\{\{[^}]*\}\}", "", text)):
        if blanks < 4 and text.lower().count(word[:4]) == 1:
            text, blanks = text.replace(f" {word}", f" {{{{{word}}}}}".replace("{{", "{{", 1), 1), blanks + 1
    return ask(question, text) if blanks == 4 and len(text.split()) < 24 else None


def does_not_say_what_is_wanted(question: Question) -> Question | None:
    """`in {{2004}}` in place of `in the year {{2004}}`."""
    if not isinstance(question, Cloze):
        return None
    kind = r"(?<= )(in|with|by|to) the (?:season of|city of|year|(?:foreign )?company) (?=\{\{[A-Z\d])"
    changed = re.sub(kind, "in ", question.text, count=1)
    start = changed.find(" in {{")
    near = re.findall(r"\w+", f"{changed[:start][-40:]}")[-3:] if start > 0 else []
    told = {"year", "month", "city", "company", "age", "summer", "site", "app", "person"} & {
        w.lower() for w in near
    }
    return ask(question, changed) if not told and len(changed.split()) > 14 else None


def hints_at_its_blank(question: Question) -> Question | None:
    if not isinstance(question, Cloze) or len(_first(question)) < 4:
        return None
    return replace(question, hint=f"It is {_first(question)}.")


def says_its_blank_aloud(question: Question) -> Question | None:
    if not isinstance(question, Cloze) or len(_first(question)) < 5:
        return None
    return ask(question, f"{question.text} This is about {_first(question)}.")


def hides_the_verb_alone(question: Question) -> Question | None:
    """The blank hides `was` or `the`, and shows what is to be known."""
    if not isinstance(question, Cloze):
        return None
    shown = _BLANK.sub(r"\1", question.text)
    hidden = re.sub(r"(?<= )(was|is|the|are|of|and)(?= )(?![^*]*\*(?: |,|$))", r"{{\1}}", shown, count=1)
    return ask(question, hidden) if hidden != shown else None


def asks_for_a_list(question: Question) -> Question | None:
    if not isinstance(question, ShortAnswer) or _is_open(question):
        return None
    return replace(question, answer="courage, patience, luck and time", accept=())


def asks_for_four_names(question: Question) -> Question | None:
    return prefixed(question, "Name four people:") if isinstance(question, ShortAnswer) else None


def lets_in_a_fifth(question: Question) -> Question | None:
    return replace(question, tolerance="20%") if isinstance(question, Numerical) else None


def does_not_say_the_currency(question: Question) -> Question | None:
    if not isinstance(question, Numerical) or not _is_money(question):
        return None
    text = re.sub(r"(?i)\bhow many (?:us dollars|yuan|dollars)\b", "How much money", question.prompt)
    text = re.sub(r"(?i) in (?:yuan|us dollars)\b", "", text)
    return ask(question, text) if not re.search(r"(?i)yuan|dollar|[$¥€]|renminbi", text) else None


def asks_for_another_currency(question: Question) -> Question | None:
    if not isinstance(question, Numerical) or not _is_money(question):
        return None
    return ask(question, re.sub(r"(?i)\b(?:us dollars|yuan)\b", "euros", question.prompt))


def takes_another_year(question: Question) -> Question | None:
    """`{{2004|2005}}`."""
    if not isinstance(question, Cloze):
        return None
    return ask(question, re.sub(r"\{\{(\d{3}\d)\}\}", _next_year, question.text, count=1))


def takes_another_name(question: Question) -> Question | None:
    if isinstance(question, ShortAnswer) and question.answer in _OTHERS:
        return replace(question, accept=(*question.accept, _OTHERS[question.answer]))
    if (
        isinstance(question, Cloze)
        and (other := _OTHERS.get(_first(question)))
        and other not in question.text
    ):
        return ask(question, _BLANK.sub(rf"{{{{\1\2|{other}}}}}", question.text, count=1))
    return None


def wants_an_explanation(question: Question) -> Question | None:
    if not isinstance(question, ShortAnswer) or ". " in question.prompt:
        return None
    return prefixed(question, "Explain:")


def wants_a_reason_word_for_word(question: Question) -> Question | None:
    if not isinstance(question, ShortAnswer) or not question.prompt.startswith(("Which ", "What ", "Who ")):
        return None
    return replace(question, prompt=f"Why, {question.prompt[0].lower()}{question.prompt[1:]}",
                   answer="because it had long been so", accept=())  # fmt: skip


def is_answered_yes(question: Question) -> Question | None:
    return replace(question, answer="yes", accept=()) if isinstance(question, ShortAnswer) else None


def is_answered_true(question: Question) -> Question | None:
    return replace(question, answer="True", accept=()) if isinstance(question, ShortAnswer) else None


def _first(question: Cloze) -> str:
    return cloze.blanks(question.text)[0].answer


def _next_year(match: re.Match[str]) -> str:
    return f"{{{{{match[1]}|{int(match[1]) + 1}}}}}"


def _is_money(question: Numerical) -> bool:
    return question.answer[0] in "$¥€" and not question.unit and not question.context


def _is_open(question: ShortAnswer) -> bool:
    return bool(re.search(r"\b(?:why|how|explain)\b", question.prompt, re.I))


TYPED = aimed(
    {
        "accept-repeats-answer": (accepts_its_answer_in_capitals, accepts_its_blank_in_capitals),
        "answer-too-long": (wants_a_sentence,),
        "cloze-article": (has_a_before_the_blank, says_a_before_the_blank),
        "cloze-density": (hides_four_things,),
        "cloze-many-fits": (does_not_say_what_is_wanted,),
        "cloze-self-reveal": (hints_at_its_blank, says_its_blank_aloud),
        "cloze-trivial": (hides_the_verb_alone,),
        "enumeration": (asks_for_a_list, asks_for_four_names),
        "num-unit": (does_not_say_the_currency, asks_for_another_currency),
        "sa-key-too-loose": (takes_another_year, takes_another_name),
        "sa-open": (wants_an_explanation, wants_a_reason_word_for_word),
        "yes-no-card": (is_answered_yes, is_answered_true),
    }
)
