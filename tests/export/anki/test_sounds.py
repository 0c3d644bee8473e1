"""A question's sound in a deck: on the front what plays, on the back what is said."""

import io
import json
import zipfile

import pytest

from anki_decks import NINE, PNG, bank_of, note, release, reworded
from quizmill.bank.model import Audio, Image
from quizmill.errors import ExportRefused
from quizmill.export.anki.note_diff import Change
from recordings import MP3, OGG

TEA = Audio(file="sounds/tea.MP3", transcript="Green *tea*, please.\n\nAnd a cup.", credit="Ann <CC BY>")
NAME = "quizmill-d1081d5e97d8f45b6d01a09134517ce6.mp3"


def media(released):
    """The files of the deck by name."""
    with zipfile.ZipFile(io.BytesIO(released.data)) as archive:
        names = json.loads(archive.read("media"))
        return {name: archive.read(number) for number, name in names.items()}


@pytest.mark.parametrize(("question", "guid"), [(0, "choice.plant"), (3, "recall.ship"), (5, "cloze.year")])
def test_what_plays_and_what_is_said_have_fields_of_their_own(question, guid):
    first = release(bank_of(reworded(NINE[question], audio=TEA)), media={TEA.file: MP3})
    fields = note(first, guid).fields

    assert fields["Audio"] == f"[sound:{NAME}]"
    assert fields["Transcript"] == (
        'Green <em>tea</em>, please.<br><br>And a cup.<div class="credit" dir="auto">Ann &lt;CC BY&gt;</div>'
    )
    assert media(first) == {NAME: MP3}


def test_nothing_of_the_transcript_is_on_the_front():
    released = release(bank_of(reworded(NINE[0], audio=TEA)), media={TEA.file: MP3})
    fields = note(released, "choice.plant").fields

    assert [name for name, text in fields.items() if "please" in text] == ["Transcript"]


def test_an_author_cannot_make_anki_play_anything():
    says = reworded(
        NINE[0],
        prompt="[sound:a.mp3] *[sound:b.mp3]*",
        audio=Audio(file="t.mp3", transcript="[sound:c.mp3] `[sound:d.mp3]`", credit="[sound:e.mp3]"),
    )
    fields = note(release(bank_of(says), media={"t.mp3": MP3}), "choice.plant").fields

    assert [name for name, text in fields.items() if "[sound:" in text] == ["Audio"]
    assert fields["Transcript"].count("&#91;sound:") == 3


def test_a_sound_of_a_note_that_is_carried_over_comes_along():
    bank = bank_of(reworded(NINE[0], audio=TEA), NINE[1])
    first = release(bank, media={TEA.file: MP3})
    second = release(bank, day=1, after=first, only=("true-teas",))

    assert second.carried == ("plant",)
    assert media(second) == {NAME: MP3}


def test_the_same_sound_again_is_the_release_before_byte_for_byte():
    bank = bank_of(reworded(NINE[0], audio=TEA))
    first = release(bank, media={TEA.file: MP3})

    assert release(bank, day=1, after=first, media={TEA.file: MP3}).data == first.data


def test_another_sound_and_other_words_are_told_as_such():
    first = release(bank_of(reworded(NINE[0], audio=TEA)), media={TEA.file: MP3})
    other = Audio(file="tea.ogg", transcript=TEA.transcript, credit=TEA.credit)
    second = release(bank_of(reworded(NINE[0], audio=other)), day=1, after=first, media={"tea.ogg": OGG})
    corrected = Audio(file="tea.ogg", transcript="Tea.")
    third = release(bank_of(reworded(NINE[0], audio=corrected)), day=2, after=second, media={"tea.ogg": OGG})

    assert second.changed == {"plant": Change(parts=("the sound",))}
    assert third.changed == {"plant": Change(parts=("what is said",))}
    assert list(media(second).values()) == [OGG]


def test_a_picture_and_a_sound_lie_side_by_side():
    both = reworded(NINE[0], audio=TEA, image=Image(file="a.png", alt="A leaf"))

    assert sorted(media(release(bank_of(both), media={TEA.file: MP3, "a.png": PNG})).values()) == [PNG, MP3]


def test_sounds_that_cannot_be_had_are_refused_all_at_once():
    bank = bank_of(
        reworded(NINE[0], audio=TEA),
        reworded(NINE[1], audio=Audio(file="../passwd", transcript="No")),
        reworded(NINE[2], audio=Audio(file="page.mp3", transcript="No")),
        reworded(NINE[3], audio=Audio(file="tea.wav", transcript="No")),
    )

    with pytest.raises(ExportRefused) as refused:
        release(bank, media={"page.mp3": b"not a sound", "tea.wav": OGG})
    assert refused.value.reasons == (
        'plant: the sound "sounds/tea.MP3" is missing; put it beside the question or take it out',
        'true-teas: the sound "../passwd" is missing; put it beside the question or take it out',
        'herbs: the sound "page.mp3" cannot be played: it is no sound, whatever its name says',
        'ship: the sound "tea.wav" cannot be played: it is an Ogg Vorbis, to be called .ogg or .oga',
    )
