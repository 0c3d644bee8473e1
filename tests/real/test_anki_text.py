"""The table in the real Anki: every question arrives as a note of a type that every Anki has."""

import html
import re

import pytest

from anki_decks import NINE, bank_of, release, reworded
from quizmill.bank.model import Distractor, Image, Topic
from quizmill.compose.arrange import Arranger
from quizmill.export.anki.plain_text import text_deck

pytest.importorskip("anki")

from anki.collection import ImportCsvRequest

from anki_learner import Learner

COLOURS = NINE[6]
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


def pairs(learner, question="colours"):
    """The notes of a matching, in the order in which they came."""
    ids = learner.col.db.list(
        "SELECT id FROM notes WHERE guid LIKE ? ORDER BY id", f"tea-and-sea.text-pair.{question}.%"
    )
    return [learner.col.get_note(id) for id in ids]


def lines(field):
    """The lines of a field, as they are seen."""
    return [" ".join(shown(line)) for line in re.findall("<div>(.*?)</div>(?=<div>|$)", field)]


def shown(field):
    blocks = re.sub(r"</?(div|li|br)\b[^>]*>", " ", field)
    return html.unescape(re.sub(r"<[^>]*>", "", blocks)).split()


def test_every_question_arrives_with_its_type_deck_and_tags(learner):
    assert imported(learner, bank_of(*NINE)) == {"new": 11}

    single = [question for question in NINE if question is not COLOURS]
    types = {question.id: note(learner, question.id).note_type()["name"] for question in single}
    assert types == {
        **dict.fromkeys(("plant", "true-teas", "herbs", "ship", "cargo", "why"), "Basic"),
        **dict.fromkeys(("year", "steps"), "Cloze"),
    }
    assert [pair.note_type()["name"] for pair in pairs(learner)] == ["Basic"] * 3
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
    assert lines(plant["Back"])[0].endswith("Camellia sinensis")
    assert lines(plant["Back"])[1:3] == [
        "Why: One plant only.",
        "What tempts: Camellia japonica: A garden cousin.",
    ]
    assert lines(plant["Back"])[3].startswith("Source: A Short Book of Tea")
    assert plant["Back"].endswith("<div><small>plant</small></div>")
    assert note(learner, "steps")["Back Extra"] == "<div><small>steps</small></div>"
    assert "Unit: yuan" in " ".join(shown(cargo["Front"]))
    assert "Also right: anything within 2% of it" in " ".join(shown(cargo["Back"]))
    assert "✓" not in plant["Front"]


def test_each_pair_is_asked_alone_and_gives_no_other_away(learner):
    imported(learner, bank_of(reworded(COLOURS, explanation="It is how the leaf is *dried*.")))
    green, black, white = pairs(learner)

    for pair, left, right in (
        (green, "Green", "heated"),
        (black, "Black", "oxidised"),
        (white, "White", "dried"),
    ):
        prompt, asked, choices = lines(pair["Front"])
        assert (prompt, asked) == ("Match each tea to its making.", f"{left} tea")
        assert sorted(choices.removeprefix("Choose from: ").split()) == [
            "dried",
            "heated",
            "oxidised",
            "roasted",
        ]
        assert lines(pair["Back"]) == [right, "Why: It is how the leaf is dried.", "colours"]
        assert len(pair.cards()) == 1
    learner.check()


def test_a_pair_stays_the_note_it_is_when_others_change_or_change_places(learner):
    imported(learner, bank_of(COLOURS))
    green, black, white = pairs(learner)
    third = COLOURS.pairs[2]
    again = bank_of(reworded(COLOURS, pairs=(third, ("Green *tea*", "steamed"), ("Dark tea", "piled"))))

    assert imported(learner, again)["new"] == 1
    assert lines(learner.col.get_note(green.id)["Back"])[0] == "steamed"
    assert lines(learner.col.get_note(white.id)["Back"])[0] == "dried"
    assert learner.col.get_note(black.id)["Back"] == black["Back"]  # a table takes nothing away
    assert learner.col.note_count() == 4


def test_pairs_with_one_left_are_two_notes(learner):
    twice = bank_of(
        reworded(COLOURS, pairs=(("Tea", "green"), ("Tea", "black"), ("*Tea*", "white")), extra=())
    )

    assert imported(learner, twice) == {"new": 3}
    assert [lines(pair["Back"])[0] for pair in pairs(learner)] == ["green", "black", "white"]
    imported(learner, twice)
    assert learner.col.note_count() == 3


