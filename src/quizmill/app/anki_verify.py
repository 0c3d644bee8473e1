"""What the real Anki makes of a deck: it runs in a process of its own, and is asked there."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from quizmill.bank import picture, sound
from quizmill.errors import FileUnusable, QuizmillError


class AnkiAbsent(QuizmillError):
    """The real Anki is not installed, or does not run."""


def judged(deck: Path) -> dict[str, Any]:
    """What is to be said of *deck*; raises FileUnusable for what is no deck, AnkiAbsent without Anki."""
    if not deck.is_file():
        raise FileUnusable(str(deck), "there is no such file")
    with tempfile.TemporaryDirectory() as folder:
        found = _asked(deck, Path(folder))
        found["faults"] += _torn(Path(folder, "collection.media"))
    return found


def _torn(media: Path) -> Iterator[str]:
    """The pictures and sounds that came with the deck and are none."""
    endings = {ending for endings in sound.SUFFIXES.values() for ending in endings}
    for path in sorted(media.iterdir()):
        if path.suffix.lower() in endings and (flaw := sound.flaw(path.name, path.read_bytes())):
            yield f"{path.name}: this sound cannot be played: {flaw}"
        if path.suffix.lower() in picture.SUFFIXES and (flaw := picture.flaw(path.name, path.read_bytes())):
            yield f"{path.name}: this picture cannot be shown: {flaw}"


def _asked(deck: Path, folder: Path) -> dict[str, Any]:
    """What the judge says of *deck*, whose collection is then in *folder*."""
    # -P: a folder called anki where the command runs must not stand in for the library
    command = [sys.executable, "-P", "-m", "quizmill.app.anki_judge", str(deck), str(folder)]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)  # noqa: S603
    try:
        found: dict[str, Any] = json.loads(run.stdout.splitlines()[-1])
    except (ValueError, IndexError):
        last = run.stderr.strip().splitlines()[-1:] or [f"exit code {run.returncode}"]
        raise AnkiAbsent(f"Anki failed on {deck} ({last[0]})") from None
    if "absent" in found:
        raise AnkiAbsent("the real Anki is not installed: pip install 'quizmill[anki]'")
    if "unusable" in found:
        raise FileUnusable(str(deck), f"Anki cannot import this ({found['unusable'].strip()})")
    return found
