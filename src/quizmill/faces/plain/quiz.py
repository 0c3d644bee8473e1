"""The plain face of a quiz: line by line, no cursor tricks, the same typed, piped and read aloud."""

from __future__ import annotations

import math

from quizmill.bank.model import Essay
from quizmill.compose.exercise import Exercise
from quizmill.faces import phrases
from quizmill.faces.phrases import marks
from quizmill.faces.plain import feedback, question
from quizmill.faces.plain.commands import Listen, Objection, Recite, Say, ViewPicture, command_in, literal
from quizmill.faces.plain.essay import go_through_points, rest_of_essay
from quizmill.faces.plain.lines import Lines
from quizmill.faces.plain.terminal import Screen, Tone
from quizmill.faces.replies import reply
from quizmill.faces.speaker import SILENCE, Speaker
from quizmill.faces.viewing import Viewer, no_viewer, pictures_of, view
from quizmill.grade import Misread, read_response
from quizmill.study.session import Session
from quizmill.study.sitting import (
    Action,
    Appeal,
    Assess,
    Give,
    GoTo,
    Mode,
    Sitting,
    Skip,
    Stop,
    can_appeal,
)
from quizmill.words import Words


class PlainQuiz:
    """Leads one session of a sitting."""

    def __init__(
        self,
        session: Session,
        screen: Screen,
        lines: Lines,
        *,
        speaker: Speaker = SILENCE,
        viewer: Viewer = no_viewer,
    ) -> None:
        self._speaker = speaker
        self._session = session
        self._screen = screen
        self._lines = lines
        self._viewer = viewer
        self._posed: int | None = None  # the position of the question on the screen
        self._explained: set[str] = set()  # kinds whose way of answering was explained
        self._troubled = ""  # what was said to be wrong with keeping the answers

    @property
    def _words(self) -> Words:
        return self._screen.words

    @property
    def _sitting(self) -> Sitting:
        return self._session.sitting

    def run(self) -> None:
        """Ask until the sitting is over, the time is up, or the input ends."""
        if self._ask():
            self._assess_essays()

    def _ask(self) -> bool:
        """Whether somebody is still there at the end."""
        while not self._sitting.over:
            if self._posed != self._sitting.position:
                self._posed = self._sitting.position
                self._pose(self._sitting.current)
            line = self._lines.read("> ")
            if line is None:
                self._say("plain.input_ends")
                return False
            self._take(line.strip())
            self._warn()
            if self._session.seconds_left <= 0 and not self._sitting.over:
                self._session.act(Stop())
                self._screen.say()
                self._say("face.time_over", tone=Tone.HEADING)
                return True
        return True

    def _take(self, line: str) -> None:
        command = command_in(line)
        exercise = self._sitting.current
        count = len(self._sitting.paper.exercises)
        if isinstance(command, Say):
            self._screen.say(self._words.say(command.text))
        elif isinstance(command, Objection):
            self._object()
        elif isinstance(command, Listen | Recite):
            self._sound(exercise, command)
        elif isinstance(command, ViewPicture):
            self._view(command.number)
        elif isinstance(command, GoTo) and not 1 <= command.number <= count:
            self._say("plain.no_such_question", number=command.number, count=count)
        elif command is not None:
            self._obey(command)
        elif exercise is None:
            self._hand_in(line)
        elif not line:
            self._obey(Skip())
        else:
            self._answer(exercise, literal(line))

    def _warn(self) -> None:
        """Say what is the matter with keeping the answers, once."""
        if self._session.trouble not in ("", self._troubled):
            self._screen.say(self._session.trouble, tone=Tone.BAD)
        self._troubled = self._session.trouble

    def _answer(self, exercise: Exercise, text: str) -> None:
        if isinstance(exercise.question, Essay) and self._lines.interactive:
            text = rest_of_essay(self._lines, text)
        response = read_response(exercise, text, self._sitting.paper.language)
        if isinstance(response, Misread):
            self._screen.say(phrases.misread(response, self._words))
            return
        self._session.act(Give(text, response))
        self._posed = None  # the next question may be the same one, once more
        if self._sitting.mode is Mode.PRACTICE:
            self._assess(exercise)
            self._tell(exercise)

    def _tell(self, exercise: Exercise) -> None:
        feedback.verdict(self._screen, exercise, self._sitting.answers[exercise.id])
        also = phrases.also_right(exercise, self._sitting, self._words)
        feedback.reasons(self._screen, exercise, also)
        if self._sitting.answers[exercise.id].mark.near:
            self._say("plain.counts_if_meant", tone=Tone.QUIET)

    def _object(self) -> None:
        """Say "I was right" of the answer given last, where that can be said."""
        last = self._sitting.trail
        if self._sitting.mode is Mode.EXAM:
            self._say("plain.exam_unmarked")
        elif last is None or not can_appeal(self._sitting.answers[last.question]):
            self._say("plain.nothing_to_object")
        else:
            answer = self._session.act(Appeal(last.question)).answers[last.question]
            why, verdict = (
                phrases.comment(answer.mark, self._words),
                phrases.verdict(answer.mark, self._words),
            )
            self._say("list.sentences", tone=Tone.GOOD, first=why, second=verdict)

    def _sound(self, exercise: Exercise | None, command: Listen | Recite) -> None:
        """Play the sound of the question on the screen, or tell what is said in it."""
        audio = exercise.question.audio if exercise else None
        if audio is None:
            self._say("face.no_sound")
        elif isinstance(command, Recite):
            feedback.transcript(self._screen, audio)
        else:
            self._say("plain.playing" if self._speaker.play(audio.file) else "plain.cannot_play")

    def _view(self, number: int) -> None:
        """Open a picture of the question that is asked, or behind the last one say that there is none."""
        exercise = self._sitting.current
        if exercise is None:
            self._say("face.no_picture")
        else:
            self._screen.say(view(exercise, number, self._viewer, self._words))

    def _assess_essays(self) -> None:
        """After an exam: its essays are marked by the learner, before the results are shown."""
        if self._sitting.mode is Mode.EXAM:
            for exercise in self._sitting.paper.exercises:
                if exercise.id in self._sitting.answers:
                    self._assess(exercise)

    def _assess(self, exercise: Exercise) -> None:
        if self._lines.interactive:
            response = go_through_points(
                self._screen, self._lines, exercise, self._sitting.answers[exercise.id]
            )
            if response is not None:
                self._session.act(Assess(exercise.id, response))

    def _hand_in(self, line: str) -> None:
        if line:
            self._say("plain.all_asked")
        else:
            self._session.act(Stop())

    def _obey(self, action: Action) -> None:
        before = self._sitting
        self._session.act(action)
        said = reply(action, before, self._sitting, self._words)
        if said:
            self._screen.say(said)

    def _pose(self, exercise: Exercise | None) -> None:
        self._speaker.stop()
        self._screen.say()
        if exercise is None:
            self._before_handing_in()
            return
        self._screen.say(" · ".join(self._heading(exercise)), tone=Tone.HEADING)
        question.body(self._screen, exercise)
        if exercise.kind not in self._explained:
            self._explained.add(exercise.kind)
            self._screen.say(
                question.how_to_answer(exercise, self._words, interactive=self._lines.interactive),
                tone=Tone.QUIET,
            )
        if count := len(pictures_of(exercise)):
            self._say("plain.pictures_there", tone=Tone.QUIET, n=count)
        if exercise.question.audio:
            self._say("plain.sound_there", tone=Tone.QUIET)
        if exercise.question.hint and exercise.id not in self._sitting.hinted:
            self._say("plain.hint_there", tone=Tone.QUIET)
        if so_far := self._sitting.answer_so_far:
            self._say("plain.answer_so_far", tone=Tone.QUIET, answer=so_far.text)

    def _heading(self, exercise: Exercise) -> list[str]:
        words, number, count = self._words, self._sitting.position + 1, len(self._sitting.paper.exercises)
        heading = words("plain.heading", number=number, count=count)
        said = [heading, exercise.topic_title, marks(exercise.question.marks, words)]
        if self._sitting.is_repeat:
            said.append(words("face.once_more"))
        if exercise.id in self._sitting.flagged:
            said.append(words("plain.flagged"))
        if self._session.timed:
            minutes = words("face.minutes", n=math.ceil(self._session.seconds_left / 60))
            said.append(words("plain.left", minutes=minutes))
        return said

    def _say(self, key: str, *, tone: Tone | None = None, **values: object) -> None:
        self._screen.say(self._words(key, **values), tone=tone)

    def _before_handing_in(self) -> None:
        exercises = self._sitting.paper.exercises
        open_ones = [str(n) for n, each in enumerate(exercises, 1) if each.id not in self._sitting.answers]
        flagged = [str(n) for n, each in enumerate(exercises, 1) if each.id in self._sitting.flagged]
        self._say("face.last_question", tone=Tone.HEADING)
        if open_ones:
            self._say("face.without_answer", numbers=", ".join(open_ones))
        if flagged:
            self._say("face.flagged_are", numbers=", ".join(flagged))
        self._say("plain.enter_hands_in")
