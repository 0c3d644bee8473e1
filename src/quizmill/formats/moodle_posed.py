"""What of a question Moodle's XML has for its kind alone: its prompt, its answers, and how they are taken."""

from __future__ import annotations

import re
from typing import assert_never

import msgspec

from quizmill.bank import cloze
from quizmill.bank.html import literal, printable
from quizmill.bank.markup import plain
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
from quizmill.compose.exercise import Exercise, Placement
from quizmill.formats import blanks as gaps
from quizmill.formats import moodle_cloze
from quizmill.formats import moodle_element as element
from quizmill.formats.format import Settings
from quizmill.formats.moodle_element import Shown
from quizmill.formats.posed import (
    bare_number,
    capitals_count,
    choices,
    share,
    tell_of_blank_in_formula,
    tell_of_date,
    tell_of_equal_steps,
    tell_of_margin,
    tell_of_marks,
    tell_of_unit,
)
from quizmill.formats.report import Report

_RIGHT = 255  # characters of a right in Moodle's database; with more the whole import ends
_UNIT = 50  # and of a unit
_LINES = (2, 3, 5, 10, 15, 20, 25, 30, 35, 40)  # which Moodle's form knows
_COUNTED = (
    "<shownumcorrect>1</shownumcorrect>"  # without it the importer makes up hints and its database stops
)
_GAP = "\u2800{sign}{number}{sign}"  # with Braille, so that it is no part of a picture's line
_ORDERING = """\
<layouttype>VERTICAL</layouttype>
<selecttype>ALL</selecttype>
<selectcount>0</selectcount>
<gradingtype>LONGEST_ORDERED_SUBSET</gradingtype>
<showgrading>SHOW</showgrading>
<numberingstyle>none</numberingstyle>"""


class Posed(msgspec.Struct, frozen=True):
    """Moodle's type, the prompt as HTML with the files that it shows, and the elements of that type."""

    type: str
    prompt: str
    shown: Shown
    lines: tuple[str, ...] = ()


