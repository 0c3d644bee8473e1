"""A small bank with all nine kinds of question, as a curator would write it, and a way to load any text."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec

from quizmill.bank.load import LoadedBank, load_bank
from quizmill.bank.model import Bank

BANK = """\
title: Tea and the sea
namespace: tea-and-sea
language: en
license: CC-BY-4.0
seeds: ../seeds
released: 2026-11-22
"""

SOURCE = """\
id: tea-book
title: "A Short Book of Tea"
short_title: The Tea Book
published: 2020-05-01
document: tea.txt
sections:
  - {title: Leaves, from: 1}
facts:
  - id: leaf
    paragraph: 2
    says: Every true tea is made from the leaves of one plant.
    terms: [Camellia sinensis]
    kind: definition
  - id: clipper
    paragraph: 3
    says: The Cutty Sark was launched in 1869 to carry tea from China.
    terms: [Cutty Sark, "1869"]
    kind: date
    about: cutty-sark/launch
    value: "1869"
  - id: cargo
    paragraph: 4
    says: Her first cargo was worth ¥9,000 by the book's own reckoning.
    terms: ["¥9,000"]
    kind: number
    as_of: "1870"
"""

NAMES = """\
names:
  - {name: Cutty Sark, kind: product, aliases: [the Cutty Sark]}
  - {name: Lei Jun, kind: person, aliases: [雷军]}
"""

TOPIC = """\
title: Tea
questions:
  - id: tea-plant
    type: multiple_choice
    prompt: From which plant is *every* true tea made?
    answer: Camellia sinensis
    distractors:
      - {text: Camellia japonica, why: It is a garden cousin without tea in its leaves.}
      - Ilex paraguariensis
      - Aspalathus linearis
    explanation: Green, black and white tea differ in what is done to the leaf.
    facts: [tea-book/leaf]
    difficulty: easy
    hint: The genus has a Czech-Moravian missionary's name.
    tags: [plants]

  - id: tea-true
    type: multiple_response
    prompt: Select the two drinks that are true teas.
    answers: [Oolong, Pu-erh]
    distractors: [Rooibos, Mate]
    explanation: Rooibos & Mate come from other plants <b>altogether</b>.
    facts: [tea-book/leaf]
    marks: 2
    allow: {html-in-text: what looks like a tag is to stay as it is}

  - id: tea-herbs
    type: true_false
    prompt: Peppermint tea is a true tea.
    answer: false
    correction: Peppermint is no Camellia, so its tea is an infusion.
    explanation: Only one plant gives true tea.
    facts: [tea-book/leaf]

  - id: ship-name
    type: short_answer
    prompt: Which clipper was launched in 1869 to carry tea from China?
    answer: Cutty Sark
    accept: [The Cutty Sark]
    explanation: She still stands in Greenwich.
    facts: [tea-book/clipper]

  - id: ship-cargo
    type: numerical
    prompt: How many yuan was the first cargo worth, by the reckoning of *The Tea Book*, in 1870?
    answer: ¥9,000
    unit: yuan
    explanation: The book reckons in yuan.
    facts: [tea-book/cargo]
    difficulty: hard

  - id: ship-year
    type: cloze
    text: "In {{1869}} the {{Cutty Sark|The Cutty Sark}} was launched."
    explanation: The Suez Canal opened in the same year.
    facts: [tea-book/clipper]
    allow: {cloze-density: a line as short as can be, cloze-many-fits: in 1869 as in China}

  - id: tea-colours
    type: matching
    prompt: Match each tea to what is done to its leaf.
    pairs:
      - [Green tea, heated at once]
      - [Black tea, fully oxidised]
      - [White tea, only dried]
    extra: [roasted twice]
    explanation: Oxidation makes the colour.
    facts: [tea-book/leaf]
    level: understand

  - id: tea-steps
    type: ordering
    prompt: Put the making of black tea in order.
    sequence: [Pluck, Wither, Roll, Oxidise, Dry]
    explanation: Drying stops the oxidation.
    facts: [tea-book/leaf]
    level: apply

  - id: tea-essay
    type: essay
    prompt: Why could a fast ship be worth more than a large one in the tea trade?
    points:
      - {point: The first tea of a season sold for more, facts: [tea-book/clipper]}
      - {point: Tea loses flavour at sea, facts: [tea-book/leaf]}
    explanation: 雷军 has been seen with a cup; Émile paid ¥5 for it.
    facts: [tea-book/clipper]
    level: evaluate
    lines: 8
"""


def write(folder: Path, **files: str) -> Path:
    """A bank folder with the given topic files (`joyo=…` is joyo.yaml); the sample's where none are given.

    `bank=`, `names=` and `source=` replace the sample's own; the seeds lie beside the bank.
    """
    bank, seeds = folder / "question_bank", folder / "seeds"
    for path in (bank, seeds):
        path.mkdir(parents=True, exist_ok=True)
    (bank / "bank.yaml").write_text(files.pop("bank", BANK), encoding="utf-8")
    (seeds / "names.yaml").write_text(files.pop("names", NAMES), encoding="utf-8")
    (seeds / "tea-book.yaml").write_text(files.pop("source", SOURCE), encoding="utf-8")
    for topic, text in (files or {"tea": TOPIC}).items():
        (bank / f"{topic}.yaml").write_text(text, encoding="utf-8")
    return bank


def load(folder: Path, **files: str) -> LoadedBank:
    """The bank that *files* describe, read from disk."""
    return load_bank(write(folder, **files))


def with_controls(bank: Bank) -> Bank:
    """The bank with U+001B for U+E01B and so on: no file of a bank can hold it, but what a program makes."""
    text = msgspec.json.encode(bank).decode()
    text = re.sub("[\ue000-\ue09f]", lambda found: f"\\u{ord(found[0]) - 0xE000:04x}", text)
    return msgspec.json.decode(text, type=Bank)
