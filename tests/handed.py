"""What a page hands in, as a test writes it: without a browser, and without the page's own script."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Sequence

STARTED, FINISHED = "2026-11-30T18:00:00Z", "2026-11-30T18:20:30Z"
_STANDARD, _OURS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def file_of(
    paper: str, name: str, answers: Sequence[str], form: str = "", finished: str = FINISHED, **changes: object
) -> bytes:
    """The file of answers; *changes* come after the checksum was made."""
    told = [paper, form, name, STARTED, finished, *(f"{n}={text}" for n, text in enumerate(answers, start=1))]
    record = {
        "quizmill": 1,
        "paper": paper,
        "form": form,
        "name": name,
        "answers": {str(n): text for n, text in enumerate(answers, start=1)},
        "started": STARTED,
        "finished": finished,
        "check": f"{zlib.crc32(chr(31).join(told).encode()):08x}",
    }
    return json.dumps(record | changes, indent=1).encode() + b"\n"


def code_of(
    paper: str, name: str, answers: Sequence[str], form: str = "", version: int = 1, started: int = 1796061600
) -> str:
    """The code to paste into a mail."""
    data = json.dumps([paper, form, name, started, 1796062830, list(answers)]).encode()
    packed = zlib.compress(data, 9, wbits=-zlib.MAX_WBITS)
    signs = base64.b32encode(zlib.crc32(data).to_bytes(4) + packed).decode().rstrip("=")
    signs = signs.translate(str.maketrans(_STANDARD, _OURS))
    groups = [signs[at : at + 5] for at in range(0, len(signs), 5)]
    lines = [" ".join(groups[at : at + 10]) for at in range(0, len(groups), 10)]
    return "\n".join([f"[quizmill {version} {len(signs)}:", *lines]) + "]"
