"""The deck in the real Anki: what was learnt stays, what changed arrives, what is written is shown."""

import html
import re

import pytest

from anki_decks import NINE, PNG, bank_of, release, reworded, stored
from quizmill.bank.markup import escape
from quizmill.bank.model import (
    Cloze,
    Distractor,
    Essay,
    Image,
    Matching,
    MultipleChoice,
    Numerical,
    Ordering,
    Point,
    ShortAnswer,
    Topic,
)

pytest.importorskip("anki")

from anki_learner import Learner

HOSTILE = (
    "<b>x</b> & <!-- --> {{c1::a}} {{Prompt}} std::vector }} {{{ [sound:a.mp3] [latex]x[/latex] [$]y[/$] "
    r"[anki:play:q:0] [[type:Answer]] \(m\) \[n\] &lt; 'q' "
    '"r"'
)
MARKED = escape(HOSTILE)


@pytest.fixture
def learner(tmp_path):
    learner = Learner(tmp_path)
    yield learner
    learner.col.close()


def text(side):
    """What is read on a side of a card: no style, script, tags or references."""
    side = re.sub(r"<(style|script)>.*?</\1>", "", side, flags=re.DOTALL)
    return html.unescape(re.sub(r"<[^>]*>", "", side.replace("<br>", "\n")))


def test_a_fresh_import_brings_every_note_and_the_cards_anki_would_make(learner):
    released = release(bank_of(*NINE))

    assert learner.imports(released) == {"new": 9}
    for id in learner.col.find_notes(""):
        note = learner.col.get_note(id)
        ours = [card[1] for card in stored(released.data)[note.guid].cards]
        assert [card.ord for card in note.cards()] == ours
        if note.note_type()["type"] == 1:
            theirs = learner.col._backend.cloze_numbers_in_note(note._to_backend_note())
            assert sorted(n - 1 for n in theirs) == ours
    learner.check()


def test_importing_twice_adds_nothing(learner):
    released = release(bank_of(*NINE))
    learner.imports(released)

    assert learner.imports(released) == {"duplicate": 9}
    assert learner.col.note_count() == 9


def test_schema_and_decks_arrive_as_they_are(learner):
    learner.imports(release(bank_of(*NINE)))
    names = {deck.name for deck in learner.col.decks.all_names_and_ids()}
    types = {t.name for t in learner.col.models.all_names_and_ids() if t.name.startswith("quizmill")}

    assert names == {"Default", "Tea and the sea", "Tea and the sea::Tea"}
    assert types == {"quizmill choice", "quizmill recall", "quizmill cloze"}
    assert "9 questions" in learner.col.decks.by_name("Tea and the sea")["desc"]
    for family in types:
        fields = learner.col.models.by_name(family)["flds"]
        assert all(field["preventDeletion"] and field["id"] for field in fields)


def test_a_reworded_question_updates_that_note_alone_and_keeps_its_reviews(learner):
    first = release(bank_of(*NINE))
    learner.imports(first)
    learner.answers("plant")
    learner.answers("year", card=1)
    history = learner.history()
    second = release(bank_of(reworded(NINE[0], prompt="Which plant, *then*?"), *NINE[1:]), day=1, after=first)

    assert learner.imports(second) == {"updated": 1, "duplicate": 8}
    assert learner.note("plant")["Prompt"] == "Which plant, <em>then</em>?"
    assert learner.history() == history
    assert len(history[0]) == 2
    learner.check()


def test_a_learners_own_edit_of_an_untouched_note_survives(learner):
    first = release(bank_of(*NINE))
    learner.imports(first)
    learner.edits("ship", Explanation="My own words.")
    learner.col.tags.bulk_add([learner.note("ship").id], "mine")
    second = release(bank_of(reworded(NINE[0], prompt="Which?"), *NINE[1:]), day=1, after=first)
    learner.imports(second)

    assert learner.note("ship")["Explanation"] == "My own words."
    assert "mine" in learner.note("ship").tags


def test_the_learners_own_look_survives_releases_that_change_only_questions(learner):
    first = release(bank_of(*NINE))
    learner.imports(first)
    choice = learner.col.models.by_name("quizmill choice")
    choice["css"] += ".card { color: pink; }"
    learner.col.models.update_dict(choice)
    learner.imports(release(bank_of(reworded(NINE[0], prompt="Which?")), day=1, after=first))

    assert "pink" in learner.col.models.by_name("quizmill choice")["css"]


