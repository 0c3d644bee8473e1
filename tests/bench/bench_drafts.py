"""Draws drafts by chance over banks, for readers to judge: each with its facts and their paragraphs.

    python tests/bench/bench_drafts.py BANK... --seed 1 -n 100 -o FILE

The questions that a bank has are left out of sight, so that every fact may be asked. A reader writes into
the brackets of each draft one letter: k (kept as it is, or with one change), m (more than one change), x
(useless). The share of k that two readers gave is the figure that docs/how-to/drafts.md says.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec

from quizmill.app.proposing import proposals
from quizmill.bank import yaml_out
from quizmill.bank.load import load_bank
from quizmill.bank.model import Bank
from quizmill.bank.write import question_fields
from quizmill.drafts import Proposal
from quizmill.drafts.choosing import Wanted


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("banks", nargs="+", type=Path, metavar="BANK")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("-n", "--count", type=int, default=100)
    parser.add_argument("-o", "--output", type=Path, required=True)
    asked = parser.parse_args()
    found = [each for folder in asked.banks for each in _proposed(folder)]
    drawn = sorted(random.Random(asked.seed).sample(range(len(found)), min(asked.count, len(found))))
    texts = [_text(number, *found[at]) for number, at in enumerate(drawn, 1)]
    asked.output.write_text("\n".join(texts), encoding="utf-8")
    kinds = Counter(found[at][1].manner for at in drawn)
    print(f"{len(drawn)} of {len(found)} drafts in {asked.output}: {dict(kinds)}")


def _proposed(folder: Path) -> Iterator[tuple[Bank, Proposal]]:
    bank = msgspec.structs.replace(load_bank(folder).bank, topics=(), drafts=(), left_out=())
    made = proposals(bank, folder, Wanted())
    print(f"{folder}: {len(made.proposals)} drafts, {len(made.faults)} left out, {len(bank.facts())} facts")
    yield from ((bank, each) for each in made.proposals)


def _text(number: int, bank: Bank, proposal: Proposal) -> str:
    fields = question_fields(proposal.question)
    facts = bank.facts()
    references = fields.pop("facts", [])
    lines = [f"## {number}  [ ]", "", *yaml_out.item(fields), "", "rests on:"]
    for reference in references:
        source, fact = facts[reference]
        told = f" (disputed: {fact.doubt})" if fact.doubt else ""
        lines.append(f"  {reference}, {source.name}, paragraph {fact.paragraph}: {fact.says}{told}")
    return "\n".join((*lines, ""))


if __name__ == "__main__":
    main()
