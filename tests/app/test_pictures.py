"""The picture files of a bank, read for an export."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import samples
from quizmill.app.pictures import pictures
from quizmill.compose.paper import compose
from quizmill.compose.selection import Selection, choose
from quizmill.errors import FileUnusable


def read(bank: Path) -> dict[str, bytes]:
    loaded = samples.load(bank.parent, tea=samples.TOPIC + "    image: {file: a.png, alt: A}\n").bank
    chosen = choose(loaded, Selection(), seed=1)
    return pictures(bank, compose(loaded, chosen.questions, seed=1).exercises)


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    return samples.write(tmp_path)


def test_a_picture_by_the_path_that_its_question_gives(bank: Path):
    (bank / "a.png").write_bytes(b"png")

    assert read(bank) == {"a.png": b"png"}


def test_pictures_in_texts_and_options_too(tmp_path: Path):
    question = (
        "{id: q, type: multiple_choice, prompt: P, answer: {image: {file: a.png, alt: A}}, "
        'distractors: [b], facts: [tea-book/leaf], context: "![B](b.png)"}'
    )
    loaded = samples.load(tmp_path, t=f"title: T\nquestions:\n  - {question}\n")
    for name in ("a.png", "b.png"):
        (loaded.folder / name).write_bytes(name.encode())
    chosen = choose(loaded.bank, Selection(), seed=1)

    assert pictures(loaded.folder, compose(loaded.bank, chosen.questions, seed=1).exercises) == {
        "a.png": b"a.png",
        "b.png": b"b.png",
    }


@pytest.mark.skipif(os.name == "nt", reason="Windows lets few users make links, and has no pipes")
@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda path: path.symlink_to("/dev/zero"), "leads out of .*; put the file itself there"),
        (os.mkfifo, "is no regular file; delete it"),
        (lambda path: None, "is not in .*; check its name"),
        (lambda path: path.write_bytes(bytes(20 * 2**20 + 1)), "has more than 20 MB; make it smaller"),
    ],
    ids=["device", "pipe", "nothing", "giant"],
)
def test_what_is_no_picture_of_the_bank(bank: Path, make, why: str):
    make(bank / "a.png")

    with pytest.raises(FileUnusable, match=rf"a\.png: this picture {why}"):
        read(bank)
