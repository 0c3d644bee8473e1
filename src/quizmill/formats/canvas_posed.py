"""What of a question Canvas's QTI has for its kind alone: how it is shown, and what earns what."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import assert_never

import msgspec

from quizmill.bank import cloze
from quizmill.bank.html import literal, printable
from quizmill.bank.markup import plain
from quizmill.bank.model import (
    Cloze,
    Essay,
    Matching,
    MultipleChoice,
    MultipleResponse,
    Numerical,
    Ordering,
    ShortAnswer,
    TrueFalse,
)
from quizmill.compose.exercise import Exercise
from quizmill.formats import canvas_xml as xml
from quizmill.formats.canvas_xml import CanvasFiles
from quizmill.formats.packed import element
from quizmill.formats.posed import (
    bare_number,
    choices,
    tell_of_blank_in_formula,
    tell_of_date,
    tell_of_digits,
    tell_of_margin,
    tell_of_marks,
)
from quizmill.formats.report import Report

_ONE = "response1"
_LEAST = Decimal("0.0001")  # nearer to zero Canvas takes no number
_DECIMALS = 4  # which Canvas keeps
_WORDS = element(
    "response_str",
    element("render_fib", element("response_label", ident="answer1", rshuffle="No")),
    ident=_ONE,
    rcardinality="Single",
)
_NUMBER = element(
    "response_str",
    element("render_fib", element("response_label", ident="answer1"), fibtype="Decimal"),
    ident=_ONE,
    rcardinality="Single",
)


class Presented(msgspec.Struct, frozen=True):
    """Canvas's type, the prompt as HTML, what is answered in, what earns what, what is said of options."""

    type: str
    prompt: str
    answered: str
    earns: str
    whys: dict[str, str] = {}  # by the option that it is said to


def posed(exercise: Exercise, language: str, shown: CanvasFiles, report: Report) -> Presented | None:
    """The question as its type has it; None, and told, where there is no such."""
    asking = _Posing(exercise, language, shown, report)
    question = exercise.question
    match question:
        case MultipleChoice() | MultipleResponse():
            return asking.choice(question)
        case TrueFalse():
            return asking.truth(question)
        case ShortAnswer():
            return asking.typed(question.prompt, (question.answer, *question.accept))
        case Numerical():
            return asking.number(question)
        case Cloze():
            return asking.blanks(question)
        case Matching():
            return asking.pairs(question)
        case Ordering():
            return asking.steps(question)
        case Essay():
            return asking.essay(question)
        case _:
            assert_never(question)


