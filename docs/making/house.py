"""The picture of the house: its layers as the contract of its imports has them, and what lives in each."""

from __future__ import annotations

import ast
import re
import textwrap
import tomllib
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import NamedTuple

_ROOT = Path(__file__).parents[2]
_CODE = _ROOT / "src/quizmill"
_WIDTH, _NAME_AT, _TEXT_AT, _LINE = 880, 56, 176, 17  # of the picture, in its own units
_LETTERS = 98  # that a line of what lives there has room for
_PAPER, _INK, _QUIET, _EDGE = "#ffffff", "#1f2328", "#59636e", "#d1d9e0"  # of its own: seen by day and night
_FONT = 'font-family="system-ui, \'Segoe UI\', Helvetica, Arial, sans-serif" font-size="13"'


class _Room(NamedTuple):
    name: str
    lines: list[str]


def house() -> str:
    """An SVG: the layers from above to below, each a box of its rooms."""
    boxes, top = [], 40
    for layer in _layers():
        box, top = _box(layer, top)
        boxes += box
    arrow = f"M26 44V{top - 14}m-5 -8l5 8l5 -8"
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {top}" role="img" {_FONT}>',
            "<title>The house of quizmill: each layer imports only what is below it</title>",
            "<!-- Written by docs/generate.py from the contract of layers in pyproject.toml. -->",
            f'<rect width="{_WIDTH}" height="{top}" rx="8" fill="{_PAPER}"/>',
            f'<text x="16" y="26" fill="{_QUIET}">Each imports only what stands below it; '
            "rooms of one floor know nothing of each other.</text>",
            f'<path d="{arrow}" fill="none" stroke="{_QUIET}" stroke-width="1.5"/>',
            *boxes,
            "</svg>\n",
        ]
    )


def _box(layer: list[_Room], top: int) -> tuple[list[str], int]:
    """A layer drawn from *top*, and where the next begins."""
    texts, line = [], top + _LINE + 2
    for room in layer:
        texts.append(_text(_NAME_AT, line, _INK, room.name, ' font-weight="600"'))
        for said in room.lines:
            texts.append(_text(_TEXT_AT, line, _INK, said))
            line += _LINE
        line += 4
    height = line - top - _LINE + 4
    size = f'width="{_WIDTH - 56}" height="{height}"'
    edge = f'<rect x="44" y="{top}" {size} rx="6" fill="none" stroke="{_EDGE}"/>'
    return [edge, *texts], top + height + 8


def _text(x: int, y: int, colour: str, said: str, more: str = "") -> str:
    return f'<text x="{x}" y="{y}" fill="{colour}"{more}>{escape(said)}</text>'


def _layers() -> Iterator[list[_Room]]:
    settings = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    for layer in next(each["layers"] for each in contracts if each["type"] == "layers"):
        yield [_Room(name, textwrap.wrap(_sentence(name), _LETTERS)) for name in layer.split(" | ")]


def _sentence(name: str) -> str:
    """The first of what the package or module says of itself."""
    path = _CODE / name / "__init__.py"
    text = (path if path.exists() else _CODE / f"{name}.py").read_text(encoding="utf-8")
    said = " ".join((ast.get_docstring(ast.parse(text)) or "").partition("\n\n")[0].split())
    found = re.match(r".*?[.?!](?=\s|$)", said)
    return (found[0] if found else said).replace("`", "")