def test_a_withdrawn_question_says_so_to_who_has_it_and_is_no_card_to_anyone_else(learner, tmp_path):
    first = release(bank_of(*NINE))
    learner.imports(first)
    learner.answers("plant")
    second = release(bank_of(NINE[1]), day=1, after=first)

    assert learner.imports(second) == {"updated": 8, "duplicate": 1}
    found = learner.col.find_notes("tag:quizmill::withdrawn")
    assert len(found) == 8
    for id in found:
        for card in learner.col.get_note(id).cards():
            for side in (card.question(), card.answer()):
                assert "Withdrawn: this question is no longer part of the deck." in text(side)
                assert "cloze" not in text(side)
    learner.col.remove_notes(found)
    learner.check()

    (tmp_path / "other").mkdir()
    newcomer = Learner(tmp_path / "other")
    newcomer.imports(second)
    assert newcomer.col.card_count() == 1
    newcomer.col.close()


def test_a_question_brought_back_has_its_cards_and_reviews_again(learner, tmp_path):
    first = release(bank_of(*NINE))
    learner.imports(first)
    learner.answers("year")
    history = learner.history()
    second = release(bank_of(NINE[0]), day=1, after=first)
    third = release(bank_of(*NINE), day=20_000, after=second)  # later than today, which Anki 24.06 stamps
    learner.imports(second)

    assert learner.imports(third) == {"updated": 8, "duplicate": 1}
    assert learner.history() == history
    assert not learner.col.find_notes("tag:quizmill::withdrawn")
    learner.check()

    (tmp_path / "other").mkdir()
    newcomer = Learner(tmp_path / "other")
    newcomer.imports(second)
    newcomer.imports(third)
    assert newcomer.col.card_count() == learner.col.card_count()
    newcomer.check()
    newcomer.col.close()


def test_a_kind_changed_within_its_family_keeps_the_reviews(learner):
    first = release(bank_of(NINE[3]))
    learner.imports(first)
    learner.answers("ship")
    history = learner.history()
    essay = Essay(id="ship", prompt="Which clipper?", points=(Point(point="The Cutty Sark"),))
    learner.imports(release(bank_of(essay), day=1, after=first))

    assert learner.history() == history
    assert learner.note("ship")["Kind"] == "essay"
    learner.check()


def test_a_kind_of_another_family_is_withdrawn_and_new(learner):
    first = release(bank_of(NINE[3]))
    learner.imports(first)
    choice = MultipleChoice(
        id="ship", prompt="Which?", answer="Cutty Sark", distractors=(Distractor(text="Ark"),)
    )

    assert learner.imports(release(bank_of(choice), day=1, after=first)) == {"new": 1, "updated": 1}
    assert len(learner.col.find_notes("tag:quizmill::withdrawn")) == 1
    assert learner.note("ship")["Kind"] == "multiple_choice"


def test_a_question_in_another_topic_stays_in_the_learners_deck_with_its_reviews(learner):
    first = release(bank_of(NINE[3]))
    learner.imports(first)
    learner.answers("ship")
    history, deck = learner.history(), learner.note("ship").cards()[0].did
    topics = (Topic(id="tea", title="Tea"), Topic(id="sea", title="Sea", questions=(NINE[3],)))
    learner.imports(release(bank_of(topics=topics), day=1, after=first))

    assert "tea-and-sea::topic::sea" in learner.note("ship").tags
    assert (learner.history(), learner.note("ship").cards()[0].did) == (history, deck)


def test_a_blank_that_moves_keeps_its_reviews_and_a_new_one_is_a_new_card(learner):
    first = release(bank_of(NINE[5]))
    learner.imports(first)
    learner.answers("year", card=1)
    history = learner.history()
    changed = reworded(NINE[5], text="At {{Greenwich}} the {{Cutty Sark}}, launched {{1869}}.")
    learner.imports(release(bank_of(changed), day=1, after=first))
    cards = learner.note("year").cards()

    assert learner.history() == history
    assert [card.ord for card in cards] == [0, 1, 2]
    assert text(cards[1].question()).split() == "Fill the gap At Greenwich the [...], launched 1869.".split()
    assert text(cards[2].question()).split() == "Fill the gap At [...] the Cutty Sark, launched 1869.".split()
    learner.check()


def test_a_release_of_a_part_changes_nothing_else(learner):
    first = release(bank_of(*NINE))
    learner.imports(first)

    assert learner.imports(release(bank_of(*NINE), day=1, after=first, only=("ship",))) == {"duplicate": 9}


def test_every_option_of_the_import_dialog_does_no_harm(learner):
    first = release(bank_of(*NINE))
    second = release(bank_of(reworded(NINE[0], prompt="Which?"), *NINE[1:]), day=1, after=first)
    learner.imports(first)

    options = {"merge_notetypes": True, "update_notes": 1, "update_notetypes": 1, "with_deck_configs": True}
    assert learner.imports(second, with_scheduling=True, **options) == {"updated": 1, "duplicate": 8}
    learner.check()


