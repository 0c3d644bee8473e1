"""Handing a deck to an Anki that is running, through its add-on AnkiConnect.

The protocol, version 6: one JSON object is posted, `{"action", "version", "params"}`, and one comes back,
`{"result", "error"}` (https://git.sr.ht/~foosoft/anki-connect). Nothing but this machine is ever asked.
"""

from __future__ import annotations

import http.client
import json
from pathlib import Path
from typing import Any

from quizmill.errors import QuizmillError

_HOST = "127.0.0.1"
_ANSWERS = 5  # seconds until something must have answered the call
_IMPORTS = 600  # seconds that an import may take: a large deck on a slow disk
_LONGEST = 2**20  # bytes of an answer


class NotHandedOver(QuizmillError):
    """Anki did not take the deck; the text says why and what to do."""


def push(deck: Path, port: int, key: str = "") -> None:
    """Have the Anki that listens at *port* import *deck*; *key* is for an AnkiConnect that demands one.

    Raises NotHandedOver when nobody answers, not in time, not to the end, or with an error.
    """
    request: dict[str, Any] = {
        "action": "importPackage",
        "version": 6,
        "params": {"path": str(deck.resolve())},  # Anki knows nothing of our working directory
    }
    answer = _asked(request | ({"key": key} if key else {}), port)
    if answer["error"] is not None:
        raise NotHandedOver(f"Anki did not import {deck}: {answer['error']}")
    if answer["result"] is not True:
        raise NotHandedOver(f"Anki did not import {deck}; open it there with File > Import to see why")


def _asked(request: dict[str, Any], port: int) -> dict[str, Any]:
    connection = _connected(port)
    try:
        connection.sock.settimeout(_IMPORTS)
        connection.request("POST", "/", json.dumps(request), {"Content-Type": "application/json"})
        answer = json.loads(connection.getresponse().read(_LONGEST))
    except TimeoutError as error:
        raise _silent(port) from error
    except OSError as error:  # RemoteDisconnected too, which is both this and an HTTPException
        raise NotHandedOver(
            f"the connection to Anki at port {port} broke, and the import may be half done: see whether Anki "
            "still runs, and import the deck there with File > Import; nothing is imported twice"
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
        raise NotHandedOver(
            f"no Anki listens at port {port} of this computer: start Anki with the add-on AnkiConnect "
            "(2055492159), or import the deck there with File > Import"
        ) from error
    return connection


def _silent(port: int) -> NotHandedOver:
    return NotHandedOver(
        f"Anki at port {port} does not answer; it may be importing still, or wait for a click"
    )


def _stranger(port: int) -> NotHandedOver:
    return NotHandedOver(f"what listens at port {port} is not AnkiConnect; give its port with --port")
