"""A large bank is looked at by several processors; a small one is done before another process has begun."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterable, Iterator, Sequence
from multiprocessing.connection import Connection

from quizmill.check import registry
from quizmill.check.finding import Finding, Subject
from quizmill.check.looking import Found, Look

LARGE = 2000  # questions; below, sharing out costs more than it saves

_Sent = list[tuple[str, Subject, Finding]]  # what one look found, by the rule's id


def findings(looks: Sequence[Look], questions: int) -> Iterator[Found]:
    """What all *looks* find, in their order, whoever looked."""
    workers = _processors() if questions >= LARGE else 1
    if workers == 1:
        for look in looks:
            yield from look()
        return
    rules = {rule.ID: rule for rule in registry.rules()}
    for found in _shared_out(looks, workers):
        for id, subject, finding in found:
            yield rules[id], subject, finding


def _shared_out(looks: Sequence[Look], workers: int) -> list[_Sent]:
    """What each look found, when every so-many-th one is left to another process; we do our share."""
    found: list[_Sent] = [[] for _ in looks]
    gc.freeze()  # what is there now stays, and a collection in a fork need not copy it
    try:
        others = [(share, _begin(looks[share::workers])) for share in range(1, workers)]
        found[0::workers] = _found(looks[0::workers])
        for share, connection in others:
            with connection:
                try:
                    found[share::workers] = connection.recv()
                except (EOFError, OSError):  # that process failed or was ended; its trouble is raised here
                    found[share::workers] = _found(looks[share::workers])
    finally:
        gc.unfreeze()
    return found


def _begin(looks: Sequence[Look]) -> Connection:
    """Another process that looks, and where it will send what it found."""
    forking = multiprocessing.get_context("fork")
    ours, theirs = forking.Pipe(duplex=False)
    forking.Process(target=_work, args=(looks, theirs), daemon=True).start()
    theirs.close()
    return ours


def _work(looks: Sequence[Look], connection: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for whoever waits for us; then we end too
    connection.send(_found(looks))


def _found(looks: Iterable[Look]) -> list[_Sent]:
    return [[(rule.ID, subject, finding) for rule, subject, finding in look()] for look in looks]


def _processors() -> int:
    """Those we may use, at most four; 1 where a fork is not safe: only Linux, and no threads beside us."""
    if sys.platform != "linux" or threading.active_count() > 1 or multiprocessing.current_process().daemon:
        return 1
    return min(4, len(os.sched_getaffinity(0)))
