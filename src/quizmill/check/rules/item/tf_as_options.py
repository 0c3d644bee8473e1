"""A choice is a true/false question in disguise.

Why: options that are true or false with reasons hide several statements in one question; bare ones are a
question of another type, which is marked and explained as such.

Source: NBME Item-Writing Guide 2020, chapter 3: avoid true/false items in one-best-answer form.

Bad:
    type: multiple_choice
    prompt: Is glass a crystal?
    answer: "No"
    distractors: ["Yes", Only when hot]

Good:
    type: true_false
    prompt: Glass is a crystal.
    answer: false
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizmill.check.finding import Finding
from quizmill.check.item import Item
from quizmill.check.language.answer_options import bare
from quizmill.errors import Severity

ID = "tf-as-options"
SEVERITY = Severity.WARNING

_VERDICT = re.compile(r"(?:true|false|yes|no|t|f|correct|incorrect)")
_REASONED = re.compile(r"(?:true|false|yes|no)(?:\s*[,;:.(–—-]|\s+(?:because|since|as|but|only if|if)\b)")
_ASKED = re.compile(
    r"\btrue (?:or|and/or|/) ?false\b|\btrue/false\b|\(?\bT ?/ ?F\b\)?|\b[Tt]rue [Oo]r [Ff]alse\b"
)
_CODE = re.compile(
    r"\bprint\(|\bboolean\b|\bbool\b|==|\breturns?\b|\boutput\b", re.IGNORECASE
)  # True is a value


def check_item(item: Item) -> Iterator[Finding]:
    """One finding: at the stem that asks it so, else at the first such option."""
    if not item.chosen:
        return
    help = "make it a true_false, or ask what is the case"
    if asked := _ASKED.search(item.stem):
        yield Finding(path=item.path, message=f'"{asked[0]}" in a question with options', help=help)
        return
    texts = [bare(option.text) for option in item.options]
    verdicts = [bool(_VERDICT.fullmatch(text)) for text in texts]
    if sum(verdicts) < 2 or _CODE.search(item.stem):
        verdicts = [bool(_REASONED.match(text) or _VERDICT.fullmatch(text)) for text in texts]
        if sum(verdicts) < 2 or not any(_REASONED.match(text) for text in texts):
            return
    option = item.options[verdicts.index(True)]
    message = f'{sum(verdicts)} of {len(verdicts)} options are verdicts such as "{option.text}"'
    yield Finding(path=option.path, message=message, help=help)
