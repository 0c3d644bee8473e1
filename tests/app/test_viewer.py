"""A picture is opened by the system's program, where the learner sees its screen."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import pytest

import quizmill.app.viewer as viewer
from quizmill.app.viewer import viewer_of
from quizmill.faces.viewing import Viewed

GIF = b"GIF89a" + bytes(7)
CLEAN = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'
EVIL = CLEAN.replace(b"/>", b"><script>x()</script></svg>")

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the program that stands for another is a script")


@pytest.fixture
def opened(tmp_path, monkeypatch):
    """The file that was given to the system's program, once it was."""
    program, told = tmp_path / "opener", tmp_path / "told"
    program.write_text(f'#!/bin/sh\nprintf %s "$1" > {told}.new && mv {told}.new {told}\n')
    program.chmod(0o700)
    monkeypatch.setattr(viewer, "opener_for", lambda environment, platform: str(program))

    def wait() -> Path:
        end = time.monotonic() + 30
        while not told.exists() and time.monotonic() < end:
            time.sleep(0.02)
        return Path(told.read_text())

    return wait


@pytest.mark.parametrize(("name", "data"), [("leaf.gif", GIF), ("leaf.svg", CLEAN)])
def test_the_file_itself_is_opened(tmp_path, opened, name, data):
    (tmp_path / name).write_bytes(data)

    assert viewer_of(tmp_path)(name) == Viewed("opened", str(tmp_path / name))
    assert opened() == (tmp_path / name).resolve()


def test_of_a_drawing_only_what_draws(tmp_path, opened):
    (tmp_path / "leaf.svg").write_bytes(EVIL)

    assert viewer_of(tmp_path)("leaf.svg").outcome == "opened"
    shown = opened()
    assert shown.suffix == ".svg"
    assert b"script" not in shown.read_bytes()
    shutil.rmtree(shown.parent)


@pytest.mark.parametrize(
    ("name", "data"),
    [("leaf.png", b"<html>"), ("leaf.desktop", GIF), ("leaf", GIF), ("leaf.svg", b"<svg/>")],
)
def test_what_might_be_run_instead_of_shown_is_not_opened(tmp_path, name, data):
    (tmp_path / name).write_bytes(data)

    assert viewer_of(tmp_path)(name) == Viewed("here", str(tmp_path / name))


@pytest.mark.parametrize("name", ["leaf.png", "../secret.png", "a\0.png"])
def test_what_is_not_in_the_bank_is_missing(tmp_path, name):
    (tmp_path / "secret.png").write_bytes(GIF)
    folder = tmp_path / "bank"
    folder.mkdir()

    assert viewer_of(folder)(name) == Viewed("missing", str(folder / name))
