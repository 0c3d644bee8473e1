"""An answer to a request, and what a browser may do with it."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus

import msgspec

Headers = Mapping[str, str]

_NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'"
PLAIN: Headers = {"Content-Security-Policy": f"{_NOTHING}; frame-ancestors 'none'; sandbox"}
SHELL: Headers = {
    "Content-Security-Policy": f"{_NOTHING}; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; frame-src 'self'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
}
FRAMED: Headers = {"Content-Security-Policy": f"{_NOTHING}; frame-ancestors 'self'"}
# What a bank says is shown in a frame that is nobody's: no script there reaches the preview or its addresses.
SANDBOXED: Headers = {
    "Content-Security-Policy": "default-src 'none'; base-uri 'none'; form-action 'none'; "
    "script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src 'self' data:; media-src 'self' data:; "
    "frame-ancestors 'self'; sandbox allow-scripts allow-forms",
}


class Answer(msgspec.Struct, frozen=True):
    """A status, what is sent, and what the browser is told about it."""

    data: bytes
    kind: str
    headers: Headers = msgspec.field(default_factory=lambda: PLAIN)
    status: HTTPStatus = HTTPStatus.OK


def html(text: str, headers: Headers) -> Answer:
    """A page."""
    return Answer(text.encode("utf-8", "replace"), "text/html; charset=utf-8", headers)


def json(value: object) -> Answer:
    """A value for the preview's own script."""
    return Answer(msgspec.json.encode(value), "application/json")


def refused(status: HTTPStatus, why: str) -> Answer:
    """Why there is nothing to be seen, in plain text."""
    return Answer(f"{why}\n".encode(), "text/plain; charset=utf-8", PLAIN, status)


def not_there() -> Answer:
    """That there is nothing under an address."""
    return refused(HTTPStatus.NOT_FOUND, "There is nothing here.")
