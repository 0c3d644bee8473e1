"""Nothing that was answered is lost: killed, cut off, closed, in two terminals, or on a bad disk."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import select
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

import samples
from commands import PATIENCE, SOURCES
from quizmill.compose.paper import compose
from script_modules import in_node


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "history.db"


def rows(db: Path, columns: str = "question, text, verdict") -> list[tuple]:
    with sqlite3.connect(db) as connection:
        found = connection.execute(f"SELECT {columns} FROM answer ORDER BY id").fetchall()
    connection.close()
    return found


class Quiz:
    """`quizmill quiz` at the other end of two pipes, until it is killed."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "PYTHONPATH": str(SOURCES)}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "quizmill", "quiz", "--plain", "--history", "history.db", *arguments],
            cwd=folder,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self.seen = ""

    def __enter__(self) -> Quiz:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def until(self, pattern: str) -> str:
        """Read what it says up to *pattern*, and return the match."""
        while not (found := re.search(pattern, self.seen)):
            ready, _, _ = select.select([self.process.stdout], [], [], PATIENCE)
            assert ready, f"it waits for more: {self.seen}"
            more = os.read(self.process.stdout.fileno(), 65536).decode("utf-8", errors="replace")
            assert more, f"it ended without {pattern!r}: {self.seen}"
            self.seen += more
        self.seen = self.seen[found.end() :]
        return found[0]

    def type(self, line: str) -> None:
        self.process.stdin.write(f"{line}\n".encode())
        self.process.stdin.flush()

    def kill(self) -> None:
        if self.process.stdin.closed:
            return
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.process.stdin.close()
        self.process.stdout.close()


FIFTY = "title: Numbers\nquestions:\n" + "".join(
    f"  - {{id: n-{i}, type: short_answer, facts: [tea-book/leaf], "
    f"prompt: What is {i} + {i}?, answer: '{2 * i}'}}\n"
    for i in range(50)
)


@pytest.mark.proof
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows kills in another way")
def test_killed_after_each_of_fifty_answers_nothing_is_lost(tmp_path: Path, db: Path):
    bank = samples.load(tmp_path, numbers=FIFTY).bank
    exercises = compose(bank, tuple(bank.questions()), seed=7).exercises
    given = [str(i) if i % 3 else exercise.question.answer for i, exercise in enumerate(exercises)]
    for number, text in enumerate(given, 1):
        with Quiz(
            tmp_path,
            "--bank",
            "question_bank",
            *(("-n", "50", "--seed", "7") if number == 1 else ("--resume",)),
        ) as quiz:
            assert quiz.until(r"Question \d+ of 50") == f"Question {number} of 50"
            quiz.type(text)
            quiz.until(r"\n(Right|Wrong): ")  # what it says of the answer is what it has kept
        assert len(rows(db)) == number

    assert rows(db) == [
        (exercise.id, text, "right" if exercise.question.answer == text else "wrong")
        for exercise, text in zip(exercises, given, strict=True)
    ]
    with sqlite3.connect(db) as connection:
        assert connection.execute("SELECT count(*) FROM sitting").fetchone() == (1,)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows kills in another way")
def test_killed_in_the_middle_of_an_answer_at_most_that_one_is_lost(tmp_path: Path, db: Path):
    samples.write(tmp_path)
    kept = 0
    for attempt in range(8):
        start = ("--bank", "question_bank", "--order", "bank", "--seed", "7")
        with Quiz(tmp_path, *(start if not kept else ("--bank", "question_bank", "--resume"))) as quiz:
            assert quiz.until(r"Question \d") == f"Question {kept + 1}"
            quiz.type("a" if kept < 2 else "t")
            try:  # from at once to long after
                quiz.process.wait(timeout=attempt * 0.01)
            except subprocess.TimeoutExpired:
                quiz.kill()
        found = len(rows(db)) if kept or _has_tables(db) else 0
        assert found in (kept, kept + 1)
        kept = min(found, 2)
        if found > 2:
            break


def _has_tables(db: Path) -> bool:
    with sqlite3.connect(db) as connection:
        found = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] > 0
    connection.close()
    return found


