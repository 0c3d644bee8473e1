"""A sound is not there, or its path leads out of the bank.

A path is read from the folder of bank.yaml, has forward slashes and never goes up.

Why: a question about what is heard cannot be answered without it, and a bank from elsewhere must not be able
to pull other files of this computer into what is shared.

Source: our own.

Bad:
    audio: {file: /home/me/order.mp3, transcript: Two green teas please.}

Good:
    audio: {file: sounds/order.mp3, transcript: Two green teas please.}
"""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank.model import Question
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds, is_inside
from quizmill.errors import Severity

ID = "audio-missing"
SEVERITY = Severity.ERROR


def check_question(question: Question, grounds: Grounds) -> Iterator[Finding]:
    """One finding where the sound cannot be used."""
    if not question.audio or grounds.sounds.get(question.audio.file) is not None:
        return
    file = question.audio.file
    if is_inside(file):
        message, help = f'there is no sound "{file}"', "its path is read from the folder of bank.yaml"
    else:
        message = f'the sound "{file}" lies outside the bank'
        help = "put it into the bank's folder and name it from there, such as sounds/tea.mp3"
    yield Finding(path=("audio", "file"), message=message, help=help)
