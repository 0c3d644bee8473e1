"""The quiz on the screen: what can be done beside answering, and the clock."""

from __future__ import annotations

import asyncio
import contextlib

from textual import events
from textual.message import Message
from textual.widget import Widget

from quizmill.faces.ending import Earlier, nothing_earlier
from quizmill.faces.feedback import Detail
from quizmill.faces.replies import reply
from quizmill.faces.screen import keys
from quizmill.faces.screen.course import Course, Phase
from quizmill.faces.screen.prose import Pen
from quizmill.faces.speaker import SILENCE, Speaker
from quizmill.faces.viewing import Viewer, no_viewer, pictures_of, view
from quizmill.study.session import Session
from quizmill.study.sitting import (
    Action,
    Appeal,
    Back,
    Flag,
    GoTo,
    Skip,
    Suspend,
    TakeHint,
    Undo,
    can_appeal,
)

_LAST_MINUTE = 60  # seconds
_PATIENCE = 0.5  # seconds that a key waits for those before it


class QuizScreen(Course):
    """The course of a quiz, with its keys."""

    def __init__(
        self,
        session: Session,
        pen: Pen,
        said: str = "",
        earlier: Earlier = nothing_earlier,
        *,
        detail: Detail = Detail.BRIEF,
        speaker: Speaker = SILENCE,
        viewer: Viewer = no_viewer,
    ) -> None:
        super().__init__(session, pen, said, earlier, detail, speaker)
        self._viewer = viewer
        self._viewed = ("", 0)  # the question whose picture was opened last, and its number
        self._long = session.seconds_left > _LAST_MINUTE  # worth a word when only that is left

    def on_mount(self) -> None:
        self.watch(self._stage.body, "scroll_y", self._edges, init=False)
        if self._session.timed:
            self.set_interval(1, self._tick)
        if self._exercise and self._stage.area:
            self._wait(self._stage.area)
        else:
            self.call_next(self._pose)

    def on_resize(self) -> None:
        self.call_after_refresh(self._edges)

    @property
    def field(self) -> Widget | None:
        """Where keys are typed into now; None when every key is a choice or a command."""
        area = self._stage.area
        return area.field if area and self._phase is Phase.ASKING and not self._outside else None

    async def take_key(self, event: events.Key) -> bool:
        """Do what a key asks for, before the next key is looked at; False leaves it to be typed.

        Whoever types ahead must reach the next question, not the last one: nothing here waits in a queue.
        """
        area = self._stage.area
        if area and not area.is_attached:  # between two questions, or before the first
            return True
        field = self.field
        if field and area:
            if self.focused is not field:
                self.set_focus(field)
            if event.key not in area.KEYS and event.key not in keys.always():
                return False
            await _typed_up(field)
        await self._press(event.key, event.character or "")
        return True

    async def _press(self, key: str, character: str) -> None:
        area = self._stage.area
        if area and self._phase in (Phase.ASKING, Phase.POINTS) and not self._outside:
            said = area.press(key, character)
            if isinstance(said, Message):
                await self.heed(said)
            if said:
                return
        if action := keys.actions().get(key):
            await self.run_action(action)

    async def action_go_on(self) -> None:
        """After an answer, the next question; before one, back to the place to answer."""
        self._outside = False
        if self._phase is Phase.TOLD:
            await self._pose()
        elif self._stage.area:
            self._stage.area.take_up()
            self._edges()

    def action_appeal(self) -> None:
        """Say of the answer just marked: I was right."""
        exercise = self._exercise
        if self._phase is Phase.TOLD and exercise and can_appeal(self._sitting.answers[exercise.id]):
            self._session.act(Appeal(exercise.id))
            self._tell(exercise)

    def action_more(self) -> None:
        """All there is to say of the answer just marked; pressed again, only what matters."""
        if self._phase is Phase.TOLD and self._exercise and self._has_more(self._exercise):
            self._tell_more(self._exercise)

    async def _move(self, action: Action) -> None:
        before = self._sitting
        after = self._session.act(action)
        said = reply(action, before, after, self._pen.words)
        moved = after.position != before.position or isinstance(action, Undo)
        if moved or self._phase is not Phase.ASKING:
            await self._pose(said if moved else "")
        else:
            self._stage.note(said)

    async def action_skip(self) -> None:
        """On, without an answer."""
        if self._phase is Phase.TOLD:
            await self._pose()
        elif self._phase is Phase.ASKING and self._exercise:
            await self._move(Skip())

    async def action_back(self) -> None:
        """To the question before; after an answer, to the one just answered."""
        if self._phase in (Phase.ASKING, Phase.TOLD):
            await self._move(Back())

    async def action_undo(self) -> None:
        """The last answer was a slip."""
        if self._handed_in or self._phase is Phase.OVER:
            return
        if self._sitting.trail is None:
            self._stage.note(reply(Undo(), self._sitting, self._sitting, self._pen.words))
        else:
            await self._move(Undo())

    def action_hint(self) -> None:
        """The hint; what it costs stands beside the key."""
        if self._phase is not Phase.ASKING or self._exercise is None:
            return
        before = self._sitting
        self._stage.note(reply(TakeHint(), before, self._session.act(TakeHint()), self._pen.words))
        self._edges()

    def action_play(self) -> None:
        """The sound."""
        if self._phase in (Phase.ASKING, Phase.TOLD) and self._exercise:
            self._hearing.play(self._exercise.question.audio, typing=self.field is not None)

    def action_transcript(self) -> None:
        """What is said in the sound; once the question is answered, it is shown anyway."""
        if self._phase is Phase.ASKING and self._exercise:
            self._hearing.recite(self._exercise.question.audio)

    async def action_picture(self) -> None:
        """The question's picture in a window of its own; pressed again, its next one, and round."""
        exercise = self._exercise
        if exercise is None or self._phase is Phase.OVER:
            return
        count = max(1, len(pictures_of(exercise)))
        asked, number = self._viewed
        self._viewed = (exercise.id, number % count + 1 if asked == exercise.id else 1)
        said = await asyncio.to_thread(view, exercise, self._viewed[1], self._viewer, self._pen.words)
        if self._exercise is exercise:
            self._stage.note(said)

    def action_flag(self) -> None:
        """A flag on the question, also on one just answered, or off."""
        self._say_of_question(Flag)

    def action_suspend(self) -> None:
        """Set the question aside, also one just answered, or take it up again."""
        self._say_of_question(Suspend)

    def _say_of_question(self, kind: type[Flag | Suspend]) -> None:
        if self._phase in (Phase.ASKING, Phase.TOLD) and self._exercise:
            before, action = self._sitting, kind(self._exercise.id)
            self._stage.note(reply(action, before, self._session.act(action), self._pen.words))
            self._edges()

    async def action_go_to(self) -> None:
        """All questions; in an exam, also to hand in."""
        from quizmill.faces.screen.overview import Overview

        if self._phase in (Phase.ASKING, Phase.TOLD, Phase.BEHIND):
            await self.app.push_screen(Overview(self._sitting, self._pen), self._gone_to)

    async def _gone_to(self, chosen: int | None) -> None:
        if chosen is None or self._phase is Phase.OVER:
            return
        if chosen == 0:
            await self._hand_in()
        elif self._phase is Phase.TOLD and chosen == self._sitting.position + 1:
            await self._pose()
        else:
            await self._move(GoTo(chosen))

    async def action_help(self) -> None:
        """All keys."""
        from quizmill.faces.screen.page import HelpPage

        await self.app.push_screen(HelpPage(self._pen))

    def action_leave_field(self) -> None:
        """Let single letters be commands."""
        if self.field:
            self._outside = True
            self.set_focus(None)
            self._stage.note(self._pen.words("screen.letters_are_commands"))
            self._edges()

    def action_read(self, pages: int, lines: int = 0) -> None:
        """So many screenfuls and lines further down."""
        self._stage.read_on(pages, lines)
        self.call_after_refresh(self._edges)

    async def action_hand_in(self) -> None:
        """The answer as it stands."""
        if self._stage.area and self._phase in (Phase.ASKING, Phase.POINTS):
            await self.heed(self._stage.area.hand_in())

    async def _tick(self) -> None:
        self._stage.head.refresh()
        left = self._session.seconds_left
        if self._handed_in or self._phase is Phase.OVER:
            return
        if left <= 0:
            await self._time_over()
        elif self._long and left <= _LAST_MINUTE:
            self._long = False
            self._stage.note(self._pen.words("screen.minute_left"))

    async def _time_over(self) -> None:
        """What is chosen or typed counts, handed in or not; an order that nobody touched is no answer."""
        while self.app.screen is not self:
            self.app.pop_screen()
        area = self._stage.area
        if self._phase is Phase.ASKING and self._exercise and area and area.begun:
            self._give(self._exercise, area.text)
        await self._hand_in(self._pen.words("face.time_over"))


async def _typed_up(field: Widget) -> None:
    """Wait until *field* has taken all that was typed into it so far; but a key never waits for long."""
    done = asyncio.Event()
    if field.call_later(done.set):
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(done.wait(), _PATIENCE)
