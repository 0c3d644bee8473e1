"""What is kept on a store is there or it is not, and is nobody else's."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from quizmill.app.store import Store


def test_what_was_kept_last_is_there(tmp_path: Path):
    store = Store(tmp_path / "new" / "folder")
    assert store.get("one") is None

    store["one"], store["two"] = b"1", b"2"
    store["one"] = b"3"

    assert (store.get("one"), store.get("two")) == (b"3", b"2")
    assert len(list((tmp_path / "new" / "folder").iterdir())) == 2


def test_where_nothing_can_be_kept_nothing_is(tmp_path: Path):
    (tmp_path / "file").write_bytes(b"")
    store = Store(tmp_path / "file")
    store["one"] = b"1"

    assert store.get("one") is None


@pytest.mark.skipif(os.name == "nt", reason="the system does not tell who may write")
@pytest.mark.parametrize("writable", ["folder", "file"])
def test_what_others_may_have_written_is_not_believed(tmp_path: Path, writable: str):
    folder = tmp_path / "store"
    store = Store(folder)
    store["one"] = b"1"
    (folder if writable == "folder" else next(folder.iterdir())).chmod(0o777)

    assert store.get("one") is None
