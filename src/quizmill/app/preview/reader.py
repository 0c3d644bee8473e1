"""Reads a bank whenever its files change, and judges it afterwards, in a thread of its own."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

from quizmill.app.preview.newest import Newest, findings_of
from quizmill.app.preview.snapshot import Snapshot, snapshot_of, unreadable
from quizmill.bank.load import LoadedBank, load_bank
from quizmill.bank.reader.kept_topics import KeptTopics
from quizmill.bank.stamps import Stamp, stamp_of, stamps
from quizmill.check.cache import Cache
from quizmill.check.checked import files_beside
from quizmill.check.run import check
from quizmill.errors import BankUnreadable, Diagnostic, FileUnusable

_OFTEN = 0.1  # seconds between two looks at the files
_CALM = 0.03  # seconds in which a file that is being written does not change
_FIRST = 0.3  # seconds that those who look have for themselves before the bank is judged

Documents = Callable[[LoadedBank], Path | None]  # the folder that the documents of a bank lie in


class Reader:
    """Keeps *newest* what the bank in *folder* is, until it is stopped."""

    def __init__(self, folder: Path, documents: Documents, newest: Newest, cache: Cache) -> None:
        self._folder = folder
        self._documents = documents
        self._newest = newest
        self._cache = cache
        self._kept = KeptTopics()
        self._stop = threading.Event()
        self._to_judge = threading.Event()
        self._threads = [
            threading.Thread(target=target, name=name, daemon=True)
            for target, name in ((self._watch, "reads the bank"), (self._judge, "judges the bank"))
        ]

    def start(self) -> None:
        """Begin to read."""
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Read no more; what is under way is not waited for."""
        self._stop.set()
        self._to_judge.set()

    def _watch(self) -> None:
        before: tuple[Stamp, ...] | None = None
        while not self._stop.is_set():
            found = self._calm(before)
            if found != before:
                began = time.time_ns()
                self._read()
                now = self._stamps()  # other files may belong to the bank now
                before = now if _are_older(now, began) else found
            self._stop.wait(_OFTEN)

    def _calm(self, before: tuple[Stamp, ...] | None) -> tuple[Stamp, ...]:
        """The stamps of all files, once they stay the same for a moment if they are not as *before*."""
        found = self._stamps()
        while before is not None and found != before and not self._stop.wait(_CALM):
            again = self._stamps()
            if again == found:
                break
            found = again
        return found

    def _stamps(self) -> tuple[Stamp, ...]:
        snapshot = self._newest.snapshot
        folders = snapshot.loaded.folders if snapshot else (self._folder,)
        others = files_beside(snapshot.loaded, self._documents(snapshot.loaded)) if snapshot else ()
        found: list[Stamp] = [stamp_of(path) for path in others]
        for folder in folders:
            try:
                found += stamps((folder,))
            except OSError:
                found.append((str(folder), 0, 0, 0, 0))
        return tuple(found)

    def _read(self) -> None:
        before = self._newest.snapshot
        try:
            self._newest.put(snapshot_of(load_bank(self._folder, self._kept), before))
        except BankUnreadable as error:
            if before is not None:
                self._newest.put(unreadable(before, str(error)))
        self._to_judge.set()

    def _judge(self) -> None:
        while not self._stop.is_set():
            self._to_judge.wait()
            self._to_judge.clear()
            if self._stop.wait(_FIRST):
                return
            snapshot = self._newest.snapshot
            if snapshot is not None:
                self._newest.found(findings_of(snapshot.number, self._found(snapshot)))

    def _found(self, snapshot: Snapshot) -> tuple[Diagnostic, ...]:
        """All findings; where the bank is shown as it was, only what reading it as it is now has found."""
        if not snapshot.is_current:
            return snapshot.found
        try:
            return check(snapshot.loaded, self._documents(snapshot.loaded), self._cache)
        except FileUnusable:  # the documents have gone
            return check(snapshot.loaded, None, self._cache)


def _are_older(found: tuple[Stamp, ...], moment: int) -> bool:
    """Whether nothing has changed since that *moment*, in nanoseconds."""
    return all(max(changed, touched) < moment for _, _, changed, touched, _ in found)
