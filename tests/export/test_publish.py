"""Files are written whole or not at all."""

from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path

import msgspec
import pytest

from quizmill.errors import FileUnusable
from quizmill.export import journal
from quizmill.export.publish import Kind, Product, publish

CLOCK = time.time
ANY = Kind("file", lambda data: True)
POEM = Kind(
    "poem", lambda data: data.startswith(b"O "), lambda old, new: "" if old in new else "a verse is missing"
)


def written(files: dict[Path, bytes]) -> None:
    publish({path: Product(data, ANY) for path, data in files.items()})


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


def let_pass(monkeypatch, seconds):
    """Let the clock of the sweep be ahead by so much."""
    monkeypatch.setattr(time, "time", lambda: CLOCK() + seconds)


def test_files_are_written_and_nothing_else_is_left(tmp_path):
    written({tmp_path / "a.pdf": b"one", tmp_path / "b.pdf": b"two"})

    assert everything_in(tmp_path) == {"a.pdf": b"one", "b.pdf": b"two"}


def test_missing_folders_are_made(tmp_path):
    written({tmp_path / "new" / "deep" / "a.pdf": b"one"})

    assert everything_in(tmp_path) == {"new/deep/a.pdf": b"one"}


def test_an_old_file_is_replaced_and_keeps_its_mode(tmp_path):
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    target.chmod(0o640)
    written({target: b"new"})

    assert everything_in(tmp_path) == {"a.pdf": b"new"}
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_new_file_has_the_mode_that_the_umask_allows(tmp_path):
    before = os.umask(0o027)
    try:
        written({tmp_path / "a.pdf": b"one"})
    finally:
        os.umask(before)

    assert stat.S_IMODE((tmp_path / "a.pdf").stat().st_mode) == 0o640


def test_a_symbolic_link_goes_on_pointing_to_its_file(tmp_path):
    (tmp_path / "real.pdf").write_bytes(b"old")
    link = tmp_path / "link.pdf"
    link.symlink_to("real.pdf")
    written({link: b"new"})

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
            written({tmp_path / "a.pdf": b"new", tmp_path / "sub" / "b.pdf": b"new"})

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
        written({tmp_path / "a.pdf": b"one"})

    assert str(refused.value) == f"{tmp_path / 'a.pdf'}: {reason}"
    assert refused.value.path == str(tmp_path / "a.pdf")


def test_one_file_is_not_written_twice(tmp_path):
    one, other = tmp_path / "a.txt", tmp_path / "b.txt"
    one.write_bytes(b"old")
    other.symlink_to(one)
    with pytest.raises(FileUnusable) as told:
        written({one: b"1", other: b"2"})

    assert str(told.value) == f"{other}: this is the same file as {one}; name two files"
    assert one.read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "b.txt"]


def test_a_folder_in_the_way_is_told(tmp_path):
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(FileUnusable, match=r"a\.pdf: this is a folder; name a file in it$"):
        written({tmp_path / "a.pdf": b"one"})


def test_a_file_in_place_of_a_folder_is_told(tmp_path):
    (tmp_path / "a").write_bytes(b"")
    for path in (tmp_path / "a" / "b.pdf", tmp_path / "a" / "b" / "c.pdf"):
        with pytest.raises(FileUnusable, match=r"a part of this path is a file, not a folder$"):
            written({path: b"one"})


def test_a_device_is_not_replaced():
    with pytest.raises(
        FileUnusable, match=r"^/dev/null: this is a device or a pipe, not a file; name a file$"
    ):
        written({Path("/dev/null"): b"one"})


def test_a_name_too_long_for_the_disk_is_told(tmp_path):
    with pytest.raises(FileUnusable, match=r"the name is too long for this disk$"):
        written({tmp_path / ("a" * 300): b"one"})


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_file_and_a_folder_without_permission_are_told(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"old")
    (tmp_path / "a.pdf").chmod(0o444)
    with pytest.raises(FileUnusable, match=r"this file is read-only; allow writing or choose another name$"):
        written({tmp_path / "a.pdf": b"new"})
    tmp_path.chmod(0o555)
    with pytest.raises(FileUnusable, match=r"there is no permission to write here; choose another folder$"):
        written({tmp_path / "b.pdf": b"new"})
    tmp_path.chmod(0o755)