def test_a_picture_arrives_with_its_words(learner):
    picture = reworded(NINE[0], image=Image(file="img/a.png", alt='A "leaf" & <b>'))
    learner.imports(release(bank_of(picture), media={"img/a.png": PNG}))
    (card,) = learner.note("plant").cards()
    name, alt = re.search(r'<img src="([^"]+)" alt="([^"]+)">', card.question()).groups()

    assert learner.col.media.have(name)
    assert html.unescape(alt) == 'A "leaf" & <b>'
    learner.check()


@pytest.mark.parametrize("question", NINE, ids=lambda q: q.id)
def test_every_kind_asks_on_the_front_and_answers_on_the_back(learner, question):
    learner.imports(release(bank_of(question)))
    answers = {
        "plant": [
            "Camellia sinensis ✓ right",
            "A garden cousin.",
            "One plant only.",
        ],
        "true-teas": ["Oolong ✓ right", "Pu-erh ✓ right"],
        "herbs": ["False ✓ right", "An infusion."],
        "ship": ["Cutty Sark", "The Cutty Sark", "[[type:Typed]]"],
        "cargo": ["¥9,000", "anything within 2% of it", "[[type:Typed]]"],
        "year": ["In 1869 the Cutty Sark was launched."],
        "colours": ["Green tea — heated"],
        "steps": ["Pluck"],
        "why": ["First tea", "Taste"],
    }[question.id]
    for card in learner.note(question.id).cards():
        front, back = text(card.question()), text(card.answer())
        for answer in answers:
            assert answer in back
        assert "✓" not in front
        assert question.id in back
        assert "2026-11-22" in back
        assert 'class="source' not in card.question()
    assert "[[type:Typed]]" in front or question.id not in ("ship", "cargo")


def test_the_source_stands_on_the_back_with_its_paragraph(learner):
    learner.imports(release(bank_of(NINE[0])))
    (card,) = learner.note("plant").cards()

    assert "A Short Book of Teaparagraph 2: All true tea is from one plant. (as of 1870)" in text(
        card.answer()
    )
    assert "Tea · plant · 2026-11-22" in text(card.answer())


def hostile_questions():
    common = {"explanation": MARKED, "hint": MARKED, "context": MARKED}
    return (
        MultipleChoice(
            id="choice",
            prompt=MARKED,
            answer=MARKED,
            distractors=(Distractor(text=MARKED + " not", why=MARKED),),
            **common,
        ),
        ShortAnswer(id="short", prompt=MARKED, answer=MARKED, accept=(MARKED + " too",), **common),
        Numerical(id="number", prompt=MARKED, answer="5", unit=HOSTILE, **common),
        Essay(id="essay", prompt=MARKED, points=(Point(point=MARKED),), **common),
        Matching(id="match", prompt=MARKED, pairs=((MARKED, MARKED), ("a", "b")), **common),
        Ordering(id="order", prompt=MARKED, sequence=(MARKED, "b"), **common),
        Cloze(
            id="gaps", text="Braces { and } [sound:x.mp3] {{std::vector}} and {{[[type:a]] ::x:}}", **common
        ),
    )


@pytest.mark.parametrize("question", hostile_questions(), ids=lambda q: q.id)
def test_hostile_text_is_shown_as_written_on_both_sides(learner, question):
    topic = Topic(id="tea", title=HOSTILE, deck="Tea", questions=(question,))
    learner.imports(release(bank_of(topics=(topic,), license=HOSTILE)))
    for card in learner.note(question.id).cards():
        front, back = text(card.question()), text(card.answer())
        assert front.count(HOSTILE) >= (2 if question.id == "gaps" else 3)  # context, prompt, hint
        assert back.count(HOSTILE) >= 4
        for side in (card.question(), card.answer()):
            assert "<b>" not in side
            assert side.count("<script") == 1  # ours
            assert not re.search(r"\[\[type:(?!Typed)|\[sound:|\[latex|\[\$", side)
        assert not card.question_av_tags()
        assert not card.answer_av_tags()
    learner.check()


def test_hostile_deletions_are_shown_as_written(learner):
    learner.imports(release(bank_of(hostile_questions()[-1])))
    one, two = learner.note("gaps").cards()

    assert "Braces { and } [sound:x.mp3] [...] and [[type:a]] ::x:" in text(one.question())
    assert "Braces { and } [sound:x.mp3] std::vector and [...]" in text(two.question())
    assert "Braces { and } [sound:x.mp3] std::vector and [[type:a]] ::x:" in text(two.answer())


def test_a_typed_answer_is_compared_with_what_is_written(learner):
    learner.imports(release(bank_of(ShortAnswer(id="cpp", prompt="P", answer=r"std::v<a> & \\(b\) {x}"))))
    typed = learner.note("cpp")["Typed"]

    assert "typeBad" not in learner.col.compare_answer(typed, r"std::v<a> & \(b\) {x}")
    assert "typeMissed" not in learner.col.compare_answer(typed, r"std::v<a> & \(b\) {x}")
