"""Files are written whole or not at all."""

from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from quizmill.errors import FileUnusable
from quizmill.export.publish import publish


def everything_in(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def failing(monkeypatch, name, error, *, at=1):
    """Let the call number *at* of a method of Path fail, once it has done its work."""
    whole = getattr(Path, name)
    calls = []

    def broken(self, *args, **named):
        calls.append(self)
        result = whole(self, *args, **named)
        if len(calls) == at:
            if name == "open":
                result.close()
            raise error
        return result

    monkeypatch.setattr(Path, name, broken)


def test_files_are_written_and_nothing_else_is_left(tmp_path):
    publish({tmp_path / "a.pdf": b"one", tmp_path / "b.pdf": b"two"})

    assert everything_in(tmp_path) == {"a.pdf": b"one", "b.pdf": b"two"}


def test_missing_folders_are_made(tmp_path):
    publish({tmp_path / "new" / "deep" / "a.pdf": b"one"})

    assert everything_in(tmp_path) == {"new/deep/a.pdf": b"one"}


def test_an_old_file_is_replaced_and_keeps_its_mode(tmp_path):
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    target.chmod(0o640)
    publish({target: b"new"})

    assert everything_in(tmp_path) == {"a.pdf": b"new"}
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_new_file_has_the_mode_that_the_umask_allows(tmp_path):
    before = os.umask(0o027)
    try:
        publish({tmp_path / "a.pdf": b"one"})
    finally:
        os.umask(before)

    assert stat.S_IMODE((tmp_path / "a.pdf").stat().st_mode) == 0o640


def test_a_symbolic_link_goes_on_pointing_to_its_file(tmp_path):
    (tmp_path / "real.pdf").write_bytes(b"old")
    link = tmp_path / "link.pdf"
    link.symlink_to("real.pdf")
    publish({link: b"new"})

    assert link.is_symlink()
    assert (tmp_path / "real.pdf").read_bytes() == b"new"


@pytest.mark.parametrize("at", [1, 2])
@pytest.mark.parametrize("error", [KeyboardInterrupt(), OSError(errno.ENOSPC, "No space left on device")])
@pytest.mark.parametrize("step", ["open", "replace"])
def test_a_failure_anywhere_leaves_every_file_as_it_was(tmp_path, monkeypatch, step, error, at):
    (tmp_path / "a.pdf").write_bytes(b"old")
    with monkeypatch.context() as patch:
        failing(patch, step, error, at=at)
        with pytest.raises((KeyboardInterrupt, FileUnusable)):
            publish({tmp_path / "a.pdf": b"new", tmp_path / "sub" / "b.pdf": b"new"})

    assert everything_in(tmp_path) == {"a.pdf": b"old"}
    assert not (tmp_path / "sub").exists()


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOSPC, "the disk is full; free some space or choose another disk"),
        (errno.EACCES, "there is no permission to write here; choose another folder"),
        (errno.EROFS, "this disk is read-only; choose another folder"),
        (errno.EIO, "it cannot be written (odd)"),
    ],
)
def test_what_the_system_refuses_is_told_in_words(tmp_path, monkeypatch, number, reason):
    failing(monkeypatch, "open", OSError(number, "odd"))
    with pytest.raises(FileUnusable) as refused:
        publish({tmp_path / "a.pdf": b"one"})

    assert str(refused.value) == f"{tmp_path / 'a.pdf'}: {reason}"
    assert refused.value.path == str(tmp_path / "a.pdf")


def test_one_file_is_not_written_twice(tmp_path):
    one, other = tmp_path / "a.txt", tmp_path / "b.txt"
    one.write_bytes(b"old")
    other.symlink_to(one)
    with pytest.raises(FileUnusable) as told:
        publish({one: b"1", other: b"2"})

    assert str(told.value) == f"{other}: this is the same file as {one}; name two files"
    assert one.read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "b.txt"]


def test_a_folder_in_the_way_is_told(tmp_path):
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(FileUnusable, match=r"a\.pdf: this is a folder; name a file in it$"):
        publish({tmp_path / "a.pdf": b"one"})


def test_a_file_in_place_of_a_folder_is_told(tmp_path):
    (tmp_path / "a").write_bytes(b"")
    for path in (tmp_path / "a" / "b.pdf", tmp_path / "a" / "b" / "c.pdf"):
        with pytest.raises(FileUnusable, match=r"a part of this path is a file, not a folder$"):
            publish({path: b"one"})


def test_a_device_is_not_replaced():
    with pytest.raises(
        FileUnusable, match=r"^/dev/null: this is a device or a pipe, not a file; name a file$"
    ):
        publish({Path("/dev/null"): b"one"})


def test_a_name_too_long_for_the_disk_is_told(tmp_path):
    with pytest.raises(FileUnusable, match=r"the name is too long for this disk$"):
        publish({tmp_path / ("a" * 300): b"one"})


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_file_and_a_folder_without_permission_are_told(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"old")
    (tmp_path / "a.pdf").chmod(0o444)
    with pytest.raises(FileUnusable, match=r"this file is read-only; allow writing or choose another name$"):
        publish({tmp_path / "a.pdf": b"new"})
    tmp_path.chmod(0o555)
    with pytest.raises(FileUnusable, match=r"there is no permission to write here; choose another folder$"):
        publish({tmp_path / "b.pdf": b"new"})
    tmp_path.chmod(0o755)


def test_a_run_that_is_killed_leaves_the_old_file_whole(tmp_path):
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    program = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from quizmill.export import publish\n"
        "publish.os.fsync = lambda handle: os.kill(os.getpid(), 9)\n"
        "publish.publish({Path(sys.argv[1]): b'new' * 100000})\n"
    )
    ended = subprocess.run([sys.executable, "-c", program, str(target)], env=os.environ, check=False)

    assert ended.returncode == -signal.SIGKILL
    assert target.read_bytes() == b"old"
