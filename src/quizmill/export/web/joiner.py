"""Puts the modules of `script/` into one classic script, so that a page runs from a file and loads nothing.

Each module becomes a function that is called at once and gives what it exports; it stands behind those it
imports. The modules import by name and export where they declare. What is left out are comments that have
lines of their own.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable

_IMPORT = re.compile(r'^import (?:\{([^}]*)\} from )?"(\.{1,2}/[\w./-]+\.js)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async function|function|class|const)\*? (\w+))", re.MULTILINE)
_LISTED = re.compile(r"^export \{([^}]*)\};\n", re.MULTILINE)
_COMMENT = re.compile(r"^[ \t]*(?:/\*\*?(?:[^*]|\*(?!/))*\*/|//[^\n]*)\n", re.MULTILINE)
_BLANK = re.compile(r"\n{2,}")


class CannotJoin(ValueError):
    """The modules cannot become one script that stands in a page; the message says which and why."""


def joined(entry: str, read: Callable[[str], str]) -> str:
    """The script of the module *entry* and of all it imports; *read* gives a module's text by its path.

    Raises CannotJoin for what has no place in one script.
    """
    parts: dict[str, str] = {}
    _gather(entry, read, parts, ())
    script = '"use strict";\n(() => {\n' + "".join(parts.values()) + "})();\n"
    if "</script" in script.lower() or "<!--" in script:
        raise CannotJoin("a module has the text of a tag that ends or hides a script")
    return script


def _gather(path: str, read: Callable[[str], str], parts: dict[str, str], above: tuple[str, ...]) -> None:
    """Adds the module as a function, behind those of the modules it imports."""
    if path in parts:
        return
    if path in above:
        raise CannotJoin(f"{' imports '.join((*above[above.index(path) :], path))}")
    text = _COMMENT.sub("", read(path))
    for found in _IMPORT.finditer(text):
        _gather(_named_in(path, found[2]), read, parts, (*above, path))
    parts[path] = _as_function(path, text)


def _as_function(path: str, text: str) -> str:
    def taken(found: re.Match[str]) -> str:
        names = re.sub(r"\s+as\s+", ": ", " ".join((found[1] or "").split()).rstrip(","))
        return f"const {{ {names} }} = {_variable(_named_in(path, found[2]))};\n" if names else ""

    listed = [name for found in _LISTED.finditer(text) for name in re.findall(r"\w+", found[1])]
    given = ", ".join([*_EXPORT.findall(text), *listed])
    body = _IMPORT.sub(taken, _EXPORT.sub("", _LISTED.sub("", text)))
    if re.search(r"^(?:import|export)\b", body, re.MULTILINE):
        raise CannotJoin(f"{path} imports or exports in a way that is not known here")
    body = _BLANK.sub("\n", body).lstrip("\n")
    return f"const {_variable(path)} = (() => {{\n{body}return {{ {given} }};\n}})();\n"


def _named_in(path: str, other: str) -> str:
    """The path of the module that the one at *path* calls *other*."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), other))


def _variable(path: str) -> str:
    return "$" + re.sub(r"\W", "_", path.removesuffix(".js"))
