"""A text has characters that paper cannot show.

They are in none of the fonts of worksheets, keys and flashcards: emoji, Korean, rare signs. Or they are of a
script that cannot be set yet: one written from right to left, such as Arabic and Hebrew, or one whose letters
change with their neighbours, such as Devanagari, Thai and Tibetan. Or they are unseen and turn the direction
of the text. Latin, Greek, Cyrillic, Chinese and Japanese can be printed.

Looked at is what paper shows: not the hint, and of a picture the credit alone; of facts and documents those
that questions rest on. What is unseen and harmless is left out on paper and is no finding: soft hyphens,
spaces and joiners of no width, and the selectors that make a sign an emoji.

What more than half of the questions have, or more than twenty, is no slip but the way of the bank. It is
said once, as advice; so too of the facts.

Why: one such question, and `worksheet` and `flashcards` refuse the selection it is in. The terminal and Anki
show it.

Source: our own; what the fonts have is read from them.

Bad:
    prompt: Which gas do plants take up 🌱?

Good:
    prompt: Which gas do plants take up?
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizmill.bank.model import Bank
from quizmill.bank.printable import Obstacle, code, named
from quizmill.bank.reader.fault import Path
from quizmill.check.context import Context
from quizmill.check.finding import BANK, Finding
from quizmill.check.measure.paper_texts import REFUSED, Unprintable, asked_facts, facts, questions, titles
from quizmill.check.measure.usual import is_usual
from quizmill.check.phrasing import some
from quizmill.errors import Severity

ID = "text-unprintable"
SEVERITY = Severity.WARNING
TRAITS = (REFUSED,)

_LATIN = "write it in Latin letters"  # what helps against a whole script
_ALLOW = f"allow: {{{ID}: not for paper}}"


def check_bank(bank: Bank, context: Context) -> Iterator[Finding]:
    """One finding for what is usual in the bank, and one for each record that has anything else."""
    asked = asked_facts(context)
    in_questions, in_facts = questions(context), facts(asked)
    usual = _usual("questions", in_questions, len(context.questions)), _usual("facts", in_facts, len(asked))
    for once in usual:
        yield from once.values()
    for each in (*in_questions, *in_facts, *titles(bank, asked)):
        if characters := each.characters(without={*usual[0], *usual[1]}):
            yield _finding(each, characters)


def _usual(noun: str, found: Sequence[Unprintable], total: int) -> dict[Obstacle, Finding]:
    """By obstacle, what is said once where so many records meet it."""
    met: dict[Obstacle, list[str]] = {why: [] for why in Obstacle}
    for each in found:
        for why, character in each.obstacles().items():
            met[why].append(character)
    return {
        why: _once(f"{len(first)} of {total} {noun}", why, first[0])
        for why, first in met.items()
        if is_usual(len(first), total)
    }


def _once(which: str, why: Obstacle, first: str) -> Finding:
    return Finding(
        subject=BANK,
        message=f"{which} cannot be printed: {named(first)} {why.reason}",
        help=f"the terminal and Anki show them; if that is enough, in bank.yaml: {_ALLOW}",
        severity=Severity.ADVICE,
    )


def _finding(found: Unprintable, characters: dict[str, tuple[Path, Obstacle]]) -> Finding:
    """About the first of the characters, and how many more there are."""
    (first, (path, why)), *more = characters.items()
    also = f" (also {some([code(each) for each, _ in more])})" if more else ""
    return Finding(
        subject=found.subject,
        path=path,
        message=f"{found.opening}cannot be printed: {named(first)} {why.reason}{also}",
        help=f"{why.cure or _LATIN}; if it is for the terminal and Anki alone, as paper refuses it: {_ALLOW}",
    )
