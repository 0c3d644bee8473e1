"""The sample bank on a screen that nobody sees, with fingers for its keys and mouse."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from textual import events
from textual.app import App

import samples
from quizmill.bank.model import Bank
from quizmill.compose.paper import compose
from quizmill.faces.screen.answers.row import Row
from quizmill.faces.screen.app import QuizApp
from quizmill.faces.screen.prose import Pen
from quizmill.faces.screen.signs import SYMBOLS
from quizmill.study.results import as_json
from quizmill.study.session import Session
from quizmill.study.sitting import Mode, begin


class Clock:
    """Seconds that pass when the test says so."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


class Learner:
    """Somebody at the keyboard."""

    def __init__(self, app: QuizApp, pilot, clock: Clock) -> None:
        self.app, self.pilot, self.clock = app, pilot, clock

    @property
    def sitting(self):
        return self.app.session.sitting

    async def press(self, keys: str) -> str:
        """Presses keys, parted by spaces; what is then on the screen."""
        await self.pilot.press(*keys.split())
        return await self.seen()

    async def type(self, text: str) -> str:
        """Types a text, letter by letter."""
        names = {" ": "space", "\n": "enter"}
        await self.pilot.press(*(names.get(letter, letter) for letter in text))
        return await self.seen()

    async def paste(self, text: str) -> str:
        """Pastes a text, as a terminal hands it over."""
        self.app.post_message(events.Paste(text))
        await self.pilot.pause()
        return await self.seen()

    async def click(self, target, **more) -> str:
        await self.pilot.click(target, **more)
        return await self.seen()

    def row(self, text: str) -> Row:
        """The row that says *text*."""
        return next(row for row in self.app.screen.query(Row) if text in getattr(row._text, "plain", ""))

    async def resize(self, width: int, height: int) -> str:
        await self.pilot.resize_terminal(width, height)
        return await self.seen()

    async def wait(self, seconds: float) -> str:
        """Lets the quiz's own clock go on, and the screen notice it."""
        self.clock.now += seconds
        tick = getattr(self.app.screen_stack[0], "_tick", None)
        if tick:
            await tick()
        return await self.seen()

    async def seen(self) -> str:
        """The screen as text, once everything has settled."""
        for _ in range(3):
            await self.pilot.pause()
        return "\n".join("".join(part.text for part in strip).rstrip() for strip in self.strips())

    def strips(self):
        return self.app.screen._compositor.render_strips()

    def results(self) -> bytes:
        return as_json(self.sitting)


Story = Callable[[Learner], Awaitable[None]]


@pytest.fixture
def bank(tmp_path) -> Bank:
    return samples.load(tmp_path).bank


@pytest.fixture
def sit(tmp_path):
    """Runs a story: one learner at a quiz on these questions; returns how the learner left."""

    def run(
        story: Story,
        *ids: str,
        mode=Mode.PRACTICE,
        minutes=None,
        size=(80, 24),
        pen=None,
        topics=None,
        before=lambda sitting: sitting,
        observers=(),
        **more,
    ):
        bank = samples.with_controls(samples.load(tmp_path, **(topics or {})).bank)
        chosen = tuple(each for each in bank.questions() if not ids or each[1].id in ids)
        sitting = begin(compose(bank, chosen, seed=7, order="bank"), bank.names, mode)
        clock = Clock()
        session = Session(before(sitting), clock=clock, minutes=minutes, observers=observers)
        app = QuizApp(session, pen=pen or Pen(SYMBOLS), **more)

        async def told() -> None:
            async with running(app, size) as pilot:
                learner = Learner(app, pilot, clock)
                await learner.seen()
                await story(learner)

        asyncio.run(told())
        return app.return_value

    return run


@contextlib.asynccontextmanager
async def running(app: App, size: tuple[int, int]) -> AsyncIterator:
    async with app.run_test(size=size) as pilot:
        yield pilot
