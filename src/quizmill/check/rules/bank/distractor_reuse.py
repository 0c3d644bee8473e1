"""One text is used as a distractor all over the bank, or again and again without ever being right.

Too often is more than five questions and more than 15% of those with options; or four questions and more,
when it is never an answer. The other way round, an answer of four questions and more that is never a
distractor. Figures and dates are not counted.

Why: who meets an option for the tenth time knows how it usually ends.

Source: our own.

Bad:
    distractors: [Alibaba, eBay]      # Alibaba in fourteen questions, and never right

Good:
    distractors: [Dangdang, eBay]
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from quizmill.bank import values
from quizmill.bank.alike import identity
from quizmill.bank.markup import plain
from quizmill.bank.model import Bank, MultipleChoice, MultipleResponse, compare_of
from quizmill.bank.reader.fault import Path
from quizmill.check.context import Context
from quizmill.check.finding import Finding, question_subject
from quizmill.check.language.answer_options import is_meta
from quizmill.check.measure.testwise import CHOICE, choices
from quizmill.check.phrasing import some
from quizmill.compose.exercise import key_of
from quizmill.errors import Severity

ID = "distractor-reuse"
SEVERITY = Severity.ADVICE
TRAITS = (CHOICE,)

_OFTEN, _SHARE = 5, 0.15
_NEVER_RIGHT = 4

Use = tuple[str, Path, str]  # question, place, text
Uses = defaultdict[tuple[str, ...], list[Use]]  # by what is the same wherever it stands


def check_bank(bank: Bank, context: Context) -> Iterator[Finding]:
    """One finding for each such text, at the first place where it stands."""
    wrong, right = _uses(context)
    answers = {
        identity(text, compare_of(question)) for _, question in bank.questions() for text in key_of(question)
    }
    limit = max(_OFTEN, _SHARE * len(context.once(choices)))
    for text, uses in wrong.items():
        if len(uses) > limit:
            told = f"more than {limit:.0f}"
        elif len(uses) >= _NEVER_RIGHT and text not in answers:
            told = f"{_NEVER_RIGHT} or more, and never right"
        else:
            continue
        if _counts(uses):
            yield _finding(uses, f"a distractor in {len(uses)} questions, {told}", "take other distractors")
    for text, uses in right.items():
        if len(uses) >= _NEVER_RIGHT and text not in wrong and _counts(uses):
            told = f"right in {len(uses)} questions, {_NEVER_RIGHT} or more, and nowhere a distractor"
            yield _finding(uses, told, "make it a distractor where it tempts")


def _uses(context: Context) -> tuple[Uses, Uses]:
    wrong: Uses = defaultdict(list)
    right: Uses = defaultdict(list)
    for question in context.questions:
        if isinstance(question, MultipleChoice | MultipleResponse):
            for path, text in _keys(question):
                right[identity(text, question.compare)].append((question.id, path, plain(text)))
            for i, wrong_one in enumerate(question.distractors):
                use = (question.id, ("distractors", i), plain(wrong_one.text))
                wrong[identity(wrong_one.text, question.compare)].append(use)
    return wrong, right


def _keys(question: MultipleChoice | MultipleResponse) -> Iterator[tuple[Path, str]]:
    if isinstance(question, MultipleChoice):
        yield ("answer",), question.answer
    else:
        yield from ((("answers", i), text) for i, text in enumerate(question.answers))


def _counts(uses: list[Use]) -> bool:
    text = uses[0][2]
    return values.read(text) is None and not is_meta(text)


def _finding(uses: list[Use], told: str, advice: str) -> Finding:
    id, path, text = uses[0]
    listed = some([f'"{use[0]}"' for use in uses], 8)
    message = f'"{text}" is {told}'
    return Finding(
        subject=question_subject(id), path=path, message=message, help=f"{advice} in some of {listed}"
    )
