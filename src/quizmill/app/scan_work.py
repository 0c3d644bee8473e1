"""One picture read, as a process of its own can do it: from a file to what is on the page."""

from __future__ import annotations

import zipfile
from functools import lru_cache
from pathlib import Path

import msgspec
from msgspec.structs import replace

from quizmill.app.picture_files import PictureFile, opened_picture
from quizmill.classroom.scan.stack import ReadPicture
from quizmill.compose.answer_sheet.code import SheetCode
from quizmill.compose.answer_sheet.layout import Layout

_GONE = "this file cannot be read any more ({error}); copy it again"


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """A page of a file to be read; *index* counts from 0."""

    file: PictureFile
    index: int
    picture: ReadPicture  # as far as it is known before
    layouts: bytes  # see `encoded`
    code: SheetCode | None = None  # whose it is, where a person said so
    uprights: str = ""  # the folder for the straightened page; "" if nobody will look at it


def encoded(layouts: dict[str, tuple[Layout, str]]) -> bytes:
    """The layouts as a job takes them along."""
    return msgspec.msgpack.encode(layouts)


def work(job: Job) -> ReadPicture:
    """The picture with its reading, or with the reason why there is none."""
    from quizmill.classroom.scan.pictures import CannotOpen, one_processor, page_grey
    from quizmill.classroom.scan.reader import read_page

    one_processor()  # there is a process for every other
    try:
        with opened_picture(job.file) as source:
            grey = page_grey(source, job.file.kind, job.index)
    except CannotOpen as error:
        return replace(job.picture, reason=str(error))
    except (OSError, zipfile.BadZipFile, RuntimeError) as error:
        return replace(job.picture, reason=_GONE.format(error=error))
    reading = read_page(grey, _layouts(job.layouts), job.code)
    if job.uprights and reading.upright:
        upright_of(job.uprights, job.picture.digest).write_bytes(reading.upright)
    return replace(job.picture, reading=replace(reading, upright=b""))


def upright_of(folder: str, digest: str) -> Path:
    """The file for the straightened page of that picture."""
    return Path(folder) / f"{digest}.jpg"


@lru_cache(maxsize=1)
def _layouts(data: bytes) -> dict[str, tuple[Layout, str]]:
    return msgspec.msgpack.decode(data, type=dict[str, tuple[Layout, str]])