def test_a_run_that_is_killed_leaves_the_old_file_whole(tmp_path):
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    program = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from quizmill.export.publish import Kind, Product, publish\n"
        "os.fsync = lambda handle: os.kill(os.getpid(), 9)\n"
        "publish({Path(sys.argv[1]): Product(b'new' * 100000, Kind('file', lambda data: True))})\n"
    )
    ended = subprocess.run([sys.executable, "-c", program, str(target)], env=os.environ, check=False)

    assert ended.returncode == -signal.SIGKILL
    assert target.read_bytes() == b"old"


def test_a_file_of_another_kind_is_not_written_over(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"minutes of the staff meeting")
    with pytest.raises(FileUnusable) as told:
        publish({tmp_path / "b.txt": Product(b"new", ANY), tmp_path / "a.txt": Product(b"O rose", POEM)})

    assert str(told.value) == f"{tmp_path / 'a.txt'}: this is no poem, and would be lost; choose another name"
    assert everything_in(tmp_path) == {"a.txt": b"minutes of the staff meeting"}


def test_an_empty_file_may_become_anything(tmp_path):
    (tmp_path / "a.txt").touch()
    publish({tmp_path / "a.txt": Product(b"O rose", POEM)})

    assert everything_in(tmp_path) == {"a.txt": b"O rose"}


@pytest.mark.parametrize("overwrite", [False, True])
def test_what_the_command_has_read_is_not_written_over(tmp_path, overwrite):
    (tmp_path / "a.txt").write_bytes(b"O rose")
    (tmp_path / "link.txt").symlink_to("a.txt")
    with pytest.raises(FileUnusable) as told:
        publish(
            {tmp_path / "link.txt": Product(b"O lily", POEM)}, read=(tmp_path / "a.txt",), overwrite=overwrite
        )

    reason = "this command reads this file, and it would be lost; choose another name"
    assert str(told.value) == f"{tmp_path / 'link.txt'}: {reason}"
    assert (tmp_path / "a.txt").read_bytes() == b"O rose"


def test_what_its_kind_would_miss_goes_only_when_it_is_to_be_overwritten(tmp_path):
    target = tmp_path / "a.txt"
    publish({target: Product(b"O rose", POEM)})
    publish({target: Product(b"O rose, thou art sick", POEM)})
    with pytest.raises(FileUnusable, match=r"a\.txt: a verse is missing$"):
        publish({target: Product(b"O lily", POEM)})
    assert target.read_bytes() == b"O rose, thou art sick"

    publish({target: Product(b"O lily", POEM)}, overwrite=True)
    assert target.read_bytes() == b"O lily"


KILLED_WHILE_RENAMING = """
import os, sys
from pathlib import Path
from quizmill.export.publish import Kind, Product, publish

rename = Path.replace
def renamed_once(self, target):
    rename(self, target)
    os.kill(os.getpid(), 9)
Path.replace = renamed_once
any = Kind("file", lambda data: True)
publish({Path(name): Product(b"new " + name.encode(), any) for name in ("sheet", "key")})
"""


@pytest.fixture
def broken_off(tmp_path):
    """A folder in which a run was killed after it had written one of two."""
    for name in ("sheet", "key"):
        (tmp_path / name).write_bytes(b"old " + name.encode())
    run = subprocess.run(
        [sys.executable, "-c", KILLED_WHILE_RENAMING], cwd=tmp_path, env=os.environ, check=False
    )
    assert run.returncode == -signal.SIGKILL
    assert held(tmp_path) == (b"new sheet", b"old key")
    return tmp_path


def held(folder):
    return tuple((folder / name).read_bytes() for name in ("sheet", "key"))


def test_a_set_that_was_broken_off_is_finished_by_the_next_run_in_that_folder(
    broken_off, tmp_path, monkeypatch
):
    written({tmp_path / "other": b"one"})
    assert held(tmp_path) == (b"new sheet", b"new key")

    let_pass(monkeypatch, 7200)
    written({tmp_path / "other": b"two"})
    assert sorted(everything_in(tmp_path)) == ["key", "other", "sheet"]


