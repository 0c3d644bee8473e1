"""Source and names files that lie where topics are: `seeds` does not say that theirs is their folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from quizmill.bank.reader.fault import Fault, Place
from quizmill.bank.reader.tree import Tree
from quizmill.errors import shown

_OF_SEEDS = frozenset(("facts", "document", "names"))  # fields of a source or names file, and of no topic

_SAID = "this is a file of the seeds, and no topic"


def is_of_seeds(tree: dict[str, Tree]) -> bool:
    """Whether these are the fields of a source or names file."""
    return "questions" not in tree and not _OF_SEEDS.isdisjoint(tree)


class Strays(NamedTuple):
    """What was found of seeds among the topics of the bank in *folder*, whose seeds are in *seeds*."""

    folder: Path
    seeds: Path | None  # None when bank.yaml names none, or one that is not there
    files: tuple[Path, ...]

    @property
    def folders(self) -> list[str]:
        """Folders below the bank's own that may be what `seeds` should name, as it would name them."""
        if self.seeds:
            return []
        inside = dict.fromkeys(file.parent for file in self.files if file.parent != self.folder)
        return [each.relative_to(self.folder).as_posix() for each in inside]

    def faults(self) -> Iterator[tuple[Path | None, Fault]]:
        """One for a folder, in bank.yaml (None), else one for each file."""
        for name in self.folders:
            said = f"{shown(name)}/ holds seeds, and `seeds` does not name it"
            help = (
                f"write `seeds: {shown(name)}`; or, for a bank without evidence, delete the folder or move "
                "it elsewhere"
            )
            yield None, Fault(("seeds",), "misplaced-seeds", said, help)
        for file in self.files:
            if self.seeds or file.parent == self.folder:
                yield file, Fault((), "misplaced-seeds", _SAID, self._help(), Place(1, 1))

    def _help(self) -> str:
        if self.seeds:
            return f"move it to {shown(Path(os.path.relpath(self.seeds, self.folder)).as_posix())}"
        return "move it to a folder of its own, such as seeds, and write `seeds: seeds` in bank.yaml"
