"""What a learner's deck does when the next release is imported over it."""

import hashlib
import io
import json
import tempfile
import zipfile
from pathlib import Path

import msgspec
import pytest

from anki_decks import DAY, FIRST, NINE, PNG, bank_of, date, note, opened, release, reworded, stored
from quizmill.bank.model import Essay, Image, MultipleChoice, Point, ShortAnswer, Topic
from quizmill.errors import ExportRefused
from quizmill.export.anki.families import CHOICE, STYLED
from quizmill.export.anki.notetypes import note_types
from quizmill.export.anki.package import pack

PICTURE = Image(file="img/leaf.PNG", alt='A "leaf"')


def test_the_first_release_is_all_new():
    first = release(bank_of(*NINE))

    assert first.new == tuple(question.id for question in NINE)
    assert (first.updated, first.unchanged, first.carried, first.withdrawn) == ((), (), (), ())
    assert {n.mod for n in stored(first.data).values()} == {FIRST}


def test_the_same_input_gives_the_same_bytes_and_leaves_no_file():
    before = set(Path(tempfile.gettempdir()).iterdir())

    assert release(bank_of(*NINE)).data == release(bank_of(*NINE)).data
    assert {
        path.name for path in set(Path(tempfile.gettempdir()).iterdir()) - before if "anki" in path.name
    } == set()


def test_a_release_without_a_change_is_the_same_file_whenever_it_is_made():
    first = release(bank_of(*NINE))
    second = release(bank_of(*NINE), day=30, after=first)

    assert second.unchanged == first.new
    assert second.data == first.data


def test_what_describes_the_deck_is_renewed_though_no_note_is():
    first = release(bank_of(*NINE))
    second = release(bank_of(*NINE, description="About tea."), day=7, after=first)
    third = release(bank_of(*NINE, description="About tea."), day=8, after=second, preset=True)

    assert (second.unchanged, second.brings_something) == (first.new, False)
    assert stored(second.data) == stored(third.data) == stored(first.data)
    with opened(second.data) as db:
        assert "About tea." in db.execute("SELECT decks FROM col").fetchone()[0]
    with opened(third.data) as db:
        assert "desiredRetention" in db.execute("SELECT dconf FROM col").fetchone()[0]


def test_only_what_changed_gets_a_new_time():
    first = release(bank_of(*NINE))
    changed = bank_of(reworded(NINE[0], prompt="Which plant?"), *NINE[1:])
    second = release(changed, day=7, after=first)

    assert (second.updated, second.unchanged) == (("plant",), first.new[1:])
    assert note(second, "choice.plant").mod == FIRST + 7 * DAY
    assert note(second, "choice.plant").fields["Released"] == "2026-11-29"
    assert {n.mod for guid, n in stored(second.data).items() if "plant" not in guid} == {FIRST}


def test_ids_of_notes_and_cards_stay():
    first = release(bank_of(*NINE))
    changed = bank_of(*(reworded(question, explanation="New.") for question in reversed(NINE)))
    second = release(changed, day=7, after=first)

    def ids(released):
        return {guid: (n.id, [card[:2] for card in n.cards]) for guid, n in stored(released.data).items()}

    assert len(second.updated) == 9
    assert ids(second) == ids(first)


