"""The files of a package, by the names that its texts give them."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from pathlib import PurePosixPath

from quizmill.bank.guard import unquoted
from quizmill.formats.media import Pictures

# What stands for the folder of files; Canvas writes the dollars, and others the same escaped.
_BASE = re.compile(
    r"\$IMS[-_]CC[-_]FILE[-_]?BASE\$/?(?:\.\./)*|\$CANVAS_COURSE_REFERENCE\$/file_contents/[^/]*/|^(?:\.{1,2}/)+"
)
_FOLDERS = ("", "web_resources/", "csfiles/home_dir/")


class ShownFiles:
    """Finds what texts show, among the files of a package."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.pictures = Pictures(files)
        self._paths = {path.lower(): path for path in files}
        ends: dict[str, list[str]] = {}
        for path in files:
            ends.setdefault(PurePosixPath(path).name.lower(), []).append(path)
        self._alone = {name: paths[0] for name, paths in ends.items() if len(paths) == 1}

    def named(self, source: str) -> str:
        """The path in the package of what an address in a text means; else the address itself."""
        said = html.unescape(source)
        if said.startswith("data:"):
            return said
        path = _BASE.sub("", unquoted(said.partition("?")[0]))
        for folder in _FOLDERS:
            if found := self._paths.get(f"{folder}{path}".lower()):
                return found
        inside = "://" not in said and not said.startswith("/")
        return self._alone.get(PurePosixPath(path).name.lower(), said) if inside else said
