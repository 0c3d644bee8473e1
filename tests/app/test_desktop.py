"""A file is opened by the program that the desktop has for it, where somebody sees that desktop."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import pytest

from quizmill.app.desktop import open_file, opener_for

a_script = pytest.mark.skipif(os.name == "nt", reason="the program that stands for another is a script")


@pytest.mark.parametrize(
    ("environment", "platform", "program"),
    [
        ({"DISPLAY": ":0"}, "linux", "xdg-open"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", "xdg-open"),
        ({}, "linux", None),
        ({"DISPLAY": ":10", "SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22"}, "linux", None),
        ({}, "darwin", "open"),
        ({"SSH_TTY": "/dev/pts/1"}, "darwin", None),
        ({}, "win32", "start"),
    ],
)
def test_where_there_is_a_screen_to_show_it_on(monkeypatch, environment, platform, program):
    monkeypatch.setattr(shutil, "which", lambda name: name)

    assert opener_for(environment, platform) == program


@pytest.fixture
def opener(tmp_path):
    """A program that does what it is written to do."""

    def write(body):
        program = tmp_path / "opener"
        program.write_text(f"#!/bin/sh\n{body}\n")
        program.chmod(0o700)
        return str(program)

    return write


@a_script
@pytest.mark.parametrize(("code", "opened"), [(0, True), (3, False)])
def test_an_opener_that_ends_says_whether_it_could(opener, code, opened):
    assert open_file(opener(f"exit {code}"), Path("a.apkg"), patience=30) is opened


@a_script
def test_one_that_stays_has_opened_the_file_and_is_not_waited_for(opener, tmp_path):
    begun = time.monotonic()

    assert open_file(opener(f"sleep 20 & echo $! > {tmp_path}/pid; wait"), Path("a.apkg"), patience=0.2)
    assert time.monotonic() - begun < 15
    os.kill(int((tmp_path / "pid").read_text()), 15)


def test_an_opener_that_is_gone_opens_nothing(tmp_path):
    assert open_file(str(tmp_path / "gone"), Path("a.apkg")) is False
