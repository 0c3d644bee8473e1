"""The answer to a blank can be read elsewhere on the card.

In the text around it, in the context or in the hint: as it stands, as a word of the same stem, or by its
initials. Words that the context sets apart to choose from (fill in with *hay* or *está*) give none away.

Why: what can be read is not recalled.

Source: Matuschak 2020: prompts are effortful.

Bad:
    text: "The World Health Organization is called {{WHO}}, the world's health organization."

Good:
    text: "The health agency of the United Nations is called {{WHO|World Health Organization}}."
"""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank import cloze
from quizmill.bank.markup import Style, plain, same, spans
from quizmill.bank.model import Cloze, Question
from quizmill.check.attribution import untitled
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.check.measure.reveal import Visible, reveals
from quizmill.check.measure.typed_answers import ExpectedAnswer, answers
from quizmill.errors import Severity

ID = "cloze-self-reveal"
SEVERITY = Severity.WARNING

_APART = (Style.EMPHASIS, Style.STRONG)


def check_question(question: Question, grounds: Grounds) -> Iterator[Finding]:
    """One finding for each blank, at the text or the hint that gives it away."""
    if not isinstance(question, Cloze):
        return
    context = _without_choice(question)
    around = untitled(f"{context} {plain(cloze.with_gaps(question.text, ' … '))}", grounds)
    places = ((("text",), Visible(around)), (("hint",), Visible(plain(question.hint))))
    for answer in answers(question):
        for path, visible in places:
            if found := _reveals(answer, visible, grounds):
                yield Finding(
                    path=path,
                    message=f'"{answer.key.text}" can be read outside its blank: {found}',
                    help="reword what is visible",
                )
                break


def _reveals(answer: ExpectedAnswer, visible: Visible, grounds: Grounds) -> str | None:
    found = (reveals(form.text, visible, named=bool(grounds.named(form.text))) for form in answer.forms)
    return next((each for each in found if each), None)


def _without_choice(question: Cloze) -> str:
    """The context without those answers that it sets apart among other words, to choose from."""
    told = spans(question.context)
    offered = {same(span.text) for span in told if span.style in _APART}
    if len(offered) < 2:
        return plain(question.context)
    answers = {same(blank.answer) for blank in cloze.blanks(question.text)}
    return "".join(
        " … " if span.style in _APART and same(span.text) in answers else span.said for span in told
    )
