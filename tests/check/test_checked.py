"""A bank's report as of its files: kept while they are as they were, made anew when one is not."""

from __future__ import annotations

import os
import shutil
import sys
import time
from pathlib import Path

import pytest

import samples
from quizmill.bank import stamps
from quizmill.bank.load import load_bank
from quizmill.check import checked, run
from quizmill.errors import FileUnusable, Severity

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360f8cf50"
    "0f0003860180 5a349c0e0000000049454e44ae426082".replace(" ", "")
)
WITH_PICTURE = samples.TOPIC.replace("    marks: 2\n", "    image: {file: tea.png, alt: A cup}\n")


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    return samples.write(tmp_path, tea=WITH_PICTURE)


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture(autouse=True)
def settled(monkeypatch) -> None:
    """Files that were just written count as settled."""
    monkeypatch.setattr(stamps, "_SETTLED", -60.0)


@pytest.fixture
def runs(monkeypatch) -> list[str]:
    """What was run, in turn."""
    seen: list[str] = []

    def watch(real):
        def watched(*arguments):
            seen.append(real.__name__)
            return real(*arguments)

        monkeypatch.setattr(run, real.__name__, watched)

    watch(run.check)
    watch(run.errors)
    return seen


REAL_CHECK = run.check


def rules(bank: Path, cache: Path, documents: Path | None = None) -> list[str]:
    """The rules that the report names; it is what a fresh check says."""
    found = checked.report(bank, documents, cache)

    assert found == REAL_CHECK(load_bank(bank), documents)
    return [diagnostic.rule for diagnostic in found]


def test_a_second_report_reads_nothing(bank, cache, runs):
    assert rules(bank, cache) == rules(bank, cache) == ["image-missing", "fingerprint-missing"]
    assert runs == ["check"]


def test_who_needs_the_bank_too_reads_it_once(bank, cache):
    read: list[Path] = []

    def load(folder: Path):
        read.append(folder)
        return load_bank(folder)

    assert checked.report(bank, None, cache, load) == checked.report(bank, None, cache, load)
    assert read == [bank]


def change_a_question(bank: Path) -> None:
    (bank / "tea.yaml").write_text(WITH_PICTURE.replace("every", "each"), encoding="utf-8")


def add_a_topic(bank: Path) -> None:
    (bank / "more.yaml").write_text("title: More\nquestions: []\n", encoding="utf-8")


def add_a_folder(bank: Path) -> None:
    (bank / "more").mkdir()


def add_a_picture(bank: Path) -> None:
    (bank / "tea.png").write_bytes(PNG)


def change_a_fact(bank: Path) -> None:
    seeds = bank.parent / "seeds" / "tea-book.yaml"
    seeds.write_text(samples.SOURCE.replace("9,000", "8,000"), encoding="utf-8")


def turn_the_seeds(bank: Path) -> None:
    """A link that leads to other seeds now."""
    seeds = bank.parent / "seeds"
    shutil.copytree(seeds, bank.parent / "other")
    (bank.parent / "link").unlink()
    (bank.parent / "link").symlink_to("other")


@pytest.mark.parametrize(
    "change",
    [change_a_question, add_a_topic, add_a_folder, add_a_picture, change_a_fact, turn_the_seeds],
)
def test_it_is_made_anew_when_anything_changed(bank, cache, runs, change):
    (bank.parent / "link").symlink_to("seeds")
    file = bank / "bank.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("../seeds", "../link"), encoding="utf-8")
    rules(bank, cache)
    change(bank)
    rules(bank, cache)

    assert runs == ["check", "check"]


def test_documents_have_a_report_of_their_own(bank, cache, runs, tmp_path):
    documents = tmp_path / "documents"
    documents.mkdir()
    rules(bank, cache)
    without = rules(bank, cache, documents)
    (documents / "tea.txt").write_text("Leaves\n", encoding="utf-8")
    rules(bank, cache, documents)
    rules(bank, cache, documents)

    assert "document-missing" in without
    assert runs == ["check", "check", "check"]
    shutil.rmtree(documents)
    with pytest.raises(FileUnusable, match="there is no such folder"):
        checked.report(bank, documents, cache)


def test_a_folder_of_documents_that_is_gone_is_missed_though_nothing_was_in_it(bank, cache, tmp_path):
    documents = tmp_path / "documents"
    documents.mkdir()
    rules(bank, cache, documents)
    documents.rmdir()

    with pytest.raises(FileUnusable, match="there is no such folder"):
        checked.report(bank, documents, cache)


def test_a_bank_that_could_not_be_read_to_its_end_is_read_again(bank, cache, runs):
    (bank / "bad.yaml").write_text("title: [\n", encoding="utf-8")
    rules(bank, cache)
    rules(bank, cache)

    assert runs == ["check", "check"]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a folder's name is text")
def test_of_a_bank_in_a_folder_whose_name_is_no_text_there_is_a_report_too(bank, cache, tmp_path):
    odd = bank.rename(tmp_path / os.fsdecode(b"b\xff"))

    assert rules(odd, cache) == rules(odd, cache) == ["image-missing", "fingerprint-missing"]


def test_a_file_changed_lately_may_change_unseen(bank, cache, runs, monkeypatch):
    monkeypatch.setattr(stamps, "_SETTLED", 60.0)
    rules(bank, cache)
    rules(bank, cache)

    assert runs == ["check", "check"]


class TestErrors:
    def test_they_are_known_from_a_whole_report(self, bank, cache):
        assert checked.known_errors(bank, cache) is None

        (error,) = (d for d in checked.report(bank, None, cache) if d.severity is Severity.ERROR)
        assert checked.known_errors(bank, cache) == (error,)

    def test_or_from_a_run_for_errors_alone(self, bank, cache, runs):
        errors = checked.errors_of(load_bank(bank), cache, began=time.time())

        assert [error.rule for error in errors] == ["image-missing"]
        assert checked.known_errors(bank, cache) == errors
        assert runs == ["errors"]


def test_texts_are_those_that_diagnostics_are_in(bank, cache):
    found = checked.report(bank, None, cache)

    assert checked.texts_of(found) == {
        str(bank / "tea.yaml"): WITH_PICTURE,
        str(bank.parent / "seeds" / "tea-book.yaml"): samples.SOURCE,
    }
