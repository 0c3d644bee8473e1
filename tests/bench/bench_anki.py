"""What a large deck takes: `python tests/bench/bench_anki.py [NOTES]` prints figures, no more.

First the whole command: `quizmill anki` on 20,000 plain choice questions in YAML, with a cache that is empty,
with the cache of that run, and once more over the deck that is there by then; beside it a program that does
nothing but hand the same texts to genanki. Each is a process from its start to its end, thrice in turn, by
the clock, and in the processors' seconds of all its processes. The aims, by the clock on two quiet ones:
at most 8 of genanki's time on the first run, at most 2.5 when the bank was checked before.
Measured: genanki 0.59 s, the first run 3.6 s (6.2), checked before 1.3 s (2.3); in seconds of the processors
0.58, 5.1 (8.8) and 1.4 (2.4).

Then 100,000 notes are exported from a bank in memory, questions posed and fields made on the way, and again
with their fields and tags already made. That is where genanki begins, which then writes notes of the same
fields and tags; Anki itself, where it is installed, exports the notes it has imported. Each runs in a process
of its own, so that its memory is its own, ours and genanki's thrice in turn, of which the quickest counts.
Seconds are of the processor, so that other work on the machine hardly counts.

The aims: from the bank at most 1.3 of genanki's time, at most 1.1 of the size of Anki's legacy export, memory
below 1 GB.
"""

from __future__ import annotations

import contextlib
import json
import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path
from random import Random

NOTES = 100_000
QUESTIONS = 20_000
RELEASED = 1795305600  # 2026-11-22
WORDS = (
    "ship tea captain river market price company founder product letter harbour winter report paper city "
    "year sold bought carried offered wrote promised reached opened the a of in to for with by from at on its"
).split()


def main() -> None:
    """One measurement when called with its name, else all of them."""
    arguments = sys.argv[1:]
    if arguments and arguments[0] in STEPS:
        step, deck, *rest = arguments
        print(json.dumps(STEPS[step](Path(deck), *(int(each) if each.isdigit() else each for each in rest))))
        return
    notes = int(arguments[0]) if arguments else NOTES
    whole_command()
    with tempfile.TemporaryDirectory() as folder:
        deck = Path(folder) / "deck.apkg"
        ours, genanki = quickest(deck, notes)
        print(f"{notes:,} notes, {deck.stat().st_size / 2**20:.1f} MB")
        told("quizmill", ours)
        writing = measured("writing", deck, notes)
        told("  from the same fields", writing)
        told("  the next release", measured("following", deck))
        told("genanki", genanki)
        print(f"time: {ours['seconds'] / genanki['seconds']:.2f} of genanki's (at most 1.3), ", end="")
        print(f"{writing['seconds'] / genanki['seconds']:.2f} from the same fields")
        try:
            import anki.collection  # noqa: F401  # only to see whether it is there
        except ImportError:
            print("size: the package anki is not installed")
            return
        theirs = measured("anki", deck)
        told("Anki (import and export)", theirs)
        print(f"size: {ours['bytes'] / theirs['bytes']:.2f} of Anki's own (at most 1.1)")


def whole_command() -> None:
    """The command and genanki alone, each as a process."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        texts = folder / "texts.json"
        texts.write_text(json.dumps(choices(QUESTIONS)))
        bank = write_bank(folder / "bank", json.loads(texts.read_text()))
        time.sleep(3)  # a bank that has just been written is not kept in the cache
        rounds = [one_round(folder / str(n), bank, texts) for n in range(3)]
    print(f"{QUESTIONS:,} choice questions, whole commands")
    for at, measure in enumerate(("by the clock", "of the processors")):
        best = {step: min(each[step][at] for each in rounds) for step in rounds[0]}
        for step, seconds in best.items():
            share = seconds / best["genanki alone"]
            print(f"{step:26} {seconds:7.2f} s {measure}, {share:7.1f} of genanki's time")


def one_round(folder: Path, bank: Path, texts: Path) -> dict[str, tuple[float, float]]:
    """The seconds of each by the clock and of the processors, in a cache and a folder of their own."""
    folder.mkdir()
    compiled = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(folder.parent / "compiled")}
    environment = {**os.environ, **compiled, "XDG_CACHE_HOME": str(folder / "cache")}
    command = [sys.executable, "-m", "quizmill", "anki", "--bank", str(bank), "-o"]

    def run(*arguments: str) -> tuple[float, float]:
        began, before = time.perf_counter(), children()
        subprocess.run(arguments, env=environment, capture_output=True, check=True)
        return time.perf_counter() - began, children() - before

    return {
        "genanki alone": run(sys.executable, __file__, "alone", str(folder / "genanki.apkg"), str(texts)),
        "first run": run(*command, str(folder / "first.apkg")),
        "checked before": run(*command, str(folder / "second.apkg")),
        "over the deck that is there": run(*command, str(folder / "second.apkg")),
    }


def children() -> float:
    """The processor's seconds of all processes that have been run from here."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def alone(deck: Path, texts: str) -> dict[str, float]:
    """What somebody would write who has only genanki: the same texts, escaped, as notes with a card each."""
    import html

    import genanki

    began = time.process_time()
    names = ("Prompt", "Answer", "B", "C", "D", "Explanation")
    options = "<ol><li>{{Answer}}</li><li>{{B}}</li><li>{{C}}</li><li>{{D}}</li></ol>"
    card = {"name": "Card", "qfmt": "{{Prompt}}" + options, "afmt": "{{Answer}}<hr>{{Explanation}}"}
    model = genanki.Model(1, "Choice", fields=[{"name": name} for name in names], templates=[card])
    made = genanki.Deck(2, "Bench")
    for id, *fields in json.loads(Path(texts).read_text()):
        guid = genanki.guid_for("bench", id)
        made.add_note(genanki.Note(model, [html.escape(field) for field in fields], guid=guid))
    genanki.Package(made).write_to_file(deck)
    return result(began, deck)


