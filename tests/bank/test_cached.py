"""A bank kept as a copy: quicker, and never another bank than the one on the disk."""

from __future__ import annotations

import os
import shutil
import sys
import time
from pathlib import Path

import pytest

import samples
from quizmill.bank import cached, stamps
from quizmill.bank.load import load_bank
from quizmill.bank.model import Bank


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    """The sample bank, written a while ago."""
    folder = samples.write(tmp_path)
    for file in (*folder.glob("*.yaml"), *(tmp_path / "seeds").glob("*.yaml")):
        os.utime(file, (1_000_000_000, 1_000_000_000))
    return folder


@pytest.fixture(autouse=True)
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """The files were made just now; act as if that were long ago."""
    monkeypatch.setattr(stamps, "_SETTLED", -1e9)


def keep(bank: Path, cache: Path) -> Bank:
    began = time.time()
    loaded = load_bank(bank)
    cached.keep(bank, loaded.folders, loaded.bank, cache, began)
    return loaded.bank


def test_a_bank_that_did_not_change_is_the_same_from_its_copy(bank: Path, tmp_path: Path):
    read = keep(bank, tmp_path / "cache")

    assert cached.recall(bank, tmp_path / "cache") == read


@pytest.mark.parametrize("file", ["question_bank/tea.yaml", "question_bank/bank.yaml", "seeds/tea-book.yaml"])
def test_a_changed_file_makes_the_copy_worthless_even_with_its_old_size_and_time(
    bank: Path, tmp_path: Path, file: str
):
    keep(bank, tmp_path / "cache")
    path = tmp_path / file
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("e", "a", 1), encoding="utf-8")
    os.utime(path, (1_000_000_000, 1_000_000_000))

    assert cached.recall(bank, tmp_path / "cache") is None


def test_topics_put_in_another_order_make_the_copy_worthless(bank: Path, tmp_path: Path):
    """With the file's old size and time."""
    (bank / "sea.yaml").write_text("title: The sea\n", encoding="utf-8")
    for order in (["tea", "sea"], ["sea", "tea"]):
        text = f"{samples.BANK}order: [{', '.join(order)}]\n"
        (bank / "bank.yaml").write_text(text, encoding="utf-8")
        os.utime(bank / "bank.yaml", (1_000_000_000, 1_000_000_000))
        assert cached.recall(bank, tmp_path / "cache") is None

        read = keep(bank, tmp_path / "cache")
        assert [topic.id for topic in read.topics] == order
        assert cached.recall(bank, tmp_path / "cache") == read


def test_a_file_that_came_or_went_makes_the_copy_worthless(bank: Path, tmp_path: Path):
    keep(bank, tmp_path / "cache")
    new = bank / "zebra.yaml"
    new.write_text("title: Zebras\n", encoding="utf-8")

    assert cached.recall(bank, tmp_path / "cache") is None
    new.unlink()
    assert cached.recall(bank, tmp_path / "cache") is not None


def test_so_does_one_in_a_folder_of_the_bank_and_a_new_folder(bank: Path, tmp_path: Path):
    (bank / "deep" / "er").mkdir(parents=True)
    keep(bank, tmp_path / "cache")
    assert cached.recall(bank, tmp_path / "cache") is not None

    for new in (bank / "deep" / "er" / "t.yaml", bank / "new" / "t.yaml"):
        new.parent.mkdir(exist_ok=True)
        new.write_text("title: T\n", encoding="utf-8")
        assert cached.recall(bank, tmp_path / "cache") is None
        new.unlink()
    (bank / "new").rmdir()
    assert cached.recall(bank, tmp_path / "cache") is not None


@pytest.mark.parametrize("name", ["sea.YAML", "sea.Yml", "sea.yml"])
def test_so_does_one_whose_ending_is_not_read_since_that_is_told(bank: Path, tmp_path: Path, name: str):
    keep(bank, tmp_path / "cache")
    (bank / name).write_text("title: The sea\n", encoding="utf-8")

    assert cached.recall(bank, tmp_path / "cache") is None


def test_so_does_a_folder_whatever_its_name_and_a_topic_behind_a_link(bank: Path, tmp_path: Path):
    (tmp_path / "elsewhere").mkdir()
    (bank / "link").symlink_to(tmp_path / "elsewhere")
    keep(bank, tmp_path / "cache")
    assert cached.recall(bank, tmp_path / "cache") is not None

    (bank / "__sea").mkdir()
    assert cached.recall(bank, tmp_path / "cache") is None
    (bank / "__sea").rmdir()
    assert cached.recall(bank, tmp_path / "cache") is not None
    (tmp_path / "elsewhere" / "sea.yaml").write_text("title: The sea\n", encoding="utf-8")
    assert cached.recall(bank, tmp_path / "cache") is None


