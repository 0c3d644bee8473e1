"""The question on the screen: asked, answered, and told about; every action goes through the session."""

from __future__ import annotations

from collections import deque
from enum import Enum
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import Screen

from quizmill.bank.markup import plain
from quizmill.bank.model import Essay as EssayQuestion
from quizmill.compose.exercise import Exercise
from quizmill.face.words import sentence
from quizmill.grade import Essay, Misread, read_response
from quizmill.study.session import Session
from quizmill.study.sitting import (
    Action,
    Appeal,
    Assess,
    Back,
    Flag,
    Give,
    GoTo,
    Mode,
    Sitting,
    Skip,
    Stop,
    TakeHint,
    Undo,
    can_appeal,
)
from quizmill.tui import keys, telling
from quizmill.tui.answers import Area, area_for
from quizmill.tui.foot import Foot, Item
from quizmill.tui.head import Head
from quizmill.tui.prose import Pen, Prose

_LAST_MINUTE = 60  # seconds


class Phase(Enum):
    """What is going on with the question on the screen."""

    ASKING = "asking"
    TOLD = "told"  # the answer is given, and what there is to say about it is shown
    POINTS = "points"  # an essay is given, and its writer goes through its points
    OVER = "over"


class QuizScreen(Screen[None]):
    """Leads through a sitting. What was asked and answered is in the session, never only here."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *keys.bindings(),
        Binding("enter,space", "go_on"),
        Binding("i", "appeal"),
        Binding("escape", "leave_field"),
        Binding("pageup", "read(-1)", priority=True),
        Binding("pagedown", "read(1)", priority=True),
    ]

    class Finished(Message):
        """Nothing is left to do; *opening* is said before the results."""

        def __init__(self, opening: str = "") -> None:
            super().__init__()
            self.opening = opening

    def __init__(self, session: Session, pen: Pen, said: str = "") -> None:
        super().__init__()
        self._said = said
        self._explained: set[str] = set()  # kinds whose way of answering was explained
        self._session = session
        self._pen = pen
        self._phase = Phase.ASKING
        self._exercise: Exercise | None = session.sitting.current
        self._number = session.sitting.position + 1
        self._area: Area | None = area_for(self._exercise, pen) if self._exercise else None
        self._essays: deque[Exercise] = deque()  # still to be gone through, after an exam
        self._opening = ""
        self._long = session.seconds_left > _LAST_MINUTE  # worth a word when only that is left

    @property
    def _sitting(self) -> Sitting:
        return self._session.sitting

    def compose(self) -> ComposeResult:
        """Head, question, area, what is said, foot."""
        with Vertical(classes="column"):
            yield Head(self._session, self._pen)
            yield Foot()
            with VerticalScroll(classes="body", can_focus=False):
                yield Prose(*(telling.asked(self._exercise, self._pen) if self._exercise else ()), id="asked")
                if self._area:
                    yield self._area
                yield Prose(id="how")
                yield Prose(id="note")
                yield Prose(id="told")

    def on_mount(self) -> None:
        if self._session.timed:
            self.set_interval(1, self._tick)
        if self._exercise and self._area:
            self._ready(self._exercise, self._area, self._said)
        else:
            self.call_next(self._pose)

    # --- asking -------------------------------------------------------------------------------------

    async def _pose(self, note: str = "") -> None:
        """Put the question in front of the learner on the screen, or what comes behind the last."""
        exercise = self._sitting.current
        if self._sitting.over:
            self._finish()
        elif exercise is None:
            self._exercise, self._number = None, self._sitting.position + 1
            self.action_go_to()
        else:
            self._exercise, self._number = exercise, self._sitting.position + 1
            await self._exchange(exercise, area_for(exercise, self._pen), note)

    async def _exchange(
        self, exercise: Exercise, area: Area, note: str = "", phase: Phase = Phase.ASKING
    ) -> None:
        body = self.query_one(".body")
        with self.app.batch_update():
            if self._area:
                await self._area.remove()
            self._area, self._phase = area, phase
            self.query_one("#asked", Prose).say(*telling.asked(exercise, self._pen))
            self.query_one("#told", Prose).say()
            await body.mount(area, after="#asked")
            self._ready(exercise, area, note)
            body.scroll_home(animate=False)

    def _ready(self, exercise: Exercise, area: Area, note: str = "") -> None:
        if self._phase is Phase.ASKING and exercise.id in self._sitting.answers:
            area.restore(self._sitting.answers[exercise.id].text)
            note = f"{note} Your answer so far stands; {self._key('skip')} keeps it.".strip()
        if exercise.id in self._sitting.hinted:
            note = f"{note}\nHint: {plain(exercise.question.hint)}".strip()
        self._note(note)
        self._explain(exercise, area)
        area.take_up()
        self._refresh()

    def _explain(self, exercise: Exercise, area: Area) -> None:
        """How this kind is answered, the first time that it comes."""
        new = {f"{exercise.kind} {self._phase}"} - self._explained
        self._explained |= new
        self.query_one("#how", Prose).say(*([self._pen.literal(area.how, "$quiet")] if new else []))

    def _key(self, action: str) -> str:
        """The key of a command that works now."""
        command = next(each for each in keys.COMMANDS if each.action == action)
        typing = self._area is not None and self._area.HOW.startswith(("Type", "Write"))
        return command.always.upper() if typing else command.shown.partition(",")[0]

    def on_area_told(self, message: Area.Told) -> None:
        self._note(message.text)

    async def on_area_given(self, message: Area.Given) -> None:
        """An answer: marked at once in practice, kept in an exam; or an essay's points."""
        exercise, area = self._exercise, self._area
        if exercise is None or area is None:
            return
        if self._phase is Phase.POINTS:
            await self._assess(exercise, area, message.text)
        elif self._phase is Phase.ASKING and self._give(exercise, message.text):
            if self._sitting.mode is Mode.EXAM:
                await self._pose("Kept.")
            elif exercise.kind == "essay":
                await self._go_through(exercise)
            else:
                self._tell(exercise, area)

    def _give(self, exercise: Exercise, text: str) -> bool:
        response = read_response(exercise, text)
        if isinstance(response, Misread):
            self._note(sentence(f"{response.reason}: {response.help}"))
            return False
        self._session.act(Give(text, response))
        return True

    # --- telling ------------------------------------------------------------------------------------

    def _tell(self, exercise: Exercise, area: Area) -> None:
        answer = self._sitting.answers[exercise.id]
        self._phase = Phase.TOLD
        area.settle(answer)
        self._note("")
        self.query_one("#how", Prose).say()
        panel = self.query_one("#told", Prose)
        panel.say(*telling.told(exercise, answer, self._pen, appeal=True))
        panel.set_classes(str(answer.mark.verdict))
        self.set_focus(None)
        self._refresh()
        self.call_after_refresh(panel.scroll_visible, animate=False)

    async def _go_through(self, exercise: Exercise) -> None:
        from quizmill.tui.answers.essay import Points

        question = exercise.question
        if not isinstance(question, EssayQuestion):
            return
        self._exercise = exercise
        written = self._sitting.answers[exercise.id].text
        await self._exchange(exercise, Points(exercise, question, self._pen), phase=Phase.POINTS)
        self.query_one("#asked", Prose).say(
            *telling.asked(exercise, self._pen),
            self._pen.literal(written, "$quiet"),
            Content.styled("A full answer names these points. Which does yours?", "bold"),
        )

    async def _assess(self, exercise: Exercise, area: Area, said: str) -> None:
        text = self._sitting.answers[exercise.id].text
        self._session.act(Assess(exercise.id, Essay(text, tuple(word == "y" for word in said))))
        if self._sitting.mode is Mode.EXAM or self._opening:
            await self._next_essay()
        else:
            self._tell(exercise, area)

    async def action_go_on(self) -> None:
        """After an answer, the next question; before one, back to the place to answer."""
        if self._phase is Phase.TOLD:
            await self._pose()
        elif self._area:
            self._area.take_up()

    def action_appeal(self) -> None:
        """Say of the answer just marked: I was right."""
        exercise, area = self._exercise, self._area
        if self._phase is not Phase.TOLD or exercise is None or area is None:
            return
        if can_appeal(self._sitting.answers[exercise.id]):
            self._session.act(Appeal(exercise.id))
            self._tell(exercise, area)

    # --- commands -----------------------------------------------------------------------------------

    async def _move(self, action: Action, note: str = "") -> None:
        before = self._sitting.position
        self._session.act(action)
        if self._phase is Phase.TOLD or self._sitting.position != before or isinstance(action, Undo):
            await self._pose(note)
        else:
            self._note("You are there already.")

    async def action_skip(self) -> None:
        """On, without an answer."""
        if self._phase is Phase.TOLD:
            await self._pose()
        elif self._phase is Phase.ASKING and self._exercise:
            answered = self._exercise.id in self._sitting.answers
            await self._move(Skip(), "" if answered else "Skipped.")

    async def action_back(self) -> None:
        """To the question before; after an answer, to the one just answered."""
        if self._phase in (Phase.ASKING, Phase.TOLD):
            await self._move(Back())

    async def action_undo(self) -> None:
        """The last answer was a slip."""
        if self._phase is Phase.POINTS and self._essays:
            return
        if self._sitting.trail is None:
            self._note("There is no answer to take back.")
        else:
            await self._move(Undo(), "Taken back.")

    def action_hint(self) -> None:
        """The hint; the cost stands beside the key."""
        if self._phase is not Phase.ASKING or self._exercise is None:
            return
        hint = self._exercise.question.hint
        self._session.act(TakeHint())
        said = f"Hint: {plain(hint)} (This question now earns half its marks.)"
        self._note(said if hint else "This question has no hint.")
        self._refresh()

    def action_flag(self) -> None:
        """A flag on the question, or off."""
        if self._phase is Phase.ASKING and self._exercise:
            flagged = self._session.act(Flag()).flagged
            self._note("Flagged." if self._exercise.id in flagged else "The flag is off.")
            self._refresh()

    def action_go_to(self) -> None:
        """All questions; in an exam, also to hand in."""
        from quizmill.tui.overview import Overview

        if self._phase in (Phase.ASKING, Phase.TOLD):
            self.app.push_screen(Overview(self._sitting, self._pen), self._gone_to)

    async def _gone_to(self, chosen: int | None) -> None:
        if chosen is None or self._phase is Phase.OVER:
            return
        if chosen > 0:
            if chosen - 1 == self._sitting.position:
                await self._pose()
            else:
                await self._move(GoTo(chosen))
        else:
            await self._hand_in()

    def action_help(self) -> None:
        """All keys."""
        from quizmill.tui.pages import HelpPage

        self.app.push_screen(HelpPage())

    def action_leave_field(self) -> None:
        """Let single letters be commands."""
        if self._phase is Phase.ASKING and self.focused is not None and self.focused is not self._area:
            self.set_focus(None)
            self._note("Single keys are commands now; Enter or Tab goes back to the field.")

    def action_read(self, way: int) -> None:
        """A screenful up or down."""
        body = self.query_one(".body")
        body.scroll_relative(y=way * max(1, body.size.height - 2), animate=False)

    # --- the end ------------------------------------------------------------------------------------

    async def _hand_in(self, opening: str = "") -> None:
        self._session.act(Stop())
        self._opening = opening
        self._essays = deque(
            each
            for each in self._sitting.paper.exercises
            if each.id in self._sitting.answers
            and isinstance(given := self._sitting.answers[each.id].response, Essay)
            and given.named is None
        )
        await self._next_essay()

    async def _next_essay(self) -> None:
        if self._essays:
            await self._go_through(self._essays.popleft())
        else:
            self._finish()

    def _finish(self) -> None:
        self._phase = Phase.OVER
        self.post_message(self.Finished(self._opening))

    async def _tick(self) -> None:
        self.query_one(Head).refresh()
        left = self._session.seconds_left
        if self._sitting.stopped or self._phase is Phase.OVER:
            return
        if left <= 0:
            await self._time_over()
        elif self._long and left <= _LAST_MINUTE:
            self._long = False
            self._note("1 minute left.")

    async def _time_over(self) -> None:
        """What is chosen or typed counts, handed in or not."""
        while self.app.screen is not self:
            self.app.pop_screen()
        if self._phase is Phase.ASKING and self._exercise and self._area and self._area.text:
            untouched = self._exercise.kind == "ordering" and self._area.gap
            if not untouched:
                self._give(self._exercise, self._area.text)
        await self._hand_in("The time is over. What you answered so far counts.")

    # --- words on the edge --------------------------------------------------------------------------

    def _note(self, text: str) -> None:
        note = self.query_one("#note", Prose)
        note.say(*([self._pen.literal(text, "$partly")] if text else []))
        if text:
            self.call_after_refresh(note.scroll_visible, animate=False)

    def _refresh(self) -> None:
        self.query_one(Head).show(self._exercise, self._number)
        self.query_one(Foot).show(*self._items())

    def _items(self) -> list[Item]:
        if self._phase is Phase.TOLD:
            exercise = self._exercise
            appeal = exercise and can_appeal(self._sitting.answers[exercise.id])
            objection: list[Item] = [("i", "I was right", "appeal")] if appeal else []
            return [("Enter", "go on", "go_on"), *objection, ("u", "undo", "undo"), ("?", "keys", "help")]
        area = self._area
        given: list[Item] = [(area.HANDS_IN, "hand in", "hand_in")] if area else []
        wanted = ["hint", "skip", "back", "flag", "undo", "go_to", "help", "quit_quiz"]
        if self._phase is Phase.POINTS:
            wanted = ["help", "quit_quiz"]
        elif not (self._exercise and self._exercise.question.hint):
            wanted.remove("hint")
        named = {each.action: each.name for each in keys.COMMANDS} | {"hint": "hint (half the marks)"}
        return given + [(self._key(each), named[each], each) for each in wanted]

    def action_hand_in(self) -> None:
        """The answer as it stands."""
        if self._area and self._phase is not Phase.TOLD:
            self._area.hand_in()
