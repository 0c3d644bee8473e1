"""Sounds from a bank's file to every command that meets them."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from quizmill.app import player
from recordings import MP3, OGG

TOPIC = """\
title: Listening
questions:
  - id: order
    type: short_answer
    prompt: What does she order?
    answer: green tea
    audio: {file: sounds/order.mp3, transcript: "Green *tea*, please.", credit: Ann}
    explanation: She says so.
    allow: {answer-too-long: x, fact-missing: x}
  - id: silent
    type: true_false
    prompt: Peppermint tea is a true tea.
    answer: true
"""


@pytest.fixture
def bank(tmp_path):
    folder = tmp_path / "listening"
    (folder / "sounds").mkdir(parents=True)
    (folder / "bank.yaml").write_text("title: L\nnamespace: listening-test\nreleased: 2026-11-22\n")
    (folder / "listening.yaml").write_text(TOPIC)
    (folder / "sounds" / "order.mp3").write_bytes(MP3)
    return folder


class Program:
    """A player that plays until it is told to stop."""

    def terminate(self) -> None:
        """Stops."""

    def wait(self, seconds: float) -> int:
        """Has stopped."""
        return 0


@pytest.fixture
def started(monkeypatch) -> list[str]:
    """The commands with which the only player of this computer is started."""
    found: list[str] = []

    def start(command: tuple[str, ...]) -> Program:
        found.append(" ".join(command))
        return Program()

    monkeypatch.setattr(player, "players", lambda kind: iter([("mpv", f"--{kind}")]))
    monkeypatch.setattr(player, "_started", start)
    return found


def test_a_pipe_plays_reads_and_answers(quizmill, bank, started):
    run = quizmill(
        "quiz",
        "--bank",
        bank,
        "--plain",
        "--order",
        "bank",
        typed=":play\n:transcript\ngreen tea\n:play\nt\n",
    )

    assert "  [Sound]\nWhat does she order?\n" in run.stdout
    assert "There is a sound: :play plays it, :transcript shows what is said in it.\n" in run.stdout
    assert (
        "> :play\nPlaying; :play begins again.\n> :transcript\nHeard: Green tea, please.\n       Ann\n"
        in (run.stdout)
    )
    assert (
        "Right: 1 of 1 mark.\nHeard: Green tea, please.\n       Ann\n"
        ":more says more, also what the sources say.\n" in run.stdout
    )
    assert "> :play\nThis question has no sound.\n" in run.stdout
    assert started == [f"mpv --MP3 {bank}/sounds/order.mp3"]


def test_where_nothing_plays_it_says_so_and_goes_on(quizmill, bank, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    run = quizmill("quiz", "--bank", bank, "--plain", "--id", "order", typed=":pl\n:t\ngreen tea\n")

    assert "It cannot be played here; :transcript shows what is said in it.\n" in run.stdout
    assert "Right: 1 of 1 mark." in run.stdout


def test_show_has_its_file_its_words_and_whose_it_is(quizmill, bank):
    shown = quizmill("show", "--bank", bank, "order").stdout

    assert "Heard: Green tea, please.\n       Ann\n" in shown
    assert "Sound: sounds/order.mp3\n" in shown


def test_the_list_has_it_as_written(quizmill, bank):
    listed = json.loads(quizmill("list", "--bank", bank, "--format", "json").stdout)

    assert listed[0]["audio"] == {
        "file": "sounds/order.mp3",
        "transcript": "Green *tea*, please.",
        "credit": "Ann",
    }
    assert "audio" not in listed[1]


def test_the_deck_brings_it(quizmill, bank, tmp_path):
    quizmill("anki", "--bank", bank, "-o", tmp_path / "deck.apkg")

    with zipfile.ZipFile(tmp_path / "deck.apkg") as deck:
        assert list(json.loads(deck.read("media")).values()) == [
            "quizmill-d1081d5e97d8f45b6d01a09134517ce6.mp3"
        ]
        assert deck.read("0") == MP3


def test_the_table_says_what_it_cannot_bring(quizmill, bank, tmp_path):
    run = quizmill("anki", "--bank", bank, "--format", "text", "-o", tmp_path / "deck.txt")
    table = (tmp_path / "deck.txt").read_text()

    assert "note: 1 of 2 questions have a sound, which a table cannot bring\n" in run.stderr
    assert "<div>[to be played: sounds/order.mp3]</div>" in table
    assert "<div>What is said: Green <em>tea</em>, please." in table
    assert "[sound:" not in table


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (None, 'error[audio-missing] there is no sound "sounds/order.mp3"'),
        (OGG, "cannot be played: it is an Ogg Vorbis, to be called .ogg or .oga"),
    ],
)
def test_what_is_written_from_a_bank_needs_its_sounds(quizmill, bank, tmp_path, data, told):
    file = bank / "sounds" / "order.mp3"
    file.unlink() if data is None else file.write_bytes(data)
    run = quizmill("anki", "--bank", bank, "-o", tmp_path / "deck.apkg")

    assert run.returncode == 1
    assert "listening.yaml:7:19: error[audio-" in run.stderr
    assert told in run.stderr
    assert not (tmp_path / "deck.apkg").exists()


def test_a_sheet_kept_and_printed_again_still_says_what_to_play(quizmill, bank, tmp_path):
    quizmill("worksheet", "--bank", bank, "-o", tmp_path / "sheet", "--order", "bank")
    kept = json.loads((tmp_path / "sheet.json").read_text())
    before = (tmp_path / "sheet.pdf").read_bytes(), (tmp_path / "sheet-key.pdf").read_bytes()
    (bank / "listening.yaml").unlink()
    for name in ("sheet.pdf", "sheet-key.pdf"):
        Path(tmp_path / name).unlink()
    quizmill("reprint", tmp_path / "sheet.json")

    assert '"transcript":"Green *tea*, please."' in json.dumps(kept, separators=(",", ":"))
    assert ((tmp_path / "sheet.pdf").read_bytes(), (tmp_path / "sheet-key.pdf").read_bytes()) == before
