"""The stem asks nothing: one must read the options to learn the question.

A stem asks when it has a question mark, begins with a question word or a task (find, name, choose …), or is
completed after a colon. `Which of the following is true?` with a single word of matter or none asks nothing
either.

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
from quizmill.check.rules.item import tf_as_options
from quizmill.check.rules.item.blank_in_stem import has_blank
from quizmill.errors import Severity

ID = "unfocused-stem"
SEVERITY = Severity.WARNING
READS_ENGLISH = True

TASKS = """arrange balance calculate choose classify compare complete compute consider convert count decide
    define describe determine differentiate draw estimate evaluate explain express factor fill find give
    identify indicate integrate judge label list locate mark match name order pick place predict rank rewrite
    round select show simplify solve sort spell state suggest tell translate use write""".split()
_TASK = re.compile(rf"(?:^|[,;:.]\s*|\b(?:then|please)\s+)(?:{'|'.join(TASKS)})\b", re.IGNORECASE)
_AUXILIARY = r"(?:am|is|are|was|were|do|does|did|can|could|should|would|will|has|have|had|might|may|must)"
_QUESTION = re.compile(
    rf"""(?:^|[,;:.]\s*)(?:\w+\s+){{0,2}}?(?:what|which|who|whom|whose)\b
    | (?:^|[,;:.]\s*)(?:\w+\s+){{0,2}}?(?:when|where|why|how)(?:\s+\w+)?\s+{_AUXILIARY}\b
    | (?:^|[,;:.]\s*)(?:\w+\s+){{0,1}}?how\s+(?:many|much|long|often|far|old)\b
    | ^{_AUXILIARY}\b
    | \bwhich\s+(?:one\s+)?of\s+(?:the|these)\b
    | \b(?:what|which)\s+(?:is|are|was|were|will|would)\b
    | =\s*$""",
    re.IGNORECASE | re.VERBOSE,
)
_BARE = re.compile(
    r"\b(?:which|what)(?: one)?"
    r"(?: of (?:the following|these|the below|the above)|(?= (?:statement|sentence)s?\b))(?: [a-z]+){0,4}"
    r" (?:is|are) (?:not )?(?:true|correct|right|false|incorrect|wrong|valid|accurate)\b",
    re.IGNORECASE,
)
_LEAST_MATTER = 2  # words with meaning, besides what speaks of the options
_IDLE = frozenset("statement option answer choice sentence valid accurat right wrong incorrect".split())


def check_item(item: Item) -> Iterator[Finding]:
    """One finding, at the stem."""
    if not item.chosen or has_blank(item.stem) or any(tf_as_options.check_item(item)):
        return
    if _BARE.search(item.lead) and len(content(item.stem) - _IDLE) < _LEAST_MATTER:
        message, help = "the question says nothing of its matter", "say what is to be true of what"
        yield Finding(path=item.path, message=message, help=help)
    elif not _asks(item):
        said = f'"{item.lead}"' if len(words(item.lead)) < 12 else "the stem"
        message = f"{said} asks nothing: it has no question mark, no task and no colon to complete it after"
        yield Finding(path=item.path, message=message, help="ask a whole question")


def _asks(item: Item) -> bool:
    if "?" in item.stem or ":" in item.stem:
        return True
    return bool(_TASK.search(item.lead) or _QUESTION.search(item.lead))