def choices(count: int) -> list[tuple[str, ...]]:
    """Plain choice questions without a fault: id, prompt, answer, three distractors, explanation."""
    chance = Random(7)
    syllables = [first + second for first in "bdfgklmnprstvz" for second in "aeiou"]
    rare = ["".join(chance.choices(syllables, k=3)) for _ in range(4_000)]

    def said(length: int) -> str:
        return " ".join(chance.choices(rare, k=length)).capitalize()

    return [(f"q{n}", f"{said(12)} {n}?", *(said(3) for _ in range(4)), f"{said(20)}.") for n in range(count)]


def write_bank(folder: Path, texts: list[list[str]]) -> Path:
    """The questions as a bank of ten topics."""
    folder.mkdir()
    (folder / "bank.yaml").write_text("title: Bench\nnamespace: bench\nreleased: 2026-11-22\n")
    for topic in range(10):
        written = "".join(
            f"  - id: {id}\n    type: multiple_choice\n    prompt: {prompt}\n    answer: {answer}\n"
            f"    distractors: [{', '.join(others)}]\n    explanation: {explanation}\n"
            for id, prompt, answer, *others, explanation in texts[topic::10]
        )
        (folder / f"topic-{topic}.yaml").write_text(f"title: Topic {topic}\nquestions:\n{written}")
    return folder


def quickest(deck: Path, notes: int) -> list[dict[str, float]]:
    """The quickest of three runs of ours and of genanki's, in turn."""
    runs = [(measured("quizmill", deck, notes), measured("genanki", deck)) for _ in range(3)]
    return [min(each, key=lambda run: run["seconds"]) for each in zip(*runs, strict=True)]


def measured(step: str, *arguments: object) -> dict[str, float]:
    """What the step says of itself, run in a process of its own."""
    command = [sys.executable, __file__, step, *map(str, arguments)]
    run = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    found: dict[str, float] = json.loads(run.stdout.splitlines()[-1])
    return found


def told(name: str, found: dict[str, float]) -> None:
    """One line of figures."""
    size = f"{found['bytes'] / 2**20:7.1f} MB file"
    print(f"{name:26} {found['seconds']:7.1f} s {found['memory'] / 2**20:7.0f} MB memory {size}")


def result(began: float, path: Path) -> dict[str, float]:
    """Seconds of the processor since *began*, peak memory in bytes, size of the file."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return {"seconds": time.process_time() - began, "memory": peak, "bytes": path.stat().st_size}


def quizmill(deck: Path, notes: int) -> dict[str, float]:
    """A first release, from the bank in memory to the file."""
    bank = bank_of(notes)
    began = time.process_time()
    deck.write_bytes(exported(bank, None))
    return result(began, deck)


def writing(deck: Path, notes: int) -> dict[str, float]:
    """The same with fields and tags made beforehand, as genanki is given them."""
    from quizmill.compose.arrange import Arranger
    from quizmill.export.anki import merge, release

    bank = bank_of(notes)
    arranger = Arranger(bank, seed=0)
    exercises = tuple(arranger.exercise(topic, question) for topic, question in bank.questions())
    fields = {exercise.id: merge.note_fields.write(bank, exercise, "", ()) for exercise in exercises}
    tags = {exercise.id: merge.tags_of(bank.namespace, exercise) for exercise in exercises}
    merge.note_fields.write = lambda bank, exercise, image, remembered: fields[exercise.id]
    merge.tags_of = lambda namespace, exercise: tags[exercise.id]
    path = deck.with_name("writing.apkg")
    began = time.process_time()
    path.write_bytes(release.export_anki(bank, exercises, release.AnkiOptions(released=RELEASED)).data)
    found = result(began, path)
    assert path.read_bytes() == deck.read_bytes()
    return found


def following(deck: Path) -> dict[str, float]:
    """The release after it, with nothing changed: read back, compared, written."""
    before = deck.read_bytes()
    with contextlib.closing(sqlite_of(deck)) as db:
        (notes,) = db.execute("SELECT count(*) FROM notes").fetchone()
    bank = bank_of(notes)
    again = deck.with_name("again.apkg")
    began = time.process_time()
    again.write_bytes(exported(bank, before))
    assert again.read_bytes() == before
    return result(began, again)


def genanki(deck: Path) -> dict[str, float]:
    """The same rows through genanki's own Note, Deck and Package."""
    import genanki

    with contextlib.closing(sqlite_of(deck)) as db:
        rows = db.execute("SELECT guid, mid, flds, tags FROM notes ORDER BY id").fetchall()
        models = json.loads(db.execute("SELECT models FROM col").fetchone()[0])
    types = {int(id): model_of(genanki, model) for id, model in models.items()}
    path = deck.with_name("genanki.apkg")
    began = time.process_time()
    made = genanki.Deck(1_234_567_890, "Bench")
    for guid, mid, fields, tags in rows:
        made.add_note(genanki.Note(types[mid], fields.split("\x1f"), guid=guid, tags=tags.split()))
    genanki.Package(made).write_to_file(path)
    return result(began, path)


