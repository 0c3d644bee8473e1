"""A sound is there, but what is in the file cannot be played everywhere.

It is empty, cut short, no sound, a film, a sound of a rare kind, larger than 20 MB, or called by an ending
that is another kind's. Played are MP3, M4A (AAC), AAC, Ogg (Vorbis, Opus), WAV and FLAC; of these MP3 is the
one that every program plays. An MP3 and a FLAC do not tell whether their end is missing.

Why: whoever imports the deck would hear nothing, and the question could not be answered. An iPhone goes by
the name of a file: an Ogg that is called `.mp3` is silent there, though it plays on a computer.

Source: our own; the signatures are those of the formats' specifications.

Bad:
    audio: {file: sounds/order.mp3, transcript: Two green teas please.}    # an Ogg

Good:
    audio: {file: sounds/order.ogg, transcript: Two green teas please.}
"""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank.model import Question
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.errors import Severity

ID = "audio-broken"
SEVERITY = Severity.ERROR


def check_question(question: Question, grounds: Grounds) -> Iterator[Finding]:
    """One finding where the sound is there and cannot be played."""
    heard = grounds.sounds.get(question.audio.file) if question.audio else None
    if question.audio and heard and heard.flaw:
        yield Finding(
            path=("audio", "file"),
            message=f'the sound "{question.audio.file}" cannot be played: {heard.flaw}',
            help="play it in a browser to hear what it is, and save, name or fetch it anew",
        )
