"""Playing a bank's sounds: which program, nothing but a sound of the bank, never waiting, silent in time."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from quizmill.app.desktop import has_desktop
from quizmill.app.player import Player, players
from recordings import MP3, OGG, recorded

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the programs here are scripts of a shell")


class Computer:
    """One with the programs that are installed, each of which notes what it is asked to play, and goes on."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.bank, self.programs, self.heard = folder / "bank", folder / "bin", folder / "heard"
        self.opened: list[str] = []
        self.bank.mkdir()
        self.programs.mkdir()
        self.player = Player(self.bank, self.opened.append)
        monkeypatch.setenv("PATH", f"{self.programs}")
        for name in ("DISPLAY", "WAYLAND_DISPLAY"):
            monkeypatch.delenv(name, raising=False)

    def installs(self, *names: str, script: str = "exec /bin/sleep 60") -> None:
        for name in names:
            program = self.programs / name
            program.write_text(f'#!/bin/sh\necho "${{0##*/}} $*" >> {self.heard}\n{script}\n')
            program.chmod(0o755)

    def has(self, file: str, data: bytes) -> str:
        (self.bank / file).parent.mkdir(exist_ok=True)
        (self.bank / file).write_bytes(data)
        return file

    def hears(self) -> list[str]:
        """What the programs were asked for, once they have come to note it."""
        for _ in range(200):
            if self.heard.exists() and self.heard.read_text().endswith("\n"):
                break
            time.sleep(0.02)
        return self.heard.read_text().splitlines()


@pytest.fixture
def computer(tmp_path, monkeypatch):
    computer = Computer(tmp_path, monkeypatch)
    yield computer
    computer.player.stop()


def alive(player: Player) -> bool:
    return player._playing is not None and player._playing.poll() is None


def test_the_best_program_there_is_plays_it_and_nobody_waits(computer):
    computer.installs("mplayer", "mpv", "aplay")
    began = time.monotonic()

    assert computer.player.play(computer.has("sounds/tea.mp3", MP3))
    assert time.monotonic() - began < 5
    assert alive(computer.player)
    assert computer.hears() == [
        "mpv --no-config --no-video --no-terminal --load-scripts=no --ytdl=no "
        f"{computer.bank / 'sounds/tea.mp3'}"
    ]


def test_it_is_silent_when_told_to_and_begins_again_when_asked_again(computer):
    computer.installs("mpv")
    file = computer.has("tea.mp3", MP3)
    computer.player.play(file)
    first = computer.player._playing
    computer.player.play(file)

    assert first.poll() is not None
    assert alive(computer.player)
    computer.player.stop()
    assert not alive(computer.player)
    computer.player.stop()


def test_one_that_does_not_heed_is_ended_all_the_same(computer, monkeypatch):
    monkeypatch.setattr("quizmill.app.player._GRACE", 0.2)
    computer.installs("mpv", script="trap '' TERM\nwhile :; do /bin/sleep 0.1; done")
    computer.player.play(computer.has("tea.mp3", MP3))
    computer.hears()
    playing = computer.player._playing
    computer.player.stop()

    assert playing.poll() is not None


@pytest.mark.parametrize(
    ("installed", "name", "chosen"),
    [
        (("aplay", "paplay"), "tea.wav", "paplay"),
        (("aplay",), "tea.wav", "aplay -q"),
        (("aplay",), "tea.mp3", None),
        (("paplay",), "tea.mp3", None),
        (("mpg123", "ogg123"), "tea.mp3", "mpg123 -q"),
        (("mpg123", "ogg123"), "tea.ogg", "ogg123 -q"),
        (("mpg123", "ogg123"), "tea.opus", None),
        (("afplay",), "tea.m4a", "afplay"),
        (("afplay",), "tea.ogg", None),
        (("ffplay",), "tea.opus", "ffplay -nodisp -autoexit -loglevel quiet -protocol_whitelist file"),
        ((), "tea.mp3", None),
    ],
)
def test_a_program_is_asked_only_for_what_it_plays(computer, installed, name, chosen):
    computer.installs(*installed)
    played = computer.player.play(computer.has(name, recorded(name)))

    assert played == (chosen is not None)
    assert not chosen or computer.hears() == [f"{chosen} {computer.bank / name}"]


@pytest.mark.parametrize(
    ("file", "data"),
    [
        ("gone.mp3", None),
        ("list.mp3", b"#EXTM3U\nhttp://example.org/track\n"),
        ("page.mp3", b"<html>"),
        ("tea.mp3", OGG),
        ("../outside.mp3", MP3),
        ("nul\0.mp3", None),
    ],
)
def test_nothing_but_a_sound_of_the_bank_is_handed_to_a_program(computer, file, data):
    computer.installs("mpv")
    if data is not None:
        computer.has(file, data)

    assert not computer.player.play(file)
    assert not computer.heard.exists()
    assert computer.opened == []


def test_a_name_that_looks_like_an_option_is_none(computer):
    computer.installs("mpv")
    computer.player.play(computer.has("--script=evil.mp3", MP3))

    assert computer.hears()[0].endswith(f" {computer.bank}/--script=evil.mp3")


def test_the_desktop_is_the_last_resort_where_there_is_one(computer, monkeypatch):
    file = computer.has("tea.mp3", MP3)
    assert not computer.player.play(file)

    monkeypatch.setenv("DISPLAY", ":0")
    assert computer.player.play(file)
    assert computer.opened == [str(computer.bank / "tea.mp3")]


@pytest.mark.parametrize(
    ("environ", "platform", "found"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_where_there_is_a_desktop(environ, platform, found):
    assert has_desktop(environ, platform) is found


def test_all_players_that_are_there_are_found_in_order(computer):
    computer.installs("ffplay", "mpg123", "mpv")

    assert [Path(command[0]).name for command in players("MP3")] == ["mpv", "ffplay", "mpg123"]