def test_a_quiz_goes_on_at_the_same_question_in_the_same_order(quizmill, bank, db, tmp_path):
    first = quizmill("quiz", "--bank", bank, "--history", db, "--seed", "5", typed=":skip\n:quit\n").stdout
    again = quizmill("quiz", "--bank", bank, "--history", db, "--resume", "--results", "r.json")

    order = re.findall(r"Question (\d) of 9", first + again.stdout)
    assert order == ["1", "2", "2"]
    assert re.search(
        r"9 questions, seed 5, .*\nGoing on at question 2; begun \d{4}-\d\d-\d\d \d\d:\d\d\.\n",
        again.stdout,
    )
    results = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert [q["feedback"] for q in results["questions"]][:2] == ["", "not reached"]
    assert results["seed"] == 5


def test_with_nothing_left_to_go_on_with_it_says_so(quizmill, bank, db):
    run = quizmill("quiz", "--bank", bank, "--history", db, "--resume")
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr == (
        "quizmill: --resume: there is no unfinished sitting of this bank; start one without it\n"
    )

    quizmill("quiz", "--bank", bank, "--history", db, "--id", "tea-plant", typed="a\n")
    assert quizmill("quiz", "--bank", bank, "--history", db, "--resume").returncode == 2


def test_going_on_and_choosing_anew_cannot_both_be_meant(quizmill, bank, db):
    run = quizmill("quiz", "--bank", bank, "--history", db, "--resume", "-n", "3", "--mode", "exam")

    assert run.returncode == 2
    assert run.stderr == (
        "quizmill: --count, --mode: --resume goes on with the same questions as before; "
        "leave out one or the other\n"
    )


def test_a_count_from_the_environment_does_not_stand_against_going_on(quizmill, bank, db):
    quizmill("quiz", "--bank", bank, "--history", db, typed=":skip\n")

    assert quizmill("quiz", "--bank", bank, "--history", db, "--resume", QUIZMILL_COUNT="3").returncode == 0


def test_an_exam_goes_on_with_the_time_it_had_left_until_it_is_handed_in(quizmill, bank, db):
    start = ("quiz", "--bank", bank, "--history", db)
    begun = (*start, "--mode", "exam", "--minutes", "30", "--order", "bank")
    assert "Right" not in quizmill(*begun, typed="a\n").stdout.split("The input ends here")[0]
    with sqlite3.connect(db) as connection:  # as if most of the time had gone by
        connection.execute("UPDATE event SET elapsed = 29 * 60 - 30")
    connection.close()

    again = quizmill(*start, "--resume", typed=":quit\n").stdout
    assert "Question 2 of 9, Tea, 2 marks, 2 minutes left" in again
    assert quizmill(*start, "--resume").returncode == 2


def test_an_unfinished_quiz_is_mentioned_once_another_begins(quizmill, bank):
    command = ("quiz", "--bank", bank, "--history", "history.db")
    line = (
        "An unfinished one is kept: `quizmill quiz --bank question_bank --history history.db --resume` "
        "goes on with it."
    )
    first = quizmill(*command, "--order", "bank", typed="a\n")
    second = quizmill(*command, "--id", "tea-plant", typed="Camellia sinensis\n")
    third = quizmill(*command)

    assert [line in " ".join(run.stdout.split()) for run in (first, second, third)] == [False, True, False]


@pytest.mark.parametrize("typed", ["Camellia sinensis\n:quit\n", "Camellia sinensis\n"])
def test_a_quiz_that_is_left_says_how_to_go_on_with_it(quizmill, bank, typed):
    command = ("quiz", "--bank", bank, "--history", "my answers.db")
    left = quizmill(*command, "--order", "bank", typed=typed).stdout
    again = quizmill(*command, "--resume", typed=":quit\n").stdout

    offered = "Go on here: quizmill quiz --bank question_bank --history 'my answers.db' --resume"
    assert left.splitlines()[-1] == again.splitlines()[-1] == offered


def test_a_history_of_the_environment_need_not_be_named(quizmill, bank, db):
    left = quizmill("quiz", "--bank", bank, "--order", "bank", typed="a\n", QUIZMILL_HISTORY=str(db)).stdout

    assert "Go on here: quizmill quiz --bank question_bank --resume\n" in left


