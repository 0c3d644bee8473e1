"""The plain face of a quiz: line by line, no cursor tricks, the same typed, piped and read aloud."""

from __future__ import annotations

from quizmill.bank.model import Essay, TrueFalse
from quizmill.compose.exercise import Exercise
from quizmill.faces import phrases
from quizmill.faces.feedback import Beside, Detail, Feedback, feedback_on
from quizmill.faces.plain import feedback, overview, question
from quizmill.faces.plain.commands import Request, Say, ViewPicture, command_in, literal
from quizmill.faces.plain.essay import go_through_points, rest_of_essay
from quizmill.faces.plain.lines import Lines
from quizmill.faces.plain.terminal import Screen, Tone
from quizmill.faces.plain.time_limit import TimedLines, TimeIsUp
from quizmill.faces.replies import reply
from quizmill.faces.speaker import SILENCE, Speaker
from quizmill.faces.viewing import Viewer, no_viewer, view
from quizmill.grade import Misread, Verdict, read_response
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
        detail: Detail = Detail.BRIEF,
        speaker: Speaker = SILENCE,
        viewer: Viewer = no_viewer,
    ) -> None:
        """*detail* is how much is said of an answer without being asked."""
        self._speaker = speaker
        self._session = session
        self._screen = screen
        self._lines = lines
        self._timed = TimedLines(lines, session)
        self._detail = detail
        self._viewer = viewer
        self._posed: int | None = None  # the position of the question on the screen
        self._explained: set[str] = set()  # how to answer, in words, and `:more`
        self._troubled = ""  # what was said to be wrong with keeping the answers
        self._is_done = False  # the last question of a practice lies behind, and the learner goes on

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
        try:
            while not self._sitting.over or self._looks_back:
                if self._posed != self._sitting.position:
                    self._pose()
                line = self._timed.read("> ")
                if line is None:
                    self._say("plain.input_ends")
                    return False
                self._take(line.strip())
                self._warn()
        except TimeIsUp:
            self._session.act(Stop())
            self._screen.say()
            self._say("face.time_over", tone=Tone.HEADING)
        return True

    @property
    def _looks_back(self) -> bool:
        """Whether the last answer of a practice can still be asked about, and taken back: at a keyboard."""
        is_behind = self._sitting.current is None and not self._sitting.stopped
        return self._lines.interactive and is_behind and not self._is_done

    def _take(self, line: str) -> None:
        command = command_in(line)
        exercise = self._sitting.current
        count = len(self._sitting.paper.exercises)
        if isinstance(command, Say):
            self._screen.say(self._words.say(command.text))
        elif isinstance(command, Request):
            self._grant(command, exercise)
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

    def _grant(self, request: Request, exercise: Exercise | None) -> None:
        match request:
            case Request.RIGHT:
                self._object()
            case Request.MORE:
                self._tell_more()
            case Request.AGAIN:
                self._pose()
            case Request.LIST:
                overview.tell_all(self._screen, self._sitting)
            case Request.TIME:
                left = overview.time_left(self._session, self._words)
                self._screen.say(phrases.sentence(left, self._words) or self._words("plain.not_timed"))
            case Request.PLAY | Request.TRANSCRIPT:
                self._sound(exercise, request)

    def _warn(self) -> None:
        """Say what is the matter with keeping the answers, once."""
        if self._session.trouble not in ("", self._troubled):
            self._screen.say(self._session.trouble, tone=Tone.BAD)
        self._troubled = self._session.trouble

    def _answer(self, exercise: Exercise, text: str) -> None:
        if isinstance(exercise.question, Essay) and self._lines.interactive:
            text = rest_of_essay(self._timed, text)
        response = read_response(exercise, text, self._language_of(exercise))
        if isinstance(response, Misread):
            self._screen.say(phrases.misread(response, self._words))
            return
        self._session.act(Give(text, response))
        self._posed = None  # the next question may be the same one, once more
        if self._sitting.mode is Mode.PRACTICE:
            self._assess(exercise, self._timed, is_asked=True)
            self._tell(exercise)

    def _language_of(self, exercise: Exercise) -> str:
        """The one an answer is read in: the bank's, but true and false are the face's own words."""
        is_ours = isinstance(exercise.question, TrueFalse)
        return self._screen.language if is_ours else self._sitting.paper.language

    def _tell(self, exercise: Exercise) -> None:
        mark = self._sitting.answers[exercise.id].mark
        said = self._feedback(exercise, self._detail)
        feedback.tell(self._screen, said, mark.verdict)
        if mark.near:
            self._say("plain.counts_if_meant", tone=Tone.QUIET)
        if ":more" not in self._explained and self._feedback(exercise, Detail.FULL) != said:
            self._explained.add(":more")
            self._say("plain.more_there", tone=Tone.QUIET)

    def _feedback(self, exercise: Exercise, detail: Detail) -> Feedback:
        answer = self._sitting.answers[exercise.id]
        return feedback_on(
            exercise,
            answer,
            answer.mark,
            self._sitting,
            self._words,
            detail=detail,
            beside=Beside.ASKED,
        )

    def _tell_more(self) -> None:
        """What was not said of the answer given last."""
        last = self._sitting.trail
        if self._sitting.mode is Mode.EXAM:
            self._say("plain.exam_unmarked")
            return
        numbered = enumerate(self._sitting.paper.exercises, 1)
        number, exercise = next(
            (each for each in numbered if last and each[1].id == last.question), (0, None)
        )
        more = Feedback()
        if exercise:
            more = self._feedback(exercise, Detail.FULL).beyond(self._feedback(exercise, self._detail))
        if exercise is None or more == Feedback():
            self._say("plain.nothing_more")
            return
        self._say("plain.more_on", number=number)
        feedback.tell(self._screen, more, self._sitting.answers[exercise.id].mark.verdict)

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

    def _sound(self, exercise: Exercise | None, request: Request) -> None:
        """Play the sound of the question on the screen, or tell what is said in it."""
        audio = exercise.question.audio if exercise else None
        if audio is None:
            self._say("face.no_sound")
        elif request is Request.TRANSCRIPT:
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
        """At the end, essays that nobody marked are marked by the learner, before the results are shown."""
        for exercise in self._sitting.paper.exercises:
            answer = self._sitting.answers.get(exercise.id)
            if answer and answer.mark.verdict is Verdict.UNMARKED:
                self._assess(exercise, self._lines, is_asked=False)

    def _assess(self, exercise: Exercise, lines: Lines, *, is_asked: bool) -> None:
        if self._lines.interactive:
            answer = self._sitting.answers[exercise.id]
            response = go_through_points(self._screen, lines, exercise, answer, is_asked=is_asked)
            if response is not None:
                self._session.act(Assess(exercise.id, response))

    def _hand_in(self, line: str) -> None:
        if line:
            self._say("plain.all_asked")
        elif self._sitting.mode is Mode.EXAM:
            self._session.act(Stop())
        else:
            self._is_done = True

    def _obey(self, action: Action) -> None:
        before = self._sitting
        self._session.act(action)
        said = reply(action, before, self._sitting, self._words)
        if said:
            self._screen.say(said)

    def _pose(self) -> None:
        self._posed = self._sitting.position
        exercise = self._sitting.current
        self._speaker.stop()
        self._screen.say()
        if exercise is None:
            overview.before_handing_in(self._screen, self._sitting)
            return
        left = overview.time_left(self._session, self._words)
        question.pose(self._screen, self._sitting, exercise, left)
        how = question.how_to_answer(
            exercise, self._sitting.paper.language, self._words, interactive=self._lines.interactive
        )
        if how not in self._explained:
            self._explained.add(how)
            self._screen.say(how, tone=Tone.QUIET)
        question.tell_commands(self._screen, self._sitting, exercise)

    def _say(self, key: str, *, tone: Tone | None = None, **values: object) -> None:
        self._screen.say(self._words(key, **values), tone=tone)
