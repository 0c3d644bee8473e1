"""A pronoun in the prompt stands for something that the prompt does not name.

A name, or a noun with an article, before the pronoun is what it stands for; so is a name soon after it (in
his office, Newton …). An `it` that stands for nothing is none: of the weather, of time and distance (how
far is it to …, what time is it in …), of what is said behind it (is it true that …). Nor does `this program`
or `these lines` stand for nothing where a listing, table or formula stands in the prompt.

Why: a card is read alone, months later, between cards about other things.

Source: Matuschak 2020: prompts are precise.

Bad:
    prompt: When did he discover it?

Good:
    prompt: When did Alexander Fleming discover penicillin?
"""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank.markup import Display, Listing, Table, blocks
from quizmill.bank.model import Cloze, Essay, Matching, MultipleChoice, MultipleResponse, Ordering, Question
from quizmill.bank.pictures import is_illustrated
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.check.language.pronouns import orphan
from quizmill.check.language.quoting import without_quotations
from quizmill.check.texts import filled_prompt, prompt_path
from quizmill.errors import Severity

ID = "orphan-pronoun"
SEVERITY = Severity.WARNING
READS_ENGLISH = True

_WITH_PARTS = MultipleChoice | MultipleResponse | Matching | Ordering | Essay  # `these` points at them


def check_question(question: Question, grounds: Grounds) -> Iterator[Finding]:
    """One finding, for the first such pronoun."""
    if question.context or question.audio or is_illustrated(question):
        return
    path = prompt_path(question)
    asked = filled_prompt(question)
    pointing = not isinstance(question, _WITH_PARTS) and not _shows_a_block(question)
    found = orphan(without_quotations(asked), pointing=pointing)
    if found:
        message = f'"{found}" stands for nothing that the prompt names'
        yield Finding(path=path, message=message, help="name it")


def _shows_a_block(question: Question) -> bool:
    """Whether there is something in the prompt that `this` points at."""
    written = question.text if isinstance(question, Cloze) else question.prompt
    return any(isinstance(block, Listing | Table | Display) for block in blocks(written))
