"""What kind of sound a file's bytes are, and where it is played.

Nothing is decoded: a signature tells, and the lengths that a file says of itself.

Anki on a desktop plays all that its mpv does; what passes here AnkiDroid, AnkiMobile and browsers play as
well, but for what `limits` names. Desktops and phones of Android look at the bytes. An iPhone heeds the name:
there an Ogg called `.mp3` is silent, so the ending has to be the kind's own.
"""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from quizmill.bank.files import read_inside
from quizmill.bank.sound_parts import has_film, is_cut, mp3_frame, mp4_codec, ogg_codec, wav_codec

LARGEST = 20 * 2**20  # bytes; about twenty minutes of speech as MP3
LARGE = 2 * 2**20  # bytes from which on a sound is slow to fetch for those who synchronise a deck

# By the kind of a sound: the endings by which programs know it.
SUFFIXES = {
    "MP3": (".mp3",),
    "M4A": (".m4a", ".mp4"),
    "AAC": (".aac",),
    "Ogg Vorbis": (".ogg", ".oga"),
    "Ogg Opus": (".opus", ".ogg", ".oga"),
    "WAV": (".wav",),
    "FLAC": (".flac",),
}
_MEDIA_TYPES = {
    "MP3": "audio/mpeg",
    "M4A": "audio/mp4",
    "AAC": "audio/aac",
    "Ogg Vorbis": "audio/ogg",
    "Ogg Opus": "audio/ogg",
    "WAV": "audio/wav",
    "FLAC": "audio/flac",
}
_SAVE = "saved as MP3"
_WAVES = {1, 3, 6, 7, 0xFFFE}  # samples as they are, as whole or real numbers, or by A-law or mu-law

# What often lies where a sound should, by how it begins, and what to do with it.
_OTHERS = (
    (rb"#!AMR", "an AMR recording", _SAVE),
    (rb"MThd", "a MIDI file, which holds notes and no sound", "played and " + _SAVE),
    (rb"FORM.{4}AIF[FC]", "an AIFF sound", _SAVE),
    (rb"caff", "a CAF sound", _SAVE),
    (rb"\.snd", "an AU sound", _SAVE),
    (rb"RF64|BW64", "a sound of the kind RF64", _SAVE),
    (rb"\x30\x26\xb2\x75\x8e\x66\xcf\x11", "a Windows Media sound (WMA) or film", _SAVE),
    (rb"\x1aE\xdf\xa3", "a WebM or Matroska film or sound", _SAVE),
    (rb"RIFF.{4}AVI ", "a film (AVI)", "replaced by its sound, " + _SAVE),
    (rb"#EXTM3U|\[playlist\]", "a list of sounds", "replaced by one of them"),
    (rb"PK\x03\x04", "an archive or office document", "opened, and its sound saved as MP3"),
    (rb"version https://git-lfs", "a pointer of Git LFS", "fetched with `git lfs pull`"),
    (rb"\s*(?i:<!doctype html|<html)", "a web page", "replaced by the sound it plays"),
)
_HEAD = 512  # bytes that tell


class Unplayed(NamedTuple):
    """Where a sound is not played, as a clause that has it for its subject, and what to do."""

    output: str
    reason: str
    cure: str


_LATE_ON_APPLE = Unplayed(
    "iPhones",
    "is {kind}, which AnkiMobile and Safari play only from iOS 18.4 and macOS 15.4 on",
    "save it as MP3 or M4A",
)
_NOT_ON_ANDROID = Unplayed(
    "Android", "is Apple Lossless, which few phones of Android play", "save it as MP3 or as M4A of AAC"
)


def read_sound(folder: Path, file: str) -> bytes:
    """The bytes of the sound that a bank in *folder* calls *file*. Raises Unread."""
    return read_inside(folder, folder / file, LARGEST)


def flaw(file: str, data: bytes) -> str | None:
    """Why a sound called *file* with these bytes is played nowhere, or not everywhere, as a clause."""
    if not data:
        return "it is empty"
    if len(data) > LARGEST:
        return f"it has more than {LARGEST // 2**20} MB"
    kind = kind_of(data)
    if kind is None:
        return _other(data) or "it is no sound, whatever its name says"
    if told := _unheard(kind, data):
        return f"it is {told}; save its sound as MP3"
    if is_cut(kind, data):
        return "it is cut short"
    endings = SUFFIXES[kind]
    if PurePosixPath(file).suffix.lower() not in endings:
        return f"it is {_article(kind)} {kind}, to be called {' or '.join(endings)}"
    return None


def limits(data: bytes) -> tuple[Unplayed, ...]:
    """Where a sound without a `flaw` is not played."""
    match kind_of(data):
        case "Ogg Vorbis" | "Ogg Opus" as kind:
            return (_LATE_ON_APPLE._replace(reason=_LATE_ON_APPLE.reason.format(kind=kind)),)
        case "M4A" if mp4_codec(data) == b"alac":
            return (_NOT_ON_ANDROID,)
        case _:
            return ()


def kind_of(data: bytes) -> str | None:
    """MP3, M4A, AAC, Ogg Vorbis, Ogg Opus, WAV or FLAC; "Ogg" for one of another codec; None for no sound."""
    match data[:4]:
        case b"OggS":
            return {b"\x01vorbis": "Ogg Vorbis", b"OpusHead": "Ogg Opus"}.get(ogg_codec(data), "Ogg")
        case b"fLaC":
            return "FLAC"
        case b"RIFF" if data[8:12] == b"WAVE":
            return "WAV"
    if data[4:8] == b"ftyp":
        return "M4A"
    if re.match(rb"\xff[\xf0\xf1\xf8\xf9]", data):
        return "AAC"
    return "MP3" if data[:3] == b"ID3" or mp3_frame(data, 0) else None


def media_type(data: bytes) -> str:
    """The sound's kind by the name that the web has for it."""
    return _MEDIA_TYPES.get(kind_of(data) or "", "application/octet-stream")


def _unheard(kind: str, data: bytes) -> str | None:
    """What the file holds instead of a sound that is played everywhere; None for one that is."""
    match kind:
        case "Ogg":
            return "an Ogg that is neither Vorbis nor Opus"
        case "WAV" if wav_codec(data) not in (None, *_WAVES):
            return "a WAV whose samples are packed"
        case "M4A" if has_film(data):
            return "a film (MP4)"
        case "M4A" if mp4_codec(data) not in (None, b"mp4a", b"alac"):
            return "an MP4 of another codec than AAC"
        case _:
            return None


def _other(data: bytes) -> str | None:
    head = data[:_HEAD]
    found = next((other for other in _OTHERS if re.match(other[0], head, re.DOTALL)), None)
    return f"it is {found[1]}, to be {found[2]}" if found else None


def _article(kind: str) -> str:
    return "a" if kind in ("WAV", "FLAC") else "an"
