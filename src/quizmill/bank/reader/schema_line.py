"""The first line of a file, which tells an editor where its schema is."""

from __future__ import annotations

import contextlib
import os
import re
from pathlib import Path

from quizmill.bank.reader.fault import Fault, Place
from quizmill.errors import Severity

_LINE = re.compile(r"# yaml-language-server: \$schema=(?P<file>\S+)")
_UP = re.compile(r"^(?:\.\.?/)+")


def schema_fault(text: str, path: Path) -> Fault | None:
    """The advice for a file at *path* that was moved away from its schema; where the schema lies now."""
    line = _LINE.match(text)
    if not line or "://" in line["file"] or _is_file(path.parent / line["file"]):
        return None
    folder, name = path.parent.absolute(), _UP.sub("", line["file"])
    for above in (folder, *folder.parents):
        if _is_file(above / name):
            right = Path(os.path.relpath(above / name, folder)).as_posix()
            said = f"there is no {line['file']}, so an editor neither checks nor completes this file"
            help = f"write `# yaml-language-server: $schema={right}`"
            place = Place(1, line.start("file") + 1)
            return Fault((), "schema-moved", said, help, place, severity=Severity.ADVICE)
    return None


def _is_file(path: Path) -> bool:
    with contextlib.suppress(OSError):  # a name that is too long for one
        return path.is_file()
    return False
