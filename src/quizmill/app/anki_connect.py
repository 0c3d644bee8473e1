"""Asking an Anki that is running to import a deck, through its add-on AnkiConnect.

The protocol, version 6: one JSON object is posted, `{"action", "version", "params"}`, and one comes back,
`{"result", "error"}` (https://git.sr.ht/~foosoft/anki-connect). Nothing but this machine is ever asked.

It is asked to open its own import dialog (`guiImportFile`). Its `importPackage` would import at once, but
with options of the add-on's, and Anki then keeps these as the learner's own.
"""

from __future__ import annotations

import http.client
import json
from pathlib import Path
from typing import Any

from quizmill.errors import QuizmillError, shown

_HOST = "127.0.0.1"
_ANSWERS = 5  # seconds until something must have answered the call
_OPENS = 60  # seconds that a busy Anki may take to open its dialog
_LONGEST = 2**20  # bytes of an answer
_MEANT = {
    "collection is not available": "no collection is open in it; choose a profile there, and push again",
    "valid api key must be provided": "its AnkiConnect wants a key; set QUIZMILL_ANKI_KEY to it",
}


class NotHandedOver(QuizmillError):
    """Anki was not asked to import the deck; the text says why and what to do."""


class NobodyToAsk(QuizmillError):
    """No AnkiConnect that could ask is there; the text says so, without an advice."""


def ask_to_import(deck: Path, port: int, key: str = "") -> None:
    """Have the Anki that listens at *port* open its import dialog for *deck*; *key* is for one that has one.

    Raises NobodyToAsk when nobody listens there, or an AnkiConnect from before it could ask; NotHandedOver
    when what listens does not answer in time, or with an error.
    """
    # Without a collection the dialog would open over nothing. This search finds no note, and fails then.
    error = _error("findNotes", {"query": "nid:0"}, port, key)
    if error is None:
        path = deck.resolve().as_posix()  # Anki knows nothing of our folder, and AnkiConnect wants slashes
        error = _error("guiImportFile", {"path": path}, port, key)
    if error == "unsupported action":
        raise NobodyToAsk(f"the AnkiConnect at port {port} is too old to open Anki's import dialog")
    if error is not None:
        reason = _MEANT.get(error, error)
        raise NotHandedOver(f"Anki was not asked to import {shown(str(deck))}: {reason}")


def _error(action: str, params: dict[str, Any], port: int, key: str) -> str | None:
    """What AnkiConnect says is wrong with a request; None where it has done what was asked."""
    request = {"action": action, "version": 6, "params": params} | ({"key": key} if key else {})
    error = _answered(request, port)["error"]
    return None if error is None else str(error)


def _answered(request: dict[str, Any], port: int) -> dict[str, Any]:
    connection = _connected(port)
    try:
        connection.sock.settimeout(_OPENS)
        connection.request("POST", "/", json.dumps(request), {"Content-Type": "application/json"})
        answer = json.loads(connection.getresponse().read(_LONGEST))
    except TimeoutError as error:
        raise _silent(port) from error
    except OSError as error:  # RemoteDisconnected too, which is both this and an HTTPException
        raise NotHandedOver(
            f"the connection to Anki at port {port} broke: see whether Anki still runs and asks you, and "
            "push again if it does not; nothing is imported twice"
        ) from error
    except (http.client.HTTPException, ValueError, RecursionError) as error:
        raise _stranger(port) from error
    finally:
        connection.close()
    if not (isinstance(answer, dict) and answer.keys() >= {"result", "error"}):
        raise _stranger(port)
    return answer


def _connected(port: int) -> http.client.HTTPConnection:
    connection = http.client.HTTPConnection(_HOST, port, timeout=_ANSWERS)
    try:
        connection.connect()
    except TimeoutError as error:
        raise _silent(port) from error
    except OSError as error:
        raise NobodyToAsk(f"no AnkiConnect listens at port {port}") from error
    return connection


def _silent(port: int) -> NotHandedOver:
    return NotHandedOver(
        f"Anki at port {port} does not answer; it may be busy or wait for a click: see, and push again"
    )


def _stranger(port: int) -> NotHandedOver:
    return NotHandedOver(f"what listens at port {port} is not AnkiConnect; give its port with --port")
