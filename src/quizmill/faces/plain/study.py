"""What there is to read, chapter by chapter."""

from __future__ import annotations

from quizmill.compose.study import Study, Taught
from quizmill.faces.plain.terminal import Screen, Tone


def read_out(screen: Screen, study: Study) -> None:
    """The whole of it, with where each passage stands."""
    screen.say(study.title, tone=Tone.HEADING)
    for chapter in study.chapters:
        if not study.has_title_of(chapter):
            screen.say()
            screen.say(chapter.title, tone=Tone.HEADING)
        for passage in chapter.passages:
            screen.say()
            screen.text(passage.text)
            _notes(screen, passage)


def _notes(screen: Screen, passage: Taught) -> None:
    words = screen.words
    for place in passage.places:
        screen.say(place.told(words), label=f"{words('face.source_label')} ", tone=Tone.QUIET)
    for doubt in passage.doubts:
        screen.say(words("face.in_doubt", doubt=doubt), tone=Tone.QUIET)
