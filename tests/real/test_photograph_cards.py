"""The tool that photographs a deck's cards does, and finds nothing to tell of a sound deck."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from anki_decks import NINE, bank_of, release
from chromium import PROGRAM

pytest.importorskip("anki")

TOOL = Path(__file__).with_name("photograph_cards.py")


@pytest.mark.skipif(PROGRAM is None, reason="no Chromium here: nothing is photographed")
def test_every_card_is_photographed_and_nothing_is_told(tmp_path):
    (tmp_path / "deck.apkg").write_bytes(release(bank_of(*NINE)).data)
    command = [sys.executable, str(TOOL), str(tmp_path / "deck.apkg"), str(tmp_path / "out")]
    run = subprocess.run(
        [*command, "--look", "phone-night", "--singly"], capture_output=True, encoding="utf-8", check=False
    )

    assert (run.returncode, run.stderr) == (0, "")
    pictures = sorted((tmp_path / "out").iterdir())
    assert len(pictures) == 14
    assert {Image.open(io.BytesIO(path.read_bytes())).width for path in pictures} == {2 * (390 + 8)}
