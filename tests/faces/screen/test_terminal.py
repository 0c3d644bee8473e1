"""The program in a terminal of its own, tmux, with real keys; and which face it chooses."""

from __future__ import annotations

import json
import os
import re
import select
import shutil
import signal
import subprocess
import sys
import time
import uuid
from pathlib import Path

import pytest

import samples
from commands import PATIENCE, SOURCES

TMUX = shutil.which("tmux")
# pytest-xdist gives its workers a size that Textual would take for that of the window.
_NOT_OURS = ("TMUX", "NO_COLOR", "COLUMNS", "LINES")


class Terminal:
    """A window of tmux, on a server of its own, in which the quiz runs."""

    def __init__(self, folder: Path, *arguments: str, size=(80, 24), **env: str) -> None:
        self._server = f"quizmill-{uuid.uuid4().hex[:8]}"
        self._socket = str(folder / self._server)
        self.rc = folder / "rc"
        self.pid = folder / "pid"
        settings = {"PYTHONPATH": str(SOURCES), "QUIZMILL_HISTORY": "none", "LANG": "C.UTF-8", **env}
        program = [
            sys.executable,
            "-m",
            "quizmill",
            "quiz",
            "--bank",
            "question_bank",
            "--seed",
            "7",
            *arguments,
        ]
        script = folder / "run.sh"
        script.write_text(
            "".join(f"export {name}='{value}'\n" for name, value in settings.items())
            + f"cd '{folder}'\necho $$ > {self.pid}\n{' '.join(program)}\necho $? > {self.rc}\nsleep 60\n"
        )
        width, height = map(str, size)
        self._tmux("new-session", "-d", "-x", width, "-y", height, f"sh '{script}'")

    def _tmux(self, *arguments: str) -> str:
        return subprocess.run(
            [TMUX, "-S", self._socket, "-f", "/dev/null", *arguments],
            capture_output=True,
            encoding="utf-8",
            env={name: value for name, value in os.environ.items() if name not in _NOT_OURS},
            check=True,
        ).stdout

    def press(self, *keys: str) -> None:
        self._tmux("send-keys", *keys)

    def resize(self, width: int, height: int) -> None:
        self._tmux("resize-window", "-x", str(width), "-y", str(height))

    def until(self, text: str) -> str:
        """The screen once *text* stands on it."""
        end = time.monotonic() + PATIENCE
        while text not in (shown := self._tmux("capture-pane", "-p")):
            assert time.monotonic() < end, f"{text!r} never came:\n{shown}"
            time.sleep(0.05)
        return shown

    def code(self) -> int:
        """The exit code, once there is one."""
        end = time.monotonic() + PATIENCE
        while not self.rc.exists() or not self.rc.read_text().strip():
            assert time.monotonic() < end, "it never ended"
            time.sleep(0.05)
        return int(self.rc.read_text())

    def close(self) -> None:
        subprocess.run([TMUX, "-S", self._socket, "kill-server"], capture_output=True, check=False)


@pytest.fixture
def terminal(tmp_path):
    if TMUX is None:
        pytest.skip("no tmux here: no real keys are pressed")
    samples.write(tmp_path)
    opened = []

    def open_(*arguments: str, **more) -> Terminal:
        opened.append(Terminal(tmp_path, *arguments, **more))
        return opened[-1]

    yield open_
    for each in opened:
        each.close()


def test_a_quiz_with_real_keys(terminal, tmp_path):
    quiz = terminal("--order", "bank", "--results", "r.json")
    quiz.until("From which plant is every true tea made?")
    quiz.press("Down", "Enter")
    quiz.until("✓ Right: 1 of 1 mark.")
    quiz.press("Enter", "a", "b", "Enter")
    quiz.until("✓ Right: 2 of 2 marks.")
    quiz.press("Enter", "f", "Enter", "cuty sarc", "Enter")
    quiz.until("Letter by letter: cut(+t)y sar(-c)(+k)")
    quiz.press("i", "Enter", "¥9000", "Enter")
    quiz.until("✓ Right: 1 of 1 mark.")
    quiz.press("Enter", "1869", "Tab", "Cutty Sark", "Enter", "Enter")
    quiz.until("Match each tea")
    quiz.resize(40, 15)
    quiz.until("7 of 9")
    quiz.press("a", "b", "c", "Enter")
    quiz.until(" of 1 mark.")
    quiz.resize(100, 30)
    quiz.press("Enter")
    quiz.until("Put the making of black tea in order.")
    quiz.press("S-Down", "Enter")
    quiz.until(" of 1 mark.")
    quiz.press("Enter", "小米", "C-s", "y", "n", "Enter")
    quiz.until("Partly right: 0.5 of 1 mark.")
    quiz.press("Enter")
    quiz.until("By kind of question")
    quiz.press("q")

    assert quiz.code() == 0
    shown = quiz.until("These again:")
    assert "To look at again" in shown
    results = json.loads((tmp_path / "r.json").read_text())
    given = {each["id"]: each["response"] for each in results["questions"]}
    assert given["tea-plant"] == "a"
    assert given["ship-name"] == "cuty sarc"
    assert given["ship-cargo"] == "¥9000"
    assert given["tea-steps"] == "2 1 3 4 5"
    assert given["tea-essay"] == "小米"


