"""How much of what a reader writes down is in the skeleton of its document, and how long a book takes.

    python tests/bench/bench_skeleton.py BANK DOCUMENTS

BANK has seeds with facts that people wrote, DOCUMENTS the texts they were read from. For each paragraph with
facts: does its skeleton have one of their terms? "the same" is the same when folded, "within" when one stands
in the other; "given up" are those that the skeleton takes for stating nothing although a reader found a fact.
"""

from __future__ import annotations

import sys
import time
from collections import defaultdict
from pathlib import Path

from quizmill.bank.document import stands_in
from quizmill.bank.fold import fold
from quizmill.bank.load import load_bank
from quizmill.documents.extract import plain
from quizmill.documents.skeleton import skeleton

_BOOK = 1_000_000  # characters


def main(bank_folder: Path, documents: Path) -> None:
    """Print the shares of each source, of all, and the seconds for a book made of them."""
    bank = load_bank(bank_folder).bank
    every = [0, 0, 0, 0]
    for source in bank.sources:
        parts = plain((documents / source.document).read_bytes(), cut=source.paragraphs).extracted.parts
        made = skeleton(source.id, parts, bank.names, bank.language)
        found = {draft.paragraph: [fold(term) for term in draft.terms] for draft in made.drafts}
        wanted: defaultdict[int, list[str]] = defaultdict(list)
        for fact in source.facts:
            wanted[fact.paragraph] += map(fold, fact.terms)
        same = sum(any(term in found.get(n, ()) for term in terms) for n, terms in wanted.items())
        within = sum(
            any(stands_in(one, two) or stands_in(two, one) for one in terms for two in found.get(n, ()))
            for n, terms in wanted.items()
        )
        lost = sum(n not in found for n in wanted)
        counts = [len(wanted), same, within, lost]
        every = [one + other for one, other in zip(every, counts, strict=True)]
        _print(source.id, counts)
    _print("all", every)
    texts = "\n".join((documents / source.document).read_text(encoding="utf-8") for source in bank.sources)
    book = "\n".join(f"{texts}\n{n}" for n in range(_BOOK // len(texts)))
    began = time.process_time()
    parts = plain(book.encode()).extracted.parts
    skeleton("book", parts, bank.names, bank.language)
    print(
        f"a book of {len(book):,} characters, {len(parts):,} paragraphs: "
        f"{time.process_time() - began:.1f} s of the processor"
    )


def _print(name: str, counts: list[int]) -> None:
    paragraphs, same, within, lost = counts
    print(
        f"{name:20} paragraphs with facts {paragraphs:4}, the same term {same / paragraphs:4.0%}, "
        f"within {within / paragraphs:4.0%}, given up {lost}"
    )


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