def test_so_do_seeds_behind_a_link_that_leads_elsewhere_now(bank: Path, tmp_path: Path):
    link = tmp_path / "seeds"
    link.rename(tmp_path / "seeds-1")
    shutil.copytree(tmp_path / "seeds-1", tmp_path / "seeds-2")
    link.symlink_to("seeds-1")
    keep(bank, tmp_path / "cache")
    assert cached.recall(bank, tmp_path / "cache") is not None

    link.unlink()
    link.symlink_to("seeds-2")
    assert cached.recall(bank, tmp_path / "cache") is None


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a folder's name is text")
def test_of_a_bank_in_a_folder_whose_name_is_no_text_nothing_is_kept(bank: Path, tmp_path: Path):
    odd = bank.rename(tmp_path / os.fsdecode(b"b\xff"))

    assert keep(odd, tmp_path / "cache").title == "Tea and the sea"
    assert cached.recall(odd, tmp_path / "cache") is None


def test_it_serves_wherever_one_stands(bank: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(bank)
    read = keep(Path(), tmp_path / "cache")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "link").symlink_to(bank)

    for folder in (bank, Path("question_bank"), Path("link"), Path("link/../question_bank")):
        assert cached.recall(folder, tmp_path / "cache") == read


def test_a_folder_that_is_no_bank_of_its_own_any_more_makes_the_copy_worthless(bank: Path, tmp_path: Path):
    (bank / "other").mkdir()
    for name in ("bank.yaml", "t.yaml"):
        (bank / "other" / name).write_text("title: T\n", encoding="utf-8")
    keep(bank, tmp_path / "cache")
    (bank / "other" / "bank.yaml").unlink()

    assert cached.recall(bank, tmp_path / "cache") is None


def test_what_is_no_yaml_file_makes_no_difference(bank: Path, tmp_path: Path):
    keep(bank, tmp_path / "cache")
    for name in ("#tea.yaml#", "tea.yaml~", "notes.txt", ".tea.yaml"):
        (bank / name).write_text("x", encoding="utf-8")
    (bank / ".#tea.yaml").symlink_to("somebody@somewhere")  # Emacs, while the file is edited

    assert cached.recall(bank, tmp_path / "cache") is not None


def test_a_file_changed_a_moment_ago_is_not_kept(bank: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(stamps, "_SETTLED", 1e9)
    keep(bank, tmp_path / "cache")

    assert cached.recall(bank, tmp_path / "cache") is None


def test_a_file_changed_while_the_bank_was_read_is_not_kept(bank: Path, tmp_path: Path, monkeypatch):
    """However long ago that is when reading ends: what was read may be what it was before."""
    monkeypatch.setattr(stamps, "_SETTLED", 0.0)
    read = load_bank(bank)
    cached.keep(bank, read.folders, read.bank, tmp_path / "cache", began=time.time() - 60)
    assert cached.recall(bank, tmp_path / "cache") is None

    cached.keep(bank, read.folders, read.bank, tmp_path / "cache", began=time.time() + 60)
    assert cached.recall(bank, tmp_path / "cache") == read.bank


@pytest.mark.parametrize("data", [b"", b"\xc1", b"\x93\x90\x90\x80", b"\x00" * 4096])
def test_a_copy_that_is_no_bank_is_passed_over(bank: Path, tmp_path: Path, data: bytes):
    keep(bank, tmp_path / "cache")
    (copy,) = (tmp_path / "cache").iterdir()
    copy.write_bytes(data)

    assert cached.recall(bank, tmp_path / "cache") is None


@pytest.mark.skipif(os.name == "nt", reason="Windows tells rights in another way")
def test_a_copy_that_others_could_have_written_is_passed_over(bank: Path, tmp_path: Path):
    keep(bank, tmp_path / "cache")
    (copy,) = (tmp_path / "cache").iterdir()
    copy.chmod(0o666)
    assert cached.recall(bank, tmp_path / "cache") is None

    copy.chmod(0o600)
    (tmp_path / "cache").chmod(0o777)
    assert cached.recall(bank, tmp_path / "cache") is None


def test_where_nothing_can_be_kept_nothing_happens(bank: Path, tmp_path: Path):
    (tmp_path / "cache").write_text("a file, not a folder")
    keep(bank, tmp_path / "cache")

    assert cached.recall(bank, tmp_path / "cache") is None
