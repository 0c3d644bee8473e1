"""A sound takes more than 2 MB.

Two minutes of speech take 1 MB as MP3 with 64 kbit/s on one channel, which nobody can tell from more; as WAV
they take 20 MB.

Why: a deck is fetched on telephones and kept in step over the air, and every picture and sound is sent each
time it is shared. A recording that long also asks for memory, not for listening: cut out what is asked about.

Source: our own.

Bad:
    audio: {file: sounds/lecture.wav, transcript: …}    # 18 MB

Good:
    audio: {file: sounds/lecture.mp3, transcript: …}    # a minute of it, 0.5 MB
"""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank.model import Question
from quizmill.bank.sound import LARGE
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.errors import Severity

ID = "audio-large"
SEVERITY = Severity.WARNING


def check_question(question: Question, grounds: Grounds) -> Iterator[Finding]:
    """One finding where the sound is slow to fetch."""
    heard = grounds.sounds.get(question.audio.file) if question.audio else None
    if question.audio and heard and not heard.flaw and heard.size > LARGE:
        yield Finding(
            path=("audio", "file"),
            message=f'the sound "{question.audio.file}" takes {heard.size / 2**20:.1f} MB',
            help="save it as MP3 with 64 kbit/s on one channel, or cut out what is asked about",
        )
