"""The door to the terminal: harmless, wrapped, and in colour only where somebody sees it."""

from __future__ import annotations

import io
import os
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commands import PATIENCE, SOURCES
from quizmill.faces.plain.terminal import Screen, Tone
from quizmill.faces.text import cells, harmless, wrapped

if sys.platform != "win32":
    import pty


@given(st.text())
def test_nothing_a_terminal_would_obey_is_left(text: str):
    shown = harmless(text)

    assert len(shown) == len(text)
    assert all(c == "\n" or (c.isprintable() or ord(c) >= 0xA0) for c in shown)
    assert not set(shown) & set("\u202e\u2066\u200f\x1b\x9b\x7f\r")


@given(st.text(st.characters(codec="utf-8"), max_size=200), st.integers(4, 60))
def test_no_line_is_wider_than_asked_and_no_word_is_lost(text: str, width: int):
    lines = wrapped(text, width)

    assert all(cells(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_a_per_cent_sign_stays_with_its_number():
    assert wrapped("then 100 %) now", 9) == ["then", "100 %)", "now"]


def test_no_line_ends_at_a_space_that_holds_a_sign_and_on_the_screen_it_is_a_common_one():
    assert wrapped("Quoi\u202f? Ou\u00a0: oui", 8) == ["Quoi ?", "Ou : oui"]

    out = io.StringIO()
    Screen(out, width=5, colour=False).line("Ici\u202f: quizmill")
    Screen(out, width=20, colour=False).say("oui", label="Ou\u202f: ")
    assert out.getvalue() == "Ici : quizmill\nOu : oui\n"


def test_wide_characters_take_two_columns():
    assert wrapped("小米科技 有限公司", 8) == ["小米科技", "有限公司"]
    assert wrapped("小米科技有限公司", 7) == ["小米科", "技有限", "公司"]


def test_a_text_is_aligned_behind_its_label():
    out = io.StringIO()
    Screen(out, width=20, colour=False).say("a text of several words", label="1. ", indent=2)

    assert out.getvalue() == "  1. a text of\n     several words\n"


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (42, ["  茶-plant  From which plant is all tea", "            made?"]),
        (41, ["  茶-plant", "      From which plant is all tea made?"]),
    ],
)
def test_a_row_of_a_table_stands_below_its_label_where_there_is_little_room(width, lines):
    out = io.StringIO()
    Screen(out, width=width, colour=False).row("  茶-plant  ", "From which plant is all tea made?")

    assert out.getvalue().splitlines() == lines


def test_a_tone_is_colour_only_where_colour_is_wanted():
    with_colour, without = io.StringIO(), io.StringIO()
    Screen(with_colour, width=40, colour=True).say("Right.", tone=Tone.GOOD)
    Screen(without, width=40, colour=False).say("Right.", tone=Tone.GOOD)

    assert with_colour.getvalue() == "\x1b[32m\x1b[1mRight.\x1b[0m\n"
    assert without.getvalue() == "Right.\n"


class AtTerminal:
    """A quiz at a terminal of its own, typed at from here."""

    def __init__(self, folder: Path, *arguments: str, **env: str) -> None:
        self.master, slave = pty.openpty()
        environment = {**os.environ, "PYTHONPATH": str(SOURCES), "TERM": "xterm", "COLUMNS": "80", **env}
        if "NO_COLOR" not in env:
            environment.pop("NO_COLOR", None)
        command = [
            sys.executable,
            "-m",
            "quizmill",
            "quiz",
            "--plain",
            "--bank",
            "question_bank",
            "--seed",
            "7",
            *arguments,
        ]
        self.process = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            cwd=folder,
            env=environment,
            start_new_session=True,
            preexec_fn=_take_terminal,
        )
        os.close(slave)
        self.seen = ""

    def until(self, text: str) -> str:
        """Everything shown up to *text*."""
        end = time.monotonic() + PATIENCE
        while text not in self.seen:
            ready, _, _ = select.select([self.master], [], [], max(0.0, end - time.monotonic()))
            if not ready:
                self.process.kill()
                self.process.wait()
                pytest.fail(f"{text!r} never came after:\n{self.seen}")
            self.seen += os.read(self.master, 4096).decode()
        shown, _, self.seen = self.seen.partition(text)
        return shown + text

    def until_it_waits(self) -> None:
        """Until it sleeps for long: a signal just before it waits for a key is heard after the key alone.

        It sleeps a moment before that too, until the terminal has shown what was written.
        """
        state = Path(f"/proc/{self.process.pid}/stat")
        if not state.exists():
            time.sleep(0.5)
            return
        asleep = 0  # looks in a row
        while asleep < 10:
            asleep = asleep + 1 if state.read_text().rpartition(")")[2].split()[0] == "S" else 0
            time.sleep(0.01)

    def type(self, text: str) -> None:
        os.write(self.master, text.encode())

    def end(self) -> int:
        """The exit code."""
        try:
            while data := os.read(self.master, 4096):
                self.seen += data.decode()
        except OSError:
            pass  # the other end is closed
        return self.process.wait(PATIENCE)


