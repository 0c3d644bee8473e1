"""The answer can be read in the prompt, in the context, in the hint or in the name of a sound's file.

That name stands on the pupils' sheet, so that somebody plays it. A context counts only for questions of
recall. A choice named in the prompt (which is larger, A or B?) does not, nor does a word whose form is asked
for (the plural of sheep).

Why: what can be read is not recalled.

Source: Matuschak 2020: prompts are effortful.

Bad:
    prompt: Which gas, carbon dioxide, do plants take in?
    answer: carbon dioxide

Good:
    prompt: Which gas do plants take in?
    answer: carbon dioxide
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizmill.bank.markup import plain
from quizmill.bank.model import Level, MultipleChoice, Numerical, Question, ShortAnswer
from quizmill.bank.reader.fault import Path
from quizmill.check.attribution import untitled
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.check.language.answer_options import options
from quizmill.check.measure.reveal import Visible, stands_in
from quizmill.check.measure.typed_answers import Form, answers
from quizmill.errors import Severity

ID = "answer-in-prompt"
SEVERITY = Severity.WARNING

_FORM = re.compile(
    r"\b(?:plural|singular|past(?: tense| participle)?|participle|infinitive|feminine|masculine|comparative"
    r"|superlative|genitive|accusative|form|tense) (?:form )?of\b|\b(?:in|into) the (?:plural"
    r"|singular|past tense)\b"
    r"|\b(?:spell(?:ed|ing)?|pronounced?|translat\w+|synonym|rhymes?)\b",
    re.IGNORECASE,
)
_CHOICE = re.compile(
    r"\bor\b|\bwhich of\b|\b(?:earlier|later|larger|smaller|first|more|fewer|less|older)\b", re.I
)


def check_question(question: Question, grounds: Grounds) -> Iterator[Finding]:
    """One finding, at the text that gives the answer away."""
    forms = tuple(_forms(question))
    if not forms:
        return
    for path, text in _shown(question):
        visible = Visible(untitled(plain(text), grounds))
        found = next((form for form in forms if _stands_in(form, visible, grounds)), None)
        if found and not _FORM.search(visible.text) and not _is_choice(question, found, visible, grounds):
            message = f'"{found.text}" can be read before it is answered'
            yield Finding(
                path=path, message=message, help="reword what is visible, or ask for something else"
            )
            return


def _forms(question: Question) -> Iterator[Form]:
    if isinstance(question, MultipleChoice):
        yield Form(plain(question.answer), ("answer",))
    elif isinstance(question, ShortAnswer | Numerical):
        for answer in answers(question):
            yield from answer.forms


def _shown(question: Question) -> Iterator[tuple[Path, str]]:
    if isinstance(question, MultipleChoice | ShortAnswer | Numerical):
        yield ("prompt",), question.prompt
    if question.context and question.level is Level.REMEMBER:
        yield ("context",), question.context
    if question.hint:
        yield ("hint",), question.hint
    if question.audio:
        yield ("audio", "file"), re.sub(r"[\W_]+", " ", question.audio.file)


def _stands_in(form: Form, visible: Visible, grounds: Grounds) -> bool:
    return stands_in(form.text, visible, named=bool(grounds.named(form.text)))


def _is_choice(question: Question, form: Form, visible: Visible, grounds: Grounds) -> bool:
    """Whether the answer is named as one of several to choose from."""
    if isinstance(question, MultipleChoice):
        others = (Form(option.text, option.path) for option in options(question) if not option.right)
        return any(_stands_in(other, visible, grounds) for other in others)
    return bool(_CHOICE.search(visible.text))