def test_the_steps_of_an_ordering_are_asked_one_by_one_as_in_the_deck(learner):
    imported(learner, bank_of(NINE[7]))
    fronts = [
        shown(re.sub("<style>.*?</style>", "", card.question(), flags=re.DOTALL))
        for card in note(learner, "steps").cards()
    ]

    assert [words[3:] for words in fronts] == [
        ["[...]", "Wither", "Roll"],
        ["Pluck", "[...]", "Roll"],
        ["Pluck", "Wither", "[...]"],
    ]


def test_importing_the_same_table_again_changes_nothing(learner):
    imported(learner, bank_of(*NINE))
    before = learner.texts()
    again = imported(learner, bank_of(*NINE))

    assert "new" not in again
    assert {guid: text.fields for guid, text in learner.texts().items()} == {
        guid: text.fields for guid, text in before.items()
    }


def test_importing_again_changes_only_what_has_changed_and_adds_nothing(learner):
    imported(learner, bank_of(*NINE))
    changed = bank_of(reworded(NINE[0], prompt="Which plant, then?"), *NINE[1:])
    imported(learner, changed)

    assert learner.col.note_count() == 11
    assert shown(note(learner, "plant")["Front"])[:3] == ["Which", "plant,", "then?"]


def test_the_notes_are_others_than_the_decks_and_leave_those_alone(learner):
    learner.imports(release(bank_of(*NINE)))
    learner.answers("plant")
    history = learner.history()
    imported(learner, bank_of(*NINE))

    assert learner.col.note_count() == 20
    assert learner.history() == history
    assert learner.imports(release(bank_of(*NINE))) == {"duplicate": 9}


def test_hostile_text_stays_in_its_cell_and_is_shown_as_written(learner):
    question = reworded(NINE[3], prompt=HOSTILE, answer=HOSTILE, explanation=HOSTILE)
    assert imported(learner, bank_of(question)) == {"new": 1}
    card = note(learner, "ship")

    assert shown(card["Front"]) == HOSTILE.split()
    assert " ".join(shown(card["Back"])).count(" ".join(HOSTILE.split())) == 2
    assert not card.cards()[0].question_av_tags()


def test_hostile_pairs_stay_in_their_cells_and_are_shown_as_written(learner):
    hostile = reworded(
        COLOURS, prompt=HOSTILE, pairs=((HOSTILE, HOSTILE), ("<i>", "=1+1")), extra=(), explanation=HOSTILE
    )
    assert imported(learner, bank_of(hostile)) == {"new": 2}
    first, second = pairs(learner)

    assert " ".join(shown(first["Front"])).count(" ".join(HOSTILE.split())) == 3
    assert " ".join(shown(first["Back"])).count(" ".join(HOSTILE.split())) == 2
    assert lines(second["Front"])[1] == "<i>"
    assert not first.cards()[0].question_av_tags()
    assert imported(learner, bank_of(hostile)).get("new") is None


def test_hostile_reasons_are_shown_as_written(learner):
    lured = reworded(NINE[0], distractors=(Distractor(text="Ilex", why=HOSTILE), Distractor(text=HOSTILE)))
    imported(learner, bank_of(lured))

    assert f"What tempts: Ilex: {' '.join(HOSTILE.split())}" in lines(note(learner, "plant")["Back"])


def test_no_cell_begins_a_formula():
    topics = (Topic(id="tea", title="T", questions=(NINE[0],)),)
    row = table(bank_of(topics=topics, title="=HYPERLINK(1)")).splitlines()[-1]
    pair = table(bank_of(reworded(COLOURS, pairs=(("=1", "=2"), ("@3", "+4"))))).splitlines()[-1]

    for cells in (row, pair):
        assert all(cell.lstrip('"')[0] not in "=+-@" for cell in cells.split("\t"))
    assert row.split("\t")[2] == "HYPERLINK(1)::T"


def test_a_picture_is_told_in_words():
    pictured = reworded(NINE[0], image=Image(file="a.png", alt="A leaf <b>"))

    assert "<div>[picture: A leaf &lt;b&gt;]</div>" in table(bank_of(pictured))
    assert "<img" not in table(bank_of(pictured))


def test_so_are_pictures_in_texts_and_options():
    wrong = (Distractor(text="This\n![A <b>](b.png)", why="![C](c.png)"),)
    pictured = reworded(
        NINE[0], answer='![A leaf](a.png "Ann")', distractors=wrong, explanation="![D](d.png)"
    )
    found = table(bank_of(pictured))

    for words in ("A leaf", "A &lt;b&gt;", "C", "D"):
        assert f'<div class=""paragraph"">[picture: {words}]</div>' in found
    assert "<img" not in found
