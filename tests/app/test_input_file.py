"""A file that somebody names is read as far as such a file can go."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quizmill.app import input_file
from quizmill.app.input_file import read_input
from quizmill.errors import FileUnusable


def test_a_file_is_read_whole(tmp_path):
    (tmp_path / "a").write_bytes(b"name\nAnn\n")

    assert read_input(tmp_path / "a", "roster") == b"name\nAnn\n"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no endless file here")
def test_what_does_not_end_is_not_read_to_its_end(monkeypatch):
    monkeypatch.setattr(input_file, "_LARGEST", 2**20)
    with pytest.raises(FileUnusable, match=r"^/dev/zero: this roster has more than 1 MB; name another file$"):
        read_input(Path("/dev/zero"), "roster")


def test_what_is_not_there_is_told(tmp_path):
    said = f"{tmp_path / 'a'}: this paper cannot be read (No such file or directory)"
    with pytest.raises(FileUnusable, match=f"^{re.escape(said)}$"):
        read_input(tmp_path / "a", "paper")