@pytest.mark.parametrize(
    ("arguments", "typed"),
    [
        (("--history", "none"), "a\n:quit\n"),
        (("--history", "h.db", "--id", "tea-herbs"), "f\n"),  # finished
        (("--history", "h.db", "--mode", "exam"), "\n:quit\n"),  # handed in
        (("--history", "h.db"), ":quit\n"),  # not begun
    ],
)
def test_where_nothing_can_be_gone_on_with_nothing_is_said_of_it(quizmill, bank, arguments, typed):
    assert "Go on here" not in quizmill("quiz", "--bank", bank, *arguments, typed=typed).stdout


def test_a_damaged_history_is_told_and_never_touched(quizmill, bank, db):
    db.write_bytes(b"not a database" * 100)
    for command in (("quiz",), ("review",), ("stats",), ("history", "export")):
        chosen = () if command[0] == "history" else ("--bank", bank)
        run = quizmill(*command, *chosen, "--history", db, typed="a\n")

        assert (run.returncode, run.stdout) == (3, "")
        said = f"quizmill: {db}: this history cannot be used: it is damaged, or no history at all ("
        assert run.stderr.splitlines()[-1].startswith(said)
        assert "Traceback" not in run.stderr
    assert db.read_bytes() == b"not a database" * 100
    (copy,) = db.parent.glob("history.db.copy-*")
    assert copy.read_bytes() == db.read_bytes()


def test_where_no_history_can_be_the_quiz_runs_and_says_so_once(quizmill, bank, tmp_path):
    (tmp_path / "file").write_text("")
    run = quizmill("quiz", "--bank", bank, "--history", "file/history.db", "--seed", "7", typed="a\n")

    assert run.returncode == 0
    assert "Score:" in run.stdout
    assert run.stderr == (
        "note: answers are not kept: file/history.db: the history cannot be used (Not a directory)\n"
    )


def test_a_disk_that_fills_up_during_a_quiz_costs_no_score(bank, tmp_path, db):
    script = f"""
import sys
from quizmill.cli import main
from quizmill.study.history import failure, store
def full(self, *_):
    raise failure.unwritable(self.path, "database or disk is full")
store.History.insert = full
sys.exit(main.run("quiz --plain --bank {bank} --history history.db --id tea-plant".split()))
"""
    run = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(SOURCES)},
        input="Camellia sinensis\n",
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 0
    assert "Score: 1 of 1 mark (100 %)" in run.stdout
    reason = "history.db: the history cannot be used (database or disk is full)"
    assert run.stderr.splitlines()[-1] == f"note: the last answers are not kept: {reason}"


def test_none_keeps_nothing(quizmill, bank, tmp_path):
    run = quizmill("quiz", "--bank", bank, "--history", "none", "--seed", "7", typed="a\n")

    assert (run.returncode, run.stderr) == (0, "")
    assert not (tmp_path / "none").exists()
    assert quizmill("quiz", "--bank", bank, "--history", "none", "--resume").stderr == (
        "quizmill: --resume: without a history there is nothing to go on with\n"
    )
    assert quizmill("history", "path", "--history", "none").returncode == 2


def test_without_a_word_the_history_is_in_the_folder_for_this_users_data(quizmill, bank, tmp_path):
    home = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data"), "QUIZMILL_HISTORY": ""}
    quizmill("quiz", "--bank", bank, typed="a\n", **home)
    path = quizmill("history", "path", **home)

    assert (path.returncode, path.stderr) == (0, "")
    assert Path(path.stdout.strip()).is_file()


def test_the_log_comes_out_as_json_lines_and_as_a_table(quizmill, bank, db, tmp_path):
    quizmill("quiz", "--bank", bank, "--history", db, "--order", "bank", typed="a\n:undo\nb\n")
    lines = quizmill("history", "export", "--history", db).stdout.splitlines()
    run = quizmill("history", "export", "--history", db, "--format", "csv", "-o", "log.csv")
    table = list(csv.DictReader(io.StringIO((tmp_path / "log.csv").read_text(encoding="utf-8-sig"))))

    assert (run.returncode, run.stdout) == (0, "")
    objects = [json.loads(line) for line in lines]
    assert [(each["action"], each["answer"], each["stands"]) for each in objects] == [
        ("Give", "a", False),
        ("Undo", None, False),
        ("Give", "b", True),
    ]
    assert list(objects[0]) == list(table[0])
    assert [row["answer"] for row in table] == ["a", "", "b"]


