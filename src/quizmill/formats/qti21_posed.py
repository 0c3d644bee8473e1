"""What of a question QTI 2.1 has for its kind alone: how it is answered, and what earns what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_UP, Decimal
from typing import assert_never

import msgspec

from quizmill.bank import cloze
from quizmill.bank.html import literal
from quizmill.bank.model import (
    Cloze,
    Compare,
    Essay,
    Matching,
    MultipleChoice,
    MultipleResponse,
    Numerical,
    Ordering,
    ShortAnswer,
    TrueFalse,
)
from quizmill.compose.exercise import Exercise, Placement, options_in
from quizmill.formats import qti21_xml as xml
from quizmill.formats.blanks import unused
from quizmill.formats.packed import element
from quizmill.formats.posed import (
    bare_number,
    capitals_count,
    choices,
    digits,
    tell_of_blank_in_formula,
    tell_of_date,
    tell_of_digits,
    tell_of_equal_steps,
    tell_of_margin,
    tell_of_marks,
    tell_of_unit,
    typed_line,
)
from quizmill.formats.qti21_texts import XhtmlFiles, part
from quizmill.formats.report import Report
from quizmill.words import words_in

_ONE = "RESPONSE"
_GAP = "\u2800{sign}{number}{sign}"  # with Braille, so that it is no part of a picture's line


class ItemParts(msgspec.Struct, frozen=True):
    """The declared responses, the body with the interactions, what sets SCORE, what is said of options."""

    declared: str
    body: str
    earns: str = ""
    whys: Mapping[str, str] = {}  # by the option that it is said to
    several: bool = False  # options may be taken


def posed(exercise: Exercise, language: str, shown: XhtmlFiles, report: Report) -> ItemParts | None:
    """The question as QTI has it; None, and told, where it has nothing for it."""
    asking = _Posing(exercise, language, shown, report)
    question = exercise.question
    match question:
        case MultipleChoice():
            return asking.choice(question)
        case MultipleResponse():
            return asking.choices(question)
        case TrueFalse():
            return asking.truth(question)
        case ShortAnswer():
            return asking.typed(question, (question.answer, *question.accept), question.compare)
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

    def __init__(self, exercise: Exercise, language: str, shown: XhtmlFiles, report: Report) -> None:
        self._exercise = exercise
        self._id = exercise.id
        self._marks = exercise.question.marks
        self._language = language
        self._shown = shown
        self._report = report

    def choice(self, question: MultipleChoice) -> ItemParts:
        """Options in shown order; the last may keep its place while the others are shuffled."""
        options = choices(self._exercise)
        right = next(ident for ident, option in xml.named("o", options) if option.right)
        pinned = self._exercise.placement is Placement.LAST_PINNED
        labels = [
            xml.option(ident, self._shown.html(option.text), fixed=pinned and at == len(options))
            for at, (ident, option) in enumerate(xml.named("o", options), start=1)
        ]
        whys = {ident: option.why for ident, option in xml.named("o", options) if option.why}
        return ItemParts(
            xml.declared(_ONE, "identifier", [right]),
            self._prompt(question.prompt)
            + self._asked("choiceInteraction", labels, maxChoices="1", **self._order(question)),
            xml.all_or_nothing(_ONE, self._marks),
            whys,
        )

    def _order(self, question: MultipleChoice) -> dict[str, str]:
        """What the author says of the order of options, so that it comes back."""
        place = 1 if question.shuffle else self._exercise.key[0] + 1
        if question.place != place:
            rule = "where the answer stands is told by the order of the options"
            self._report.changed(self._id, "place", rule, str(question.place), str(place))
        told = [] if question.shuffle else ["quizmill-kept"]
        told += ["quizmill-last"] if question.pin_last else []
        return {"class": " ".join(told)} if told else {}

    def choices(self, question: MultipleResponse) -> ItemParts:
        """Several options; a wrong one takes away what a right one gives."""
        options = choices(self._exercise)
        share = _share(self._marks, sum(option.right for option in options))
        earned = {ident: share if option.right else -share for ident, option in xml.named("o", options)}
        labels = [
            xml.option(ident, self._shown.html(option.text)) for ident, option in xml.named("o", options)
        ]
        whys = {ident: option.why for ident, option in xml.named("o", options) if option.why}
        right = [ident for ident, option in xml.named("o", options) if option.right]
        return ItemParts(
            xml.declared(_ONE, "identifier", right, xml.mapping(earned, self._marks), "multiple"),
            self._prompt(question.prompt) + self._asked("choiceInteraction", labels, maxChoices="0"),
            xml.mapped([_ONE]),
            whys,
            several=True,
        )

    def truth(self, question: TrueFalse) -> ItemParts:
        """True and false in the bank's words; the correction is said to who takes the wrong one."""
        names = ("true", "false")
        said = options_in(self._exercise, words_in(self._language))
        labels = [xml.option(name, literal(word)) for name, word in zip(names, said, strict=True)]
        right, wrong = names if question.answer else names[::-1]
        return ItemParts(
            xml.declared(_ONE, "identifier", [right]),
            self._prompt(question.prompt) + self._asked("choiceInteraction", labels, maxChoices="1"),
            xml.all_or_nothing(_ONE, self._marks),
            {wrong: question.correction} if question.correction else {},
        )

    def typed(
        self, question: ShortAnswer | Numerical, forms: Sequence[str], compare: Compare | None = None
    ) -> ItemParts:
        """Answers to type, all of which are plain."""
        told = self._forms("answer", forms)
        by_case = capitals_count(self._id, forms, compare, "QTI", self._report)
        declared = self._declared_text(_ONE, told, Decimal(self._marks), by_case)
        body = self._prompt(question.prompt) + element("p", xml.text_entry(_ONE, told))
        return ItemParts(declared, body, xml.mapped([_ONE]))

    def number(self, question: Numerical) -> ItemParts:
        """A number in digits, and from where to where others are right too; its unit stands behind it."""
        found = bare_number(question, self._language)
        if found is None:
            tell_of_date(question, self._report)
            return self.typed(question, (question.answer,))
        tell_of_digits(question, found, self._report)
        tell_of_margin(question, found, self._report)
        unit = typed_line(found.unit)
        tell_of_unit(question, unit, self._report)
        value, margin = Decimal(found.digits), Decimal(found.margin)
        behind = f" {xml.classed('span', 'unit', literal(unit))}" if unit else ""
        field = element("p", xml.text_entry(_ONE, [found.digits]) + behind)
        earns = xml.within(_ONE, digits(value - margin), digits(value + margin), self._marks)
        return ItemParts(
            xml.declared(_ONE, "float", [found.digits]), self._prompt(question.prompt) + field, earns
        )

    def blanks(self, question: Cloze) -> ItemParts | None:
        """A text with fields to type into, each with its share of the marks."""
        found = cloze.blanks(question.text)
        if any(blank.part for blank in found):
            tell_of_blank_in_formula(self._exercise, self._report)
            return None
        sign = unused(question.text)
        marked = cloze.with_named_gaps(question.text, lambda number: _GAP.format(sign=sign, number=number))
        html, declared, names = self._shown.html(marked), "", []
        typed = [form for blank in found for form in (blank.answer, *blank.accept)]
        by_case = capitals_count(self._id, typed, question.compare, "QTI", self._report)
        for number, (blank, share) in enumerate(zip(found, _shares(self._marks, len(found)), strict=True), 1):
            forms = self._forms("prompt", (blank.answer, *blank.accept))
            names.append(f"R{number}")
            declared += self._declared_text(names[-1], forms, share, by_case)
            html = html.replace(_GAP.format(sign=sign, number=number), xml.text_entry(names[-1], forms))
        return ItemParts(declared, part("prompt", html), xml.mapped(names))

    def pairs(self, question: Matching) -> ItemParts:
        """Lefts and rights, of which one may serve several lefts."""
        key = self._exercise.key
        share = _share(self._marks, len(key))
        wanted = {f"l{left} r{right + 1}": share for left, right in enumerate(key, start=1)}
        several = "0" if len(set(key)) < len(key) else "1"  # 0 is any number
        lefts = "".join(
            xml.associable(ident, self._shown.html(left), "1")
            for ident, (left, _) in xml.named("l", question.pairs)
        )
        rights = "".join(
            xml.associable(ident, self._shown.html(right), several)
            for ident, right in xml.named("r", self._exercise.options)
        )
        sets = [element("simpleMatchSet", lefts), element("simpleMatchSet", rights)]
        return ItemParts(
            xml.declared(_ONE, "directedPair", wanted, xml.mapping(wanted, self._marks), "multiple"),
            self._prompt(question.prompt)
            + self._asked("matchInteraction", sets, maxAssociations=str(len(question.pairs))),
            xml.mapped([_ONE]),
        )

    def steps(self, question: Ordering) -> ItemParts:
        """Lines in shown order, and the right one, which earns all or nothing."""
        tell_of_equal_steps(question, "QTI", self._report)
        labels = [
            xml.option(ident, self._shown.html(step))
            for ident, step in xml.named("s", self._exercise.options)
        ]
        right = [f"s{at + 1}" for at in self._exercise.key]
        return ItemParts(
            xml.declared(_ONE, "identifier", right, cardinality="ordered"),
            self._prompt(question.prompt) + self._asked("orderInteraction", labels),
            xml.all_or_nothing(_ONE, self._marks),
        )

    def essay(self, question: Essay) -> ItemParts:
        """A text to be marked by hand, with the points for whoever marks it."""
        points = "".join(element("li", self._shown.html(point.point)) for point in question.points)
        lines = {"expectedLines": str(question.lines)} if question.lines else {}
        body = (
            element("rubricBlock", element("ul", points), view="scorer")
            + self._prompt(question.prompt)
            + element("extendedTextInteraction", responseIdentifier=_ONE, **lines)
        )
        return ItemParts(xml.declared(_ONE, "string", []), body)

    def _prompt(self, prompt: str) -> str:
        return part("prompt", self._shown.html(prompt))

    def _asked(self, name: str, inside: Iterable[str], **attributes: str) -> str:
        """An interaction, in which chance may place what chance has placed here."""
        shuffled = self._exercise.placement is not Placement.FIXED
        return element(
            name, "".join(inside), responseIdentifier=_ONE, shuffle=str(shuffled).lower(), **attributes
        )

    def _forms(self, field: str, forms: Iterable[str]) -> list[str]:
        """What is right as it is typed: plain, in one line, each once."""
        told: dict[str, None] = {}
        for form in forms:
            tell_of_marks(self._id, self._report, field, form)
            told[typed_line(form)] = None
        return list(told)

    def _declared_text(self, name: str, forms: Sequence[str], share: Decimal, by_case: bool) -> str:
        earned = xml.mapping(dict.fromkeys(forms, share), by_case=by_case)
        return xml.declared(name, "string", forms[:1], earned)


def _share(marks: int, of: int) -> Decimal:
    """Marks in so many parts, which together are no less: 0.6666667 of 2 in three."""
    return (Decimal(marks) / of).quantize(Decimal("1e-7"), ROUND_UP).normalize()


def _shares(marks: int, of: int) -> list[Decimal]:
    """Marks in so many parts, of which the last is what is left."""
    each = _share(marks, of)
    return [*[each] * (of - 1), marks - each * (of - 1)]
