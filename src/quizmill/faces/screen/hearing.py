"""The sound of the question on the screen: played, or its words shown."""

from __future__ import annotations

from quizmill.bank.model import Audio
from quizmill.faces.screen import keys
from quizmill.faces.screen.prose import Pen
from quizmill.faces.screen.stage import Stage
from quizmill.faces.speaker import Speaker


class Hearing:
    """Plays through *speaker*, and says on the *stage* what became of it."""

    def __init__(self, speaker: Speaker, stage: Stage, pen: Pen) -> None:
        self._speaker = speaker
        self._stage = stage
        self._pen = pen
        self._unheard = False  # nothing could play the question's sound

    def play(self, audio: Audio | None, *, typing: bool) -> None:
        """Play from the beginning; where nothing can, show at the second time what is said.

        *typing* tells which of their keys work now.
        """
        words = self._pen.words
        play, transcript = (key for key, *_ in keys.shown(["play", "transcript"], words, typing=typing))
        if audio is None:
            self._stage.note(words("face.no_sound"))
        elif self._speaker.play(audio.file):
            self._stage.note(words("screen.playing", play=play, transcript=transcript))
        elif self._unheard:
            self._stage.recite(audio)
        else:
            self._unheard = True
            self._stage.note(words("screen.cannot_play", play=play, transcript=transcript))

    def recite(self, audio: Audio | None) -> None:
        """Show what is said."""
        if audio is None:
            self._stage.note(self._pen.words("face.no_sound"))
        else:
            self._stage.recite(audio)

    def end(self) -> None:
        """The question is left."""
        self._speaker.stop()
        self._unheard = False
