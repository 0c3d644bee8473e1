"""`quizmill anki --reviews`: what was forgotten most in Anki."""

from __future__ import annotations

import json

import pytest

pytest.importorskip("anki")

import samples
from anki_decks import DAY, FIRST
from anki_learner import Learner


@pytest.fixture
def learner(tmp_path, bank, quizmill):
    learner = Learner(tmp_path / "anki")
    assert quizmill("anki", "--bank", bank).returncode == 0
    learner.imports((tmp_path / "tea-and-sea.apkg").read_bytes())
    yield learner
    learner.col.close()


def logged(learner, question, *eases, card=0, kind=0):
    """A review a day, each of five seconds."""
    cid = learner.note(question).cards()[card].id
    for day, ease in enumerate(eases):
        id = (FIRST + day * DAY) * 1000 + learner.col.db.scalar("SELECT count() FROM revlog")
        learner.col.db.execute(
            "INSERT INTO revlog VALUES (?, ?, 0, ?, 1, 0, 2500, 5000, ?)", id, cid, ease, kind
        )


def exported(learner):
    path = learner.folder / "mine.colpkg"
    learner.col.export_collection_package(str(path), include_media=False, legacy=False)
    learner.col.reopen()
    return path


def test_what_was_forgotten_most_is_told_first(learner, quizmill, bank):
    logged(learner, "ship-name", 3, 1, 1, 3)
    logged(learner, "tea-colours", 1, *([1] * 8), card=1)
    logged(learner, "tea-plant", 4)
    run = quizmill("anki", "--bank", bank, "--reviews", exported(learner))

    assert run.stdout == (
        "14 answers to 3 cards of this bank\n"
        "at first: 2 of 3 (9 to 99 %) known, by the learners' own word\n"
        "an answer takes 5 seconds (the middle card)\n"
        "\n"
        "forgotten most, of the times it came again after a day or more\n"
        "  tea-colours, card 2: 8 of 8 (63 to 100 %)\n"
        "  ship-name: 2 of 3 (9 to 99 %)\n"
        "\n"
        "leeches, forgotten 8 times or more\n"
        "  tea-colours, card 2: 1 learner\n"
        "\n"
        "longest\n"
        "  tea-colours, card 2: 5 seconds\n"
        "  ship-name: 5 seconds\n"
        "  tea-plant: 5 seconds\n"
    )


def test_several_learners_are_told_together_and_chosen_questions_alone(learner, quizmill, bank, tmp_path):
    logged(learner, "ship-name", 3, 1)
    logged(learner, "tea-plant", 3)
    first = exported(learner)
    second = tmp_path / "other.colpkg"
    second.write_bytes(first.read_bytes())
    run = quizmill(
        *("anki", "--bank", bank, "--reviews", first, "--reviews", second),
        *("--id", "ship-name", "--format", "json"),
    )

    (card,) = json.loads(run.stdout)["cards"]
    assert card == {
        "question": "ship-name",
        "card": 1,
        "students": 2,
        "answers": 4,
        "first": 2,
        "first_right": 2,
        "reviews": 2,
        "forgotten": 2,
        "leeches": 0,
        "seconds": 5.0,
        "first_interval": [pytest.approx(0.025**0.5), 1.0],
        "forgotten_interval": [pytest.approx(0.025**0.5), 1.0],
    }


def test_more_than_ten_are_counted(learner, quizmill, bank):
    for question, cards in (("tea-colours", 3), ("tea-steps", 5), ("ship-year", 2)):
        for card in range(cards):
            logged(learner, question, 3, 1, card=card)
    logged(learner, "ship-name", 3, 1)
    run = quizmill("anki", "--bank", bank, "--reviews", exported(learner))

    assert "  and 1 more; --format json has all\n" in run.stdout


def test_where_the_first_answers_are_not_in_the_log_none_is_told(learner, quizmill, bank):
    logged(learner, "ship-name", 3, kind=1)
    run = quizmill("anki", "--bank", bank, "--reviews", exported(learner))

    as_json = quizmill(
        "anki", "--bank", bank, "--reviews", learner.folder / "mine.colpkg", "--format", "json"
    )

    assert run.stdout.startswith("1 answer to 1 card of this bank\nan answer takes 5 seconds")
    (card,) = json.loads(as_json.stdout)["cards"]
    assert (card["first"], card["first_interval"], card["forgotten_interval"]) == (0, None, None)


def test_a_collection_without_answers_is_refused(learner, quizmill, bank):
    run = quizmill("anki", "--bank", bank, "--reviews", exported(learner))

    assert run.returncode == 3
    assert 'there is no answer to a question of "tea-and-sea" in it; export it from an Anki' in run.stderr


def test_answers_of_a_collection_go_into_the_log_once(learner, quizmill, bank, tmp_path):
    pytest.importorskip("pyarrow")
    key = {"QUIZMILL_ANSWERS_KEY": str(tmp_path / "key")}
    logged(learner, "ship-name", 3, 1)
    logged(learner, "tea-colours", 4, card=1)
    assert quizmill("answers", "init", **key).returncode == 0
    mine = exported(learner)
    unsaid = quizmill("answers", "add", mine, **key)
    first = quizmill("answers", "add", mine, "--student", "Ann", **key)
    samples.write(
        tmp_path,
        bank=samples.BANK.replace("2026-11-22", "2026-11-29"),
        tea=samples.TOPIC.replace("Which clipper", "What clipper"),
    )
    assert quizmill("anki", "--bank", bank).returncode == 0
    learner.imports((tmp_path / "tea-and-sea.apkg").read_bytes())
    again = quizmill("answers", "add", exported(learner), "--student", "Ann", **key)
    rows = quizmill("answers", "export", "--format", "jsonl", **key).stdout.splitlines()

    assert (unsaid.returncode, unsaid.stderr) == (
        2,
        f"quizmill: {mine}: a collection of Anki's does not say whose it is: --student NAME\n",
    )
    assert (first.stdout, again.stdout) == (
        "3 answers of 1 student added\n",
        "nothing new: all of it is there\n",
    )
    told = [json.loads(row) for row in rows]
    assert sorted((row["question"], row["number"], row["verdict"], row["attempt"]) for row in told) == [
        ("ship-name", 0, "right", 1),
        ("ship-name", 0, "wrong", 2),
        ("tea-colours", 2, "right", 1),
    ]
    assert {(row["place"], row["source"], row["kind"]) for row in told} == {
        ("anki", "anki", "short_answer"),
        ("anki", "anki", "matching"),
    }


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (("--fresh",), "--fresh and --reviews do different things; leave one of them out"),
        (("--accept", "a"), "--accept and --reviews do different things; leave one of them out"),
        (("--diff", "a"), "--reviews and --diff do different things; leave one of them out"),
    ],
)
def test_what_makes_no_sense_beside_it_is_refused(quizmill, bank, typed, sentence):
    run = quizmill("anki", "--bank", bank, "--reviews", "a", *typed)

    assert (run.returncode, run.stderr) == (2, f"quizmill: {sentence}\n")