def _take_terminal() -> None:
    import fcntl
    import termios

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


on_posix = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")


@on_posix
def test_ctrl_c_ends_with_the_score_so_far(bank, tmp_path):
    quiz = AtTerminal(tmp_path, "--order", "bank", "--results", "r.json", "--history", "h.db")
    quiz.until("> ")
    quiz.type("Camellia sinensis\n")
    quiz.until("Question 2")
    quiz.until("> ")
    quiz.until_it_waits()
    quiz.type("\x03")
    shown = quiz.until("Score: 1 of 1 mark (100 %)")

    assert "Interrupted." in shown
    assert "You reached 1 of 9 questions" in quiz.until("questions")
    quiz.until("Go on here: quizmill quiz --bank question_bank --history h.db --resume")
    assert quiz.end() == 130
    assert '"right"' in (tmp_path / "r.json").read_text()


@on_posix
def test_end_of_input_at_a_terminal_is_a_normal_end(bank, tmp_path):
    quiz = AtTerminal(tmp_path)
    quiz.until("> ")
    quiz.type("\x04")

    quiz.until("The input ends here, and so does the quiz.")
    assert quiz.end() == 0


@on_posix
@pytest.mark.parametrize("name", ["SIGHUP", "SIGTERM"])
def test_a_terminal_that_closes_loses_no_answer(bank, tmp_path, name):
    quiz = AtTerminal(tmp_path, "--order", "bank", "--results", "r.json")
    quiz.until("> ")
    quiz.type("Camellia sinensis\n")
    quiz.until("Question 2")
    quiz.until("> ")
    quiz.until_it_waits()
    quiz.process.send_signal(getattr(signal, name))

    assert quiz.end() == 130
    assert "Traceback" not in quiz.seen
    assert '"right"' in (tmp_path / "r.json").read_text()


@on_posix
def test_colour_at_a_terminal_unless_it_is_not_wanted(bank, tmp_path):
    coloured = AtTerminal(tmp_path, "--id", "tea-herbs")
    plain = AtTerminal(tmp_path, "--id", "tea-herbs", NO_COLOR="1")
    shown = coloured.until("> "), plain.until("> ")
    for quiz in (coloured, plain):
        quiz.type("\x04")
        quiz.end()

    assert "\x1b[1mQuestion 1 of 1" in shown[0]
    assert "\x1b[1m" not in shown[1]


@on_posix
def test_an_essay_is_written_over_several_lines_and_marked_by_its_points(bank, tmp_path):
    quiz = AtTerminal(tmp_path, "--id", "tea-essay", "--results", "r.json")
    quiz.until("an empty line ends your answer.")
    quiz.until("> ")
    quiz.type("The first tea\nsold for more.\n\n")
    quiz.until("1. The first tea of a season sold for more")
    quiz.until("y or n? ")
    quiz.type("perhaps\n")
    quiz.until("y or n? ")
    quiz.type("y\n")
    quiz.until("2. Tea loses flavour at sea")
    quiz.until("y or n? ")
    quiz.type("n\n")
    quiz.until("Partly right: 0.5 of 1 mark.")
    quiz.until("Enter shows the result")
    quiz.until("> ")
    quiz.type("\n")
    quiz.until("r tries the 1 missed one again; Enter ends.")
    quiz.type("\n")

    assert quiz.end() == 0
    assert '"The first tea\\nsold for more."' in (tmp_path / "r.json").read_text()


@on_posix
def test_the_missed_ones_are_asked_again_when_wanted(bank, tmp_path):
    quiz = AtTerminal(
        tmp_path, "--id", "tea-plant", "--id", "tea-herbs", "--order", "bank", "--results", "r.json"
    )
    quiz.until("> ")
    quiz.type("Camellia sinensis\n")
    quiz.until("> ")
    quiz.type("t\n")
    quiz.until("Enter shows the result")
    quiz.until("> ")
    quiz.type("\n")
    quiz.until("r tries the 1 missed one again; Enter ends.")
    quiz.until("> ")
    quiz.type("r\n")
    assert "Peppermint tea is a true tea." in quiz.until("> ")
    quiz.type("f\n")
    quiz.until("Enter shows the result")
    quiz.until("> ")
    quiz.type("\n")
    quiz.until("Score: 1 of 1 mark (100 %)")

    assert quiz.end() == 0
    assert '"wrong"' in (tmp_path / "r.json").read_text()  # the results are those of the first round
