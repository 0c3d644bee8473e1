"""Every command explains itself."""

from __future__ import annotations

import os
import sqlite3

import pytest

from commands import environment, run_on_a_terminal
from quizmill.cli.main import COMMANDS


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_in_which_every_option_is_explained(quizmill, command):
    from click import Context, Option

    from quizmill.cli.main import quizmill as group

    run = quizmill(command, "--help")
    found = group.get_command(Context(group), command)

    assert run.returncode == 0
    assert run.stdout.startswith(f"Usage: quizmill {command}")
    assert {"INTEGER", "FLOAT"}.isdisjoint(run.stdout.split())  # words of programmers
    assert found is not None
    assert found.help
    assert [option.name for option in found.params if isinstance(option, Option) and not option.help] == []


def test_every_option_is_called_in_the_environment_as_on_the_line():
    """`--deck` of `quizmill anki` is QUIZMILL_ANKI_DECK, or QUIZMILL_DECK where several commands share it."""
    from click import Context, Option

    from quizmill.cli.main import quizmill as group

    strange = []
    context = Context(group, info_name="quizmill", auto_envvar_prefix="QUIZMILL")
    for name in COMMANDS:
        command = group.get_command(context, name)
        for inside in (command, *getattr(command, "commands", {}).values()):
            for option in inside.params:
                if isinstance(option, Option):
                    called = max(option.opts, key=len).removeprefix("--").replace("-", "_")
                    variable = str(option.envvar or option.name)
                    if not f"_{variable}".lower().endswith(f"_{called}"):
                        strange.append((name, called, variable))

    assert strange == []


def test_the_opposites_of_what_chooses_stand_in_one_line_of_the_help(quizmill):
    told = " ".join(quizmill("quiz", "--help").stdout.split())

    assert (
        "--not-topic ID, … Leave out what --topic would choose. Likewise --not-source, --not-type, "
        "--not-importance, --not-difficulty, --not-level, --not-tag, --not-id. Repeatable. --search WORDS"
    ) in told


def test_the_shell_completes_the_opposites_too(quizmill, bank):
    def completed(line: str) -> str:
        words = len(line.split()) - 1
        return quizmill(_QUIZMILL_COMPLETE="bash_complete", COMP_WORDS=line, COMP_CWORD=str(words)).stdout

    assert completed("quizmill quiz --not-t") == "plain,--not-topic\nplain,--not-type\nplain,--not-tag\n"
    assert completed(f"quizmill quiz --bank {bank} --not-tag pl") == "plain,plants\n"
    assert completed(f"quizmill quiz --bank {bank} --source tea") == "plain,tea-book\n"


def test_a_deck_is_named_in_the_environment(quizmill, bank, tmp_path):
    run = quizmill("anki", "--bank", bank, QUIZMILL_ANKI_FORMAT="text", QUIZMILL_ANKI_DECK="Drinks::Tea")

    assert run.returncode == 0
    assert "Drinks::Tea" in (tmp_path / "tea-and-sea.txt").read_text()


def test_the_table_says_what_each_module_says():
    """The help of all commands is written without importing one; it must not drift from theirs."""
    from click import Context

    from quizmill.cli.main import quizmill as group

    for name, (_, summary) in COMMANDS.items():
        found = group.get_command(Context(group), name)
        assert found is not None
        assert found.name == name
        assert (found.help or "").split("\n")[0] == summary


def test_quizmill_alone_shows_its_help(quizmill):
    run = quizmill()

    assert run.returncode == 0
    assert run.stdout == quizmill("--help").stdout
    assert [name for name in COMMANDS if f"\n  {name} " not in run.stdout] == []


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
def test_quizmill_alone_at_a_terminal_begins_todays_review(bank, cache, tmp_path):
    where = {"QUIZMILL_BANK": str(bank), "QUIZMILL_HISTORY": "h.db", "TERM": "dumb"}
    code, seen = run_on_a_terminal([], "Camellia sinensis\n:quit\n", tmp_path, environment(cache, **where))

    assert code == 0
    assert "today's review; `quizmill --help` lists all commands\n" in seen
    assert "From which plant is every true tea made?" in seen
    with sqlite3.connect(tmp_path / "h.db") as db:
        assert db.execute(
            "SELECT place, question, verdict FROM event WHERE question IS NOT NULL"
        ).fetchall() == [("review", "tea-plant", "right")]
    db.close()


def test_there_is_a_version(quizmill):
    run = quizmill("--version")

    assert run.returncode == 0
    assert run.stdout.startswith("quizmill")


def test_the_shell_completes_commands_and_words(quizmill):
    commands = quizmill(_QUIZMILL_COMPLETE="bash_complete", COMP_WORDS="quizmill fl", COMP_CWORD="1")
    kinds = quizmill(
        _QUIZMILL_COMPLETE="bash_complete", COMP_WORDS="quizmill quiz --type multiple", COMP_CWORD="3"
    )

    assert commands.stdout == "plain,flashcards\n"
    assert kinds.stdout == "plain,multiple_choice\nplain,multiple_response\n"
