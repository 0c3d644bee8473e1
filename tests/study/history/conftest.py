"""A learner with a history: sittings over the sample bank, with a clock that is set by hand."""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from quizmill.compose.paper import Paper
from quizmill.grade import read_response
from quizmill.study import memory
from quizmill.study.history.log import Log, Start
from quizmill.study.history.naming import Naming
from quizmill.study.history.store import open_for_writing
from quizmill.study.session import Event, Session
from quizmill.study.sitting import Give, Mode, begin

ZONE = datetime.timezone(datetime.timedelta(hours=1))


class Learner:
    """Someone at work on *paper*, whose answers are kept in *path*."""

    def __init__(self, path: Path, paper: Paper) -> None:
        self.path, self.paper = path, paper
        self.naming: Naming | None = None  # another than that of the paper
        self.now = datetime.datetime(2026, 11, 20, 18, 0, tzinfo=ZONE)
        self.history = open_for_writing(path)
        self.history.insert(
            "PRAGMA synchronous=OFF"
        )  # what these tests hold needs no disk that is waited for
        self.db = sqlite3.connect(path, isolation_level=None)  # to look into it
        self.session: Session
        self.told = False

    def log(self, start: Start, id: int | None = None) -> Log:
        naming = self.naming or Naming(start.sitting.paper.namespace)
        return Log(self.history, start, naming, now=lambda: self.now, reschedule=memory.after, id=id)

    def sit(
        self, place: str = "practice", paper: Paper | None = None, minutes: float | None = None
    ) -> Session:
        mode = Mode.EXAM if place == "exam" else Mode.PRACTICE
        sitting = begin(paper or self.paper, mode=mode)
        self.kept = self.log(Start(sitting=sitting, place=place, bank="/bank", minutes=minutes))
        self.session = Session(
            sitting, clock=lambda: self.now.timestamp(), minutes=minutes, observers=(self.keep,)
        )
        return self.session

    def keep(self, event: Event) -> str:
        """Keep *event*; `told` says whether it set a question aside."""
        self.told = self.kept.keep(event)
        return ""

    def give(self, *lines: str) -> None:
        """Answer question after question, as typed."""
        for line in lines:
            exercise = self.session.sitting.current
            assert exercise is not None
            response = read_response(exercise, line)
            self.session.act(Give(line, response))  # type: ignore[arg-type]

    def close(self) -> None:
        self.db.close()
        self.history.close()

    def rows(self, columns: str) -> list[tuple[object, ...]]:
        return self.db.execute(f"SELECT {columns} FROM event ORDER BY id").fetchall()


@pytest.fixture(scope="session")
def begun() -> type[Learner]:
    """Begins a history at a path: for tests that need several."""
    return Learner


@pytest.fixture
def learner(tmp_path: Path, paper: Paper) -> Callable[[], Learner]:
    """A learner with a new history."""
    made = Learner(tmp_path / "history.db", paper)
    yield made
    made.close()
