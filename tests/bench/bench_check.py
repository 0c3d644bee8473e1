"""How long checking takes: `python tests/bench/bench_check.py [QUESTIONS]` prints figures, no more."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from random import Random

from quizmill.bank.load import load_bank
from quizmill.check.report import as_text
from quizmill.check.run import check

WORDS = (
    "ship tea captain river market price company founder product letter harbour winter report paper city "
    "year sold bought carried offered wrote promised reached opened the a of in to for with by from at on its"
).split()
FACTS = 2_000


def sentence(chance: Random, length: int) -> str:
    return " ".join(chance.choices(WORDS, k=length)).capitalize() + "."


def write_bank(folder: Path, questions: int) -> Path:
    """A bank of nine tenths sound questions over one long document."""
    chance = Random(7)
    bank, seeds, documents = folder / "bank", folder / "seeds", folder / "documents"
    for path in (bank, seeds, documents):
        path.mkdir()
    paragraphs = [" ".join(sentence(chance, 15) for _ in range(5)) for _ in range(FACTS)]
    (documents / "log.txt").write_text("\n\n".join(paragraphs))
    facts = "".join(
        f"  - {{id: f{n}, paragraph: {n + 1}, says: '{sentence(chance, 14)}', "
        f"terms: [{paragraphs[n].split()[3]}], about: thing/p{n // 4}, value: v{n // 2}}}\n"
        for n in range(FACTS)
    )
    (seeds / "log.yaml").write_text(f"id: log\ntitle: The Log\ndocument: log.txt\nfacts:\n{facts}")
    (bank / "bank.yaml").write_text("title: B\nnamespace: b\nseeds: ../seeds\n")
    for topic in range(10):
        entries = "".join(
            f"  - id: q{topic}-{n}\n    type: multiple_choice\n    prompt: {sentence(chance, 12)}\n"
            f"    answer: {sentence(chance, 4)}{n}\n    distractors:\n"
            + "".join(
                f"      - {{text: '{sentence(chance, 4)}{n}{at}', why: '{sentence(chance, 10)}'}}\n"
                for at in "abc"
            )
            + (f"    explanation: {sentence(chance, 20)}\n" if n % 10 else "")
            + f"    facts: [log/f{chance.randrange(FACTS)}]\n"
            for n in range(questions // 10)
        )
        (bank / f"topic-{topic}.yaml").write_text(f"title: T\nquestions:\n{entries}")
    return bank


def main() -> None:
    questions = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as name:
        bank = write_bank(Path(name), questions)
        marks = [time.perf_counter()]
        loaded = load_bank(bank)
        marks.append(time.perf_counter())
        check(loaded)
        marks.append(time.perf_counter())
        with_documents = check(loaded, Path(name) / "documents")
        marks.append(time.perf_counter())
        report = as_text(with_documents, loaded.origins.texts)
        marks.append(time.perf_counter())
    names = ("load", "check", "check with documents", "report")
    for what, start, end in zip(names, marks, marks[1:], strict=False):
        print(f"{what:<22}{end - start:7.2f} s")
    print(f"{questions} questions, {len(with_documents)} diagnostics, {len(report)} characters")


if __name__ == "__main__":
    main()
