"""What a learner has answered in the real Anki, as answers to our questions."""

from __future__ import annotations

import pytest

from anki_decks import DAY, FIRST, NINE, bank_of, posed, release, reworded
from quizmill.compose.wording import digest
from quizmill.export.anki.reviews import reviews

pytest.importorskip("anki")

from anki.collection import ExportAnkiPackageOptions

from anki_learner import Learner

BANK = bank_of(*NINE)
SHIP = NINE[3]


@pytest.fixture
def learner(tmp_path):
    learner = Learner(tmp_path)
    learner.imports(release(BANK))
    yield learner
    learner.col.close()


def logged(learner, question, *entries, card=0):
    """Put entries (days after the release, ease, milliseconds, kind) into Anki's log."""
    for days, ease, time, kind in entries:
        id = (FIRST + days * DAY) * 1000 + learner.col.db.scalar("SELECT count() FROM revlog")
        cid = learner.note(question).cards()[card].id
        learner.col.db.execute(
            "INSERT INTO revlog VALUES (?, ?, 0, ?, 1, 0, 2500, ?, ?)", id, cid, ease, time, kind
        )


def read(learner, *, legacy=False):
    """The reviews in what the learner exports."""
    path = learner.folder / "mine.colpkg"
    learner.col.export_collection_package(str(path), include_media=False, legacy=legacy)
    learner.col.reopen()
    return reviews(path.read_bytes(), "mine.colpkg", "")


def test_an_answer_given_in_anki_is_one_to_the_wording_on_the_card(learner):
    learner.answers("ship")
    (found,) = read(learner)

    (exercise,) = posed(BANK, only=("ship",))
    assert (found.namespace, found.question, found.kind) == ("tea-and-sea", "ship", "short_answer")
    assert (found.digest, found.part, found.ease, found.attempt) == (digest(exercise), 0, "easy", 1)
    assert found.seconds < 60


def test_the_card_tells_which_blank_pair_or_step_was_asked(learner):
    logged(learner, "year", (1, 3, 5000, 0), card=1)
    logged(learner, "colours", (1, 1, 7250, 0), card=2)
    found = read(learner)

    assert [(each.question, each.part, each.ease, each.seconds) for each in found] == [
        ("year", 2, "good", 5.0),
        ("colours", 3, "again", 7.25),
    ]


def test_what_is_no_answer_is_left_out(learner):
    logged(learner, "ship", (1, 0, 0, 4), (1, 3, 0, 4), (1, 3, 0, 5), (2, 0, 0, 0), (3, 4, 1000, 0))

    assert [each.ease for each in read(learner)] == ["easy"]


def test_attempts_are_counted_card_by_card(learner):
    logged(learner, "ship", (1, 1, 1000, 0), (1, 3, 1000, 0), (3, 2, 1000, 1))
    logged(learner, "year", (1, 3, 1000, 0))
    logged(learner, "year", (2, 3, 1000, 0), card=1)
    found = read(learner)

    assert [(each.question, each.attempt) for each in found] == [
        ("ship", 1),
        ("ship", 2),
        ("year", 1),
        ("year", 1),
        ("ship", 3),
    ]


def test_where_the_beginning_is_not_in_the_log_nothing_counts_as_first(learner):
    logged(learner, "ship", (3, 2, 1000, 1), (9, 2, 1000, 1))

    assert [each.attempt for each in read(learner)] == [2, 3]


def test_an_answer_from_before_the_last_change_has_no_digest(learner):
    logged(learner, "ship", (1, 1, 1000, 0))
    second = bank_of(reworded(SHIP, prompt="Which ship was it?"), *NINE[:3], *NINE[4:])
    learner.imports(release(second, day=5, after=release(BANK)))
    logged(learner, "ship", (4, 3, 1000, 1), (5, 3, 1000, 1))
    (exercise,) = posed(second, only=("ship",))

    assert [(each.digest, each.attempt) for each in read(learner)] == [
        ("", 1),
        ("", 2),
        (digest(exercise), 1),
    ]


def test_every_file_that_anki_makes_has_the_same_answers(learner):
    learner.answers("ship")
    learner.answers("year", card=1)
    modern, legacy = read(learner), read(learner, legacy=True)
    options = ExportAnkiPackageOptions(with_scheduling=True, with_media=False, legacy=False)
    package = learner.folder / "deck.apkg"
    learner.col.export_anki_package(out_path=str(package), options=options, limit=None)

    assert modern == legacy == reviews(package.read_bytes(), "deck.apkg", "")
    assert [each.question for each in modern] == ["ship", "year"]
    learner.col.close()
    live = (learner.folder / "collection.anki2").read_bytes()
    assert reviews(live, "collection.anki2", "") == modern
    learner.col.reopen()


def test_two_banks_are_told_apart_and_others_notes_are_not_read(learner):
    other = bank_of(*NINE, namespace="coffee", title="Coffee")
    learner.imports(release(other))
    learner.answers("ship", bank="coffee")
    note = learner.col.new_note(learner.col.models.by_name("Basic"))
    note["Front"] = "private"
    note.guid = "a.choice"
    learner.col.add_note(note, 1)
    card = note.cards()[0].id
    learner.col.db.execute("INSERT INTO revlog VALUES (1, ?, 0, 3, 1, 0, 2500, 9, 0)", card)

    assert [(each.namespace, each.question) for each in read(learner)] == [("coffee", "ship")]


def test_of_a_withdrawn_question_nothing_is_told(learner):
    logged(learner, "ship", (1, 3, 1000, 0))
    learner.imports(release(bank_of(*NINE[:3], *NINE[4:]), day=1, after=release(BANK)))

    assert read(learner) == []
