"""`quizmill answers`: what was answered goes into one log, is forgotten there, and comes out of it."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import os
import sqlite3
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest

from commands import environment, run_apart
from handed import file_of
from logged import ANN, BO, answer
from quizmill.analysis.log.batch import batch_of
from quizmill.analysis.pseudonym import key_in
from quizmill.analysis.table import as_line, table
from quizmill.app.answers_of_paper import pseudonym
from quizmill.app.papers import kept
from quizmill.bank.csv_out import as_csv
from quizmill.bank.markup import plain
from quizmill.compose.exercise import options_of
from quizmill.compose.wording import digest
from quizmill.grade.on_paper import copied_key
from quizmill.study.history.migration import APPLICATION

NOT_SOUND = "quizmill: nothing was added, since this is not sound:"
ROSTER = "name,class\nAnn,7A\nBo,7A\nCy,7B\n"


@pytest.fixture
def log(quizmill, tmp_path, monkeypatch):
    """Runs `quizmill answers …` with a log that was begun, and its key apart."""

    def run(*arguments, **env):
        return quizmill("answers", *arguments, QUIZMILL_ANSWERS_KEY=str(tmp_path / "apart" / "key"), **env)

    begun = run("init")
    assert (begun.returncode, begun.stdout) == (0, "log\n")
    assert begun.stderr == (
        f"note: its key is {tmp_path}/apart/key; keep a copy, apart from the log: without it nobody is found "
        "by name\n"
    )
    return run


@pytest.fixture
def paper(quizmill, bank, tmp_path):
    """A kept paper in two forms for three pupils, as its class set."""
    (tmp_path / "class.csv").write_text(ROSTER)
    made = quizmill(
        *("worksheet", "--bank", bank, "--forms", "2", "--roster", "class.csv", "-o", "tea"),
        *("--not-type", "essay", "--seed", "1"),
    )
    assert made.returncode == 0, made.stderr
    return kept(tmp_path / "tea.json")


def who(tmp_path: Path, name: str) -> str:
    return pseudonym(key_in((tmp_path / "apart" / "key").read_bytes()), name)


def rows(run) -> list[dict[str, str]]:
    assert run.returncode == 0, run.stderr
    return list(csv.DictReader(io.StringIO(run.stdout)))


def sheet(made, student):
    form = next(copy.form for copy in made.copies if copy.student == student)
    return made.paper(form)


def fill(tmp_path, made, cells, name="answers.csv"):
    """The table in which each student answers all as the key has it, but for *cells* by question."""
    lines = [["student", "form", *map(str, range(1, len(made.papers[0].exercises) + 1))]]
    for student, changed in cells.items():
        exercises = sheet(made, student).exercises
        lines.append([student, "", *(changed.get(each.id, copied_key(each)) for each in exercises)])
    (tmp_path / name).write_bytes(as_csv(lines))


def test_a_class_that_was_marked_becomes_rows_in_the_banks_order(log, paper, tmp_path):
    wrong = {"Ann": "Camellia japonica", "Bo": "Ilex paraguariensis"}
    cells = {}
    for student, option in wrong.items():
        asked = next(each for each in sheet(paper, student).exercises if each.id == "tea-plant")
        cells[student] = {"tea-plant": "abcd"[[plain(each) for each in asked.options].index(option)]}
    cells["Bo"]["ship-name"] = ""
    fill(tmp_path, paper, cells)
    run = log("add", "answers.csv", "--paper", "tea.json")

    assert (run.returncode, run.stdout, run.stderr) == (0, "16 answers of 2 students added\n", "")
    found = {(row["student"], row["question"]): row for row in rows(log("export"))}
    ann, bo = who(tmp_path, "Ann"), who(tmp_path, "Bo")
    assert [found[each, "tea-plant"]["chosen"] for each in (ann, bo)] == ["1", "2"]
    exercise = next(each for each in paper.papers[0].exercises if each.id == "tea-plant")
    form = sheet(paper, "Ann")
    number = [each.id for each in form.exercises].index("tea-plant") + 1
    assert found[ann, "tea-plant"] == {
        "answered": "",
        "namespace": "tea-and-sea",
        "question": "tea-plant",
        "digest": digest(exercise),
        "kind": "multiple_choice",
        "student": ann,
        "team": "7A",
        "paper": form.fingerprint,
        "form": form.form,
        "number": str(number),
        "place": "paper",
        "attempt": "1",
        "chosen": "1",
        "text": "",
        "verdict": "wrong",
        "earned": "0.0",
        "possible": "1.0",
        "seconds": "",
        "source": "hand",
    }
    assert (found[ann, "tea-true"]["chosen"], found[bo, "tea-steps"]["chosen"]) == ("0 1", "0 1 2 3 4")
    assert [found[bo, "ship-name"][name] for name in ("verdict", "chosen")] == ["skipped", ""]
    assert options_of(exercise.question)[0] == "Camellia sinensis"  # what place 0 is


def test_adding_twice_adds_nothing_and_what_differs_is_told(log, paper, tmp_path):
    fill(tmp_path, paper, {"Ann": {}})
    log("add", "answers.csv", "--paper", "tea.json")
    before = {path.name: path.read_bytes() for path in (tmp_path / "log").rglob("*.*")}
    again = log("add", "answers.csv", "--paper", "tea.json")
    fill(tmp_path, paper, {"Ann": {"ship-name": "Titanic"}, "Bo": {}})
    more = log("add", "answers.csv", "--paper", "tea.json")

    assert (again.returncode, again.stdout, again.stderr) == (0, "nothing new: all of it is there\n", "")
    assert more.stdout == "8 answers of 1 student added; 8 were there\n"
    assert more.stderr == (
        "note: the log has otherwise, and keeps so: 1 answer; --replace takes what these files say\n"
    )
    assert {name: (next((tmp_path / "log").rglob(name))).read_bytes() for name in before} == before


def test_what_was_marked_anew_or_declared_void_takes_the_place_of_what_is_there(
    log, quizmill, paper, tmp_path
):
    fill(tmp_path, paper, {"Ann": {}, "Bo": {}})
    log("add", "answers.csv", "--paper", "tea.json")
    fill(tmp_path, paper, {"Ann": {"ship-name": "Titanic"}, "Bo": {}})
    number = [each.id for each in paper.papers[0].exercises].index("ship-year") + 1
    quizmill("mark", "--paper", "tea.json", "--void", str(number))
    left = log("add", "answers.csv", "--paper", "tea.json")
    run = log("add", "answers.csv", "--paper", "tea.json", "--replace")
    again = log("add", "answers.csv", "--paper", "tea.json", "--replace")
    found = {(row["student"], row["question"]): row["verdict"] for row in rows(log("export"))}
    ann = who(tmp_path, "Ann")

    assert left.stderr.startswith("note: the log has otherwise, and keeps so: 3 answers; --replace takes")
    assert (
        run.stdout == "1 answer of 1 student added; 3 taken out that the log had otherwise; 13 were there\n"
    )
    assert again.stdout == "nothing new: all of it is there\n"
    assert len(found) == 14
    assert found[ann, "ship-name"] == "wrong"
    assert not [key for key in found if key[1] == "ship-year"]


def test_what_is_void_or_cannot_be_read_is_left_out_and_told(log, quizmill, paper, tmp_path):
    fill(tmp_path, paper, {"Ann": {"tea-plant": "k"}})
    number = [each.id for each in paper.papers[0].exercises].index("ship-year") + 1
    quizmill("mark", "--paper", "tea.json", "--void", str(number))
    run = log("add", "answers.csv", "--paper", "tea.json")

    assert (run.returncode, run.stdout) == (3, "6 answers of 1 student added\n")
    first, last = run.stderr.splitlines()
    assert first.startswith("answers.csv:2: Ann, question ")
    assert "there is no option k" in first
    assert last == "quizmill: 1 entry could not be used; the rest is added"
    assert {"tea-plant", "ship-year"} & {row["question"] for row in rows(log("export"))} == set()


def test_what_pages_hand_in_has_its_time(log, paper, tmp_path):
    form = sheet(paper, "Ann")
    right = [copied_key(each) for each in form.exercises]
    (tmp_path / "ann.json").write_bytes(file_of(form.fingerprint, "Ann", right, form.form))
    log("add", "ann.json", "--paper", "tea.json")
    found = rows(log("export"))

    assert {(row["answered"], row["place"], row["source"]) for row in found} == {
        ("2026-11-30T18:20:30.000Z", "html", "page")
    }
    (tmp_path / "inbox").mkdir()
    (tmp_path / "ann.json").rename(tmp_path / "inbox" / "ann.json")
    again = log("add", "inbox", "--paper", "tea.json")
    assert (again.stdout, again.stderr) == ("nothing new: all of it is there\n", "")
    late = file_of(form.fingerprint, "Ann", right, form.form, finished="2999-01-01T00:00:00Z")
    (tmp_path / "late.json").write_bytes(late)
    run = log("add", "late.json", "--paper", "tea.json")
    assert (run.returncode, run.stdout) == (3, "")
    assert run.stderr.startswith(f"{NOT_SOUND}\nlate.json: an answer of 2999-01-01, and today is ")
    assert run.stderr.endswith(
        ": the clock was wrong here or there; say when the class sat: --on 2026-11-30\n"
    )
    run = log("add", "late.json", "--paper", "tea.json", "--on", "2026-11-29")
    assert run.stdout == "8 answers of 1 student added\n"


def test_a_history_becomes_rows_of_whoever_it_is(log, quizmill, bank, tmp_path):
    quizmill(
        "quiz",
        "--bank",
        bank,
        "--plain",
        "--id",
        "tea-plant",
        "--seed",
        "1",
        typed="a\n\n",
        QUIZMILL_HISTORY="h.db",
    )
    quizmill("history", "export", "-o", "h.jsonl", QUIZMILL_HISTORY="h.db")
    unsaid, said_of_lines = log("add", "h.db"), log("add", "h.jsonl")
    run = log("add", "h.db", "--student", "Ann", "--team", "7A")
    again = log("add", "h.jsonl", "--student", " ANN")
    (row,) = rows(log("export"))

    assert (unsaid.returncode, unsaid.stderr) == (
        2,
        "quizmill: h.db: a history does not say whose it is: --student NAME\n",
    )
    assert said_of_lines.stderr == (
        "quizmill: h.jsonl: the export of a history does not say whose it is: --student NAME\n"
    )
    assert run.stdout == "1 answer of 1 student added\n"
    assert again.stdout == "nothing new: all of it is there\n"
    assert "of 1 answer it is not known in which order options stood" in again.stderr
    assert (row["student"], row["team"], row["place"]) == (who(tmp_path, "Ann"), "7A", "practice")
    assert (row["source"], row["kind"], row["number"]) == ("history", "multiple_choice", "1")
    assert (row["chosen"] == "0") == (row["verdict"] == "right")


def test_of_a_history_an_essay_that_nobody_has_marked_is_left_out_and_told(log, quizmill, bank):
    asked = ("--plain", "--mode", "exam", "--id", "tea-essay, ship-name", "--order", "bank")
    quizmill("quiz", "--bank", bank, *asked, typed="cutty sark\nSpeed\n", QUIZMILL_HISTORY="h.db")
    run = log("add", "h.db", "--student", "Ann", "--with-text")

    assert run.stdout == "1 answer of 1 student added\n"
    assert run.stderr == "note: h.db: left out, since nobody has marked it yet: 1 essay\n"
    assert [(row["question"], row["text"]) for row in rows(log("export", "--with-text"))] == [
        ("ship-name", "cutty sark")
    ]


def test_what_an_exam_left_without_an_answer_is_skipped_as_on_paper(log, quizmill, bank, tmp_path):
    asked = ("--plain", "--mode", "exam", "--id", "tea-plant, ship-name", "--order", "bank")
    quizmill("quiz", "--bank", bank, *asked, typed="\ncutty sark\n\n", QUIZMILL_HISTORY="h.db")
    run = log("add", "h.db", "--student", "Ann")
    again = log("add", "h.db", "--student", "Ann")
    (right, skipped) = sorted(rows(log("export")), key=lambda row: row["verdict"])

    assert run.stdout == "2 answers of 1 student added\n"
    assert again.stdout == "nothing new: all of it is there\n"
    assert (right["question"], right["number"]) == ("ship-name", "2")
    assert (skipped["question"], skipped["number"], skipped["verdict"]) == ("tea-plant", "1", "skipped")
    assert (skipped["student"], skipped["paper"]) == (who(tmp_path, "Ann"), right["paper"])
    assert (skipped["earned"], skipped["possible"], skipped["chosen"]) == ("0.0", "1.0", "")


def test_a_choice_of_what_is_not_there_any_more_is_not_known(log, quizmill, bank, tmp_path):
    asked = ("--plain", "--id", "tea-plant", "--seed", "1")
    quizmill("quiz", "--bank", bank, *asked, typed="a\n\n", QUIZMILL_HISTORY="h.db")
    with contextlib.closing(sqlite3.connect(tmp_path / "h.db", isolation_level=None)) as db:
        db.execute("""UPDATE event SET response = '{"type":"Choice","picks":[9]}'""")
    log("add", "h.db", "--student", "Ann")

    assert [row["chosen"] for row in rows(log("export"))] == [""]


def test_a_history_without_anything_in_it_is_told(log, tmp_path):
    with contextlib.closing(sqlite3.connect(tmp_path / "h.db", isolation_level=None)) as db:
        db.execute(f"PRAGMA application_id = {APPLICATION}")
    run = log("add", "h.db", "gone.csv", "--student", "Ann")

    assert (run.returncode, run.stdout) == (3, "")
    assert run.stderr.splitlines()[:2] == [
        NOT_SOUND,
        "gone.csv: this file cannot be read (No such file or directory)",
    ]


def test_what_was_typed_is_kept_and_written_only_where_it_is_asked_for(log, paper, tmp_path):
    fill(tmp_path, paper, {"Ann": {"ship-name": "Titanic"}})
    log("add", "answers.csv", "--paper", "tea.json")
    log("add", "answers.csv", "--paper", "tea.json", "--on", "2026-11-29", "--with-text", "--log", "log")
    log("init", "--log", "words")
    log("add", "answers.csv", "--paper", "tea.json", "--with-text", "--log", "words")

    def texts(*arguments):
        return {row["question"]: row["text"] for row in rows(log("export", *arguments))}

    assert set(texts("--with-text").values()) == set(texts("--log", "words").values()) == {""}
    kept_texts = texts("--log", "words", "--with-text")
    assert (kept_texts["ship-name"], kept_texts["tea-plant"]) == ("Titanic", "")


def test_no_name_stands_in_a_log(log, paper, tmp_path):
    fill(tmp_path, paper, {"Ann": {}, "Cy": {}})
    log("add", "answers.csv", "--paper", "tea.json")
    found = duckdb.sql(f"SELECT * FROM read_parquet('{tmp_path}/log/answers/*.parquet')")

    assert {cell for row in found.fetchall() for cell in row if isinstance(cell, str)} & {
        "Ann",
        "Cy",
    } == set()
    key = (tmp_path / "apart" / "key").read_bytes().split()[-1]
    assert not any(key in path.read_bytes() for path in (tmp_path / "log").rglob("*") if path.is_file())


def test_forgetting_takes_all_of_somebody_out_and_leaves_the_others(log, paper, tmp_path):
    fill(tmp_path, paper, {"Ann": {}, "Bo": {}}, "a.csv")
    fill(tmp_path, paper, {"Cy": {}}, "c.csv")
    log("add", "a.csv", "--paper", "tea.json")
    log("add", "c.csv", "--paper", "tea.json")
    before = rows(log("export"))
    ann, cy = who(tmp_path, "Ann"), who(tmp_path, "Cy")
    run = log("forget", "ann")

    assert (run.returncode, run.stdout, run.stderr) == (0, "8 answers forgotten, in 1 file\n", "")
    assert rows(log("export")) == [row for row in before if row["student"] != ann]
    assert not any(ann.encode() in path.read_bytes() for path in (tmp_path / "log").rglob("*.parquet"))
    by_code = log("forget", "--pseudonym", cy, "--key", "lost")
    assert by_code.stdout == "8 answers forgotten, in 1 file\n"
    again = log("forget", "Ann", "Bo")
    assert (again.returncode, again.stdout) == (3, "8 answers forgotten, in 1 file\n")
    assert again.stderr == (
        "quizmill: Ann: no answer of theirs is here; type the name as the report of `mark` has it: one of "
        "two who are called alike is Ann Lee (7A)\n"
    )
    assert rows(log("export")) == []
    assert log("add", "a.csv", "--paper", "tea.json").stdout == "16 answers of 2 students added\n"


def test_forgetting_wants_to_know_whom(log):
    run = log("forget")

    assert (run.returncode, run.stderr) == (2, "quizmill: say whom to forget: NAME, or --pseudonym CODE\n")


def test_what_is_exported_another_log_of_the_key_takes(log, paper, tmp_path):
    fill(tmp_path, paper, {"Ann": {}, "Bo": {}})
    log("add", "answers.csv", "--paper", "tea.json", "--on", "2026-11-30")
    log("export", "-o", "rows.csv")
    log("export", "-o", "rows.jsonl", "--format", "jsonl")
    batch = next((tmp_path / "log" / "answers").glob("*.parquet"))
    for name in ("rows.csv", "rows.jsonl", batch):
        log("init", "--log", f"from {Path(name).name}")
        run = log("add", name, "--log", f"from {Path(name).name}")
        assert run.stdout == "16 answers of 2 students added\n", run.stderr
        assert rows(log("export", "--log", f"from {Path(name).name}")) == rows(log("export"))
    twice = log("add", "rows.csv", "rows.jsonl", batch, "rows.csv")
    assert twice.stdout == "nothing new: all of it is there\n"
    assert twice.stderr == "note: rows.csv has the same in it as rows.csv, and is left out\n"
    assert log("export", "-o", "rows.csv").returncode == 0
    assert log("export", "-o", "tea.json").stderr == (
        "quizmill: tea.json: this is no export of answers, and would be lost; choose another name\n"
    )


def test_nothing_is_added_unless_every_file_is_sound(log, paper, tmp_path):
    fill(tmp_path, paper, {"Ann": {}})
    bad = [*table([answer(ANN), answer(BO)])]
    bad[2] = tuple("Bo" if cell == BO else cell for cell in bad[2])
    (tmp_path / "bad.csv").write_bytes(as_csv(bad))
    late = answer(answered=32_503_680_000_000)
    (tmp_path / "late.jsonl").write_text(as_line(answer(BO)) + as_line(late))
    (tmp_path / "broken.jsonl").write_text(as_line(answer()) + "{\n")
    (tmp_path / "cut.parquet").write_bytes(batch_of([answer()], "0" * 16).saved()[:-9])
    (tmp_path / "theirs.parquet").write_bytes(batch_of([answer()], "0" * 16).saved())
    (tmp_path / "h.db").write_bytes(b"SQLite format 3\0" + bytes(84))
    names = ["bad.csv", "late.jsonl", "broken.jsonl", "cut.parquet", "theirs.parquet", "h.db"]
    run = log("add", "answers.csv", *names, "--paper", "tea.json")

    own = json.loads((tmp_path / "log" / "log.json").read_text())["key"]
    assert (run.returncode, run.stdout) == (3, "")
    head, bad, late, broken, cut, theirs, sheets = run.stderr.splitlines()
    assert head == NOT_SOUND
    assert bad == "bad.csv:3: the student is to be a pseudonym as `answers export` writes it, never a name"
    assert late.startswith("late.jsonl: an answer of 3000-01-01, and today is ")
    assert late.endswith(": the clock was wrong here or there; set it right there")
    assert broken.startswith("broken.jsonl:2: ")
    assert cut.startswith("cut.parquet: it is damaged (")
    assert theirs == (
        f"theirs.parquet: its pseudonyms are of key {'0' * 16}, and those of the log of key {own}: nobody in "
        "it could be told from others; leave it out"
    )
    assert sheets == 'h.db: this is not a CSV file; save it from the spreadsheet as "CSV UTF-8"'
    assert rows(log("export")) == []


def test_a_table_with_many_faults_tells_the_first(log, tmp_path):
    (tmp_path / "bad.jsonl").write_text("".join(as_line(answer("Ann")) for _ in range(30)))
    told = log("add", "bad.jsonl").stderr.splitlines()

    assert [line.partition(": ")[0] for line in told[1:11]] == [f"bad.jsonl:{n}" for n in range(1, 11)]
    assert told[11:] == ["bad.jsonl: and others"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["answers.csv"],
            "answers.csv: this is no table with the columns of a log, and no history: say to which paper "
            "these answers are: --paper PAPER.json",
        ),
        (
            ["rows.csv", "--paper", "tea.json"],
            "--paper says to which paper sheets or pages are, and none is among the files",
        ),
        (
            ["rows.csv", "--student", "Ann"],
            "--student says whose a history or a collection of Anki's is, and none is among the files; leave "
            "it out",
        ),
    ],
    ids=["no paper", "nothing for a paper", "nothing of a learner"],
)
def test_what_is_not_said_or_said_for_nothing(log, paper, tmp_path, arguments, said):
    fill(tmp_path, paper, {"Ann": {}})
    (tmp_path / "rows.csv").write_bytes(as_csv(table([answer()])))
    run = log("add", *arguments)

    assert (run.returncode, run.stderr) == (2, f"quizmill: {said}\n")


def test_a_key_that_is_lost_or_anothers_is_noticed(log, tmp_path):
    (tmp_path / "rows.csv").write_bytes(as_csv(table([answer()])))
    lost = log("add", "rows.csv", "--key", "gone")
    log("init", "--log", "other", "--key", "other.key")
    (tmp_path / "no.key").write_text("hello")

    def added(key):
        run = log("add", "rows.csv", "--key", key)
        return run.returncode, run.stderr

    ids = [json.loads((tmp_path / name / "log.json").read_text())["key"] for name in ("other", "log")]
    assert (lost.returncode, lost.stderr) == (
        3,
        "quizmill: gone: the key of the log is not here; put it back, or say --key FILE. Without it no name "
        "becomes its pseudonym, and no other key will do\n",
    )
    assert added("other.key") == (
        3,
        f"quizmill: other.key: this is key {ids[0]}, and log is of key {ids[1]}; say --key FILE\n",
    )
    assert added("no.key") == (
        3,
        "quizmill: no.key: this is no key of `quizmill answers init`; name another with --key\n",
    )


def test_a_second_log_may_have_the_same_key_and_no_log_is_begun_twice(log, tmp_path):
    before = (tmp_path / "apart" / "key").read_bytes()
    again = log("init")
    second = log("init", "--log", "second")

    assert (again.returncode, again.stderr) == (
        3,
        "quizmill: log: there is a log already; `quizmill answers add` adds to it\n",
    )
    assert second.stderr == (
        f"note: its key is {tmp_path}/apart/key, which was there; one name has one pseudonym in all logs of "
        "that key\n"
    )
    assert (tmp_path / "apart" / "key").read_bytes() == before
    assert (tmp_path / "apart" / "key").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (None, "log: there is no log here; `quizmill answers init --log log` begins one"),
        (
            '{"quizmill":"answers","version":2,"key":"00"}',
            "log/log.json: the log has version 2; this quizmill reads version 1: update quizmill",
        ),
        (
            '{"quizmill":"paper","version":1,"key":"00"}',
            "log/log.json: this is no log of answers; name another with --log",
        ),
        (
            '{"quizmill":"answers"',
            "log/log.json: this is damaged (Input data was truncated); put back a copy of it",
        ),
    ],
    ids=["none", "newer", "another's", "damaged"],
)
def test_what_is_no_log_is_named_with_what_to_do(log, tmp_path, head, said):
    (tmp_path / "log" / "log.json").unlink()
    if head is not None:
        (tmp_path / "log" / "log.json").write_text(head)
    run = log("export")

    assert (run.returncode, run.stdout, run.stderr) == (3, "", f"quizmill: {said}\n")


def test_what_does_not_belong_into_a_log_stops_it_and_nothing_is_added(log, tmp_path):
    (tmp_path / "rows.csv").write_bytes(as_csv(table([answer()])))
    (tmp_path / "more.csv").write_bytes(as_csv(table([answer(BO)])))
    log("add", "rows.csv")
    folder = tmp_path / "log" / "answers"
    (own,) = folder.glob("*.parquet")

    def told(name, data):
        (folder / name).write_bytes(data)
        found = {command: log(command, *arguments) for command, *arguments in COMMANDS}
        (folder / name).unlink()
        assert {run.returncode for run in found.values()} == {3}
        (said,) = {run.stderr for run in found.values()}
        assert [path.name for path in folder.iterdir()] == [own.name]
        return said

    assert told("x.parquet", b"hello") == (
        "quizmill: log/answers/x.parquet: this is no Parquet file; move it out of the log\n"
    )
    assert told("x.parquet", own.read_bytes()) == (
        f"quizmill: log/answers/x.parquet: the same batch lies here as {own.name}; take one of the two away\n"
    )
    assert told("x.parquet", batch_of([answer()], "0" * 16).saved()) == (
        f"quizmill: log/answers/x.parquet: this batch is of another log (key {'0' * 16}); move it there\n"
    )


COMMANDS = (("add", "more.csv"), ("forget", "--pseudonym", ANN), ("export",))


@pytest.mark.skipif(os.name == "nt", reason="no locks of folders there")
def test_two_that_add_at_once_add_each_answer_once(log, tmp_path, cache):
    students = [f"{number:016x}" for number in range(35)]
    for file in range(2):
        of_each = [answer(student) for student in students[file * 15 : file * 15 + 20]]
        (tmp_path / f"{file}.csv").write_bytes(as_csv(table(of_each)))
    around = environment(cache, QUIZMILL_ANSWERS_KEY=str(tmp_path / "apart" / "key"))
    with ThreadPoolExecutor() as together:
        ended = list(
            together.map(
                lambda file: run_apart(["answers", "add", f"{file}.csv"], "", tmp_path, around), range(2)
            )
        )

    assert sorted(run.stdout for run in ended) == [
        "15 answers of 15 students added; 5 were there\n",
        "20 answers of 20 students added\n",
    ]
    assert sorted(row["student"] for row in rows(log("export"))) == students


def test_without_pyarrow_the_extra_is_named(log, monkeypatch):
    for name in [
        name
        for name in sys.modules
        if name.startswith(("pyarrow", "quizmill.analysis.log", "quizmill.app.answer_"))
    ]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pyarrow", None)

    for command in (["init", "--log", "new"], ["add", "."], ["forget", "Ann"], ["export"]):
        run = log(*command)
        assert (run.returncode, run.stderr) == (
            2,
            "quizmill: to keep a log of answers, pyarrow is needed: pip install 'quizmill[scale]'\n",
        )
