"""What kind of sound a file's bytes are, and where it is played."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizmill.bank.sound import LARGEST, flaw, kind_of, limits
from recordings import MP3, OGG, recorded

NO_SOUND = "it is no sound, whatever its name says"
KINDS = {
    "tea.mp3": "MP3",
    "tagged.mp3": "MP3",
    "tea.ogg": "Ogg Vorbis",
    "tea.opus": "Ogg Opus",
    "tea.wav": "WAV",
    "tea.m4a": "M4A",
    "lossless.m4a": "M4A",
    "tea.aac": "AAC",
    "tea.flac": "FLAC",
}


@pytest.mark.parametrize(("name", "kind"), KINDS.items())
def test_what_other_programs_write_is_a_sound(name, kind):
    assert kind_of(recorded(name)) == kind
    assert flaw(f"sounds/{name}", recorded(name)) is None
    assert flaw(name.upper(), recorded(name)) is None


@pytest.mark.parametrize("name", KINDS)
def test_one_that_is_cut_short_says_so_where_its_kind_can_tell(name):
    cut = recorded(name)[:-30]
    tells = not name.endswith((".mp3", ".flac"))  # whose frames end where they like

    assert flaw(name, cut) == ("it is cut short" if tells else None)


@pytest.mark.parametrize(
    ("name", "left"),
    [("tea.flac", 20), ("tagged.mp3", 60), ("tea.opus", 60), ("tea.wav", 40), ("tea.m4a", 28)],
)
def test_of_a_head_alone_nothing_is_heard(name, left):
    assert flaw(name, recorded(name)[:left]) == "it is cut short"


def test_what_is_in_a_tag_is_not_heard():
    tag = b"ID3\x04\0\0\0\0\x01\x02" + (MP3[:4] + bytes(126))

    assert flaw("tea.mp3", tag) == "it is cut short"
    assert flaw("tea.mp3", tag + MP3) is None
    assert flaw("tea.mp3", tag + bytes(100) + MP3) is None  # some leave a gap


def test_a_recorder_that_did_not_know_how_long_it_would_last_wrote_a_whole_sound():
    endless = recorded("tea.wav")[:4] + b"\xff\xff\xff\xff" + recorded("tea.wav")[8:]

    assert flaw("tea.wav", endless) is None


@pytest.mark.parametrize(
    ("name", "said", "told"),
    [
        ("tea.ogg", "tea.mp3", "it is an Ogg Vorbis, to be called .ogg or .oga"),
        ("tea.opus", "tea.wav", "it is an Ogg Opus, to be called .opus or .ogg or .oga"),
        ("tea.mp3", "tea.ogg", "it is an MP3, to be called .mp3"),
        ("tea.m4a", "tea.aac", "it is an M4A, to be called .m4a or .mp4"),
        ("tea.wav", "tea", "it is a WAV, to be called .wav"),
    ],
)
def test_an_iphone_heeds_the_name_so_it_must_be_the_kinds_own(name, said, told):
    assert flaw(said, recorded(name)) == told


MOVIE = recorded("tea.m4a").replace(b"soun", b"vide")
CALL = recorded("tea.m4a").replace(b"mp4a", b"samr")
PACKED = recorded("tea.wav")[:20] + b"\x02" + recorded("tea.wav")[21:]
SPEEX = OGG.replace(b"\x01vorbis", b"Speex  ", 1)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "it is empty"),
        (MP3 + bytes(LARGEST), "it has more than 20 MB"),
        (MOVIE, "it is a film (MP4); save its sound as MP3"),
        (CALL, "it is an MP4 of another codec than AAC; save its sound as MP3"),
        (PACKED, "it is a WAV whose samples are packed; save its sound as MP3"),
        (SPEEX, "it is an Ogg that is neither Vorbis nor Opus; save its sound as MP3"),
        (b"#!AMR\n", "it is an AMR recording, to be saved as MP3"),
        (b"MThd\0\0", "it is a MIDI file, which holds notes and no sound, to be played and saved as MP3"),
        (b"FORM\0\0\0\0AIFF", "it is an AIFF sound, to be saved as MP3"),
        (b"\x1aE\xdf\xa3", "it is a WebM or Matroska film or sound, to be saved as MP3"),
        (b"RIFF\0\0\0\0AVI ", "it is a film (AVI), to be replaced by its sound, saved as MP3"),
        (b"#EXTM3U\nhttp://x", "it is a list of sounds, to be replaced by one of them"),
        (
            b"version https://git-lfs.github.com/spec/v1\n",
            "it is a pointer of Git LFS, to be fetched with `git lfs pull`",
        ),
        (b"<!DOCTYPE html><title>404", "it is a web page, to be replaced by the sound it plays"),
        (b"not a sound", NO_SOUND),
        (b"ID", NO_SOUND),
        (b"\xff\xff\xff\xff", NO_SOUND),
        (b"\xff\xfb\x00\x00", NO_SOUND),  # of a frame no rate of bits …
        (b"\xff\xfb\xf0\x00", NO_SOUND),
        (b"\xff\xfb\x9c\x00", NO_SOUND),  # … or of samples
        (b"\xff\xeb\x90\x00", NO_SOUND),  # … or a version that there is none of
        (b"\x89PNG\r\n\x1a\n", NO_SOUND),
    ],
)
def test_what_is_no_sound_for_all_is_found(data, told):
    assert flaw("tea.mp3", data) == told


@pytest.mark.parametrize("name", ["tea.mp3", "tagged.mp3", "tea.wav", "tea.m4a", "tea.aac", "tea.flac"])
def test_most_are_played_everywhere(name):
    assert limits(recorded(name)) == ()


@pytest.mark.parametrize(("name", "kind"), [("tea.ogg", "Ogg Vorbis"), ("tea.opus", "Ogg Opus")])
def test_an_ogg_is_not_played_on_older_iphones(name, kind):
    assert limits(recorded(name)) == (
        (
            "iPhones",
            f"is {kind}, which AnkiMobile and Safari play only from iOS 18.4 and macOS 15.4 on",
            "save it as MP3 or M4A",
        ),
    )


def test_apple_lossless_is_not_played_on_most_phones_of_android():
    assert [limit.output for limit in limits(recorded("lossless.m4a"))] == ["Android"]


@given(
    st.sampled_from(sorted(KINDS))
    .map(recorded)
    .flatmap(lambda data: st.integers(0, len(data)).map(lambda place: data[:place]))
    | st.binary(max_size=60)
    | st.sampled_from([b"OggS", b"RIFFxxxxWAVE", b"ID3", b"fLaC", b"\xff\xf1", b"xxxxftyp"]).flatmap(
        lambda start: st.binary(max_size=60).map(lambda rest: start + rest)
    )
)
def test_whatever_the_bytes_there_is_an_answer(data):
    told = flaw("a.mp3", data)

    assert told is None or told
    limits(data)
