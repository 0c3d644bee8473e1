"""Pushing a deck into the Anki of this computer: it is Anki that asks, and the learner who answers."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from quizmill.app.anki_connect import NobodyToAsk, NotHandedOver, ask_to_import
from quizmill.app.desktop import open_file, opener_for
from quizmill.app.talk import Tell
from quizmill.errors import shown

_REFUSED = 3  # seconds in which a desktop says that it has no program for a file


def push(deck: Path, port: int, key: str, tell: Tell) -> None:
    """Have Anki ask whether to import *deck*: through AnkiConnect at *port*, else as a file that is opened.

    *tell* hears what was asked of whom. Nothing here imports, and no setting of Anki changes: how it imports
    is for the learner to say there. Raises NotHandedOver when nobody could be asked.
    """
    name = shown(str(deck))
    try:
        ask_to_import(deck, port, key)
    except NobodyToAsk as nobody:
        opener = opener_for(os.environ, sys.platform)
        if opener is None or not open_file(opener, deck.resolve(), patience=_REFUSED):
            raise NotHandedOver(
                f"{nobody}, and no program here opens {name}: start Anki with the add-on AnkiConnect "
                "(2055492159), or import the deck there with File > Import"
            ) from nobody
        tell(
            f"{nobody}, so {name} was opened as a double click would open it: if decks are Anki's here, it "
            "asks you now whether to import this one"
        )
    else:
        tell(f"Anki asks you now: import {name}, with the options that you choose there")
