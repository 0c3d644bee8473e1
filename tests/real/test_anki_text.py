"""The table in the real Anki: every question arrives as a note of a type that every Anki has."""

import html
import re

import pytest

from anki_decks import NINE, bank_of, release, reworded
from quizmill.bank.model import Image, Topic
from quizmill.compose.arrange import Arranger
from quizmill.export.anki.plain_text import text_deck

pytest.importorskip("anki")

from anki.collection import ImportCsvRequest

from anki_learner import Learner

HOSTILE = '"a"\t<b>b</b> #c; {{c1::d}} =1+1 [sound:e.mp3] \\(f\\)'


@pytest.fixture
def learner(tmp_path):
    learner = Learner(tmp_path)
    yield learner
    learner.col.close()


def table(bank):
    arranger = Arranger(bank, seed=0)
    return text_deck(bank, (arranger.exercise(topic, question) for topic, question in bank.questions()))


def imported(learner, bank):
    """What the import log says, in numbers."""
    path = learner.folder / "table.txt"
    path.write_text(table(bank), encoding="utf-8")
    metadata = learner.col.get_csv_metadata(str(path), delimiter=None)
    log = learner.col.import_csv(ImportCsvRequest(path=str(path), metadata=metadata)).log
    names = ("new", "updated", "duplicate", "conflicting", "missing_notetype", "empty_first_field")
    return {name: len(getattr(log, name)) for name in names if len(getattr(log, name))}


def note(learner, question):
    (id,) = learner.col.db.list("SELECT id FROM notes WHERE guid LIKE ?", f"%.{question}")
    return learner.col.get_note(id)


def shown(field):
    blocks = re.sub(r"</?(div|li|br)\b[^>]*>", " ", field)
    return html.unescape(re.sub(r"<[^>]*>", "", blocks)).split()


def test_every_question_arrives_with_its_type_deck_and_tags(learner):
    assert imported(learner, bank_of(*NINE)) == {"new": 9}

    types = {question.id: note(learner, question.id).note_type()["name"] for question in NINE}
    assert types == {
        **dict.fromkeys(("plant", "true-teas", "herbs", "ship", "cargo", "why"), "Basic"),
        **dict.fromkeys(("year", "colours", "steps"), "Cloze"),
    }
    assert {learner.col.decks.name(card.did) for card in note(learner, "ship").cards()} == {
        "Tea and the sea::Tea"
    }
    assert "tea-and-sea::topic::tea" in note(learner, "ship").tags
    assert len(note(learner, "year").cards()) == 2
    learner.check()


def test_the_front_asks_and_the_back_answers(learner):
    imported(learner, bank_of(*NINE))
    plant, cargo = note(learner, "plant"), note(learner, "cargo")

    assert shown(plant["Front"])[:6] == ["From", "which", "plant", "is", "every", "true"]
    assert {"sinensis", "japonica", "Ilex"} <= set(shown(plant["Front"]))
    assert "japonica" not in shown(plant["Back"])
    assert "Why: One plant only." in " ".join(shown(plant["Back"]))
    assert "Source: A Short Book of Tea" in " ".join(shown(plant["Back"]))
    assert "Unit: yuan" in " ".join(shown(cargo["Front"]))
    assert "Also right: anything within 2% of it" in " ".join(shown(cargo["Back"]))
    assert "✓" not in plant["Front"]


def test_importing_again_changes_only_what_has_changed_and_adds_nothing(learner):
    imported(learner, bank_of(*NINE))
    changed = bank_of(reworded(NINE[0], prompt="Which plant, then?"), *NINE[1:])
    imported(learner, changed)

    assert learner.col.note_count() == 9
    assert shown(note(learner, "plant")["Front"])[:3] == ["Which", "plant,", "then?"]


def test_the_notes_are_others_than_the_decks_and_leave_those_alone(learner):
    learner.imports(release(bank_of(*NINE)))
    learner.answers("plant")
    history = learner.history()
    imported(learner, bank_of(*NINE))

    assert learner.col.note_count() == 18
    assert learner.history() == history
    assert learner.imports(release(bank_of(*NINE))) == {"duplicate": 9}


def test_hostile_text_stays_in_its_cell_and_is_shown_as_written(learner):
    question = reworded(NINE[3], prompt=HOSTILE, answer=HOSTILE, explanation=HOSTILE)
    assert imported(learner, bank_of(question)) == {"new": 1}
    card = note(learner, "ship")

    assert shown(card["Front"]) == HOSTILE.split()
    assert " ".join(shown(card["Back"])).count(" ".join(HOSTILE.split())) == 2
    assert not card.cards()[0].question_av_tags()


def test_no_cell_begins_a_formula():
    topics = (Topic(id="tea", title="T", questions=(NINE[0],)),)
    row = table(bank_of(topics=topics, title="=HYPERLINK(1)")).splitlines()[-1]

    assert all(cell.lstrip('"')[0] not in "=+-@" for cell in row.split("\t"))
    assert row.split("\t")[2] == "HYPERLINK(1)::T"


def test_a_picture_is_told_in_words():
    pictured = reworded(NINE[0], image=Image(file="a.png", alt="A leaf <b>"))

    assert "<div>[picture: A leaf &lt;b&gt;]</div>" in table(bank_of(pictured))
    assert "<img" not in table(bank_of(pictured))
