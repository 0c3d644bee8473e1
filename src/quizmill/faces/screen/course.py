"""The course of a quiz on the screen: a question is asked, answered and told about, until the last."""

from __future__ import annotations

from collections import deque
from enum import Enum

from textual.app import ComposeResult
from textual.message import Message
from textual.screen import Screen

from quizmill.bank.markup import plain
from quizmill.bank.model import Essay
from quizmill.compose.exercise import Exercise
from quizmill.faces.ending import Earlier, Ending, nothing_earlier
from quizmill.faces.feedback import Beside, Detail, Feedback, feedback_on
from quizmill.faces.phrases import misread
from quizmill.faces.screen import key_line, keys
from quizmill.faces.screen.answers import Area, area_for
from quizmill.faces.screen.hearing import Hearing
from quizmill.faces.screen.keys import Item
from quizmill.faces.screen.prose import BLANK, Pen
from quizmill.faces.screen.stage import Stage
from quizmill.faces.speaker import SILENCE, Speaker
from quizmill.grade import Misread, Verdict, Written, read_response
from quizmill.study.session import Session
from quizmill.study.sitting import (
    Assess,
    Give,
    Mode,
    Sitting,
    Stop,
    can_appeal,
)


class Phase(Enum):
    """What is going on with the question on the screen."""

    ASKING = "asking"
    TOLD = "told"  # the answer is given, and what there is to say about it is shown
    POINTS = "points"  # an essay is given, and its writer goes through its points
    BEHIND = "behind"  # the last question of an exam lies behind, nothing is handed in yet
    OVER = "over"


