"""Small sounds as other programs wrote them, for the tests: `tests/sounds/README.md` says which."""

from __future__ import annotations

from pathlib import Path

_FOLDER = Path(__file__).parent / "sounds"

MP3 = (_FOLDER / "tea.mp3").read_bytes()
OGG = (_FOLDER / "tea.ogg").read_bytes()


def recorded(name: str) -> bytes:
    """The bytes of one of them."""
    return (_FOLDER / name).read_bytes()
