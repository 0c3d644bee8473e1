"""Commands run as people run them: arguments, typed lines and an environment in, text and exit code out."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from unittest import mock

import pytest

from quizmill.cli.main import main

SOURCES = Path(__file__).parents[1] / "src"
PATIENCE = 60  # seconds that a busy machine has for what takes one
_KEPT = ("PATH", "HOME", "TMPDIR", "SYSTEMROOT", "COVERAGE_PROCESS_CONFIG")
Ended = subprocess.CompletedProcess[str]


def environment(cache: Path, **changes: str) -> dict[str, str]:
    """The environment of a command: none of the tester's settings or history, and 80 columns."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return {
        **kept,
        "PYTHONPATH": str(SOURCES),
        "COLUMNS": "80",
        "QUIZMILL_HISTORY": "none",
        "XDG_CACHE_HOME": str(cache),
        "SOURCE_DATE_EPOCH": "1798761600",  # 2027: the sample's release is past, whatever the clock says
        **changes,
    }


def run_here(arguments: Sequence[str], typed: str, folder: Path, environment: dict[str, str]) -> Ended:
    """`quizmill …` within this process, with streams, folder and environment of its own.

    A start of Python costs more than most commands, and what runs here is seen by coverage and by the
    warnings that are errors. Who asks for what Python reads at its start asks `run_apart`.
    """
    streams = {name: io.BytesIO() for name in ("stdin", "stdout", "stderr")}
    streams["stdin"] = io.BytesIO(typed.encode())
    with pytest.MonkeyPatch.context() as here, mock.patch.dict(os.environ, environment, clear=True):
        here.chdir(folder)
        here.setattr(sys, "argv", ["quizmill", *arguments])
        for name, stream in streams.items():
            here.setattr(sys, name, io.TextIOWrapper(stream, encoding="utf-8", write_through=True))
        try:
            main()
        except SystemExit as end:
            code = end.code
        except Exception:  # noqa: BLE001 - whatever it is, Python would show it and end with 1
            traceback.print_exc()
            code = 1
        return Ended(arguments, code, _text(streams["stdout"]), _text(streams["stderr"]))


def run_apart(arguments: Sequence[str], typed: str, folder: Path, environment: dict[str, str]) -> Ended:
    """`quizmill …` in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "quizmill", *arguments],
        input=typed,
        cwd=folder,
        env=environment,
        encoding="utf-8",
        errors="replace",
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )


def run_on_a_terminal(
    arguments: Sequence[str], typed: str, folder: Path, environment: dict[str, str], columns: int = 80
) -> tuple[int, str]:
    """`quizmill …` at a pseudo-terminal of 40 lines: its exit code, and what is seen, the typing too."""
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-m", "quizmill", *arguments],
        cwd=folder,
        env={name: value for name, value in environment.items() if name != "COLUMNS"},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    os.write(ours, typed.encode())
    said = b""
    while True:
        try:
            more = os.read(ours, 65536)
        except OSError:  # the other end is closed
            break
        if not more:
            break
        said += more
    os.close(ours)
    return process.wait(PATIENCE), said.decode("utf-8").replace("\r\n", "\n")


def _text(stream: io.BytesIO) -> str:
    """What was written, with the line ends of a text, as a pipe is read."""
    return io.TextIOWrapper(io.BytesIO(stream.getvalue()), encoding="utf-8", errors="replace").read()
