"""What `quizmill init` puts beside a bank for those who share it by git; tried with git itself."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

TEAM = [".gitattributes", ".githooks/pre-commit", ".github/workflows/check.yml"]
SWITCH_ON = "  git config core.hooksPath .githooks    in each clone: stops a commit of a bank with errors\n"


@pytest.fixture
def git(tmp_path: Path, cache: Path):
    """`git …` in the repository tmp_path/repo, with `quizmill` on its path: exit code and words."""
    program = tmp_path / "bin" / "quizmill"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m quizmill "$@"\n')
    program.chmod(0o755)
    repository = tmp_path / "repo"
    repository.mkdir()
    around = {
        "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(Path(__file__).parents[2] / "src"),
        "HOME": str(tmp_path),
        "XDG_CACHE_HOME": str(cache),
    }

    def run(*arguments: str, **env: str) -> tuple[int, str]:
        who = ("-c", "user.name=Ann", "-c", "user.email=ann@example.org")
        done = subprocess.run(
            ["git", *who, *arguments],
            cwd=repository,
            env=around | env,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        return done.returncode, done.stdout + done.stderr

    assert run("init", "-q")[0] == 0
    return run


def written(folder: Path) -> list[str]:
    """The files of a team that are in the folder."""
    return [name for name in TEAM if (folder / name).is_file()]


def test_a_bank_of_its_own_has_all_of_it(quizmill, tmp_path):
    run = quizmill("init", "mine")

    assert written(tmp_path / "mine") == TEAM
    assert "git" not in run.stderr


def test_a_bare_one_has_none_of_it(quizmill, tmp_path):
    quizmill("init", "mine", "--bare")

    assert written(tmp_path / "mine") == []
    assert (tmp_path / "mine/.schemas/topic.json").is_file()


def test_a_fresh_repository_with_its_readme_becomes_a_bank(quizmill, git, tmp_path):
    (tmp_path / "repo/README.md").write_text("mine\n")
    (tmp_path / "repo/LICENSE").write_text("mine\n")
    run = quizmill("init", "repo")

    assert run.returncode == 0
    assert written(tmp_path / "repo") == TEAM
    assert (tmp_path / "repo/README.md").read_text() == "mine\n"
    assert run.stderr == (
        "repo/README.md was there already, and stays as it is\n"
        "\n"
        "This bank works. Next:\n"
        "  quizmill quiz --bank repo     asks what is in it\n"
        "  quizmill check --bank repo    finds what is wrong or weak in it\n"
        f"\nIt lies in a git repository:\n{SWITCH_ON}"
    )


def test_inside_a_repository_nothing_is_written_where_it_does_nothing(quizmill, git, tmp_path):
    run = quizmill("init", "repo/my tea")

    assert written(tmp_path / "repo/my tea") == [".gitattributes"]
    assert written(tmp_path / "repo") == []
    assert run.stderr.endswith(
        "\nIt lies in a git repository:\n  quizmill init --extras 'repo/my tea'    puts a hook and GitHub's "
        "workflow where alone they work, at its root\n"
    )


def test_extras_go_to_the_root_and_name_the_bank(quizmill, git, tmp_path):
    quizmill("init", "repo/my tea", "--bare")
    run = quizmill("init", "--extras", "repo/my tea")
    steps = yaml.safe_load((tmp_path / "repo/.github/workflows/check.yml").read_text())["jobs"]["check"][
        "steps"
    ]

    assert sorted(run.stdout.splitlines()) == sorted(
        [f"{tmp_path}/repo/{TEAM[1]}", f"{tmp_path}/repo/{TEAM[2]}", f"repo/my tea/{TEAM[0]}"]
    )
    assert run.stderr == f"Next:\n{SWITCH_ON}"
    assert [step["run"] for step in steps if "run" in step] == [
        "pip install quizmill",
        "quizmill check --bank 'my tea' --format github\n",
        "quizmill anki --bank 'my tea' --output deck.apkg\n",
    ]


def test_extras_write_over_nothing_but_an_older_schema(quizmill, tmp_path):
    quizmill("init", "mine")
    hook, schema = tmp_path / "mine/.githooks/pre-commit", tmp_path / "mine/.schemas/topic.json"
    hook.write_text("mine\n")
    schema.write_text('{"$schema": "x", "$ref": "y", "$defs": {}}')
    run = quizmill("init", "--extras", "mine")

    assert (run.stdout, hook.read_text()) == ("mine/.schemas/topic.json\n", "mine\n")
    assert run.stderr.startswith("mine/.githooks/pre-commit was there already, and stays as it is\nNext:\n")

    schema.write_text('{"my": "own"}')
    run = quizmill("init", "--extras", "mine")

    assert (run.returncode, run.stderr) == (
        3,
        "quizmill: mine/.schemas/topic.json: this is no JSON Schema of quizmill, and would be lost; choose "
        "another name\n",
    )


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (
            ("--extras", "--bare"),
            2,
            "--extras adds to a bank that there is; leave --example, --empty and --bare out",
        ),
        (("--extras", "none"), 3, "none: there is no bank.yaml in it; `quizmill init` starts a bank"),
    ],
)
def test_extras_of_what_is_no_bank(quizmill, arguments, code, said):
    run = quizmill("init", *arguments)

    assert (run.returncode, run.stderr) == (code, f"quizmill: {said}\n")


def test_the_workflow_is_one_that_may_only_read(quizmill, tmp_path):
    quizmill("init", "mine")
    text = (tmp_path / "mine/.github/workflows/check.yml").read_text()
    workflow = yaml.safe_load(text)
    steps = workflow["jobs"]["check"]["steps"]

    assert workflow["permissions"] == {"contents": "read"}
    assert workflow[True] == {
        "push": {"branches": ["main", "master"]},
        "pull_request": None,
    }  # `on:` to PyYAML
    assert [step["uses"] for step in steps if "uses" in step] == [
        "actions/checkout@v6",
        "actions/setup-python@v6",
        "actions/upload-artifact@v7",
    ]
    assert "${{" not in text


def test_the_commands_of_the_workflow_work(quizmill, tmp_path, monkeypatch):
    quizmill("init", "mine")
    steps = yaml.safe_load((tmp_path / "mine/.github/workflows/check.yml").read_text())["jobs"]["check"][
        "steps"
    ]
    commands = [
        step["run"].replace("--bank .", "--bank mine") for step in steps if "quizmill " in step.get("run", "")
    ]

    assert len(commands) == 2
    for command in commands:
        assert quizmill(*command.split()[1:]).returncode == 0
    assert (tmp_path / "deck.apkg").is_file()


@pytest.fixture
def shared(quizmill, git, tmp_path) -> Path:
    """A topic of a bank in a folder of the repository, committed, with the hook switched on."""
    quizmill("init", "repo/tea")
    quizmill("init", "--extras", "repo/tea")
    assert git("config", "core.hooksPath", ".githooks")[0] == 0
    assert git("add", "-A")[0] == 0
    assert git("commit", "-q", "-m", "first")[0] == 0
    return tmp_path / "repo/tea/moon.yaml"


STOPPED = (
    'tea/moon.yaml:78:11: error[unknown-type] there is no type "esay"\n'
    "  78 |     type: esay\n"
    "     |           ^\n"
    '  help: did you mean "essay"?\n'
    "1 error\n"
    "The commit is stopped: mend the errors, `git add` the files, and commit again.\n"
)


def test_a_bad_question_stops_the_commit(git, shared):
    sound = shared.read_text()
    shared.write_text(sound.replace("type: essay", "type: esay"))

    assert git("commit", "-q", "-a", "-m", "bad") == (1, STOPPED)
    assert git("commit", "-q", "-a", "-m", "bad", "--no-verify") == (0, "")
    assert git("status", "--short") == (0, "")


def test_what_is_committed_counts_not_what_lies_there(git, shared):
    sound = shared.read_text()
    shared.write_text(sound.replace("type: essay", "type: esay"))
    git("add", "-A")
    shared.write_text(sound)

    assert git("commit", "-q", "-m", "bad") == (1, STOPPED)

    shared.write_text(sound + "\n# a note\n")
    git("add", "-A")
    shared.write_text("no bank at all")

    assert git("commit", "-q", "-m", "good") == (0, "")


def test_a_commit_that_touches_no_bank_is_not_looked_at(git, shared, tmp_path):
    (tmp_path / "repo/note.txt").write_text("hello")
    git("add", "note.txt")
    without = "/usr/bin:/bin"

    assert git("commit", "-q", "-m", "a note", PATH=without) == (0, "")

    shared.write_text(shared.read_text() + "# mine\n")

    assert git("commit", "-q", "-a", "-m", "more", PATH=without) == (
        1,
        "The bank is not checked, since there is no quizmill here: pipx install quizmill\n",
    )


def test_texts_have_one_line_end_whoever_writes_them(git, shared, tmp_path):
    document = tmp_path / "repo/tea/documents/moon-notes.txt"
    text = document.read_bytes()
    document.write_bytes(text.replace(b"\n", b"\r\n") + b"More.\r\n")
    git("commit", "-q", "-a", "--no-verify", "-m", "from Windows")
    document.unlink()
    git("checkout", "--", "tea/documents/moon-notes.txt")

    assert document.read_bytes() == text + b"More.\n"
