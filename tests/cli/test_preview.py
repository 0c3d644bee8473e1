"""`quizmill preview`: from its address to Ctrl-C."""

from __future__ import annotations

import http.client
import re
import signal
import socket
import subprocess
import sys
import time

import pytest

from commands import environment
from quizmill.cli.exit_code import ExitCode

PATIENCE = 60  # seconds that a busy machine has
URL = re.compile(r"http://127\.0\.0\.1:(\d+)(/[\w-]+/)\n")


@pytest.fixture
def started(tmp_path, cache):
    """Starts the command in a process of its own, and gives it with its port and the path of its page."""
    running = []

    def start(*arguments: str, **env: str):
        command = [sys.executable, "-m", "quizmill", "preview", "--no-open", *arguments]
        process = subprocess.Popen(
            command,
            cwd=tmp_path,
            env=environment(cache, **env),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        running.append(process)
        found = URL.fullmatch(process.stdout.readline())
        return process, int(found[1]), found[2]

    yield start
    for process in running:
        process.kill()
        process.communicate()


@pytest.mark.usefixtures("bank")
def test_ctrl_c_ends_it_at_once_and_nothing_was_written(started, tmp_path, cache):
    before = sorted(tmp_path.rglob("*")), sorted(cache.rglob("*"))
    process, port, path = started("--bank", "question_bank", "--port", "0")
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.request("GET", f"{path}changes")  # somebody still listens
    assert connection.getresponse().status == 200
    began = time.monotonic()
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=PATIENCE)

    assert time.monotonic() - began < PATIENCE / 2
    assert process.returncode == ExitCode.INTERRUPTED
    assert told == "note: open this address in a browser; Ctrl-C ends the preview\n\n"
    assert (sorted(tmp_path.rglob("*")), sorted(cache.rglob("*"))) == before


@pytest.mark.usefixtures("bank")
def test_over_ssh_it_says_how_the_address_gets_there(started):
    process, port, _ = started("--bank", "question_bank", SSH_CONNECTION="10.0.0.1 5 10.0.0.2 22", USER="ann")

    assert process.stderr.readline() == (
        f"note: on the computer you sit at, run `ssh -L {port}:127.0.0.1:{port} ann@10.0.0.2`, and open the "
        "address there\n"
    )


@pytest.mark.usefixtures("bank")
def test_a_port_that_was_named_and_is_taken_is_refused(quizmill):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        run = quizmill("preview", "--bank", "question_bank", "--no-open", "--port", str(port))

    assert run.returncode == ExitCode.USAGE
    assert run.stderr == (
        f"quizmill: --port: {port} cannot be had (Address already in use); name another, or 0 for any that "
        "is free\n"
    )


@pytest.mark.usefixtures("bank")
def test_the_usual_port_gives_way_to_the_next(started):
    first, second = started("--bank", "question_bank")[1], started("--bank", "question_bank")[1]

    assert second > first


def test_without_a_bank_there_is_nothing_to_be_seen(quizmill):
    run = quizmill("preview", "--bank", "nowhere", "--no-open")

    assert (run.returncode, run.stderr) == (
        ExitCode.WORLD,
        "quizmill: nowhere: there is no such folder; `quizmill init` starts a bank\n",
    )


@pytest.mark.usefixtures("bank")
def test_documents_that_are_not_there_are_told(quizmill):
    run = quizmill("preview", "--bank", "question_bank", "--no-open", "--documents", "nowhere")

    assert (run.returncode, run.stderr) == (
        ExitCode.WORLD,
        "quizmill: nowhere: there is no such folder of documents\n",
    )
