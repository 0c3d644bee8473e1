"""A cloze has too many blanks, or too little text left between them.

At most two blanks, or one for five words; a quarter of the words; and at least three visible words that
carry meaning.

Why: a card with many holes is several cards, and the little that is left fits other answers too.

Source: Wozniak, Twenty rules of formulating knowledge, rules 4 and 5: minimum information, cloze deletion.

Bad:
    text: "{{Bell}} patented the {{telephone}} in {{1876}}."

Good:
    text: "The inventor Alexander Graham Bell patented the telephone in the year {{1876}}."
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizmill.bank import cloze
from quizmill.bank.markup import plain
from quizmill.bank.model import Cloze, Question
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.check.language.tokens import content, words
from quizmill.errors import Severity

ID = "cloze-density"
SEVERITY = Severity.WARNING

_MOST_BLANKS, _WORDS_A_BLANK = 2, 5  # more where there are so many words to each
_LARGEST_SHARE = 0.25  # of the words
_LEAST_CONTENT = 3  # visible words
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")  # Chinese and Japanese
_CHARACTERS_A_WORD = 2  # there, as a rule


def check_question(question: Question, grounds: Grounds) -> Iterator[Finding]:
    """One finding, for the first of the three that holds."""
    if isinstance(question, Cloze) and (found := _measure(question)):
        message, help = found
        yield Finding(path=("text",), message=message, help=help)


def _measure(question: Cloze) -> tuple[str, str] | None:
    blanks = cloze.blanks(question.text)
    visible = plain(f"{question.context} {cloze.with_gaps(question.text, ' ')}")
    hidden = sum(len(words(plain(blank.answer))) for blank in blanks)
    every = hidden + len(words(visible))
    most = max(_MOST_BLANKS, every // _WORDS_A_BLANK)
    if len(blanks) > most:
        return f"{len(blanks)} blanks in {every} words, more than {most}", "make several questions of it"
    if hidden > _LARGEST_SHARE * every:
        said = f"{hidden} of {every} words are hidden: {hidden / every:.0%}, more than {_LARGEST_SHARE:.0%}"
        return said, "hide less, or say more around it"
    left = len(content(visible)) + len(_UNSPACED.findall(visible)) // _CHARACTERS_A_WORD
    if left < _LEAST_CONTENT:
        said = (
            f"{left} {'word' if left == 1 else 'words'} of meaning left to read, fewer than {_LEAST_CONTENT}"
        )
        return said, "say more around the blank: who, what, when"
    return None