def model_of(genanki, model):
    """Anki's JSON as genanki's own object."""
    return genanki.Model(
        int(model["id"]),
        model["name"],
        fields=[{"name": field["name"]} for field in model["flds"]],
        templates=[{key: t[key] for key in ("name", "qfmt", "afmt")} for t in model["tmpls"]],
        css=model["css"],
        model_type=model["type"],
    )


def anki(deck: Path) -> dict[str, float]:
    """Anki imports our deck and exports it again, in the format that every version reads."""
    from anki.collection import (
        Collection,
        ExportAnkiPackageOptions,
        ImportAnkiPackageOptions,
        ImportAnkiPackageRequest,
    )

    path = deck.with_name("anki.apkg")
    began = time.process_time()
    col = Collection(str(deck.with_name("collection.anki2")))
    options = ImportAnkiPackageOptions()
    col.import_anki_package(ImportAnkiPackageRequest(package_path=str(deck), options=options))
    legacy = ExportAnkiPackageOptions(legacy=True, with_media=True)
    col.export_anki_package(out_path=str(path), options=legacy, limit=None)
    col.close()
    return result(began, path)


def sqlite_of(deck: Path) -> sqlite3.Connection:
    """The deck's collection."""
    connection = sqlite3.connect(":memory:")
    with zipfile.ZipFile(deck) as archive:
        connection.deserialize(archive.read("collection.anki2"))
    return connection


def exported(bank, before: bytes | None) -> bytes:
    """The bank's whole deck."""
    from quizmill.compose.arrange import Arranger
    from quizmill.export.anki.release import AnkiOptions, export_anki

    arranger = Arranger(bank, seed=0)
    exercises = tuple(arranger.exercise(topic, question) for topic, question in bank.questions())
    return export_anki(bank, exercises, AnkiOptions(released=RELEASED), previous=before).data


def bank_of(notes: int):
    """A bank in memory: ten topics, of each ten questions four of choice, four of recall, two cloze."""
    from quizmill.bank.model import Bank, Fact, Source, Topic

    chance = Random(7)
    facts = tuple(Fact(id=f"f{n}", paragraph=n + 1, says=words(chance, 14)) for n in range(2_000))
    topics = tuple(
        Topic(
            id=f"topic-{t}",
            title=f"Topic {t}",
            questions=tuple(question(chance, n) for n in range(t * notes // 10, (t + 1) * notes // 10)),
        )
        for t in range(10)
    )
    source = Source(id="log", title="The Log of a Ship", facts=facts)
    return Bank(title="Bench", namespace="bench", topics=topics, sources=(source,))


def question(chance: Random, n: int):
    """A question as long as one of the shipped bank's."""
    from quizmill.bank.model import Cloze, Distractor, MultipleChoice, ShortAnswer

    common = {
        "id": f"q{n}",
        "explanation": words(chance, 25),
        "facts": (f"log/f{n % 2_000}",),
        "tags": (chance.choice(WORDS),),
    }
    if n % 10 < 4:
        distractors = tuple(
            Distractor(text=words(chance, 4) + letter, why=words(chance, 12)) for letter in "abc"
        )
        return MultipleChoice(
            prompt=words(chance, 15), answer=words(chance, 4), distractors=distractors, **common
        )
    if n % 10 < 8:
        return ShortAnswer(prompt=words(chance, 15), answer=words(chance, 2), **common)
    blanks = f"{words(chance, 8)} {{{{{words(chance, 1)}}}}} {words(chance, 4)} {{{{{words(chance, 2)}}}}}."
    return Cloze(text=blanks, **common)


def words(chance: Random, count: int) -> str:
    """So many words."""
    return " ".join(chance.choices(WORDS, k=count)).capitalize()


STEPS = {
    "alone": alone,
    "quizmill": quizmill,
    "writing": writing,
    "following": following,
    "genanki": genanki,
    "anki": anki,
}

if __name__ == "__main__":
    main()