def test_the_missed_ones_once_more(terminal):
    quiz = terminal("--id", "tea-herbs", "--id", "tea-plant", "--order", "bank")
    quiz.until("1 of 2")
    quiz.press("a", "Enter", "t", "Enter")
    quiz.until("r try the 1 missed one again")
    quiz.press("r")
    quiz.until("Score 0 of 0")
    quiz.press("f")
    quiz.until("✓ Right")
    quiz.press("Enter", "q")

    assert quiz.code() == 0


@pytest.mark.parametrize(("key", "code"), [("C-c", 130), ("C-q", 0)])
def test_leaving_gives_the_terminal_back_with_the_score(terminal, key, code):
    quiz = terminal("--order", "bank")
    quiz.until("1 of 9")
    quiz.press("a")
    quiz.until("✓ Right")
    quiz.press(key)

    assert quiz.code() == code
    assert "You reached 1 of 9 questions" in quiz.until("Score: 1 of 1 mark (100 %)")


@pytest.mark.parametrize("name", ["SIGHUP", "SIGTERM"])
def test_somebody_ends_the_program_and_no_answer_is_lost(terminal, tmp_path, name):
    quiz = terminal("--order", "bank", "--results", "r.json")
    quiz.until("1 of 9")
    quiz.press("a")
    quiz.until("✓ Right")
    shell = quiz.pid.read_text().strip()
    children = Path(f"/proc/{shell}/task/{shell}/children")
    if not children.exists():
        pytest.skip("no /proc here: the program cannot be found")
    os.kill(int(children.read_text().split()[0]), getattr(signal, name))

    assert quiz.code() == 130
    assert '"right"' in (tmp_path / "r.json").read_text()
    assert "Traceback" not in quiz.until("")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(
    "told",
    [pytest.param(True, id="with a signal"), pytest.param(False, id="without", marks=pytest.mark.proof)],
)
def test_a_terminal_that_is_gone_is_not_waited_for(tmp_path, told):
    import pty

    samples.write(tmp_path)
    ours, theirs = pty.openpty()
    program = subprocess.Popen(
        [sys.executable, "-m", "quizmill", "quiz", "--bank", "question_bank", "--history", "none"],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(SOURCES), "TERM": "xterm-256color"},
        start_new_session=True,
    )
    os.close(theirs)
    select.select([ours], [], [], PATIENCE)  # it has begun to draw, and nobody reads what it shows
    if told:
        program.send_signal(signal.SIGHUP)
    os.close(ours)

    # 3: gone while it was still asking for the terminal.
    assert program.wait(timeout=PATIENCE) in (3, 130, -signal.SIGHUP)


@pytest.mark.parametrize(("arguments", "env"), [(["--plain"], {}), ([], {"TERM": "dumb"})])
def test_the_plain_face_when_it_is_asked_for(terminal, arguments, env):
    quiz = terminal(*arguments, **env)

    quiz.until(":help for help")
    quiz.press(":quit", "Enter")
    assert quiz.code() == 0


@pytest.mark.parametrize("key", ["C-q", "C-c"])
def test_leaving_in_the_middle_says_how_to_go_on(terminal, key):
    quiz = terminal("--order", "bank", "--history", "answers.db")
    quiz.until("1 of 9")
    quiz.press("c")
    quiz.until(" of 1 mark.")
    quiz.press(key)

    shown = " ".join(quiz.until("--resume").split())
    assert "Go on here: quizmill quiz --bank question_bank --history answers.db --resume" in shown


def test_the_last_page_compares_with_the_sitting_before(terminal):
    for key, then in (("c", ""), ("a", "answered before: 0 of 1 mark (0 %) then, 1 of 1 mark (100 %) now.")):
        quiz = terminal("--id", "tea-plant", "--history", "answers.db")
        quiz.until("1 of 1")
        quiz.press(key)
        quiz.until(" of 1 mark.")
        quiz.press("Enter")
        shown = quiz.until("By topic")
        assert then in " ".join(shown.split())
        assert bool(then) is ("answered before" in shown)
        quiz.press("q")
        quiz.until("Score:")


def test_without_colours_none_are_sent(terminal):
    quiz = terminal("--id", "tea-plant", NO_COLOR="1")
    quiz.until("1 of 1")
    quiz.press("c")
    quiz.until("✗ Wrong")
    coloured = quiz._tmux("capture-pane", "-p", "-e")

    codes = {code for found in re.findall(r"\x1b\[([0-9;]*)m", coloured) for code in found.split(";") if code}
    assert not codes & {str(code) for base in (30, 40, 90, 100) for code in range(base, base + 9)}


def test_a_terminal_of_plain_ascii(terminal):
    quiz = terminal("--id", "tea-plant", LANG="C", LC_ALL="C")
    quiz.until("1 of 1")
    quiz.press("c")

    assert quiz.until("x Wrong: 0 of 1 mark.").isascii()


def test_a_theme_is_chosen_by_option_or_environment(terminal):
    quiz = terminal("--id", "tea-plant", QUIZMILL_QUIZ_THEME="light")
    quiz.until("1 of 1")

    assert "48;2;251;250;247" in quiz._tmux("capture-pane", "-p", "-e") or "\x1b[48;5;" in quiz._tmux(
        "capture-pane", "-p", "-e"
    )
