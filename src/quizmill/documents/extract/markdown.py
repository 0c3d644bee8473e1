"""Markdown, as code hosts show it: made into HTML by markdown-it, and read as that."""

from __future__ import annotations

import re

import msgspec

from quizmill.bank import guard
from quizmill.documents.extract import html
from quizmill.documents.extract.dates import day
from quizmill.documents.extract.library import needed
from quizmill.documents.extract.parts import Extracted

_FRONT = re.compile(r"\A\ufeff?(---|\+\+\+)[ \t]*\n(.*?)\n(?:\1|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(
    r"""^([\w-]+)[ \t]*[:=][ \t]*(?:"(.*)"|'(.*)'|(.*?))(?:[ \t]+#.*)?[ \t]*$""", re.MULTILINE
)
_TITLES, _DAYS, _LANGUAGES = ("title",), ("date", "published", "pubdate", "publishdate"), ("lang", "language")


def extract(name: str, data: bytes) -> Extracted:
    """The text of a Markdown file. Raises FileUnusable for what is no text."""
    source = guard.text(data, name)
    front = _FRONT.match(source)
    said = _fields(front[2]) if front else {}
    read = html.extract(name, _as_html(source[front.end() :] if front else source, name))
    return msgspec.structs.replace(
        read,
        title=_first(said, _TITLES) or read.title,
        published=day(_first(said, _DAYS)),
        language=_first(said, _LANGUAGES),
    )


def _as_html(source: str, name: str) -> bytes:
    with needed(name, "Markdown"):
        from markdown_it import MarkdownIt
        from mdit_py_plugins.footnote import footnote_plugin
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).use(footnote_plugin)
    made = parser.render(source)
    return f'<meta charset="utf-8"><body><main>{made}</main></body>'.encode("utf-8", "replace")


def _fields(front: str) -> dict[str, str]:
    """The plain fields of a file's front matter, whether YAML or TOML, by their names in small letters."""
    found = _FIELD.findall(front)
    return {key.lower(): double or single or bare for key, double, single, bare in found}


def _first(fields: dict[str, str], names: tuple[str, ...]) -> str:
    return next((fields[name].strip() for name in names if fields.get(name)), "")
