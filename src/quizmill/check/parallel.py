"""The work on a large bank is shared out to several processors; a small one is done before another begins."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Sequence
from multiprocessing.connection import Connection
from typing import TypeVar

from quizmill.cycles import without_search_for_cycles

LARGE = 2000  # questions; below, sharing out costs more than it saves

DoneT = TypeVar("DoneT")


def done(tasks: Sequence[Callable[[], DoneT]], questions: int) -> list[DoneT]:
    """What all *tasks* return, in their order, whoever did them; they look at so many *questions*.

    The tasks know nothing of each other, and what they return can be pickled. What one raises is raised here.
    """
    workers = _processors() if questions >= LARGE else 1
    with without_search_for_cycles():
        return _shared_out(tasks, workers) if workers > 1 else [task() for task in tasks]


def _shared_out(tasks: Sequence[Callable[[], DoneT]], workers: int) -> list[DoneT]:
    """The results, when every so-many-th task is left to another process; we do our share."""
    found: dict[int, DoneT] = {}
    shares = [range(share, len(tasks), workers) for share in range(workers)]
    others = [(share, _begin([tasks[at] for at in share])) for share in shares[1:] if share]
    found.update((at, tasks[at]()) for at in shares[0])
    for share, connection in others:
        with connection:
            try:
                results = connection.recv()
            except (EOFError, OSError):  # that process failed or was ended; its trouble is raised here
                results = [tasks[at]() for at in share]
        found.update(zip(share, results, strict=True))
    return [found[at] for at in range(len(tasks))]


def _begin(tasks: Iterable[Callable[[], object]]) -> Connection:
    """Another process that does the tasks, and where it will send what they return."""
    forking = multiprocessing.get_context("fork")
    ours, theirs = forking.Pipe(duplex=False)
    forking.Process(target=_work, args=(tasks, theirs), daemon=True).start()
    theirs.close()
    return ours


def _work(tasks: Iterable[Callable[[], object]], connection: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for whoever waits for us; then we end too
    connection.send([task() for task in tasks])


def _processors() -> int:
    """Those we may use, at most four; 1 where a fork is not safe: only Linux, and no threads beside us."""
    if sys.platform != "linux" or threading.active_count() > 1 or multiprocessing.current_process().daemon:
        return 1
    return min(4, len(os.sched_getaffinity(0)))
