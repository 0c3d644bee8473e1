"""The bar: for whoever waits longer than two seconds at a terminal, and for nobody else."""

from __future__ import annotations

import io
import sys
from itertools import count

import pytest

from quizmill.cli import progress_bar as module
from quizmill.cli.progress_bar import progress_bar


class Terminal(io.StringIO):
    def __init__(self, watched):
        super().__init__()
        self.watched = watched

    def isatty(self):
        return self.watched


def shown(monkeypatch, *, seconds, watched=True, fails=False):
    """What stands on stderr after ten steps of so many seconds each."""
    stderr = Terminal(watched)
    clock = count(0, seconds)
    monkeypatch.setattr(sys, "stderr", stderr)
    monkeypatch.setattr(module.time, "monotonic", lambda: next(clock))
    with progress_bar(10, "printing") as tick:
        for _ in range(10):
            tick()
        if fails:
            raise KeyError
    return stderr.getvalue()


def test_from_two_seconds_on_a_bar_tells_how_far_it_is(monkeypatch):
    text = shown(monkeypatch, seconds=1)

    assert "printing" in text
    assert "100%" in text


@pytest.mark.parametrize("quiet", [{"seconds": 0.1}, {"seconds": 1, "watched": False}])
def test_what_is_quick_or_watched_by_nobody_shows_none(monkeypatch, quiet):
    assert shown(monkeypatch, **quiet) == ""


def test_a_failure_gives_the_terminal_its_cursor_back(monkeypatch):
    with pytest.raises(KeyError):
        shown(monkeypatch, seconds=1, fails=True)

    assert sys.stderr.getvalue().endswith("\x1b[?25h\n")
