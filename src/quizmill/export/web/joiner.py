"""Puts the modules of `script/` into one classic script, so that a page runs from a file and loads nothing.

A module comes after those it imports. All share one scope, so no two may call something by the same name; the
modules import by name and export where they declare. What is left out are imports, the word `export`, and
comments that have lines of their own.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator

_IMPORT = re.compile(r'^import (?:\{[^}]*\} from )?"(\.{1,2}/[\w./-]+\.js)";\n', re.MULTILINE)
_RENAMED = re.compile(r"^import \{[^}]* as [^}]*\}", re.MULTILINE)
_EXPORT = re.compile(
    r"^export (?=(?:async )?function\*? |class |const |let )|^export \{[^}]*\};\n", re.MULTILINE
)
_DECLARED = re.compile(r"^(?:(?:async )?function\*?|class|const|let) (\w+)", re.MULTILINE)
_COMMENT = re.compile(r"^[ \t]*(?:/\*\*?(?:[^*]|\*(?!/))*\*/|//[^\n]*)\n", re.MULTILINE)
_BLANK = re.compile(r"\n{2,}")


class CannotJoin(ValueError):
    """The modules cannot share a scope, or would end the page's script; the message says which and why."""


def joined(entry: str, read: Callable[[str], str]) -> str:
    """The script of the module *entry* and of all it imports; *read* gives a module's text by its path.

    Raises CannotJoin for what has no place in one script.
    """
    texts: dict[str, str] = {}
    _gather(entry, read, texts, [])
    declared: dict[str, str] = {}
    for path, text in texts.items():
        for name in _DECLARED.findall(text):
            if name in declared:
                raise CannotJoin(f"{path} and {declared[name]} both declare {name}")
            declared[name] = path
    script = '"use strict";\n(() => {\n' + "".join(texts.values()) + "})();\n"
    if "</script" in script.lower() or "<!--" in script:
        raise CannotJoin("a module has the text of a tag that ends or hides a script")
    return script


def _gather(path: str, read: Callable[[str], str], texts: dict[str, str], above: list[str]) -> None:
    """Adds the module's text behind those of the modules it imports."""
    if path in texts:
        return
    if path in above:
        raise CannotJoin(f"{' imports '.join((*above[above.index(path) :], path))}")
    text = read(path)
    if _RENAMED.search(text):
        raise CannotJoin(f"{path} imports something under another name")
    for other in _imports(path, text):
        _gather(other, read, texts, [*above, path])
    texts[path] = _stripped(path, text)


def _imports(path: str, text: str) -> Iterator[str]:
    folder = posixpath.dirname(path)
    return (posixpath.normpath(posixpath.join(folder, found)) for found in _IMPORT.findall(text))


def _stripped(path: str, text: str) -> str:
    bare = _EXPORT.sub("", _IMPORT.sub("", _COMMENT.sub("", text)))
    if re.search(r"^(?:import|export)\b", bare, re.MULTILINE):
        raise CannotJoin(f"{path} imports or exports in a way that is not known here")
    return _BLANK.sub("\n", bare).lstrip("\n")
