"""How long checking takes: `python tests/bench/bench_check.py [QUESTIONS …]` prints figures, no more.

Without arguments 10,000 and 20,000 questions are checked, and how the time grew is told; 2 is linear. With
`--alike` every question has the same answer and words from one small list: the worst case for whatever looks
for likeness. With `--names` the bank has 1,000 names that hold a figure. Seconds of the whole
are by the clock, since a large bank is shared out to several processes; those of a rule are of the processor.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from random import Random

from quizmill.bank.load import load_bank
from quizmill.check import registry
from quizmill.check.context import Context, context_of
from quizmill.check.report import as_text
from quizmill.check.run import check

WORDS = (
    "ship tea captain river market price company founder product letter harbour winter report paper city "
    "year sold bought carried offered wrote promised reached opened the a of in to for with by from at on its"
).split()
SYLLABLES = "ka ro mi ten sa lu vor pe nim do gra fi hu jol be wy".split()
FACTS = 2_000
NAMES = 1_000
SLOWEST = 8  # rules listed


def sentence(chance: Random, length: int, words: list[str]) -> str:
    return " ".join(chance.choices(words, k=length)).capitalize() + "."


def vocabulary(chance: Random, size: int) -> list[str]:
    """As many words as a field has; few are common, most are rare."""
    rare = {"".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(size)}
    return WORDS * (size // 40) + sorted(rare)


def write_bank(folder: Path, questions: int, *, alike: bool = False, named: bool = False) -> Path:
    """A bank of nine tenths sound questions over one long document."""
    chance = Random(7)
    words = WORDS if alike else vocabulary(chance, 4_000)
    bank, seeds, documents = folder / "bank", folder / "seeds", folder / "documents"
    for path in (bank, seeds, documents):
        path.mkdir()
    paragraphs = [" ".join(sentence(chance, 15, words) for _ in range(5)) for _ in range(FACTS)]
    (documents / "log.txt").write_text("\n\n".join(paragraphs))
    facts = "".join(
        f"  - {{id: f{n}, paragraph: {n + 1}, says: '{sentence(chance, 14, words)}', "
        f"terms: [{paragraphs[n].split()[3].strip('.')}], about: thing/p{n // 4}, value: v{n // 2}}}\n"
        for n in range(FACTS)
    )
    (seeds / "log.yaml").write_text(f"id: log\ntitle: The Log\ndocument: log.txt\nfacts:\n{facts}")
    if named:
        names = "".join(f"  - {{name: {chance.choice(words)} {n}, kind: product}}\n" for n in range(NAMES))
        (seeds / "names.yaml").write_text(f"names:\n{names}")
    (bank / "bank.yaml").write_text("title: B\nnamespace: b\nseeds: ../seeds\n")
    for topic in range(10):
        numbers = range(topic * questions // 10, (topic + 1) * questions // 10)
        entries = "".join(_question(chance, n, words, alike=alike) for n in numbers)
        (bank / f"topic-{topic}.yaml").write_text(f"title: T\nquestions:\n{entries}")
    return bank


def _question(chance: Random, n: int, words: list[str], *, alike: bool) -> str:
    """Three choices, then a true/false, a numerical, a short answer and a cloze."""
    kind = n % 7
    answer = "the same ship" if alike else sentence(chance, 3, words) + str(n)
    head = f"  - id: q{n}\n    facts: [log/f{chance.randrange(FACTS)}]\n" + (
        f"    explanation: {sentence(chance, 20, words)}\n" if n % 10 else ""
    )
    prompt = f"    prompt: {sentence(chance, 12, words)}\n"
    if kind < 3:
        wrong = "".join(
            f"      - {{text: '{sentence(chance, 3, words)}{n}{at}', why: '{sentence(chance, 8, words)}'}}\n"
            for at in "abc"
        )
        return f"{head}    type: multiple_choice\n{prompt}    answer: {answer}\n    distractors:\n{wrong}"
    if kind == 3:
        return f"{head}    type: true_false\n{prompt}    answer: true\n"
    if kind == 4:
        return f"{head}    type: numerical\n{prompt}    answer: {1000 if alike else n + 1000}\n"
    if kind == 5:
        return f"{head}    type: short_answer\n{prompt}    answer: {answer}\n"
    return f'{head}    type: cloze\n    text: "{sentence(chance, 8, words)} {{{{{answer}}}}}"\n'


def measure(questions: int, *, alike: bool, named: bool) -> float:
    """Print what each step takes; the seconds of checking."""
    with tempfile.TemporaryDirectory() as name:
        bank = write_bank(Path(name), questions, alike=alike, named=named)
        marks = [time.perf_counter()]
        loaded = load_bank(bank)
        marks.append(time.perf_counter())
        check(loaded)
        marks.append(time.perf_counter())
        with_documents = check(loaded, Path(name) / "documents")
        marks.append(time.perf_counter())
        report = as_text(with_documents, loaded.origins.texts)
        marks.append(time.perf_counter())
        print(f"{questions} questions, {len(with_documents)} diagnostics, {len(report)} characters")
        for what, start, end in zip(
            ("load", "check", "check with documents", "report"), marks, marks[1:], strict=False
        ):
            print(f"  {what:<22}{end - start:7.2f} s")
        for rule, seconds in slowest(context_of(loaded.bank, loaded.folder, None)):
            print(f"    {rule:<26}{seconds:5.2f} s")
    return marks[2] - marks[1]


def slowest(context: Context) -> list[tuple[str, float]]:
    """The rules that take longest, each run alone."""
    spent: dict[str, float] = {}
    for rule in registry.QUESTION_RULES:
        start = time.process_time()
        for _, question in context.bank.questions():
            list(rule.check_question(question, context))
        spent[rule.ID] = time.process_time() - start
    for item_rule in registry.ITEM_RULES:
        start = time.process_time()
        for item in context.items.values():
            list(item_rule.check_item(item))
        spent[item_rule.ID] = time.process_time() - start
    for bank_rule in registry.BANK_RULES:
        start = time.process_time()
        list(bank_rule.check_bank(context.bank, context))
        spent[bank_rule.ID] = time.process_time() - start
    return sorted(spent.items(), key=lambda each: -each[1])[:SLOWEST]


def main() -> None:
    alike, named = "--alike" in sys.argv, "--names" in sys.argv
    sizes = [int(each) for each in sys.argv[1:] if each.isdigit()] or [10_000, 20_000]
    seconds = [measure(size, alike=alike, named=named) for size in sizes]
    if len(sizes) > 1:
        print(f"{sizes[-1] / sizes[0]:g} times the questions, {seconds[-1] / seconds[0]:.2f} times the time")


if __name__ == "__main__":
    main()
