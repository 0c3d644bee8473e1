"""A text of ours copies a sentence of a document.

A copy is nine words in a row; or a sentence of eight words and more of which four fifths of the sequences of
five words, or all but one word in ten, are theirs. Titles, names, figures and dates are free: what consists
of little else is no copy.

Why: the documents are other people's work; and a question in their words tests whether these are recognised,
not whether the matter is understood.

Source: Haladyna, Downing and Rodriguez 2002, guideline 3: use novel material, not the text's exact wording.

Bad:
    says: The capital chain of the company was about to break at any given moment.

Good:
    says: Joyo was close to running out of money, by the account of The Joyo Regret.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizmill.bank.document import Documents
from quizmill.bank.markup import plain
from quizmill.bank.model import Bank
from quizmill.bank.reader.fault import Path
from quizmill.check.copying import Copy, FreeWords, Originals, Passage
from quizmill.check.finding import BANK, Finding, Subject, fact_subject, question_subject, topic_subject
from quizmill.check.texts import texts_of
from quizmill.errors import Severity

ID = "sentence-copied"
SEVERITY = Severity.WARNING

_SHOWN = 14  # words
_NAMED = re.compile(r"\d|^[A-Z]")  # a term that is a figure or a name
_NAME = re.compile(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)+")  # which need not stand among the bank's names


def check_documents(bank: Bank, documents: Documents) -> Iterator[Finding]:
    """Every text with a copy in it, at its longest copy."""
    originals = originals_of(bank, documents)
    titles = {source.id: source.name for source in bank.sources}
    for subject, path, text in _own_texts(bank):
        copy = originals.copied_in(text)
        if copy:
            help = "say it in your own words; titles, names, figures and dates may stay"
            where = f"{titles[copy.passage.source]}, paragraph {copy.passage.paragraph}"
            message = f"{_what(copy)} {where}: {_quoted(copy)}"
            yield Finding(subject=subject, path=path, message=message, help=help)


def originals_of(bank: Bank, documents: Documents) -> Originals:
    """The documents of a bank, ready to be asked whether a text copies them."""
    return Originals(_passages(documents), FreeWords.of(_free_phrases(bank)))


def _passages(documents: Documents) -> Iterator[tuple[Passage, str]]:
    for source, document in documents.read.items():
        for n, text in enumerate(document.paragraphs, 1):
            yield Passage(source, n), text


def _free_phrases(bank: Bank) -> Iterator[str]:
    for source in bank.sources:
        yield from (source.title, source.short_title)
        yield from (section.title for section in source.sections)
        for fact in source.facts:
            yield from filter(_NAMED.search, fact.terms)
            yield from _NAME.findall(fact.says)
    for name in bank.names:
        yield from (name.name, *name.aliases)


def _own_texts(bank: Bank) -> Iterator[tuple[Subject, Path, str]]:
    for source in bank.sources:
        for fact in source.facts:
            subject = fact_subject(source.id, fact.id)
            yield from ((subject, (field,), getattr(fact, field)) for field in ("says", "doubt"))
    for topic in bank.topics:
        subject = topic_subject(topic.id)
        lessons = enumerate(topic.learn)
        yield from ((subject, ("learn", i, "text"), plain(lesson.text)) for i, lesson in lessons)
    for at, talk in enumerate(bank.discussions):
        for field in ("opening", "closing"):
            yield BANK, ("discussions", at, field), plain(getattr(talk, field))
    for _, question in bank.questions():
        subject = question_subject(question.id)
        yield from ((subject, path, text) for path, text in texts_of(question))


def _what(copy: Copy) -> str:
    if copy.changed:
        return f"this sentence has {len(copy.words) - copy.changed} of its {len(copy.words)} words from"
    return f"{len(copy.words)} words in a row are those of"


def _quoted(copy: Copy) -> str:
    shown = " ".join(copy.words[:_SHOWN])
    return f'"{shown} …"' if len(copy.words) > _SHOWN else f'"{shown}"'
