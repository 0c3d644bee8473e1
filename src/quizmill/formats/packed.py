"""Packages: XML written sign by sign, the files that texts show, an archive that is the same each time."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from html import escape
from pathlib import PurePosixPath

from quizmill.formats.format import Settings

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_MOMENT = (1980, 1, 1, 0, 0, 0)  # of every entry, so that the same paper gives the same bytes
_FOLDER = "files"
_NEVER = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # in XML
_UNSAFE = re.compile(r"[^A-Za-z0-9_.-]+")


def element(name: str, inside: str = "", **attributes: str) -> str:
    """An element with what stands in it, which is XML already."""
    given = "".join(f' {key}="{said(value)}"' for key, value in attributes.items())
    return f"<{name}{given}>{inside}</{name}>" if inside else f"<{name}{given}/>"


def said(text: str) -> str:
    """A text in which nothing is a mark, as XML."""
    return escape(legal(text))


def legal(text: str) -> str:
    """The text with a sign for each character that no XML can hold."""
    return _NEVER.sub("\ufffd", text)


def archive(files: Mapping[str, bytes]) -> bytes:
    """The files in that order, as a zip archive without a time."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        for name, data in files.items():
            package.writestr(zipfile.ZipInfo(name, _MOMENT), data, zipfile.ZIP_DEFLATED)
    return held.getvalue()


class PackedFiles:
    """The files that the texts of one package show, by their paths in it."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._paths: dict[str, str] = {}  # in the package, by the path in the bank
        self.files: dict[str, bytes] = {}
        self.named: set[str] = set()  # of the files, those that were asked for since somebody cleared it

    def path(self, file: str, files: Mapping[str, bytes]) -> str:
        """Where a file of the bank now is in the package; empty where it is not at hand."""
        if file not in files:
            return ""
        if file not in self._paths:
            name = _UNSAFE.sub("-", PurePosixPath(file).name)
            path = f"{_FOLDER}/{name}"
            if path in self.files:
                path = f"{_FOLDER}/{len(self.files)}-{name}"
            self._paths[file] = path
            self.files[path] = files[file]
        self.named.add(self._paths[file])
        return self._paths[file]
