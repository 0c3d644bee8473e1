"""Flaws of texts that were meant for another program."""

from __future__ import annotations

from msgspec.structs import replace

from check.seeded.mutation import Mutation, aimed, ask, asked, put_distractor
from quizmill.bank.model import MultipleChoice, MultipleResponse, Question, ShortAnswer


def _explained(question: Question, words: str) -> Question | None:
    return replace(question, explanation=f"{question.explanation} {words}") if question.explanation else None


def explains_with_a_deletion(question: Question) -> Question | None:
    return _explained(question, "All of it is {{c1::on record::where?}}.")


def hints_with_a_deletion(question: Question) -> Question | None:
    return replace(question, hint="Look for the {{c2::word}}.") if not question.hint else None


def explains_by_an_open_formula(question: Question) -> Question | None:
    return _explained(question, r"It is \(x + 1.")


def explains_by_an_open_listing(question: Question) -> Question | None:
    return _explained(question, "Thus:\n\n```python\nprint(1)\n")


def shows_within_a_line(question: Question) -> Question | None:
    return _explained(question, "See ![a lamp](lamp.png) here.")


def explains_in_bold_type(question: Question) -> Question | None:
    return _explained(question, "It is <b>not</b> the other.")


def explains_on_another_line(question: Question) -> Question | None:
    return _explained(question, "So it is.<br/>Thus it ends.")


def has_a_space_of_a_web_page(question: Question) -> Question | None:
    return _explained(question, "It&nbsp;is.")


def holds_a_code_of_a_web_page(question: Question) -> Question | None:
    return ask(question, asked(question).replace(" the ", " the&nbsp;", 1))


def explains_by_a_formula(question: Question) -> Question | None:
    return _explained(question, r"So it is, as $\frac{a}{b} = c$ shows.")


def explains_by_a_letter(question: Question) -> Question | None:
    return _explained(question, "Let it be $x$.")


def explains_by_a_misspelt_command(question: Question) -> Question | None:
    return _explained(question, r"So it is, as \(\dfrc{a}{b} = c\) shows.")


def quotes_a_distractor(question: Question) -> Question | None:
    if not isinstance(question, MultipleChoice | MultipleResponse):
        return None
    return put_distractor(question, 0, f"“{question.distractors[0].text}”")


def quotes_its_answer(question: Question) -> Question | None:
    return replace(question, answer=f"„{question.answer}“") if isinstance(question, ShortAnswer) else None


FOREIGN = (
    Mutation("html-in-text", holds_a_code_of_a_web_page, implied=frozenset({"ambiguous-wording"})),
    *aimed(
        {
            "anki-cloze": (explains_with_a_deletion, hints_with_a_deletion),
            "dollar-mathematics": (explains_by_a_formula, explains_by_a_letter),
            "html-in-text": (explains_in_bold_type, explains_on_another_line, has_a_space_of_a_web_page),
            "mathematics-misread": (explains_by_a_misspelt_command,),
            "mark-unread": (explains_by_an_open_formula, explains_by_an_open_listing, shows_within_a_line),
            "kept-quotes": (quotes_a_distractor, quotes_its_answer),
        }
    ),
)
