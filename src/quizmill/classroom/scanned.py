"""A pupil's answers as they were read from pictures of the answer sheet, and what became of each picture."""

from __future__ import annotations

import msgspec

from quizmill.grade.misread import Fault


class ScannedSheet(msgspec.Struct, frozen=True, kw_only=True):
    """The answers by the question's number; of a doubtful one its guess behind a question mark."""

    paper: str  # the fingerprint of the form
    keys: tuple[str, ...]  # what decisions and tables know its pages by
    name: str  # as the roster has it, or as somebody said; else what the sheet is called
    answers: dict[int, str]
    lacking: dict[int, Fault]  # what is not on the pictures: a page is missing, or it is written in words
    places: dict[int, str]  # the pictures by file and page
    place: str  # that of its first page
    reviewed: frozenset[int] = frozenset()  # numbers of which a person decided what is marked


class PictureAccount(msgspec.Struct, frozen=True, kw_only=True):
    """What a picture counts as, and whose sheet it shows; *page* is 0 in a file that has but one."""

    file: str
    page: int
    fate: str
    sheet: str | None
