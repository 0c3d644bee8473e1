"""Names of decks and tags: plain text in Anki's lists, where nothing in one may hide or turn the others.

A name once given stays in every learner's collection, so what is unseen never gets into one. Joiners are
left: Persian words and emoji are made with them.
"""

from __future__ import annotations

import re

_CONTROLS = "\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff"
_UNSEEN = "\u00ad\u200b\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb"
_TURNS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"

_UNSAFE = re.compile(f"[{_CONTROLS}{_UNSEEN}{_TURNS}]")
_TURN = re.compile(f"[{_TURNS}]")


def harmless(text: str, instead: str) -> str:
    """The text with *instead* for every character that is not seen, or turns the text's direction."""
    return text if text.isprintable() else _UNSAFE.sub(instead, text)


def straight(text: str) -> str:
    """The text without the characters that turn its direction; what they stand beside shows it anyway."""
    return _TURN.sub("", text)
