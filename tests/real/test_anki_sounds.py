"""A question's sound in the real Anki: it is played with the question, and what was said is read after."""

import html
import json
import re
import sqlite3
from pathlib import Path

import pytest

from anki_decks import NINE, bank_of, opened, release, reworded
from quizmill.bank.model import Audio
from quizmill.export.anki.families import STYLED
from quizmill.export.anki.package import pack
from recordings import MP3, recorded

pytest.importorskip("anki")

from anki_learner import Learner

TEA = Audio(file="tea.mp3", transcript="Green tea, please.", credit="Ann, CC BY 4.0")


@pytest.fixture
def learner(tmp_path):
    learner = Learner(tmp_path)
    yield learner
    learner.col.close()


def heard(name, question=NINE[0]):
    """A deck of the question with that sound."""
    audio = Audio(file=name, transcript=TEA.transcript, credit=TEA.credit)
    return release(bank_of(reworded(question, audio=audio)), media={name: recorded(name)})


def said_in_english(side):
    """What is read there, of each label what it says in English."""
    return text(re.sub(r'<bdi class="label"><span lang="en">(.*?)</span>.*?</bdi>', r"\1", side))


def text(side):
    """What is read on a side of a card."""
    side = re.sub(r"<(style|script)>.*?</\1>", "", side, flags=re.DOTALL)
    return html.unescape(re.sub(r"<[^>]*>", "", side))


@pytest.mark.parametrize(
    "name", ["tea.mp3", "tea.ogg", "tea.opus", "tea.wav", "tea.m4a", "tea.aac", "tea.flac"]
)
def test_every_kind_of_sound_arrives_and_is_neither_unused_nor_missing(learner, name):
    learner.imports(heard(name))
    (card,) = learner.note("plant").cards()
    (tag,) = card.question_av_tags()
    checked = learner.col.media.check()

    assert Path(learner.col.media.dir(), tag.filename).read_bytes() == recorded(name)
    assert (list(checked.unused), list(checked.missing)) == ([], [])
    learner.check()


@pytest.mark.parametrize("question", NINE, ids=lambda question: question.id)
def test_every_card_of_every_kind_plays_once_on_the_front_and_not_again_on_the_back(learner, question):
    learner.imports(heard("tea.mp3", question))
    cards = learner.note(question.id).cards()

    for card in cards:
        assert len(card.question_av_tags()) == 1
        assert card.answer_av_tags() == []
        assert "[anki:play:q:0]" in card.question()
        assert "anki:play" not in card.answer()
        assert TEA.transcript not in text(card.question())
        assert TEA.credit not in text(card.question())
        assert f"What is said{TEA.transcript}{TEA.credit}" in said_in_english(card.answer())


def test_a_question_without_one_has_no_trace_of_it(learner):
    learner.imports(release(bank_of(NINE[0])))
    (card,) = learner.note("plant").cards()

    assert card.question_av_tags() == []
    assert "What is said" not in card.answer()
    assert 'class="sound"' not in card.question()


def test_what_an_author_writes_is_never_played(learner):
    says = Audio(file="tea.mp3", transcript="[sound:a.mp3]", credit="[sound:b.mp3]")
    learner.imports(release(bank_of(reworded(NINE[0], audio=says)), media={"tea.mp3": MP3}))
    (card,) = learner.note("plant").cards()

    assert len(card.question_av_tags()) == 1
    assert card.answer_av_tags() == []
    assert "[sound:a.mp3][sound:b.mp3]" in text(card.answer())


def before_there_were_sounds(released):
    """The same deck as a version wrote it that had no name yet for the two fields."""
    with opened(released.data) as db:
        (models,) = db.execute("SELECT models FROM col").fetchone()
        models = json.loads(models)
        for model in models.values():
            model["mod"] = STYLED - 86_400
            for field in model["flds"]:
                field["name"] = {"Audio": "Reserved3", "Transcript": "Reserved4"}.get(
                    field["name"], field["name"]
                )
            for template in model["tmpls"]:
                for side in ("qfmt", "afmt"):
                    template[side] = re.sub(
                        r"\{\{#(Audio|Transcript)\}\}.*?\{\{/\1\}\}", "", template[side], flags=re.DOTALL
                    )
        db.execute("UPDATE col SET models = ?", (json.dumps(models),))
        db.commit()
        return pack(_bytes(db), {})


def _bytes(db: sqlite3.Connection) -> bytes:
    return db.serialize()


@pytest.mark.parametrize("update", [0, 1], ids=["if newer", "always"])
def test_whoever_has_a_deck_from_before_there_were_sounds_gets_them_and_keeps_all(learner, update):
    old = before_there_were_sounds(release(bank_of(*NINE)))
    learner.imports(old)
    fields = [field["name"] for field in learner.col.models.by_name("quizmill choice")["flds"]]
    assert "Reserved3" in fields
    for question in ("plant", "ship"):
        learner.answers(question)
    progress = learner.progress()
    with_sound = reworded(NINE[0], audio=TEA)
    first = release(bank_of(*NINE))
    second = release(bank_of(with_sound, *NINE[1:]), day=1, after=first, media={"tea.mp3": MP3})

    brought = learner.imports(second, update_notes=update, update_notetypes=update)
    assert brought["updated"] >= 1
    assert "conflicting" not in brought
    assert learner.progress() == progress
    (card,) = learner.note("plant").cards()
    assert len(card.question_av_tags()) == 1
    assert TEA.transcript in text(card.answer())
    learner.check()
