"""The stem asks nothing: one must read the options to learn the question.

Meant is a stem without a question mark and without a colon after which the options complete it, unless it
is a task (find, name, choose …) or an equation to complete. A question word without a question mark is no
question. `Which of the following is true?` asks nothing either where no word of matter is in the stem.

Why: the reader compares options without knowing what for, and cannot answer before seeing them.

Source: Haladyna, Downing and Rodriguez 2002, guideline 15: put the central idea in the stem.

Bad:
    prompt: Enzymes
    answer: speed up reactions

Good:
    prompt: What do enzymes do to reactions?
    answer: They speed them up
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizmill.check.finding import Finding
from quizmill.check.item import Item
from quizmill.check.language.tokens import content, words
from quizmill.errors import Severity

ID = "unfocused-stem"
SEVERITY = Severity.WARNING
READS_ENGLISH = True

TASKS = """add arrange assume balance calculate change choose circle classify compare complete compute
    consider convert correct count decide define describe determine differentiate divide draw estimate
    evaluate explain express factor factorise factorize fill find give identify indicate integrate
    judge label list locate mark match multiply name order pick place predict put rank read rearrange
    replace rewrite round select show simplify solve sort spell state subtract suggest tell tick
    translate turn underline use work write""".split()
_TASK = re.compile(rf"(?:^\W*|[,;.]\s+(?:then\s+)?|\bplease\s+)(?:{'|'.join(TASKS)})\b", re.IGNORECASE)
_EQUATION = re.compile(r"[=≈]\s*$")
_ASKING = re.compile("[?:？：؟]")
_BARE = re.compile(
    r"\b(?:which|what)(?: one)?"
    r"(?: of (?:the following|these|the below|the above)|(?= (?:statement|sentence)s?\b))(?: [a-z]+){0,4}"
    r" (?:is|are) (?:not )?(?:true|correct|right|false|incorrect|wrong|valid|accurate)\b",
    re.IGNORECASE,
)
_IDLE = frozenset("statement option answer choice sentence valid accurat right wrong incorrect".split())


def check_item(item: Item) -> Iterator[Finding]:
    """One finding, at the stem; a hole in it has a rule of its own."""
    if _is_judged(item) and _BARE.search(item.lead) and not content(item.stem) - _IDLE:
        message, help = "the question says nothing of its matter", "say what is to be true of what"
        yield Finding(path=item.path, message=message, help=help)
    elif asks_nothing(item):
        said = f'"{item.lead}"' if len(words(item.lead)) < 12 else "the stem"
        message = f"{said} asks nothing: it has no question mark, no task and no colon to complete it after"
        yield Finding(path=item.path, message=message, help="ask a whole question")


def asks_nothing(item: Item) -> bool:
    """Whether the stem of a choice has neither question nor task, and no colon that the options complete."""
    return _is_judged(item) and not (
        _ASKING.search(item.stem) or _TASK.search(item.lead) or _EQUATION.search(item.stem)
    )


def _is_judged(item: Item) -> bool:
    """Whether the stem should ask: one with a hole is filled in, one before verdicts is a statement."""
    return item.chosen and not item.hole and not item.verdicts
