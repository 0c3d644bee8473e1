"""Completion of a line in a shell, and the command that has a shell do it."""

from __future__ import annotations

from pathlib import Path

import click
import pytest
from click.shell_completion import ShellComplete

from quizmill.app.shell_folders import completion_place
from quizmill.cli.bank_names import NAMES, names_in
from quizmill.cli.completing import named_by
from quizmill.cli.main import COMMANDS, COMPLETE
from quizmill.cli.main import quizmill as program


@pytest.fixture
def offered(quizmill, bank):
    """The words that bash is offered for the last one of a line."""

    def ask(line: str, **env: str) -> list[str]:
        words = line.split(" ")
        told = quizmill(
            _QUIZMILL_COMPLETE="bash_complete", COMP_WORDS=line, COMP_CWORD=str(len(words) - 1), **env
        )
        assert (told.returncode, told.stderr) == (0, "")
        return [each.partition(",")[2] for each in told.stdout.split()]

    return ask


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("quizmill quiz --bank question_bank --topic ", ["tea"]),
        ("quizmill worksheet --bank question_bank --not-id ship-", ["ship-name", "ship-cargo", "ship-year"]),
        ("quizmill list --bank question_bank --source ", ["tea-book"]),
        ("quizmill list --bank=question_bank --tag p", ["plants"]),
        ("quizmill new essay --bank question_bank --fact tea-book/c", ["tea-book/clipper", "tea-book/cargo"]),
        ("quizmill new tr", ["true_false"]),
        ("quizmill new essay --bank question_bank --id ", []),  # a new one
        ("quizmill show --bank question_bank tea-p", ["tea-plant"]),
        ("quizmill read --bank question_bank ", ["tea"]),
        ("quizmill rules key-l", ["key-longest"]),
        ("quizmill check --rule key-l", ["key-longest"]),
        ("quizmill check --format ", ["text", "json", "github"]),
        ("quizmill export mo", ["moodle"]),
        ("quizmill list --type mul", ["multiple_choice", "multiple_response"]),
        ("quizmill quiz --bank nowhere --topic ", []),
        ("quizmill completion z", ["zsh"]),
    ],
)
def test_what_is_offered(offered, line, words):
    assert offered(line) == words


def test_the_bank_may_be_told_in_the_environment(offered):
    assert offered("quizmill quiz --topic ", QUIZMILL_BANK="question_bank") == ["tea"]


@pytest.mark.parametrize("name", COMMANDS)
def test_what_is_offered_without_the_command_is_what_it_would_offer(name, tmp_path, bank, monkeypatch):
    monkeypatch.chdir(tmp_path / bank)
    command = program.imported(name)
    asked = ShellComplete(program, {}, "quizmill", COMPLETE)
    for flag in (f"--{sign}{what}" for what in NAMES for sign in ("", "not-")):
        there = any(flag in each.opts for each in command.params if isinstance(each, click.Option))
        if there and (what := named_by([name, flag])):
            theirs = [item.value for item in asked.get_completions([name, flag], "")]
            assert theirs == list(names_in(tmp_path / bank, what)), flag


@pytest.mark.parametrize(
    ("shell", "place", "news"),
    [
        (
            "bash",
            ".local/share/bash-completion/completions/quizmill",
            "Every new bash completes `quizmill` now. "
            "Without the package bash-completion add to ~/.bashrc: . {}",
        ),
        (
            "zsh",
            ".local/share/zsh/site-functions/_quizmill",
            "To have zsh read it add to ~/.zshrc, above `compinit`: "
            "fpath+=({}/.local/share/zsh/site-functions)",
        ),
        ("fish", ".config/fish/completions/quizmill.fish", "Every new fish completes `quizmill` now."),
    ],
)
def test_it_is_installed_once_where_the_shell_looks(quizmill, tmp_path, shell, place, news):
    path = tmp_path / place
    told = news.format(path if shell == "bash" else tmp_path) + "\n"
    first = quizmill("completion", "--install", HOME=str(tmp_path), SHELL=f"/usr/bin/{shell}")
    script = path.read_text()
    again = quizmill("completion", shell, "--install", HOME=str(tmp_path))

    assert (first.returncode, first.stdout, first.stderr) == (0, f"{path}\n", told)
    assert (again.stdout, again.stderr) == ("", f"{path} is there already\n{told}")
    assert path.read_text() == script == quizmill("completion", shell).stdout
    assert sorted(each.name for each in tmp_path.iterdir()) == [place.partition("/")[0]]


def test_what_somebody_else_has_put_there_stays(quizmill, tmp_path):
    path = tmp_path / ".config/fish/completions/quizmill.fish"
    path.parent.mkdir(parents=True)
    path.write_text("mine\n")
    run = quizmill("completion", "fish", "--install", HOME=str(tmp_path))

    assert (run.returncode, path.read_text()) == (3, "mine\n")
    assert run.stderr == (
        f"quizmill: {path}: this is no completion of quizmill for a shell, and would be lost; "
        "choose another name\n"
    )


def test_a_shell_that_is_not_known_is_asked_for(quizmill):
    run = quizmill("completion", SHELL="/bin/tcsh")

    assert (run.returncode, run.stderr) == (
        2,
        "quizmill: name the shell: `quizmill completion bash | zsh | fish`\n",
    )


def test_folders_that_the_user_has_moved(tmp_path):
    moved = {"HOME": "/h", "XDG_DATA_HOME": "/d", "XDG_CONFIG_HOME": "/c", "BASH_COMPLETION_USER_DIR": "/b"}

    assert [str(completion_place(shell, moved).path) for shell in ("bash", "zsh", "fish")] == [
        "/b/completions/quizmill",
        "/d/zsh/site-functions/_quizmill",
        "/c/fish/completions/quizmill.fish",
    ]


def test_a_folder_of_zsh_that_is_the_users_own(tmp_path, monkeypatch):
    """As Homebrew has it."""
    monkeypatch.setattr("quizmill.app.shell_folders._OF_ZSH", ("/no/such/folder", str(tmp_path)))
    monkeypatch.setattr(Path, "owner", lambda path: "ann")

    assert completion_place("zsh", {"USER": "ann"}).path == tmp_path / "_quizmill"
    assert completion_place("zsh", {"USER": "bob", "HOME": "/h"}).path.parts[:2] == ("/", "h")