def test_an_export_of_no_history_says_where_it_looked(quizmill, tmp_path):
    run = quizmill("history", "export", "--history", "none-yet.db")

    assert run.returncode == 3
    assert run.stderr == "quizmill: none-yet.db: there is no history yet; `quizmill quiz` begins one\n"
    assert not (tmp_path / "none-yet.db").exists()


def test_two_terminals_at_once_keep_all_that_is_answered_in_either(tmp_path: Path, db: Path):
    samples.write(tmp_path)
    start = ("--bank", "question_bank", "--order", "bank")
    with Quiz(tmp_path, *start) as here, Quiz(tmp_path, *start) as there:
        for number, line in enumerate(["a", "a,b", "t", "Sark", "9000"], 1):
            for quiz in (here, there):
                quiz.until(f"Question {number} of 9")
                quiz.type(line)
        for quiz in (here, there):
            quiz.until("Question 6 of 9")

    sittings = [[text for sitting, text in rows(db, "sitting, text") if sitting == each] for each in (1, 2)]
    assert sittings == [["a", "a,b", "t", "Sark", "9000"]] * 2


def test_who_goes_on_with_a_sitting_that_goes_on_elsewhere_is_told_at_the_first_answer(
    tmp_path: Path, db: Path
):
    samples.write(tmp_path)
    bank = ("--bank", "question_bank")
    with Quiz(tmp_path, *bank, "--order", "bank") as here:
        here.until("Question 1 of 9")
        here.type("a")
        here.until("Question 2 of 9")
        with Quiz(tmp_path, *bank, "--resume") as there:
            there.until("Question 2 of 9")
            here.type("a,b")
            here.until("Question 3 of 9")
            there.type("c,d")
            said = there.until("(?s)Your answers are not kept: .*?Question 3 of 9")
        here.type("f")
        here.until("Question 4 of 9")

    reason = "history.db: this sitting also goes on in another terminal, which keeps it"
    assert " ".join(said.split()).startswith(f"Your answers are not kept: {reason}.")
    assert [text for _, text, _ in rows(db)] == ["a", "a,b", "f"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that Linux has")
def test_a_full_disk_at_the_output_is_not_blamed_on_the_history(bank, db, quizmill, tmp_path):
    quizmill("quiz", "--bank", bank, "--history", db, "--id", "tea-plant", typed="a\n")
    with Path("/dev/full").open("w") as full:
        run = subprocess.run(
            [sys.executable, "-m", "quizmill", "history", "export", "--history", str(db)],
            env={**os.environ, "PYTHONPATH": str(SOURCES)},
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )

    assert (run.returncode, run.stderr) == (3, "quizmill: No space left on device\n")


def test_the_end_compares_with_the_time_before(quizmill, bank, db):
    chosen = ("quiz", "--bank", bank, "--history", db, "--order", "bank")
    first = quizmill(*chosen, "--id", "tea-plant", typed="Camellia japonica\n").stdout
    second = quizmill(*chosen, "-n", "9", typed="Camellia sinensis\nOolong\n").stdout
    third = quizmill(*chosen, "-n", "9", typed="Camellia sinensis\nOolong, Pu-erh\n").stdout

    assert "answered before" not in first
    assert (
        "One of these you had answered before: 0 of 1 mark (0 %) then, 1 of 1 mark (100 %) now."
        in " ".join(second.split())
    )
    said = "2 of these you had answered before: 2 of 3 marks (66.7 %) then, 3 of 3 marks (100 %) now."
    assert said in " ".join(third.split())


class TestMerge:
    @pytest.fixture
    def other(self, quizmill, bank, tmp_path):
        quizmill("quiz", "--bank", bank, "--history", tmp_path / "other.db", "--id", "tea-plant", typed="a\n")
        return tmp_path / "other.db"

    def test_says_what_was_brought_in(self, quizmill, other, tmp_path):
        merged = quizmill("history", "merge", other, "--history", tmp_path / "h.db")
        again = quizmill("history", "merge", other, "--history", tmp_path / "h.db")

        assert merged.stdout == "1 sitting with 1 answer brought in; 1 question scheduled anew\n"
        assert again.stdout == "nothing new: all of it is here\n"

    def test_refuses_what_is_no_other_history(self, quizmill, other, tmp_path):
        (tmp_path / "notes.txt").write_text("mine")
        (tmp_path / "empty.db").touch()
        same = quizmill("history", "merge", other, "--history", other)
        none = quizmill("history", "merge", tmp_path / "empty.db", "--history", tmp_path / "h.db")
        notes = quizmill("history", "merge", tmp_path / "notes.txt", "--history", tmp_path / "h.db")

        assert (same.returncode, none.returncode, notes.returncode) == (2, 3, 3)
        assert "is the history that it would be merged into; name the other machine's" in same.stderr
        assert "there is no history; copy the other machine's file here first" in none.stderr
        assert "this history cannot be used: it is damaged, or no history at all" in notes.stderr
        assert not (tmp_path / "h.db").exists()

    def test_takes_the_lines_of_an_export_too_once(self, quizmill, other, tmp_path):
        lines = tmp_path / "lines.jsonl"
        quizmill("history", "export", "--history", other, "-o", lines)
        merged = quizmill("history", "merge", lines, "--history", tmp_path / "h.db")
        again = quizmill("history", "merge", other, "--history", tmp_path / "h.db")

        assert merged.stdout == "1 sitting with 1 answer brought in; 1 question scheduled anew\n"
        assert again.stdout == "nothing new: all of it is here\n"

    def test_a_line_that_is_none_is_named_and_nothing_is_brought(self, quizmill, tmp_path):
        (tmp_path / "lines.jsonl").write_text('{"id": 1}\n')
        refused = quizmill("history", "merge", "lines.jsonl", "--history", tmp_path / "h.db")

        assert refused.returncode == 3
        assert "lines.jsonl:1: this is no line of `quizmill history export`" in refused.stderr
        assert not (tmp_path / "h.db").exists()

    def test_the_log_of_a_page_counts_like_answers_at_the_terminal_and_goes_back(
        self, quizmill, bank, tmp_path
    ):
        deeds = [
            {"question": "tea-plant", "at": "2026-11-20T12:00:00Z", "verdict": "right", "earned": 1},
            {"question": "tea-herbs", "at": "2026-11-20T12:01:00Z", "verdict": "wrong", "earned": 0},
            {"question": "tea-herbs", "at": "2026-11-20T12:02:00Z", "verdict": "right", "earned": 1},
        ]
        code = """
          const key = page.newKey();
          const entered = (log, { question, at, verdict, earned }) => page.entered(log, {
            at: new Date(at), key, place: "practice", bank: "tea-and-sea", question,
            digest: "0123456789abcdef", action: "Give", seconds: 3,
            given: { text: "a", response: { type: "Choice", picks: [0] },
            mark: { verdict, earned, possible: 1 }, hinted: false } });
          return page.asLines(given.reduce(entered, []));"""
        (lines,) = in_node("history.js", code, deeds)
        (tmp_path / "page.jsonl").write_text(lines)
        history = ("--history", tmp_path / "h.db")

        merged = quizmill("history", "merge", "page.jsonl", *history)
        again = quizmill("history", "merge", "page.jsonl", *history)
        stats = json.loads(quizmill("stats", "--bank", bank, "--json", *history).stdout)
        exported = quizmill("history", "export", *history).stdout
        code = """
          const { lines, faults } = page.linesIn(given.exported, "tea-and-sea");
          const log = page.merged(page.linesIn(given.lines, "tea-and-sea").lines, lines);
          return [faults.length, log.length];"""

        assert merged.stdout == "1 sitting with 3 answers brought in; 2 questions scheduled anew\n"
        assert again.stdout == "nothing new: all of it is here\n"
        assert stats["days"] == [{"day": "2026-11-20", "answers": 3, "right": 2}]
        assert in_node("history.js", code, {"lines": lines, "exported": exported}) == [[0, 3]]
