"""Whatever goes wrong is said in one place, with the right exit code and without a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import samples
from commands import PATIENCE, SOURCES

WRITING = (
    ("anki", "-o", "out.apkg"),
    ("worksheet", "-o", "out"),
    ("flashcards", "-o", "out.pdf"),
    ("build", "-o", "out"),
)


def test_a_missing_bank(quizmill):
    run = quizmill("list", "--bank", "nowhere")

    assert run.returncode == 3
    assert run.stderr == "quizmill: nowhere: there is no such folder; `quizmill init` starts a bank\n"


def test_a_folder_without_a_bank(quizmill, tmp_path):
    assert quizmill("quiz", "--bank", tmp_path).returncode == 3


def test_an_unknown_command_names_the_nearest(quizmill):
    run = quizmill("qiuz")

    assert run.returncode == 2
    assert 'there is no command "qiuz"; did you mean "quiz"?' in run.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--topic", "te"), '--topic: there is no topic "te"; did you mean "tea"?'),
        (("--type", "multiple-choice"), 'did you mean "multiple_choice"?'),
        (("--tag", "plant"), 'did you mean "plants"?'),
        (("--source", "tea-bok"), 'did you mean "tea-book"?'),
        (("-n", "0"), "--count: 0 questions cannot be asked; it must be at least 1"),
        (("--difficulty", "easy", "--type", "essay"), "no question fits the selection"),
    ],
)
def test_a_choice_that_cannot_be_met(quizmill, bank, arguments, said):
    run = quizmill("quiz", "--bank", bank, *arguments)

    assert run.returncode == 2
    assert said in run.stderr
    assert run.stdout == ""


def test_more_questions_than_there_are(quizmill, bank):
    run = quizmill("quiz", "--bank", bank, "-n", "50", "--seed", "1")

    assert run.stderr == "note: 50 questions were asked for; 9 fit, and all of them are used\n"


@pytest.mark.parametrize("command", WRITING, ids=lambda command: command[0])
def test_nothing_is_written_from_a_bank_with_errors(quizmill, place, tmp_path, command):
    samples.write(tmp_path, tea=samples.TOPIC.replace("answer: Cutty Sark", "answr: Cutty Sark"))
    run = quizmill(*command, "--bank", "question_bank")

    assert run.returncode == 1
    assert run.stderr.splitlines()[0].startswith(
        f"question_bank/tea.yaml:{place('answer: Cutty Sark')}: error[unknown-field]"
    )
    assert run.stderr.splitlines()[-1] == "quizmill: the bank has 1 error"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["question_bank", "seeds"]


@pytest.mark.parametrize("command", WRITING, ids=lambda command: command[0])
def test_a_place_that_cannot_be_written(quizmill, bank, tmp_path, command):
    (tmp_path / "file").write_text("not a folder")
    where = str(Path("file") / command[2])
    run = quizmill(command[0], "--bank", bank, "-o", where)

    assert run.returncode == 3
    assert run.stderr.splitlines()[-1].startswith("quizmill: file")
    assert "a part of this path is a file" in run.stderr
    assert (tmp_path / "file").read_text() == "not a folder"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full device")
def test_a_full_disk_behind_standard_output(bank, tmp_path):
    with Path("/dev/full").open("w") as full:
        run = subprocess.run(
            [sys.executable, "-m", "quizmill", "list", "--bank", "question_bank"],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(SOURCES)},
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )

    assert run.returncode == 3
    assert run.stderr.decode().splitlines()[-1] == "quizmill: No space left on device"


@pytest.mark.parametrize("command", ["list", "quiz", "schema"])
def test_a_reader_who_has_enough_is_no_failure(bank, tmp_path, command):
    arguments = [] if command == "schema" else ["--bank", "question_bank"]
    process = subprocess.Popen(
        [sys.executable, "-m", "quizmill", command, *arguments],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(SOURCES)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout
    process.stdout.close()
    assert process.stdin
    process.stdin.close()
    assert process.stderr
    said = process.stderr.read()
    process.stderr.close()

    assert process.wait(PATIENCE) == 0
    assert b"Traceback" not in said
    assert b"Broken pipe" not in said


def test_a_bug_of_ours_is_not_hidden(monkeypatch):
    from quizmill.cli import main

    def broken(*args: object, **kwargs: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(main.quizmill, "main", broken)
    with pytest.raises(ZeroDivisionError):
        main.run([])


def test_a_folder_whose_name_breaks_the_line_writes_no_line_of_its_own(quizmill, tmp_path):
    folder = tmp_path / "a\n::error::b\x1b[31m"
    folder.mkdir()
    (folder / "bank.yaml").write_text("title: [")
    for command in ("check", "list", "anki"):
        run = quizmill(command, "--bank", folder)
        assert not [line for line in (run.stdout + run.stderr).splitlines() if line.startswith("::")]
        assert "\x1b" not in run.stdout + run.stderr
