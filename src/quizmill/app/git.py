"""What files were at a revision, asked of git: it reads its objects, and runs nothing of the repository's."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from quizmill.bank.files import LARGEST
from quizmill.errors import BadRequest, QuizmillError, shown

# A hook's own, which point at another folder or index than the one that is asked about.
_OF_A_HOOK = frozenset("GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE GIT_PREFIX GIT_COMMON_DIR GIT_NAMESPACE".split())
_HARMLESS = {
    "LC_ALL": "C",
    "GIT_ALLOW_PROTOCOL": "none",  # an object that is not here is not fetched
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_LITERAL_PATHSPECS": "1",
}
_FILE = b"100"  # how the mode of one begins; those of links and of other repositories do not
_VERSIONS = 30  # of a file, that are looked at


class GitUnusable(QuizmillError):
    """There is no git, or it does not read this repository."""


class Revision:
    """A commit of the repository that *folder* is in.

    Raises BadRequest when that is in none, or has no such revision; GitUnusable without git.
    """

    def __init__(self, folder: Path, name: str) -> None:
        self._folder = folder
        self.name = name
        self._top = self._found_top()
        self._commit = self._resolved(name)

    def _found_top(self) -> Path:
        asked = self._ask("rev-parse", "--show-toplevel")
        if asked.returncode == 0:
            return Path(os.fsdecode(asked.stdout.removesuffix(b"\n")))
        if b"not a git repository" in asked.stderr:
            raise BadRequest(f"--since: {shown(str(self._folder))} is in no git repository")
        raise _unusable(asked)

    def _resolved(self, name: str) -> str:
        if not name.startswith("-"):  # which no revision does, and an option would
            asked = self._ask("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
            commit = asked.stdout.decode().strip()
            if asked.returncode == 0 and commit.isalnum():  # `^HEAD` is one that is left out
                return commit
        help = "`git log --oneline` lists them"
        if self._ask("rev-parse", "--is-shallow-repository").stdout.strip() == b"true":
            help = "this clone is shallow, and `git fetch --unshallow` brings what it lacks"
        raise BadRequest(f'--since: there is no revision "{name}"; {help}')

    def files(self, folder: Path, suffix: str) -> dict[Path, bytes]:
        """What files with that suffix in *folder* and below held, by path; nothing, if it lies elsewhere."""
        top = self._top.resolve()
        try:
            inside = folder.resolve().relative_to(top).as_posix()
        except (ValueError, RuntimeError):  # it is elsewhere, no path at all, or a link in a circle
            return {}
        wanted = () if inside == "." else (inside,)
        listed = self._read("ls-tree", "-r", "-z", "-l", "--full-tree", self._commit, "--", *wanted)
        objects: dict[Path, bytes] = {}
        for entry in listed.split(b"\0")[:-1]:
            about, _, name = entry.partition(b"\t")
            mode, _, id, size = about.split()
            regular = mode.startswith(_FILE) and size.isdigit() and int(size) <= LARGEST
            if regular and name.endswith(suffix.encode()):
                objects[top / os.fsdecode(name)] = id
        return self._contents(objects)

    def versions(self, name: str) -> list[bytes]:
        """What the file of that *name* in the folder held in its last commits, the latest first."""
        entries = self._read("log", f"-{_VERSIONS}", "--format=", "--raw", "--no-abbrev", "--", name)
        changed = (line.split()[:5] for line in entries.splitlines() if line.startswith(b":"))
        objects = [id for _, mode, _, id, how in changed if mode.startswith(_FILE) and how != b"D"]
        return list(self._contents({Path(str(at)): id for at, id in enumerate(objects)}).values())

    def _contents(self, objects: Mapping[Path, bytes]) -> dict[Path, bytes]:
        answer = self._read("cat-file", "--batch", typed=b"".join(id + b"\n" for id in objects.values()))
        found: dict[Path, bytes] = {}
        at = 0
        for path in objects:
            head_end = answer.index(b"\n", at)
            begin = head_end + 1
            end = begin + int(answer[at:head_end].rsplit(b" ", 1)[1])
            found[path] = answer[begin:end]
            at = end + 1
        return found

    def _read(self, *command: str, typed: bytes = b"") -> bytes:
        asked = self._ask(*command, typed=typed)
        if asked.returncode:
            raise _unusable(asked)
        return asked.stdout

    def _ask(self, *command: str, typed: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        around = {name: value for name, value in os.environ.items() if name not in _OF_A_HOOK} | _HARMLESS
        asked = ["git", "--no-pager", "-C", str(self._folder), *command]
        try:
            return subprocess.run(asked, input=typed, capture_output=True, env=around, check=False)  # noqa: S603
        except OSError as error:
            raise GitUnusable(f"--since: git does not run here ({error.strerror}); install it") from error


def _unusable(asked: subprocess.CompletedProcess[bytes]) -> GitUnusable:
    """Why git gave up, in the one line in which it says so."""
    lines = asked.stderr.decode(errors="replace").splitlines()
    said = next((line for line in lines if line.startswith("fatal: ")), f"exit code {asked.returncode}")
    return GitUnusable(f"--since: git does not read this repository ({said.removeprefix('fatal: ')})")
