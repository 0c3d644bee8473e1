"""A school's year from four places: `python tests/bench/bench_school_year.py [FOLDER]` prints figures.

500 pupils of the shipped bank: four papers of 35 questions, two class tests of 30 as pages that are handed
in, reviews of 20 pupils at the terminal, and five collections of the real Anki (where its package is here).
All of it goes in by `answers add`, twice; then come `answers items` with its page, `check --answers`,
`answers forget` and `answers export`, each a process of its own with its wall time. Two keys are wrong, and
one option is never taken; what is found of them is told. What is made stays in FOLDER.
"""

from __future__ import annotations

import csv
import datetime
import importlib.util
import math
import os
import subprocess
import sys
import tempfile
import time
import types
from collections.abc import Iterator
from pathlib import Path
from random import Random

TESTS = Path(__file__).parents[1]
sys.path.insert(0, str(TESTS))

from handed import file_of  # noqa: E402
from learner_days import days  # noqa: E402
from quizmill.bank.default import shipped_bank  # noqa: E402
from quizmill.bank.load import load_bank  # noqa: E402
from quizmill.bank.model import Bank  # noqa: E402
from quizmill.classroom.class_set import ClassSet  # noqa: E402
from quizmill.classroom.saved import restore  # noqa: E402
from quizmill.compose.exercise import Exercise, letter, options_of  # noqa: E402

PUPILS, CLASSES, PAPERS, TESTS_ON_PAGES = 500, 20, 4, 2
AT_TERMINAL, DAYS, WITH_ANKI = 20, 60, 5
ON_PAPER, ON_PAGE = 35, 30
NEW_YEAR = datetime.date(2026, 9, 1)
EARLIER = datetime.timedelta(
    days=DAYS + 10
)  # than the learner of the tests begins, so that no day is to come
FAULTS = 3  # the first two questions of the first paper have wrong keys; of the third nobody takes one option


class School:
    """Pupils with abilities, and what they take for right."""

    def __init__(self, bank: Bank, folder: Path) -> None:
        self.bank, self.folder = bank, folder
        self.chance = Random(2026)
        self.able = {f"Pupil {n:03}": self.chance.gauss(0, 1) for n in range(PUPILS)}
        self.team = {name: f"{5 + at % CLASSES // 4}{'abcd'[at % 4]}" for at, name in enumerate(self.able)}
        self.faults: list[str] = []

    def picks(self, name: str, exercise: Exercise) -> str:
        """The letter that a pupil gives, or nothing."""
        if self.chance.random() < 0.02:
            return ""
        written = options_of(exercise.question)
        key = written.index(exercise.options[exercise.key[0]])
        right = 1 if exercise.id in self.faults[:2] else key
        never = len(written) - 1 if exercise.id in self.faults[2:] else None
        knows = 1 / (1 + math.exp(-1.4 * (self.able[name] - (hash_of(exercise.id) - 0.5))))
        taken = right
        if self.chance.random() >= knows:
            taken = self.chance.choice([at for at in range(len(written)) if at != never])
        if exercise.kind == "true_false":
            return "T" if written[taken] == exercise.options[0] else "F"
        return letter(exercise.options.index(written[taken])).upper()


def hash_of(id: str) -> float:
    """A number from 0 to 1 that is a question's own."""
    return sum(map(ord, id)) % 97 / 97


def main(folder: Path) -> None:
    """Make the year, then go the whole way."""
    bank = load_bank(shipped_bank()).bank
    school = School(bank, folder)
    with (folder / "school.csv").open("w", newline="") as file:
        csv.writer(file).writerows([("name", "class"), *school.team.items()])
    files = [*papers(school), *pages(school), *terminals(school), *collections(school)]
    quizmill(folder, "answers", "init")
    took = [timed(folder, "answers", "add", *each)[0] for each in files]
    told(f"answers add, {len(files)} times", sum(took))
    print(f"{'':36} first {took[0]:.2f} s, last {took[-1]:.2f} s")
    again = [timed(folder, "answers", "add", *each) for each in files]
    told("all of it once more", sum(each[0] for each in again))
    assert all("nothing new" in said for _, said in again), [said for _, said in again]
    size = sum(path.stat().st_size for path in (folder / "log").rglob("*.parquet"))
    print(f"{'the log':36} {size / 2**20:6.1f} MB")
    seconds, said = timed(folder, "answers", "items", "--html", "items.html")
    told("answers items --html", seconds)
    print(said.splitlines()[0], f"\n{'the page':36} {(folder / 'items.html').stat().st_size / 2**20:6.1f} MB")
    seconds, said = timed(folder, "check", "--answers", "log")
    told("check --answers", seconds)
    found = [line for line in said.splitlines() if "wrong-key" in line or "dead-distractor" in line]
    print(f"planted {', '.join(school.faults)}; told of keys and dead options:", *found, sep="\n  ")
    told("answers forget", timed(folder, "answers", "forget", "Pupil 007")[0])
    told("answers export", timed(folder, "answers", "export", "-o", "all.csv")[0])
    with (folder / "all.csv").open() as file:
        print(f"{sum(1 for _ in file) - 1:,} answers are left")


def papers(school: School) -> Iterator[list[str]]:
    """Tables of typed letters, one a paper and class, with what `answers add` is told of each."""
    for at in range(PAPERS):
        made = handed_out(school, f"paper{at}", ON_PAPER, seed=at)
        if not at:
            school.faults = [each.id for each in made.papers[0].exercises if each.kind == "multiple_choice"][
                :FAULTS
            ]
        forms = {paper.form: paper for paper in made.papers}
        day = NEW_YEAR + datetime.timedelta(days=20 * at)
        for team in sorted(set(school.team.values())):
            name = f"paper{at}-{team}.csv"
            with (school.folder / name).open("w", newline="") as file:
                table = csv.writer(file)
                table.writerow(["student", "form", *range(1, ON_PAPER + 1)])
                for copy in made.copies:
                    if school.team[copy.student] == team:
                        asked = forms[copy.form].exercises
                        cells = (school.picks(copy.student, each) for each in asked)
                        table.writerow([copy.student, copy.form, *cells])
            yield [name, "--paper", f"paper{at}.json", "--on", day.isoformat()]


def pages(school: School) -> Iterator[list[str]]:
    """A folder of files that pages have handed in, for each test."""
    for at in range(TESTS_ON_PAGES):
        made = handed_out(school, f"page{at}", ON_PAGE, seed=100 + at)
        inbox = school.folder / f"inbox{at}"
        inbox.mkdir()
        forms = {paper.form: paper for paper in made.papers}
        for number, copy in enumerate(made.copies):
            paper = forms[copy.form]
            cells = [school.picks(copy.student, each) for each in paper.exercises]
            data = file_of(paper.fingerprint, copy.student, cells, paper.form)
            (inbox / f"{number}.json").write_bytes(data)
        yield [inbox.name, "--paper", f"page{at}.json"]


def handed_out(school: School, name: str, size: int, *, seed: int) -> ClassSet:
    """A worksheet in two forms for the whole school."""
    kinds = ("--type", "multiple_choice", "--type", "true_false")
    told = ("-n", str(size), "--forms", "2", "--roster", "school.csv", "--seed", str(seed), "-o", name)
    quizmill(school.folder, "worksheet", *kinds, *told)
    path = school.folder / f"{name}.json"
    return restore(path.read_bytes(), str(path))


def terminals(school: School) -> Iterator[list[str]]:
    """Histories of reviews at the terminal."""
    for at, name in enumerate(list(school.able)[:AT_TERMINAL]):
        path = school.folder / f"history{at}.db"
        for _ in days(school.bank, path, DAYS, seed=at, clock=lambda day: -EARLIER):
            pass
        yield [path.name, "--student", name, "--team", school.team[name]]


def collections(school: School) -> Iterator[list[str]]:
    """Collections of real Ankis, where the package is installed."""
    if importlib.util.find_spec("anki") is None:
        print("no package anki here: nothing comes from Anki")
        return
    from anki_learner import Learner

    quizmill(school.folder, "anki", "-o", "deck.apkg")
    deck = (school.folder / "deck.apkg").read_bytes()
    for name in list(school.able)[-WITH_ANKI:]:
        learner = Learner(school.folder / name.replace(" ", ""))
        learner.imports(types.SimpleNamespace(data=deck))
        reviewed(learner.col, school.chance)
        path = learner.folder / "mine.colpkg"
        learner.col.export_collection_package(str(path), include_media=False, legacy=False)
        yield [str(path.relative_to(school.folder)), "--student", name, "--team", school.team[name]]


def reviewed(col, chance: Random) -> None:
    """Three days of all cards, as Anki keeps them."""
    began = 1_788_300_000_000
    for day in range(3):
        for at, cid in enumerate(col.db.list("SELECT id FROM cards ORDER BY id")):
            told = (began + day * 86_400_000 + at * 9_000, cid, chance.choice([1, 3, 3, 3, 4]))
            col.db.execute("INSERT INTO revlog VALUES (?, ?, 0, ?, 1, 0, 2500, 5000, 0)", *told)


def quizmill(folder: Path, *arguments: str) -> str:
    """What the command says; it may find something, but not fail."""
    env = os.environ | {"XDG_CONFIG_HOME": str(folder / "config"), "XDG_CACHE_HOME": str(folder / "cache")}
    run = subprocess.run(
        [sys.executable, "-m", "quizmill", *arguments], cwd=folder, env=env, capture_output=True, text=True
    )
    if run.returncode not in (0, 1):
        raise SystemExit(f"{arguments}: {run.stderr}")
    return run.stdout


def timed(folder: Path, *arguments: str) -> tuple[float, str]:
    """Wall seconds of a command, and what it said."""
    began = time.perf_counter()
    said = quizmill(folder, *arguments)
    return time.perf_counter() - began, said


def told(what: str, seconds: float) -> None:
    print(f"{what:36} {seconds:6.1f} s")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        Path(sys.argv[1]).mkdir(parents=True)
        main(Path(sys.argv[1]).absolute())
    else:
        with tempfile.TemporaryDirectory() as made:
            main(Path(made))
