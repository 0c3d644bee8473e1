"""How long checking takes: `python tests/bench/bench_check.py [QUESTIONS …]` prints figures, no more.

Each bank (10,000 questions unless said otherwise) is checked by the whole command: a first time, again, and
after one question was edited. The aims: again within 0.15 of the first time, edited within 0.25 and with the
report that there is without a cache; 100,000 questions within 150 s and 1 GB. Seconds are of the processor,
of all processes together, so that other work on the machine hardly counts; those by the clock stand beside
them, and the memory of the largest process so far. Last comes what each rule over the whole bank takes, and
how that grew from bank to bank.

Measured with 100,000, the first time: 114 s, 74 s by the clock on two processors, 960 MB the largest process
and 986 MB all together (pages that processes share counted once).

With `--alike` every question has the same answer and words from one small list: the worst case for whatever
looks for likeness. With `--names` the bank has 1,000 names that hold a figure.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random
from typing import NamedTuple

from quizmill.bank.load import load_bank
from quizmill.check import registry
from quizmill.check.context import context_of

WORDS = (
    "ship tea captain river market price company founder product letter harbour winter report paper city "
    "year sold bought carried offered wrote promised reached opened the a of in to for with by from at on its"
).split()
SYLLABLES = "ka ro mi ten sa lu vor pe nim do gra fi hu jol be wy".split()
FACTS = 2_000
NAMES = 1_000
SLOWEST = 8  # rules listed
SETTLED = 2.5  # seconds until a file that was written counts as settled


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


class Run(NamedTuple):
    """One run of the command."""

    report: bytes
    seconds: float  # of the processor
    clock: float
    memory: float  # MB, of its largest process


def run(bank: Path, cache: Path) -> Run:
    """`quizmill check` as a process of its own."""
    command = [sys.executable, "-m", "quizmill", "check", "--bank", str(bank), "--format", "json"]
    began, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        command, stdout=subprocess.PIPE, check=False, env=os.environ | {"XDG_CACHE_HOME": str(cache)}
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(done.stdout, spent, time.perf_counter() - began, after.ru_maxrss / 1024)


def edit(bank: Path) -> None:
    """Reword one question."""
    topic = bank / "topic-4.yaml"
    head, _, tail = topic.read_text().partition("    prompt: ")
    topic.write_text(f"{head}\n    prompt: Another {tail}")


def measure(questions: int, *, alike: bool, named: bool) -> dict[str, float]:
    """Print what each run takes; the seconds of each rule over the whole bank."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bank = write_bank(folder, questions, alike=alike, named=named)
        time.sleep(SETTLED)
        first = run(bank, folder / "cache")
        again = min((run(bank, folder / "cache") for _ in range(3)), key=lambda each: each.seconds)
        edit(bank)
        edited = run(bank, folder / "cache")
        fresh = run(bank, folder / "empty")
        kept = sum(path.stat().st_size for path in (folder / "cache").rglob("*.check"))
        print(f"{questions:,} questions, {kept / 2**20:.0f} MB kept")
        for what, each, aim in (("first", first, 1), ("again", again, 0.15), ("edited", edited, 0.25)):
            share = each.seconds / first.seconds
            print(
                f"  {what:<8}{each.seconds:7.2f} s, {share:.2f} of the first (at most {aim}), "
                f"{each.clock:6.2f} s by the clock ({each.clock / first.clock:.2f}), {each.memory:5.0f} MB"
            )
        assert first.report == again.report
        assert edited.report == fresh.report != first.report
        return spent_by_rules(bank)


def spent_by_rules(bank: Path) -> dict[str, float]:
    """The seconds of each rule over the whole bank when what it reads in questions has been read."""
    loaded = load_bank(bank)
    context = context_of(loaded.bank, loaded.folder)
    for trait in registry.traits_of(registry.BANK_RULES):
        context.traits(trait)
    spent: dict[str, float] = {}
    for rule in registry.BANK_RULES:
        start = time.process_time()
        list(rule.check_bank(context.bank, context))
        spent[rule.ID] = time.process_time() - start
    return spent


def main() -> None:
    alike, named = "--alike" in sys.argv, "--names" in sys.argv
    sizes = [int(each) for each in sys.argv[1:] if each.isdigit()] or [10_000]
    spent = [measure(size, alike=alike, named=named) for size in sizes]
    for rule, seconds in sorted(spent[-1].items(), key=lambda each: -each[1])[:SLOWEST]:
        grew = f", {seconds / spent[0][rule]:.1f} times" if len(sizes) > 1 and spent[0][rule] else ""
        print(f"    {rule:<26}{seconds:6.2f} s{grew}")
    if len(sizes) > 1:
        print(f"    {sizes[-1] / sizes[0]:g} times the questions")


if __name__ == "__main__":
    main()
