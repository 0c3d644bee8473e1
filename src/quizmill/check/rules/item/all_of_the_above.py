"""An option says that all others are right.

Meant is any wording, alone or with a tail: all of these, both are right, all options given keep a seed dry;
and a last list of labels that names every label of the stem (I, II and III). `All of them` in a scale of
amounts (most of them, half of them) says nothing of other options.

Why: who knows that two are right need not know the third; who sees one that is wrong has struck two.

Source: Haladyna, Downing and Rodriguez 2002, guideline 26: avoid all of the above.

Bad:
    prompt: Which of these is a noble gas?
    answer: All of the above
    distractors: [Helium, Neon, Argon]

Good:
    type: multiple_response
    prompt: Which two of these are noble gases?
    answers: [Helium, Neon]
    distractors: [Nitrogen, Chlorine]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizmill.check.finding import Finding
from quizmill.check.item import Item
from quizmill.check.language.answer_options import ALL_ELSEWHERE, bare
from quizmill.check.rules.item.k_type import labels
from quizmill.errors import Severity

ID = "all-of-the-above"
SEVERITY = Severity.WARNING

_THINGS = r"(?:options?|answers?|choices?|alternatives?|responses?|answer choices|statements)"
_ALL = re.compile(
    rf"""\b(?:all|any|both|each|every[ ]one)[ ](?:of[ ])?(?:the[ ])?(?:\w+[ ])?(?:above|below)
      (?:[ ](?:is|are|apply|applies|options?|answers?|choices?|statements?|reasons?)\b.*)?$
    | ^(?:all|any|both|each)[ ]of[ ](?:these|those|them)\b
    | ^(?:all|both)[ ](?:of[ ])?(?:the[ ])?(?:other[ ]|these[ ]|listed[ ]|given[ ])?{_THINGS}\b
    | ^all[ ](?:of[ ])?(?:the[ ])?(?:following|mentioned|listed|given)$
    | ^all[ ](?:two|three|four|five)(?:$|[ ](?!of[ ]the\b|\w*s\b))
    | ^(?:they[ ])?(?:all|both)(?:[ ]are)?(?:[ ](?:true|correct|right))?$""",
    re.VERBOSE,
)
_SCALE = re.compile(r"(?:most|half|some|few|a few|many|a third|a quarter) of (?:these|those|them)\b")
_STATEMENT = re.compile(r"(?:^|[\s(])\(?([ivx]{1,4}|[a-h]|[1-9])[.):](?=\s)", re.IGNORECASE)


def check_item(item: Item) -> Iterator[Finding]:
    """Every such option."""
    if not item.chosen:
        return
    texts = [bare(option.text) for option in item.options]
    scale = any(map(_SCALE.match, texts))
    for option, text in zip(item.options, texts, strict=True):
        if option.exact:  # SQL's ALL
            continue
        said = (_ALL.search(text) and not scale) or ALL_ELSEWHERE.fullmatch(text)
        if said or (option is item.options[-1] and _names_all(texts, item.stem)):
            message = f'"{option.text}" is known by whoever knows two of the others'
            help = "replace it by a wrong answer, or make the question a multiple_response"
            yield Finding(path=option.path, message=message, help=help)


def _names_all(texts: list[str], stem: str) -> bool:
    """Whether the last option alone lists every label that stands before a statement of the stem."""
    *others, last = map(labels, texts)
    wanted = {match.lower() for match in _STATEMENT.findall(stem)}
    return len(wanted) > 1 and wanted == last and wanted not in others
