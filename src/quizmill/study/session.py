"""A sitting under way: it knows the time, and tells those who observe it what was done."""

from __future__ import annotations

import math
from collections.abc import Callable

import msgspec

from quizmill.study.sitting import Action, Sitting, step


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """One action of a learner that changed something."""

    action: Action
    before: Sitting
    after: Sitting
    seconds: float  # since the question was put in front of the learner
    elapsed: float  # seconds since the sitting began, breaks between its sessions left out


Observer = Callable[[Event], str]  # says what the learner must know at once; most often nothing


class Session:
    """What a face drives. `sitting` is always where the learner is, also when something interrupts.

    `trouble` is what the observers of the last event had to say, in words; a face shows it.
    """

    def __init__(
        self,
        sitting: Sitting,
        *,
        clock: Callable[[], float],
        minutes: float | None = None,
        elapsed: float = 0.0,
        observers: tuple[Observer, ...] = (),
    ) -> None:
        """*clock* gives seconds; *elapsed* were spent in earlier sessions of this sitting.

        Each of *observers* is told of every action that changed something, after it has been done.
        """
        self.sitting = sitting
        self.trouble = ""
        self._clock = clock
        self._began = clock() - elapsed
        self._posed = clock()
        self._minutes = minutes
        self._observers = observers

    def act(self, action: Action) -> Sitting:
        """Do *action*, tell of it, and return where the learner is now."""
        before, now = self.sitting, self._clock()
        self.sitting = step(before, action)
        if self.sitting is before:
            return before
        event = Event(
            action=action,
            before=before,
            after=self.sitting,
            seconds=now - self._posed,
            elapsed=now - self._began,
        )
        if self.sitting.position != before.position or self.sitting.trail is not before.trail:
            self._posed = now
        self.trouble = " ".join(filter(None, [observe(event) for observe in self._observers]))
        return self.sitting

    @property
    def timed(self) -> bool:
        """Whether the time is limited."""
        return self._minutes is not None

    @property
    def seconds_left(self) -> float:
        """Until the time is up, never below 0; infinite without a limit."""
        if self._minutes is None:
            return math.inf
        return max(0.0, 60 * self._minutes - (self._clock() - self._began))