def test_ids_tell_the_day_of_the_release():
    first = release(bank_of(NINE[0]))
    second = release(bank_of(*NINE), day=400, after=first)

    assert date(note(first, "choice.plant").id // 1000) == "2026-11-22"
    assert date(note(second, "recall.ship").id // 1000) == date(FIRST + 400 * DAY)
    assert date(note(second, "recall.ship").cards[0][0] // 1000) == date(FIRST + 400 * DAY)


def test_a_question_added_on_the_same_day_gets_ids_that_nothing_has():
    first = release(bank_of(NINE[5]))
    second = release(bank_of(NINE[7], NINE[5]), after=first)
    ids = [(n.id, *(card[0] for card in n.cards)) for n in stored(second.data).values()]

    begin = note(first, "cloze.year").id
    assert ids == [(begin, begin, begin + 1), (begin + 512, begin + 512, begin + 513, begin + 514)]


def test_a_new_card_takes_no_id_that_another_card_has():
    first = release(bank_of(NINE[5], NINE[3]))
    begin = note(first, "cloze.year").id
    with opened(first.data) as db:
        db.execute("UPDATE cards SET id = ? WHERE nid = ?", (begin + 2, begin + 512))
        db.commit()
        crowded = msgspec.structs.replace(first, data=pack(db.serialize(), {}))
    third = reworded(NINE[5], text=NINE[5].text.replace("launched", "{{launched}}"))
    second = release(bank_of(third, NINE[3]), after=crowded)

    assert [card[0] - begin for card in note(second, "cloze.year").cards] == [0, 1, 3]
    assert [card[0] - begin for card in note(second, "recall.ship").cards] == [2]


def test_no_note_is_older_than_anki_whatever_the_clock_says():
    first = release(bank_of(*NINE), day=-FIRST // DAY)

    assert {date(n.id // 1000) for n in stored(first.data).values()} == {"2006-10-05"}


def test_a_change_is_later_than_what_learners_have_even_within_a_day_or_when_the_clock_went_back():
    first = release(bank_of(NINE[0]))
    same_day = release(bank_of(reworded(NINE[0], prompt="Which?")), after=first)
    earlier = release(bank_of(reworded(NINE[0], prompt="What?")), day=-9, after=same_day)

    assert [note(r, "choice.plant").mod - FIRST for r in (first, same_day, earlier)] == [0, 1, 2]


def test_a_changed_tag_is_a_change():
    second = release(bank_of(reworded(NINE[0], tags=("leaves",))), day=1, after=release(bank_of(NINE[0])))

    assert second.updated == ("plant",)


def test_what_is_not_chosen_stays_as_it_was():
    first = release(bank_of(*NINE))
    changed = bank_of(*(reworded(question, explanation="New.") for question in NINE))
    second = release(changed, day=7, after=first, only=("herbs",))

    assert (second.updated, second.carried, second.withdrawn) == (
        ("herbs",),
        tuple(id for id in first.new if id != "herbs"),
        (),
    )
    assert {g: n for g, n in stored(second.data).items() if "herbs" not in g} == {
        g: n for g, n in stored(first.data).items() if "herbs" not in g
    }


def test_what_is_gone_from_the_bank_becomes_a_note_that_says_so_and_has_no_cards():
    first = release(bank_of(*NINE))
    second = release(bank_of(*NINE[1:]), day=7, after=first)
    tombstone = note(second, "choice.plant")

    assert (second.withdrawn, second.unchanged) == (("plant",), first.new[1:])
    assert {name: text for name, text in tombstone.fields.items() if text} == {
        "Title": "Withdrawn: plant",
        "Prompt": "Withdrawn: this question is no longer part of the deck. You can delete it: "
        "in Anki's browser, search for tag:quizmill::withdrawn, select all the notes found, and delete them.",
        "Language": "en",
        "Id": "plant",
        "Released": "2026-11-29",
    }
    assert (tombstone.tags, tombstone.cards) == (("quizmill::withdrawn",), ())
    assert (tombstone.mod, tombstone.id) == (FIRST + 7 * DAY, note(first, "choice.plant").id)


def test_a_withdrawn_cloze_speaks_on_every_card_it_ever_had():
    first = release(bank_of(NINE[5]))
    second = release(bank_of(reworded(NINE[5], text="In {{1869}} and {{Greenwich}}.")), day=1, after=first)
    third = release(bank_of(), day=2, after=second)

    assert note(third, "cloze.year").fields["Text"] == (
        "{{c1::Withdrawn&#58; year}} {{c2::Withdrawn&#58; year}} {{c3::Withdrawn&#58; year}}"
    )


def test_a_withdrawn_note_stays_as_it_is_from_then_on():
    second = release(bank_of(*NINE[1:]), day=7, after=release(bank_of(*NINE)))
    third = release(bank_of(*NINE[1:]), day=14, after=second)

    assert (third.withdrawn, third.data) == ((), second.data)


def test_a_question_that_comes_back_is_live_again():
    first = release(bank_of(*NINE))
    second = release(bank_of(), day=7, after=first)
    third = release(bank_of(*NINE), day=14, after=second)

    assert third.updated == first.new
    for guid, n in stored(third.data).items():
        before = stored(first.data)[guid]
        assert (n.id, n.tags, n.mod) == (before.id, before.tags, FIRST + 14 * DAY)
        assert n.fields | {"Released": ""} == before.fields | {"Released": ""}
        assert [card[1:] for card in n.cards] == [card[1:] for card in before.cards]


def test_a_kind_changed_within_a_family_is_the_same_note():
    essay = Essay(id="ship", prompt="Which clipper, and why?", points=(Point(point="Speed"),))
    second = release(bank_of(essay), day=7, after=release(bank_of(NINE[3])))

    assert (second.updated, second.new, second.withdrawn) == (("ship",), (), ())


def test_a_kind_of_another_family_is_another_note():
    choice = MultipleChoice(id="ship", prompt="Which?", answer="Cutty Sark", distractors=NINE[0].distractors)
    second = release(bank_of(choice), day=7, after=release(bank_of(NINE[3])))

    assert (second.new, second.withdrawn) == (("ship",), ("ship",))
    assert note(second, "recall.ship").cards == ()
    assert len(note(second, "choice.ship").cards) == 1

    third = release(bank_of(choice, NINE[2]), day=8, after=second, only=("herbs",))
    assert (third.new, third.carried, third.withdrawn) == (("herbs",), ("ship",), ())


def test_a_question_moved_to_another_topic_keeps_its_note():
    there = (Topic(id="tea", title="Tea"), Topic(id="sea", title="Sea", questions=(NINE[3],)))
    second = release(bank_of(topics=there), day=7, after=release(bank_of(NINE[3])))
    moved = note(second, "recall.ship")

    assert second.updated == ("ship",)
    assert "tea-and-sea::topic::sea" in moved.tags
    assert moved.cards[0][2] == "Tea and the sea::Sea"


def test_decks_keep_their_names_though_all_their_cards_were_gone_for_a_while():
    first = release(bank_of(NINE[3]))
    second = release(bank_of(), day=1, after=first)
    third = release(
        bank_of(title="New", topics=(Topic(id="tea", title="New", questions=(NINE[3],)),)),
        day=2,
        after=second,
    )

    assert note(third, "recall.ship").cards[0][2] == "Tea and the sea::Tea"


def test_a_blank_keeps_its_number_across_releases():
    first = release(bank_of(NINE[5]))
    second = release(
        bank_of(reworded(NINE[5], text="{{Greenwich}}: the {{Cutty Sark}}, {{1869}}.")), day=1, after=first
    )

    assert (
        "{{c3::Greenwich}}: the {{c2::Cutty Sark}}, {{c1::1869}}."
        in note(second, "cloze.year").fields["Text"]
    )


def test_a_picture_travels_under_the_name_of_its_content():
    bank = bank_of(reworded(NINE[0], image=PICTURE))
    first = release(bank, media={"img/leaf.PNG": PNG, "img/other.png": b"unused"})
    name = "quizmill-70efbe93ad0f9b5f0e14c9f79ec0a5b5.png"

    image = note(first, "choice.plant").fields["Image"]
    assert image.startswith('<img src="quizmill-')
    assert image.endswith('.png" alt="A &quot;leaf&quot;">')
    assert len(image.partition('src="')[2].partition('"')[0]) == len(name)
    assert _media(first) == [(image.partition('src="')[2].partition('"')[0], PNG)]


def test_a_picture_of_a_note_that_is_carried_over_comes_along():
    bank = bank_of(reworded(NINE[0], image=PICTURE), NINE[1])
    first = release(bank, media={"img/leaf.PNG": PNG})
    second = release(bank, day=1, after=first, only=("true-teas",))

    assert second.carried == ("plant",)
    assert _media(second) == _media(first)


def test_of_a_drawing_only_what_draws_is_in_the_deck_and_a_clean_one_as_it_is():
    clean = (
        b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" ><!-- mine --><path d="M0 0"/></svg>'
    )
    evil = b'<svg xmlns="http://www.w3.org/2000/svg" onload="x()"><path d="M0 0"/><script>x()</script></svg>'
    bank = bank_of(
        reworded(NINE[0], image=Image(file="a.svg", alt="A")),
        reworded(NINE[1], image=Image(file="b.svg", alt="B")),
    )

    media = dict(_media(release(bank, media={"a.svg": clean, "b.svg": evil})))

    assert sorted(media.values()) == [
        clean,
        b'<svg xmlns="http://www.w3.org/2000/svg">\n<path d="M0 0"/>\n</svg>\n',
    ]
    assert all(hashlib.sha256(data).hexdigest()[:32] in name for name, data in media.items())


def test_pictures_that_cannot_be_had_are_refused_all_at_once():
    bank = bank_of(
        reworded(NINE[0], image=PICTURE),
        reworded(NINE[1], image=Image(file="../passwd", alt="No")),
        reworded(NINE[2], image=Image(file="page.png", alt="No")),
        reworded(NINE[3], image=Image(file="empty.svg", alt="No")),
    )

    with pytest.raises(ExportRefused) as refused:
        release(bank, media={"page.png": b"not a picture", "empty.svg": b""})
    assert refused.value.reasons == (
        'plant: the image "img/leaf.PNG" is missing; put it beside the question or take it out',
        'true-teas: the image "../passwd" is not one that Anki shows; '
        "use .avif, .bmp, .gif, .jpeg, .jpg, .png, .svg, .webp",
        'herbs: the image "page.png" cannot be shown: it is no picture, whatever its name says; save it anew',
        'ship: the image "empty.svg" cannot be shown: it is empty; save it anew',
    )


def test_note_types_keep_their_time_until_they_change():
    first = release(bank_of(NINE[0]))
    second = release(bank_of(ShortAnswer(id="new", prompt="P", answer="A")), day=7, after=first)

    def json_of(released):
        with opened(released.data) as db:
            return db.execute("SELECT models FROM col").fetchone()[0]

    assert json_of(first) == json_of(second)

    now = note_types({})[0]
    assert note_types({CHOICE.note_type: now | {"mod": 5}})[0]["mod"] == 5
    assert note_types({CHOICE.note_type: now | {"mod": 5, "css": "old"}})[0]["mod"] == STYLED
    assert note_types({CHOICE.note_type: now | {"mod": STYLED, "css": "old"}})[0]["mod"] == STYLED + 1


def test_the_deck_says_what_it_is():
    first = release(bank_of(*NINE, license="CC-BY-4.0", description="About <tea>."))

    with opened(first.data) as db:
        decks = db.execute("SELECT decks FROM col").fetchone()[0]
    assert "<b>Tea and the sea</b>: 9 questions" in decks
    assert "About &lt;tea&gt;." in decks
    assert "Licence: CC-BY-4.0." in decks


def _media(released):
    with zipfile.ZipFile(io.BytesIO(released.data)) as archive:
        return [(name, archive.read(i)) for i, name in json.loads(archive.read("media")).items()]