class Course(Screen[None]):
    """Leads through a sitting. What was asked and answered is in the session, never only here."""

    def __init__(
        self,
        session: Session,
        pen: Pen,
        said: str = "",
        earlier: Earlier = nothing_earlier,
        detail: Detail = Detail.BRIEF,
        speaker: Speaker = SILENCE,
    ) -> None:
        super().__init__()
        self._detail = detail  # in which answers are told about
        self._shown = detail  # and the one just marked
        self._earlier = earlier
        self._session = session
        self._pen = pen
        self._said = said
        self._phase = Phase.ASKING
        self._exercise = session.sitting.current
        self._number = session.sitting.position + 1
        self._stage = Stage(session, pen, area_for(self._exercise, pen) if self._exercise else None)
        self._hearing = Hearing(speaker, self._stage, pen)
        self._essays: deque[Exercise] = deque()  # still to be gone through, after the end
        self._handed_in = False
        self._outside = False  # the learner has left the field, so letters are commands
        self._opening = ""

    @property
    def _sitting(self) -> Sitting:
        return self._session.sitting

    def compose(self) -> ComposeResult:
        """The stage, with all that is said at first: it is painted only once."""
        if self._exercise and self._stage.area:
            self._ask(self._exercise, self._stage.area, self._said)
        yield self._stage

    # --- asking -------------------------------------------------------------------------------------

    async def _pose(self, note: str = "") -> None:
        """Put the question in front of the learner on the screen, or what comes behind the last."""
        self._hearing.end()
        exercise = self._sitting.current
        self._exercise, self._number = exercise, self._sitting.position + 1
        if self._sitting.over:
            await self._finish()
        elif exercise is None:
            self._phase = Phase.BEHIND
            await self.action_go_to()
        else:
            self._phase = Phase.ASKING
            area = area_for(exercise, self._pen)
            await self._stage.exchange(area)
            self._ask(exercise, area, note)
            self._wait(area)

    def _ask(self, exercise: Exercise, area: Area, note: str) -> None:
        """Everything around a question that waits for an answer."""
        self._outside = False
        words = self._pen.words
        if self._sitting.is_repeat:
            note = note or words("screen.once_more")
        if self._sitting.answer_so_far:
            kept = words("screen.answer_kept")
            note = words("list.sentences", first=note, second=kept) if note else kept
        if exercise.id in self._sitting.hinted:
            hint = words("face.hint", hint=plain(exercise.question.hint))
            note = f"{note}\n{hint}".strip()
        self._stage.explain(area, note)
        self._edges()

    def _wait(self, area: Area) -> None:
        """Be ready for an answer, the one given before in its place."""
        so_far = self._sitting.answer_so_far
        if self._phase is Phase.ASKING and so_far:
            area.restore(so_far.text)
        area.take_up()
        self.call_after_refresh(self._measured, 2)

    async def on_area_told(self, message: Area.Told) -> None:
        await self.heed(message)

    async def on_area_given(self, message: Area.Given) -> None:
        await self.heed(message)

    async def heed(self, message: Message) -> None:
        """What comes from the place to answer."""
        if isinstance(message, Area.Told):
            self._stage.note(message.text)
        elif isinstance(message, Area.Given) and self._exercise:
            await self._take(self._exercise, message)

    async def _take(self, exercise: Exercise, message: Area.Given) -> None:
        """An answer: marked at once in practice, kept in an exam; or what an essay names."""
        if self._phase is Phase.POINTS:
            await self._assess(exercise, message.text)
        elif self._phase is Phase.ASKING and self._give(exercise, message.text):
            if self._sitting.mode is Mode.EXAM:
                await self._pose()
            elif isinstance(exercise.question, Essay):
                await self._go_through(exercise, exercise.question)
            else:
                self._tell(exercise)

    def _give(self, exercise: Exercise, text: str) -> bool:
        response = read_response(exercise, text, self._sitting.paper.language, by_letter=True)
        if isinstance(response, Misread):
            self._stage.note(misread(response, self._pen.words))
            return False
        self._session.act(Give(text, response))
        return True

    # --- feedback ----------------------------------------------------------------------------------

    def _tell(self, exercise: Exercise) -> None:
        self._phase, self._shown = Phase.TOLD, self._detail
        answer = self._sitting.answers[exercise.id]
        self._stage.tell(answer, self._feedback(exercise, self._shown))
        self._edges()
        self.call_after_refresh(self._measured, 2)

    def _tell_more(self, exercise: Exercise) -> None:
        """In full what is told briefly, and the other way round."""
        self._shown = Detail.BRIEF if self._shown is Detail.FULL else Detail.FULL
        self._stage.tell_more(
            self._sitting.answers[exercise.id],
            self._feedback(exercise, self._shown),
            in_full=self._shown is Detail.FULL,
        )
        self._edges()
        self.call_after_refresh(self._measured, 2)

    def _has_more(self, exercise: Exercise) -> bool:
        return self._feedback(exercise, Detail.BRIEF) != self._feedback(exercise, Detail.FULL)

    def _feedback(self, exercise: Exercise, detail: Detail) -> Feedback:
        answer, words = self._sitting.answers[exercise.id], self._pen.words
        return feedback_on(
            exercise, answer, answer.mark, self._sitting, words, detail=detail, beside=Beside.MARKED
        )

    async def _go_through(self, exercise: Exercise, question: Essay) -> None:
        """Show what the writer wrote, and the points that a full answer names."""
        from quizmill.faces.screen.answers.essay import Points

        self._exercise, self._phase = exercise, Phase.POINTS
        written = self._pen.literal(self._sitting.answers[exercise.id].text, "$quiet")
        wanted = self._pen.literal(self._pen.words("face.a_full_answer"), "bold")
        points = Points(exercise, question, self._pen)
        await self._stage.exchange(points, BLANK, written, BLANK, wanted)
        self._stage.explain(points)
        points.take_up()
        self._edges()
        self.call_after_refresh(self._measured, 2)

    async def _assess(self, exercise: Exercise, said: str) -> None:
        text = self._sitting.answers[exercise.id].text
        self._session.act(Assess(exercise.id, Written(text, tuple(word == "y" for word in said))))
        if self._handed_in:
            await self._next_essay()
        else:
            self._tell(exercise)

    async def _hand_in(self, opening: str = "") -> None:
        self._hearing.end()
        self._session.act(Stop())
        self._handed_in, self._opening = True, opening
        self._essays = deque(self._unmarked())
        await self._next_essay()

    async def stop(self) -> bool:
        """Stop. True when essays of an exam are to be gone through before the learner leaves."""
        if self._sitting.mode is not Mode.EXAM or not self._unmarked():
            self._session.act(Stop())
            return False
        while self.app.screen is not self:
            self.app.pop_screen()
        await self._hand_in()
        self._stage.note(self._pen.words("screen.leaves_unmarked"))
        return True

    def _unmarked(self) -> list[Exercise]:
        answers = self._sitting.answers
        written = (each for each in self._sitting.paper.exercises if each.id in answers)
        return [each for each in written if answers[each.id].mark.verdict is Verdict.UNMARKED]

    async def _next_essay(self) -> None:
        essay = self._essays.popleft() if self._essays else None
        if essay and isinstance(essay.question, Essay):
            await self._go_through(essay, essay.question)
        else:
            await self._finish()

    async def _finish(self) -> None:
        self._phase = Phase.OVER
        from quizmill.faces.screen.result import ResultPage  # wanted at the end only

        page = ResultPage(
            self._sitting,
            self._pen,
            detail=self._detail,
            opening=self._opening,
            earlier=self._earlier(self._sitting),
        )
        await self.app.push_screen(page, lambda ending: self.app.exit(ending or Ending.LEFT))

    # --- head and foot ------------------------------------------------------------------------------

    def _measured(self, times: int) -> None:
        """Only after a refresh it is known whether all is seen; and once more, for the keys take room too."""
        self._edges()
        if times > 1:
            self.call_after_refresh(self._measured, times - 1)

    def _edges(self) -> None:
        self._stage.edges(self._exercise, self._number, self._keys())

    def _keys(self) -> list[Item]:
        words, stage = self._pen.words, self._stage
        exercise, area = self._exercise, self._stage.area
        if exercise is None or area is None:
            return keys.shown(["help", "app.quit_quiz"], words)
        if self._phase is Phase.TOLD:
            more = "screen.key.less" if self._shown is Detail.FULL else "screen.key.more"
            return key_line.told_about(
                stage,
                exercise,
                words,
                more=more if self._has_more(exercise) else "",
                appeal=can_appeal(self._sitting.answers[exercise.id]),
            )
        if self._phase is Phase.POINTS:
            return key_line.going_through(stage, area, exercise, words)
        hinted, typing = exercise.id in self._sitting.hinted, area.TYPED and not self._outside
        return key_line.asked(stage, area, exercise, words, hinted=hinted, typing=typing)

    async def action_go_to(self) -> None:
        """All questions of the paper; behind the last one it comes by itself."""
        raise NotImplementedError
