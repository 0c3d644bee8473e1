"""A question as an item writer judges it: its stem, its lead and its options, cut up once for all rules."""

from __future__ import annotations

import re
from functools import cached_property
from types import UnionType

import msgspec

from quizmill.bank.markup import Style, plain, spans
from quizmill.bank.model import Matching, MultipleChoice, MultipleResponse, Question, TrueFalse
from quizmill.bank.pictures import is_illustrated
from quizmill.bank.reader.fault import Path
from quizmill.check.language.answer_options import Option, is_meta, options
from quizmill.check.language.holes import hole_in
from quizmill.check.language.kinds import Kind, Names, kind
from quizmill.check.language.lead import lead_of, prompt, statement_of
from quizmill.check.language.lexicons import terms
from quizmill.check.language.quoting import without_quotations
from quizmill.check.language.verdicts import verdicts
from quizmill.check.texts import prompt_path
from quizmill.compose.exercise import prompt_of


class Item(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """Texts are without markup; options stand as their author wrote them."""

    kind: type[Question]
    stem: str
    options: tuple[Option, ...] = ()
    lefts: tuple[str, ...] = ()  # of a matching, to each right option its left
    path: Path = ("prompt",)  # of the stem
    answer: bool | None = None  # of a true/false question
    evidence: str = ""  # what the facts say that it rests on
    rivals: tuple[str, ...] = ()  # what other documents say instead of them
    titles: tuple[str, ...] = ()  # of the documents
    uncoded: str = ""  # the stem with its code as gaps, where it has some
    illustrated: bool = False  # there is more than the stem: a picture, a sound, a context
    fixed: bool = False  # the options are shown in the order in which they are written
    names: Names | None = None
    name_words: frozenset[str] = frozenset()  # the words of the bank's names

    def of(self, kinds: type[Question] | UnionType) -> bool:
        """Whether the question is of that kind, or of one of them."""
        return issubclass(self.kind, kinds)

    @property
    def chosen(self) -> bool:
        """Whether it is answered by choosing among options that its author wrote for it alone."""
        return self.of(MultipleChoice | MultipleResponse)

    @cached_property
    def lead(self) -> str:
        """The sentence that asks; of a true/false question the whole statement."""
        return statement_of(self.stem) if self.of(TrueFalse) else lead_of(self.stem)

    @cached_property
    def asked(self) -> str:
        """The lead without what stands in quotation marks, which may be sentences that ask."""
        told = self.uncoded or self.stem
        own = without_quotations(told)
        if self.of(TrueFalse):
            return without_quotations(statement_of(told))
        return self.lead if own == self.stem else lead_of(own)

    @cached_property
    def hole(self) -> str:
        """The first hole in the stem, as written; "" when it has none."""
        return hole_in(self.stem)

    @cached_property
    def verdicts(self) -> tuple[Option, ...]:
        """The options that only judge the stem, where two and more do."""
        return verdicts(self.options, self.stem) if self.chosen else ()

    @cached_property
    def real(self) -> tuple[Option, ...]:
        """The options that speak of the matter, not of other options."""
        return tuple([option for option in self.options if not is_meta(option.text)])

    @cached_property
    def distractors(self) -> tuple[Option, ...]:
        """The wrong ones of these."""
        return tuple([option for option in self.real if not option.right])

    @cached_property
    def key(self) -> Option | None:
        """The right option of a multiple choice, when it speaks of the matter."""
        right = [option for option in self.real if option.right]
        return right[0] if len(right) == 1 and self.of(MultipleChoice) else None

    @cached_property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds of the real options."""
        return tuple([kind(option.text, self.names) for option in self.real])

    def own_terms(self, lexicon: re.Pattern[str], text: str) -> frozenset[str]:
        """What of a lexicon stands in *text*, and neither in all options nor in the facts."""
        found = terms(lexicon, text)
        if found and self.real:
            found -= frozenset.intersection(*(terms(lexicon, option.text) for option in self.real))
        return found - terms(lexicon, self.evidence) if found else found


def _without_code(text: str) -> str:
    """The text without markup, its code as gaps; "" when it has none."""
    if "`" not in text:
        return ""
    return "".join("…" if span.style is Style.CODE else span.text for span in spans(text)).strip()


def item_of(
    question: Question,
    *,
    names: Names | None,
    name_words: frozenset[str],
    evidence: str = "",
    rivals: tuple[str, ...] = (),
    titles: tuple[str, ...] = (),
) -> Item:
    """The question as an item, with what is known of its evidence."""
    return Item(
        kind=type(question),
        stem=prompt(question),
        options=options(question),
        lefts=tuple(plain(left) for left, _ in question.pairs) if isinstance(question, Matching) else (),
        path=prompt_path(question),
        answer=question.answer if isinstance(question, TrueFalse) else None,
        evidence=evidence,
        rivals=rivals,
        titles=titles,
        uncoded=_without_code(prompt_of(question)),
        illustrated=bool(question.audio or question.context) or is_illustrated(question),
        fixed=isinstance(question, MultipleChoice) and not question.shuffle,
        names=names,
        name_words=name_words,
    )