def posed(exercise: Exercise, language: str, settings: Settings, report: Report) -> Posed | None:
    """The question as its type has it; None, and told, where there is no such."""
    asking = _Posing(exercise, language, settings, report)
    question = exercise.question
    match question:
        case MultipleChoice() | MultipleResponse():
            return asking.choice(question.prompt)
        case TrueFalse():
            return asking.truth(question)
        case ShortAnswer():
            return asking.typed(question.prompt, (question.answer, *question.accept), question.compare)
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

    def __init__(self, exercise: Exercise, language: str, settings: Settings, report: Report) -> None:
        self._exercise = exercise
        self._id = exercise.id
        self._language = language
        self._settings = settings
        self._report = report
        self._shown = Shown(settings)

    def choice(self, prompt: str) -> Posed:
        """Options; a wrong pick among several takes away what a right one gives, as quizmill marks it."""
        options = choices(self._exercise)
        single = isinstance(self._exercise.question, MultipleChoice)
        each = share(sum(option.right for option in options))
        taken = "0" if single else f"-{each}"
        answers = (
            self._rich("answer", option.text, self._said(option.why), each if option.right else taken)
            for option in options
        )
        shuffled = self._exercise.placement is Placement.FREE
        return self._as(
            "multichoice",
            prompt,
            f"<single>{_truth(single)}</single>",
            f"<shuffleanswers>{_truth(shuffled)}</shuffleanswers>",
            "<answernumbering>abc</answernumbering>",
            "<showstandardinstruction>0</showstandardinstruction>",
            _COUNTED,
            *answers,
        )

    def truth(self, question: TrueFalse) -> Posed:
        """True and false, in Moodle's own words; the correction is said to who takes the wrong one."""
        said = {True: "", False: ""}
        said[not question.answer] = question.correction
        answers = (
            element.plain(
                "answer",
                _truth(truth),
                self._said(why),
                "100" if truth is question.answer else "0",
            )
            for truth, why in said.items()
        )
        return self._as("truefalse", question.prompt, *answers)

    def typed(self, prompt: str, forms: tuple[str, ...], compare: Compare | None = None) -> Posed:
        """Answers to type, plain, in which no star stands for any text."""
        for form in forms:
            tell_of_marks(self._id, self._report, "answer", form)
        told = dict.fromkeys(printable(plain(form)).replace("*", "\\*") for form in forms)
        answers = (element.plain("answer", form, share="100") for form in told)
        by_case = capitals_count(self._id, forms, compare, "Moodle", self._report)
        return self._as("shortanswer", prompt, f"<usecase>{int(by_case)}</usecase>", *answers)

    def number(self, question: Numerical) -> Posed:
        """A number in digits, which may be typed with its unit or without."""
        found = bare_number(question, self._language)
        if found is None:
            tell_of_date(question, self._report)
            return self.typed(question.prompt, (question.answer,))
        if found.digits != plain(question.answer):
            rule = "a number is compared in digits"
            self._report.changed(self._id, "answer", rule, question.answer, found.digits)
        tell_of_margin(question, found, self._report)
        more = f"<tolerance>{found.margin}</tolerance>"
        answer = element.plain("answer", found.digits, more, "100")
        taken = ("<unitgradingtype>0</unitgradingtype>", "<unitpenalty>0.1</unitpenalty>")
        unit = " ".join(plain(found.unit).split())
        units = self._units(question, unit)
        shown = "0" if units else "3"
        return Posed(
            "numerical",
            self._shown.html(question.prompt) + self._unit_named(question, unit),
            self._shown,
            (answer, units, *taken, f"<showunits>{shown}</showunits>", "<unitsleft>0</unitsleft>"),
        )

    def _units(self, question: Numerical, unit: str) -> str:
        """The unit that Moodle knows, so that it may be typed too."""
        if len(unit) > _UNIT:
            rule = f"a unit has at most {_UNIT} characters"
            self._report.lost(self._id, "unit", rule, unit)
            return ""
        tell_of_unit(question, unit, self._report)
        named = f"<unit_name>{literal(unit)}</unit_name>"
        return f"<units><unit><multiplier>1</multiplier>{named}</unit></units>" if unit else ""

    def _unit_named(self, question: Numerical, unit: str) -> str:
        """The unit behind a prompt that does not name it."""
        if not unit or _is_named(unit, plain(question.prompt)):
            return ""
        self._report.changed(self._id, "prompt", "the unit is asked for behind the prompt", "", unit)
        return f" ({literal(unit)})"

    def blanks(self, question: Cloze) -> Posed | None:
        """A text with blanks to type into, each with its share of the marks."""
        found = cloze.blanks(question.text)
        if any(blank.part for blank in found):
            tell_of_blank_in_formula(self._exercise, self._report)
            return None
        for form in (form for blank in found for form in (blank.answer, *blank.accept)):
            tell_of_marks(self._id, self._report, "prompt", form)
        weight = max(1, question.marks // len(found))
        if weight * len(found) != question.marks:
            rule = "each blank earns whole marks, and the question their sum"
            self._report.changed(self._id, "marks", rule, str(question.marks), str(weight * len(found)))
        typed = (form for blank in found for form in (blank.answer, *blank.accept))
        by_case = capitals_count(self._id, typed, question.compare, "Moodle", self._report)
        sign = gaps.unused(question.text)
        marked = cloze.with_named_gaps(question.text, lambda number: _GAP.format(sign=sign, number=number))
        html = moodle_cloze.harmless(self._shown.html(marked))
        for number, blank in enumerate(found, start=1):
            written = moodle_cloze.blank(blank, weight, by_case=by_case)
            html = html.replace(_GAP.format(sign=sign, number=number), written)
        return Posed("cloze", html, self._shown)

    def pairs(self, question: Matching) -> Posed | None:
        """Lefts with their rights, which are plain; a spare right has no left."""
        rights = [plain(right) for right in (*(right for _, right in question.pairs), *question.extra)]
        if any(len(right) > _RIGHT for right in rights):
            rule = f"a right has at most {_RIGHT} characters"
            self._report.lost(self._id, "question", rule, self._exercise.prompt)
            return None
        for field, texts in (("pairs", (right for _, right in question.pairs)), ("extra", question.extra)):
            for right in texts:
                tell_of_marks(self._id, self._report, field, right)
        lefts = [*(left for left, _ in question.pairs), *("" for _ in question.extra)]
        pairs = (
            self._rich("subquestion", left, element.plain("answer", printable(right)))
            for left, right in zip(lefts, rights, strict=True)
        )
        return self._as(
            "matching", question.prompt, "<shuffleanswers>true</shuffleanswers>", _COUNTED, *pairs
        )

    def steps(self, question: Ordering) -> Posed:
        """Lines to be put in order, in the right one."""
        tell_of_equal_steps(question, "Moodle", self._report)
        answers = (
            self._rich("answer", step, "", str(at)) for at, step in enumerate(question.sequence, start=1)
        )
        return self._as("ordering", question.prompt, _ORDERING, _COUNTED, *answers)

    def essay(self, question: Essay) -> Posed:
        """A text to be marked by hand, with the points for whoever marks it."""
        lines = question.lines
        if lines is not None and lines not in _LINES:
            lines = next((each for each in _LINES if each > lines), _LINES[-1])
            rule = "Moodle's form knows some numbers of lines only"
            self._report.changed(self._id, "lines", rule, str(question.lines), str(lines))
        points = Shown(self._settings)
        told = "".join(f"<li>{points.html(point.point)}</li>" for point in question.points)
        return self._as(
            "essay",
            question.prompt,
            "<responseformat>editor</responseformat>",
            "<responserequired>1</responserequired>",
            f"<responsefieldlines>{lines}</responsefieldlines>" if lines else "",
            "<attachments>0</attachments>",
            element.rich("graderinfo", f"<ul>{told}</ul>", points),
            element.rich("responsetemplate", ""),
        )

    def _as(self, named: str, prompt: str, *lines: str) -> Posed:
        return Posed(named, self._shown.html(prompt), self._shown, lines)

    def _rich(self, name: str, markup: str, more: str = "", share: str = "") -> str:
        """An element with a text of the question and the files that it shows."""
        shown = Shown(self._settings)
        return element.rich(name, shown.html(markup), shown, more, share)

    def _said(self, why: str) -> str:
        """What is said to whoever answers so."""
        return self._rich("feedback", why) if why else ""


def _is_named(unit: str, prompt: str) -> bool:
    """Whether a prompt names the unit, as a word of its own."""
    return re.search(rf"(?<!\w){re.escape(unit)}(?!\w)", prompt, re.IGNORECASE) is not None


def _truth(truth: bool) -> str:
    return "true" if truth else "false"
