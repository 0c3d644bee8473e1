"""Pictures of answer sheets on the disk: opened, shared out to the processors, read, and put together."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import signal
import threading
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager

from msgspec.structs import replace

from quizmill.app.picture_files import PictureFile, digest_of, opened_picture
from quizmill.app.scan_work import Job, encoded, work
from quizmill.app.talk import Watch, unwatched
from quizmill.classroom.class_set import ClassSet
from quizmill.classroom.scan.decisions import SheetDecisions, code_said
from quizmill.classroom.scan.stack import ReadPicture
from quizmill.compose.answer_sheet.layout import Layout, restored_layout
from quizmill.errors import BadRequest

_EMPTY = hashlib.sha256().hexdigest()
_FEW = 3  # pictures that are read before another process has begun


def layout_of(made: ClassSet) -> Layout:
    """Where the answers stand on its sheets; raises BadRequest where it has none."""
    if not made.layout:
        raise BadRequest(
            "this paper has no answer sheet, so no pictures can be read; type the answers into a table "
            "(--template FILE), and next time print with `quizmill worksheet --answer-sheet`"
        )
    return restored_layout(made.layout)


def read_pictures(
    files: Sequence[PictureFile],
    made: ClassSet,
    layout: Layout,
    decisions: SheetDecisions,
    *,
    before: Sequence[ReadPicture] = (),
    uprights: str = "",
    watch: Watch = unwatched,
) -> list[ReadPicture]:
    """All pages of the files in their order, but for those that were read *before* as they were then.

    The straightened ones are left in the folder *uprights*. Raises BadRequest where what reads pictures is
    not installed.
    """
    _need_readers()
    layouts = encoded({paper.fingerprint.lower(): (layout, paper.form) for paper in made.papers})
    read = {each.digest: each for each in before}
    pages = list(_pages(files))
    jobs = {
        picture.digest: Job(
            file=file,
            index=index,
            picture=picture,
            layouts=layouts,
            code=code_said(decisions.picture(picture.digest), made),
            uprights=uprights,
        )
        for file, index, picture in pages
        if not picture.reason and picture.digest not in read
    }
    with watch(len(jobs), "Reading") as tick:
        for each in _done(list(jobs.values())):
            read[each.digest] = each
            tick()
    return [picture if picture.reason else _as(picture, read) for _, _, picture in pages]


def _as(picture: ReadPicture, read: Mapping[str, ReadPicture]) -> ReadPicture:
    """With what was read of it, or of a copy of its file."""
    same = read[picture.digest]
    return replace(picture, reading=same.reading, reason=same.reason)


def _need_readers() -> None:
    try:
        from quizmill.classroom.scan import pictures, reader  # noqa: F401  # with the libraries they need
    except ImportError as error:
        raise BadRequest(
            f"to read pictures of answer sheets, {error.name or 'a package'} is needed: "
            "pip install 'quizmill[scan]'"
        ) from error


def _pages(files: Sequence[PictureFile]) -> Iterator[tuple[PictureFile, int, ReadPicture]]:
    """Each page with its index, before it is read; a file that cannot be opened once, with the reason."""
    from quizmill.classroom.scan.pictures import CannotOpen, page_count

    for file in files:
        try:
            whole = digest_of(file)
            if whole == _EMPTY:
                raise CannotOpen("this file is empty; copy it again")
            with opened_picture(file) as source:
                count = page_count(source, file.kind)
        except (CannotOpen, OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
            reason = str(error) if isinstance(error, CannotOpen) else f"this file cannot be read ({error})"
            yield file, 0, ReadPicture(digest="", file=file.called, reason=reason)
            continue
        for index in range(count):
            digest = hashlib.sha256(f"{whole} {index}".encode()).hexdigest()[:16]
            page = index + 1 if count > 1 else 0
            yield file, index, ReadPicture(digest=digest, file=file.called, page=page)


def _done(jobs: Sequence[Job]) -> Iterator[ReadPicture]:
    workers = min(
        len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1, 8
    )
    if workers == 1 or len(jobs) <= _FEW or multiprocessing.current_process().daemon:
        return map(work, jobs)
    return _shared_out(work, jobs, min(workers, len(jobs)))


def _shared_out(do: Callable[[Job], ReadPicture], jobs: Sequence[Job], workers: int) -> Iterator[ReadPicture]:
    """In the order of the jobs; when somebody breaks off, the processes end with the picture they are at."""
    done = 0
    pool = ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"))
    try:
        with _deaf_to_ctrl_c():
            results = pool.map(do, jobs)
        for result in results:
            done += 1
            yield result
    except BrokenProcessPool:  # one was ended from outside, as for want of memory: on with this one
        yield from map(do, jobs[done:])
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _deaf_to_ctrl_c() -> Iterator[None]:
    """Processes that begin within this leave Ctrl-C to whoever waits for them."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
