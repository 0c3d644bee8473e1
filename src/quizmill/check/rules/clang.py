"""A word of the stem comes back in the right option alone.

Judged are words of five letters and more, by their stems; numbers and the names of names.yaml are left out.

Why: who has read nothing picks the option that sounds like the question.

Source: Haladyna, Downing and Rodriguez 2002, guideline 28b: avoid clang associations.

Bad:
    prompt: What do arteries do that supply the heart muscle?
    answer: They supply blood with oxygen
    distractors: [They carry waste away, They store glucose]

Good:
    prompt: What do the coronary arteries carry?
    answer: Blood with oxygen
    distractors: [Blood without oxygen, Lymph]
"""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.check.finding import Finding
from quizmill.check.item import Item
from quizmill.check.language.words import content, stem, words
from quizmill.errors import Severity

ID = "clang"
SEVERITY = Severity.WARNING

_SHORTEST = 5  # letters


def check_item(item: Item) -> Iterator[Finding]:
    """One finding, at the key, which shares more with the stem than every distractor."""
    if not item.key or len(item.distractors) < 2:
        return
    asked, key = content(item.stem), content(item.key.text)
    others = [content(option.text) for option in item.distractors]
    shared = (asked & key).difference(*others)
    echoed = [
        word for word in dict.fromkeys(words(item.key.text)) if stem(word) in shared and _counts(word, item)
    ]
    if echoed and len(asked & key) > max(len(asked & other) for other in others):
        message = f'"{echoed[0]}" is in the stem and in the key, and in no distractor'
        help = "use another word in the stem, or the same in a distractor"
        yield Finding(path=item.key.path, message=message, help=help)


def _counts(word: str, item: Item) -> bool:
    return len(word) >= _SHORTEST and word.isalpha() and word not in item.name_words
