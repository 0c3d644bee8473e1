"""One HTML file from a payload: template, style, script and data, and a policy that forbids it all else."""

from __future__ import annotations

import base64
import hashlib
import pkgutil
from functools import cache

import jinja2

from quizmill.bank.html import printable
from quizmill.export.web.joiner import joined
from quizmill.export.web.packing import packed
from quizmill.export.web.payload import Payload, as_text
from quizmill.grade.accepted.tables import base
from quizmill.words import Words

# By the subtag that begins a language's code; the other scripts of these languages have codes of their own.
_RIGHT_TO_LEFT = frozenset("ar arc ckb dv fa he ks ps sd ug ur yi".split())

_BARE = "body { font-family: system-ui, sans-serif; }"  # until the style is unpacked


_UNREAD = "script/marking/unread.js"


@cache
def script(language: str = "en", *, judges: bool = True) -> str:
    """The page's script for a bank in a *language*, all modules in one.

    Without what reads other languages; unless it *judges* what is typed, without what reads at all.
    """
    left_out = unread(language) if judges else ("judge.js",)
    return joined("main.js", lambda path: _file(_UNREAD if path in left_out else f"script/{path}"))


def unread(language: str) -> tuple[str, ...]:
    """The modules that read nothing of what is written in a language."""
    match base(language):
        case "en":
            return "marking/tongues.js", "marking/numerals.js", "marking/han.js"
        case "zh" | "ja":
            return ("marking/numerals.js",)
        case _:
            return ("marking/han.js",)


def page(payload: Payload, media: dict[str, str], words: Words, *, compressed: bool = True) -> bytes:
    """The page in UTF-8; *media* are its pictures and sounds by name, as data: URLs.

    A page that is not *compressed* is three times as large, and also runs in browsers from before 2023.
    """
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("quizmill.export.web"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    style, data = _file("templates/page.css"), as_text(payload)
    whole = script(payload.language, judges=bool(payload.marking))
    first = _file("script/unpack.js") if compressed else whole
    text = environment.get_template("page.html").render(
        title=printable(payload.title),
        spoken=payload.spoken,
        direction=direction(payload.language),
        style=_BARE if compressed else style,
        packed=packed(style, data, whole) if compressed else "",
        data=data,
        script=first,
        script_hashes=" ".join(map(_hash, (first, whole))),
        media=as_text(media) if media else "",
        needs_script=words("web.needs_script"),
        too_old=words("web.too_old"),
    )
    return text.encode("utf-8", "replace")


def _hash(script: str) -> str:
    """The script's name in the page's policy."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def direction(language: str) -> str:
    """`rtl` for a language that is written from the right, else `ltr`."""
    return "rtl" if language.partition("-")[0].lower() in _RIGHT_TO_LEFT else "ltr"


def _file(name: str) -> str:
    data = pkgutil.get_data("quizmill.export.web", name)
    assert data is not None  # noqa: S101  # the package's own
    return data.decode("utf-8")
