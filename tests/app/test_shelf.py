"""What is kept on a shelf is there or it is not, and is nobody else's."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from quizmill.app.shelf import Shelf


def test_what_was_kept_last_is_there(tmp_path: Path):
    shelf = Shelf(tmp_path / "new" / "folder")
    assert shelf.get("one") is None

    shelf["one"], shelf["two"] = b"1", b"2"
    shelf["one"] = b"3"

    assert (shelf.get("one"), shelf.get("two")) == (b"3", b"2")
    assert len(list((tmp_path / "new" / "folder").iterdir())) == 2


def test_where_nothing_can_be_kept_nothing_is(tmp_path: Path):
    (tmp_path / "file").write_bytes(b"")
    shelf = Shelf(tmp_path / "file")
    shelf["one"] = b"1"

    assert shelf.get("one") is None


@pytest.mark.skipif(os.name == "nt", reason="the system does not tell who may write")
@pytest.mark.parametrize("writable", ["folder", "file"])
def test_what_others_may_have_written_is_not_believed(tmp_path: Path, writable: str):
    folder = tmp_path / "shelf"
    shelf = Shelf(folder)
    shelf["one"] = b"1"
    (folder if writable == "folder" else next(folder.iterdir())).chmod(0o777)

    assert shelf.get("one") is None
