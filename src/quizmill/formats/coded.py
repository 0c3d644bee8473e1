"""Rich text as one line of plain text, so that a grammar of lines can read it: each tag is between two signs.

The signs are of Unicode's private use, which no text has any more once it went through `bare`.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable

_OPEN, _CLOSE, _QUOTE = "\ue000", "\ue001", "\ue002"
_PRIVATE = re.compile(f"[{_OPEN}-{_QUOTE}]")
_TAG = re.compile(f"{_OPEN}(?P<end>/?)(?P<name>[^{_CLOSE} ]*)(?P<rest>[^{_CLOSE}]*){_CLOSE}")
TAGS = f"(?:{_OPEN}[^{_CLOSE}]*{_CLOSE})*"  # any number of them, as a pattern
_VOID = ("img",)


def bare(text: str) -> str:
    """A text of a file as it may stand in a coded one."""
    return _PRIVATE.sub("", text)


def tag(name: str, **attributes: str) -> str:
    """A tag that begins something."""
    told = (f' {key}="{bare(value).replace(chr(34), _QUOTE)}"' for key, value in attributes.items())
    return f"{_OPEN}{name}{''.join(told)}{_CLOSE}"


def end(name: str) -> str:
    """The tag that ends it."""
    return f"{_OPEN}/{name}{_CLOSE}"


def within(text: str, names: Iterable[str]) -> str:
    """The text between tags of these *names*."""
    names = tuple(names)
    return "".join(map(tag, names)) + text + "".join(end(name) for name in reversed(names))


def seen(coded: str) -> str:
    """The text without its tags."""
    return _TAG.sub("", coded)


def looks(coded: str) -> frozenset[str]:
    """The tags within which all that is seen stands."""
    shared: set[str] | None = None
    around: list[str] = []
    at = 0
    for found in [*_TAG.finditer(coded), None]:
        text = coded[at : found.start() if found else len(coded)]
        if text.strip() or (found and found["name"] in _VOID):
            shared = set(around) if shared is None else shared & set(around)
        if found:
            at = found.end()
            if not found["end"]:
                around.append(found["name"])
            elif found["name"] in around:
                around.remove(found["name"])
    return frozenset(shared or ())


def without(coded: str, is_dropped: Callable[[str], bool]) -> str:
    """The text without the tags whose names are to be dropped."""
    return _TAG.sub(lambda found: "" if is_dropped(found["name"]) else found[0], coded)


def as_html(coded: str) -> str:
    """The text as HTML."""
    text = html.escape(coded, quote=False)
    for sign, written in ((_OPEN, "<"), (_CLOSE, ">"), (_QUOTE, "&quot;")):
        text = text.replace(sign, written)
    parts = re.split(r"\n{2,}", text)
    whole = "".join(f"<p>{part}</p>" for part in parts) if len(parts) > 1 else text
    return whole.replace("\n", "<br>")
