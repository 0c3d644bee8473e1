"""The plain face of a quiz: line by line, no cursor tricks, the same typed, piped and read aloud."""

from __future__ import annotations

import math
from collections.abc import Callable

from quizmill.bank.markup import plain
from quizmill.cli import answering, posing
from quizmill.cli.colon import Say, command_in, literal
from quizmill.cli.essay import go_through_points, rest_of_essay
from quizmill.cli.lines import Lines
from quizmill.cli.terminal import Screen, Tone
from quizmill.compose.exercise import Exercise
from quizmill.grade import Misread, read_response
from quizmill.study.sitting import Action, Assess, Flag, Give, Mode, Sitting, Skip, Stop, TakeHint, Undo, step


class PlainQuiz:
    """Leads one sitting. `sitting` is always where the learner is, also when something interrupts."""

    def __init__(
        self,
        sitting: Sitting,
        screen: Screen,
        lines: Lines,
        *,
        clock: Callable[[], float],
        minutes: float | None = None,
        keep: Callable[[Sitting], None] = lambda sitting: None,
    ) -> None:
        """*clock* gives seconds; *keep* is called with the sitting after every step."""
        self.sitting = sitting
        self._screen = screen
        self._lines = lines
        self._clock = clock
        self._deadline = None if minutes is None else clock() + 60 * minutes
        self._keep = keep
        self._posed: int | None = None  # the position of the question on the screen
        self._explained: set[str] = set()  # kinds whose way of answering was explained

    def run(self) -> None:
        """Ask until the sitting is over, the time is up, or the input ends."""
        if self._ask():
            self._assess_essays()

    def _ask(self) -> bool:
        """Whether somebody is still there at the end."""
        while not self.sitting.over:
            if self._posed != self.sitting.position:
                self._posed = self.sitting.position
                self._pose(self.sitting.current)
            line = self._lines.read("> ")
            if line is None:
                self._screen.say("The input ends here, and so does the quiz.")
                return False
            self._take(line.strip())
            if self._seconds_left() <= 0 and not self.sitting.over:
                self._screen.say()
                self._screen.say("The time is over. What you answered so far counts.", tone=Tone.HEADING)
                return True
        return True

    def _take(self, line: str) -> None:
        command = command_in(line)
        exercise = self.sitting.current
        if isinstance(command, Say):
            self._screen.say(command.text)
        elif command is not None:
            self._obey(command)
        elif exercise is None:
            self._hand_in(line)
        elif not line:
            self._obey(Skip())
        else:
            self._answer(exercise, literal(line))

    def _answer(self, exercise: Exercise, text: str) -> None:
        if exercise.kind == "essay" and self._lines.interactive:
            text = rest_of_essay(self._lines, text)
        response = read_response(exercise, text)
        if isinstance(response, Misread):
            self._screen.say(posing.sentence(f"{response.reason}: {response.help}"))
            return
        self._step(Give(text, response))
        if self.sitting.mode is Mode.PRACTICE:
            self._assess(exercise)
            self._tell(exercise)

    def _tell(self, exercise: Exercise) -> None:
        answering.verdict(self._screen, exercise, self.sitting.answers[exercise.id].mark)
        answering.reasons(self._screen, exercise)

    def _assess_essays(self) -> None:
        """After an exam: its essays are marked by the learner, before the results are shown."""
        if self.sitting.mode is Mode.EXAM:
            for exercise in self.sitting.paper.exercises:
                if exercise.id in self.sitting.answers:
                    self._assess(exercise)

    def _assess(self, exercise: Exercise) -> None:
        if self._lines.interactive:
            response = go_through_points(
                self._screen, self._lines, exercise, self.sitting.answers[exercise.id]
            )
            if response is not None:
                self._step(Assess(exercise.id, response))

    def _hand_in(self, line: str) -> None:
        if line:
            self._screen.say(
                "All questions are asked. Enter alone hands in; :back or :go 3 returns to a question."
            )
        else:
            self._step(Stop())

    def _obey(self, action: Action) -> None:
        before = self.sitting
        self._step(action)
        said = self._reply(action, before)
        if said:
            self._screen.say(said)

    def _reply(self, action: Action, before: Sitting) -> str:
        """What a command is answered with, when the next question does not say it."""
        exercise = before.current
        match action:
            case Stop():
                return "Stopped."
            case Undo():
                return "Taken back." if before.before else "There is no answer to take back."
            case TakeHint() if exercise and exercise.question.hint:
                return f"Hint: {plain(exercise.question.hint)} (This question now earns half its marks.)"
            case TakeHint():
                return "This question has no hint."
            case Flag() if exercise:
                return "Flagged." if exercise.id in self.sitting.flagged else "The flag is off."
            case Skip() if exercise:
                return "Your answer stays." if exercise.id in before.answers else "Skipped."
            case _:
                return "You are there already." if self.sitting.position == before.position else ""

    def _step(self, action: Action) -> None:
        self.sitting = step(self.sitting, action)
        self._keep(self.sitting)

    def _pose(self, exercise: Exercise | None) -> None:
        self._screen.say()
        if exercise is None:
            self._before_handing_in()
            return
        self._screen.say(" · ".join(self._heading(exercise)), tone=Tone.HEADING)
        posing.body(self._screen, exercise)
        if exercise.kind not in self._explained:
            self._explained.add(exercise.kind)
            self._screen.say(
                posing.how_to_answer(exercise, interactive=self._lines.interactive), tone=Tone.QUIET
            )
        if exercise.question.hint and exercise.id not in self.sitting.hinted:
            self._screen.say("There is a hint: :hint shows it and halves the marks.", tone=Tone.QUIET)
        if exercise.id in self.sitting.answers:
            given = self.sitting.answers[exercise.id].text
            self._screen.say(f"Your answer so far: {given} (an empty line keeps it)", tone=Tone.QUIET)

    def _heading(self, exercise: Exercise) -> list[str]:
        number = f"Question {self.sitting.position + 1} of {len(self.sitting.paper.exercises)}"
        words = [number, exercise.topic_title, posing.marks(exercise.question.marks)]
        if exercise.id in self.sitting.flagged:
            words.append("flagged")
        if self._deadline is not None:
            minutes = math.ceil(self._seconds_left() / 60)
            words.append(f"{minutes} minute{'s' if minutes != 1 else ''} left")
        return words

    def _before_handing_in(self) -> None:
        exercises = self.sitting.paper.exercises
        open_ones = [str(n) for n, each in enumerate(exercises, 1) if each.id not in self.sitting.answers]
        flagged = [str(n) for n, each in enumerate(exercises, 1) if each.id in self.sitting.flagged]
        self._screen.say("That was the last question.", tone=Tone.HEADING)
        if open_ones:
            self._screen.say(f"Without an answer: {', '.join(open_ones)}")
        if flagged:
            self._screen.say(f"Flagged: {', '.join(flagged)}")
        self._screen.say("Enter hands in; :go 3 returns to question 3.")

    def _seconds_left(self) -> float:
        return math.inf if self._deadline is None else max(0.0, self._deadline - self._clock())
