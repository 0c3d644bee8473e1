"""What tells that files are as they were, without reading them: their size, times and place on the disk."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

_SETTLED = 2.0  # seconds: a file changed so lately could change again without its times showing it

Stamp = tuple[str, int, int, int, int]  # path, size, times of change of content and of anything, inode


def absolute(folders: Iterable[Path]) -> tuple[str, ...]:
    """The folders wherever one stands, in the order of their paths; links stay, since they may be changed."""
    return tuple(sorted(str(folder.absolute()) for folder in folders))


def stamps(folders: Iterable[Path]) -> tuple[Stamp, ...]:
    """The stamps of what in *folders* a bank and its reader are made of. Raises OSError where one is gone."""
    return tuple(
        stamp
        for folder in folders
        for entry in sorted(os.scandir(folder), key=lambda entry: entry.name)
        if (stamp := _stamp(entry))
    )


def stamp_of(path: Path) -> Stamp:
    """The stamp of one file; all zeros when it is not there."""
    try:
        return _stamp_of(str(path), path.stat())
    except (OSError, ValueError):
        return str(path), 0, 0, 0, 0


def are_settled(found: Iterable[Stamp], moment: float) -> bool:
    """Whether a file that is read from that *moment* on cannot change without its times showing it."""
    newest = max((max(changed, touched) for _, _, changed, touched, _ in found), default=0)
    return moment - newest / 1e9 >= _SETTLED


def _stamp(entry: os.DirEntry[str]) -> Stamp | None:
    """The stamp of a file, however its ending is spelt: a topic.YAML is told to be none.

    Of a folder, that it is there, since new ones may hold topics; of a link to one, which nobody looks into,
    when something in it came or went.
    """
    if entry.name.startswith("."):
        return None
    if entry.name.lower().endswith((".yaml", ".yml", ".py")):
        return _stamp_of(entry.path, entry.stat())
    if not entry.is_dir():
        return None
    return _stamp_of(entry.path, entry.stat()) if entry.is_symlink() else (entry.path, 0, 0, 0, entry.inode())


def _stamp_of(path: str, found: os.stat_result) -> Stamp:
    return path, found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino
