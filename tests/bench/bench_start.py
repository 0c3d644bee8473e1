"""How long a learner waits: `python tests/bench/bench_start.py [RUNS]` prints figures, no more.

Whole processes, from their start to the byte that counts, in seconds of the processor, taking turns in one
run so that other work on the machine falls on all alike: `quizmill --help`, `list`, `stats` and the first
question of the shipped bank line by line, beside `python -c "import click"`; the first question on the whole
screen, without and with a history, beside a bare Textual application that shows one word. The three
of the screen run at a terminal of their own, 80x24.

The aims: help within 1.3 of `import click`, the other three within 3; the whole screen within 1.4 of the bare
application. Reached with Python 3.11: help 1.15, the others 2.7, 2.6 and 2.7, the whole screen 1.34, with a
history 1.35 (medians of nine).
"""

from __future__ import annotations

import fcntl
import os
import pty
import resource
import select
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
from collections.abc import Callable
from pathlib import Path

RUNS = 15
SOURCES = Path(__file__).parents[2] / "src"
BARE = """
from textual.app import App
from textual.widgets import Static

class Bare(App):
    def compose(self):
        yield Static("hello")

Bare().run()
"""
QUIZMILL = ["-m", "quizmill"]
QUIZ = [*QUIZMILL, "quiz", "-n", "10", "--seed", "7", "--history"]


def main() -> None:
    """All of them, turn by turn."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder) / "bare.py"
        bare.write_text(BARE)
        history = str(Path(folder) / "history.db")
        seconds = measured(
            {
                "import click": lambda: to_the_end("-c", "import click"),
                "--help": lambda: to_the_end(*QUIZMILL, "--help"),
                "plain, first question": lambda: to_the_end(*QUIZ, "none", "--plain"),
                "list": lambda: to_the_end(*QUIZMILL, "list"),
                "stats": lambda: to_the_end(*QUIZMILL, "stats", "--history", history),
                "bare Textual": lambda: until(b"hello", str(bare)),
                "full screen, first question": lambda: until(b"1 of 10", *QUIZ, "none"),
                "the same with a history": lambda: until(b"1 of 10", *QUIZ, history),
            },
            runs,
        )
    for name, base, aim in (
        ("--help", "import click", 1.3),
        ("plain, first question", "import click", 3),
        ("list", "import click", 3),
        ("stats", "import click", 3),
        ("full screen, first question", "bare Textual", 1.4),
        ("the same with a history", "bare Textual", 1.4),
    ):
        told(name, seconds[name], seconds[base], aim)


def measured(what: dict[str, Callable[[], float]], runs: int) -> dict[str, list[float]]:
    """Seconds of each run; the first round, which fills the caches, does not count."""
    found: dict[str, list[float]] = {name: [] for name in what}
    for turn in range(runs + 1):
        for name, run in what.items():
            seconds = run()
            if turn:
                found[name].append(seconds)
    for name, each in found.items():
        print(f"{name:28} min {min(each):6.3f} s   median {statistics.median(each):6.3f} s")
    return found


def told(name: str, ours: list[float], theirs: list[float], aim: float) -> None:
    """One line of comparison."""
    least, middle = min(ours) / min(theirs), statistics.median(ours) / statistics.median(theirs)
    print(f"{name}: {least:.2f} (min), {middle:.2f} (median) of its measure; at most {aim}")


def to_the_end(*arguments: str) -> float:
    """Seconds until the process ends; its input is at its end, so a quiz stops at its first question."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment(),
        check=True,
    )
    return spent(resource.getrusage(resource.RUSAGE_CHILDREN)) - spent(before)


def until(wanted: bytes, *arguments: str) -> float:
    """Seconds until *wanted* is written to a terminal; the process is then ended."""
    child, terminal = pty.fork()
    if not child:
        os.execve(sys.executable, [sys.executable, *arguments], environment())
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    seen = b""
    while wanted not in seen:
        ready, _, _ = select.select([terminal], [], [], 30)
        assert ready, f"{wanted!r} never came: {seen[-500:]!r}"
        seen += os.read(terminal, 1 << 16)
    os.kill(child, signal.SIGKILL)
    _, _, used = os.wait4(child, 0)
    os.close(terminal)
    return spent(used)


def spent(used: resource.struct_rusage) -> float:
    """Seconds of the processor, in the program and for it."""
    return used.ru_utime + used.ru_stime


def environment() -> dict[str, str]:
    """None of the tester's settings but where programs and caches are."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return {**kept, "PYTHONPATH": str(SOURCES), "TERM": "xterm-256color", "LANG": "C.UTF-8"}


if __name__ == "__main__":
    main()