class _Posing:
    """One question on its way."""

    def __init__(self, exercise: Exercise, language: str, shown: CanvasFiles, report: Report) -> None:
        self._exercise = exercise
        self._id = exercise.id
        self._language = language
        self._shown = shown
        self._report = report

    def choice(self, question: MultipleChoice | MultipleResponse) -> Presented:
        """Options in shown order; of several right ones all must be taken, and no other."""
        html = self._shown.html
        options = [(f"o{at}", option) for at, option in enumerate(choices(self._exercise), start=1)]
        labels = [(ident, xml.material(html(option.text))) for ident, option in options]
        whys = {ident: html(option.why) for ident, option in options if option.why}
        if isinstance(question, MultipleChoice):
            kind, cardinality = "multiple_choice_question", "Single"
            (right,) = (xml.equal(_ONE, ident) for ident, option in options if option.right)
        else:
            kind, cardinality = "multiple_answers_question", "Multiple"
            each = ((xml.equal(_ONE, ident), option.right) for ident, option in options)
            right = element("and", "".join(is_ if so else element("not", is_) for is_, so in each))
        answered = xml.choice(_ONE, labels, cardinality=cardinality)
        return Presented(kind, html(question.prompt), answered, xml.condition(right, xml.scored()), whys)

    def truth(self, question: TrueFalse) -> Presented:
        """True and false, in Canvas's own words; the correction is said to who takes the wrong one."""
        labels = [("true", xml.bare("True")), ("false", xml.bare("False"))]
        right, wrong = ("true", "false") if question.answer else ("false", "true")
        whys = {wrong: self._shown.html(question.correction)} if question.correction else {}
        answered = xml.choice(_ONE, labels, cardinality="Single")
        earns = xml.condition(xml.equal(_ONE, right), xml.scored())
        return Presented("true_false_question", self._shown.html(question.prompt), answered, earns, whys)

    def typed(self, prompt: str, forms: Sequence[str]) -> Presented:
        """Answers to type, all of which are plain."""
        for form in forms:
            tell_of_marks(self._id, self._report, "answer", form)
        told = dict.fromkeys(printable(plain(form)) for form in forms)
        earns = xml.condition("".join(xml.equal(_ONE, form) for form in told), xml.scored())
        return Presented("short_answer_question", self._shown.html(prompt), _WORDS, earns)

    def number(self, question: Numerical) -> Presented:
        """A number in digits, and from where to where others are right too."""
        found = bare_number(question, self._language)
        if found is None:
            tell_of_date(question, self._report)
            return self.typed(question.prompt, (question.answer,))
        value, margin = Decimal(found.digits), Decimal(found.margin)
        asked = self._with_unit(question, found.unit)
        tell_of_digits(question, found, self._report)
        tell_of_margin(question, found, self._report)
        if abs(value) < _LEAST:
            rule = f"Canvas takes no number nearer to zero than {_LEAST}: it is typed as a text"
            self._report.changed(self._id, "type", rule, question.answer)
            return msgspec.structs.replace(self.typed("", (found.digits,)), prompt=asked)
        if "." in found.digits and len(found.digits.partition(".")[2]) > _DECIMALS:
            rule = f"Canvas keeps {_DECIMALS} decimals of a number"
            self._report.note(self._id, "answer", rule, found.digits)
        least = element("vargte", f"{value - margin:f}", respident=_ONE)
        most = element("varlte", f"{value + margin:f}", respident=_ONE)
        either = element("or", xml.equal(_ONE, found.digits) + element("and", least + most))
        return Presented("numerical_question", asked, _NUMBER, xml.condition(either, xml.scored()))

    def _with_unit(self, question: Numerical, unit: str) -> str:
        """The prompt with the unit behind it, which cannot be typed."""
        html = self._shown.html(question.prompt)
        if not unit:
            return html
        rule = "the unit stands behind the prompt"
        self._report.changed(self._id, "prompt", rule, "", unit)
        self._report.changed(self._id, "unit", rule, unit)
        return f"{html} ({literal(unit)})"

    def blanks(self, question: Cloze) -> Presented | None:
        """A text with names in brackets, for each of which one of its forms is typed."""
        found = cloze.blanks(question.text)
        if any(blank.part for blank in found):
            tell_of_blank_in_formula(self._exercise, self._report)
            return None
        sign = "blank"
        while f"[{sign}" in question.text:
            sign += "x"
        prompt = self._shown.html(cloze.with_named_gaps(question.text, lambda number: f"[{sign}{number}]"))
        answered, earns = "", ""
        for number, (blank, share) in enumerate(zip(found, _shares(len(found)), strict=True), start=1):
            ident, name = f"response_{sign}{number}", f"{sign}{number}"
            for form in (blank.answer, *blank.accept):
                tell_of_marks(self._id, self._report, "prompt", form)
            forms = dict.fromkeys(printable(plain(form)) for form in (blank.answer, *blank.accept))
            labels = [(f"{name}_{at}", xml.bare(form)) for at, form in enumerate(forms)]
            answered += xml.choice(ident, labels, xml.bare(name))
            right = xml.equal(ident, labels[0][0])
            earns += xml.condition(right, xml.scored(share, "Add"), goes_on=True)
        return Presented("fill_in_multiple_blanks_question", prompt, answered, earns)

    def pairs(self, question: Matching) -> Presented:
        """A choice among all rights for each left; both are plain, and a spare right is in each list."""
        for field, texts in (("pairs", sum(question.pairs, ())), ("extra", question.extra)):
            for text in texts:
                tell_of_marks(self._id, self._report, field, text)
        rights = dict.fromkeys(plain(right) for right in self._exercise.options)
        idents = {right: f"r{at}" for at, right in enumerate(rights, start=1)}
        labels = [(ident, xml.bare(right)) for right, ident in idents.items()]
        answered, earns = "", ""
        shares = _shares(len(question.pairs))
        for at, ((left, right), share) in enumerate(zip(question.pairs, shares, strict=True), start=1):
            ident = f"response_l{at}"
            answered += xml.choice(ident, labels, xml.bare(plain(left)))
            earns += xml.condition(
                xml.equal(ident, idents[plain(right)]), xml.scored(share, "Add"), goes_on=True
            )
        return Presented("matching_question", self._shown.html(question.prompt), answered, earns)

    def steps(self, question: Ordering) -> Presented:
        """Lines in shown order, and the right one, which New Quizzes alone knows."""
        rule = "only New Quizzes asks for an order; Classic Quizzes shows it without its lines"
        self._report.note(self._id, "type", rule)
        labels = "".join(
            element("response_label", xml.material(self._shown.html(step)), ident=f"s{at}")
            for at, step in enumerate(self._exercise.options, start=1)
        )
        drawn = element("ims_render_object", element("flow_label", labels), shuffle="No")
        answered = element(
            "response_lid", element("render_extension", drawn), ident=_ONE, rcardinality="Ordered"
        )
        right = "".join(xml.equal(_ONE, f"s{at + 1}") for at in self._exercise.key)
        earns = xml.condition(right, xml.scored())
        return Presented("ordering_question", self._shown.html(question.prompt), answered, earns)

    def essay(self, question: Essay) -> Presented:
        """A text to be marked by hand."""
        earns = xml.condition(element("other"), "")
        return Presented("essay_question", self._shown.html(question.prompt), _WORDS, earns)


def _shares(of: int) -> list[str]:
    """A hundred in so many parts, of two decimals and nothing lost: 33.33, 33.33, 33.34."""
    each = (Decimal(100) / of).quantize(Decimal("0.01"))
    return [*[f"{each}"] * (of - 1), f"{100 - each * (of - 1)}"]