@pytest.mark.parametrize("name", ["sheet", "key"])
def test_a_set_is_left_as_it_is_when_a_file_of_it_was_written_since(broken_off, tmp_path, monkeypatch, name):
    (tmp_path / name).write_bytes(b"newer")
    before = held(tmp_path)
    written({tmp_path / "other": b"one"})
    let_pass(monkeypatch, 7200)
    written({tmp_path / "other": b"two"})

    assert held(tmp_path) == before
    assert sorted(everything_in(tmp_path)) == ["key", "other", "sheet"]


def test_a_set_is_not_finished_while_its_program_renames_it(tmp_path):
    fresh = journal.beside(tmp_path / "key")
    fresh.write_bytes(b"new")
    digest = journal.digest(b"new")
    begun = journal.begin([journal.Renaming(str(fresh), str(tmp_path / "key"), "", digest)])
    written({tmp_path / "other": b"one"})

    assert begun.exists()
    assert not (tmp_path / "key").exists()


def test_of_two_runs_in_one_folder_the_second_waits(tmp_path, monkeypatch):
    rename = Path.replace
    halfway, go_on = threading.Event(), threading.Event()

    def pausing_once(self, target):
        rename(self, target)
        if not halfway.is_set():
            halfway.set()
            go_on.wait(10)

    monkeypatch.setattr(Path, "replace", pausing_once)
    one, other = (
        threading.Thread(target=written, args=({tmp_path / name: data for name in ("sheet", "key")},))
        for data in (b"one", b"other")
    )
    one.start()
    assert halfway.wait(10)
    other.start()
    other.join(0.3)
    waits = other.is_alive()
    go_on.set()
    for run in (one, other):
        run.join(10)

    assert waits
    assert everything_in(tmp_path) == {"sheet": b"other", "key": b"other"}


def test_what_somebody_is_writing_now_is_not_swept_away(tmp_path):
    (tmp_path / ".quizmill-0123456789ab.tmp").write_bytes(b"half")
    written({tmp_path / "a": b"one"})

    assert sorted(everything_in(tmp_path)) == [".quizmill-0123456789ab.tmp", "a"]


@pytest.mark.parametrize("other_run", [False, True])
def test_an_old_file_is_put_back_however_long_nobody_has_written_it(tmp_path, monkeypatch, other_run):
    for name in ("a", "b"):
        (tmp_path / name).write_bytes(b"old")
        os.utime(tmp_path / name, (1_000_000_000, 1_000_000_000))
    rename = Path.replace

    def refused_for_b(self, target):
        if other_run:
            journal.sweep(tmp_path)
        if target == tmp_path / "b" and self.read_bytes() == b"new":
            raise OSError(errno.ENOSPC, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", refused_for_b)
    with pytest.raises(FileUnusable, match=r"b: the disk is full"):
        written({tmp_path / "a": b"new", tmp_path / "b": b"new"})

    assert everything_in(tmp_path) == {"a": b"old", "b": b"old"}


def test_a_forged_journal_moves_nothing_from_elsewhere(tmp_path, monkeypatch):
    (tmp_path / "mine").write_bytes(b"mine")
    there = tmp_path / "there"
    there.mkdir()
    (there / ".quizmill-0123456789ab.tmp").write_bytes(b"theirs")
    before, after = journal.digest(b"mine"), journal.digest(b"theirs")
    renamings = (
        journal.Renaming(str(there / ".quizmill-0123456789ab.tmp"), str(tmp_path / "mine"), before, after),
        journal.Renaming(str(tmp_path / "mine"), str(there / "x"), "", before),
    )
    forged = msgspec.json.encode(journal.Journal("elsewhere", 1, renamings))
    (there / ".quizmill-aaaaaaaaaaaa.set").write_bytes(forged)
    (there / ".quizmill-bbbbbbbbbbbb.set").write_text("no journal at all")
    let_pass(monkeypatch, 120)
    written({there / "a": b"one"})

    assert (tmp_path / "mine").read_bytes() == b"mine"
    assert sorted(everything_in(there)) == [".quizmill-0123456789ab.tmp", "a"]
