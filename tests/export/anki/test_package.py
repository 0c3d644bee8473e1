"""The package as a file: no larger than what the next release reads."""

import pytest

from quizmill.errors import ExportRefused
from quizmill.export.anki import package


def test_a_deck_that_no_next_release_could_read_is_not_written(monkeypatch):
    monkeypatch.setattr(package, "LARGEST", 3 * 2**20)

    with pytest.raises(ExportRefused) as told:
        package.pack(bytes(2**20), {"a.png": bytes(2**20), "b.png": bytes(2**20 + 1)})
    assert told.value.reasons == (
        "the deck would be over 3 MB, and 3 MB is the most; make the pictures smaller, or split the bank",
    )
    assert package.pack(bytes(2**20), {"a.png": bytes(2**21)})


def test_neither_the_notes_nor_a_picture_may_be_larger_than_is_read_back(monkeypatch):
    monkeypatch.setattr(package, "LARGEST_COLLECTION", 2**20)
    reasons = (
        "1 MB is the most for the notes of a deck, and for a picture; split the bank, or make the "
        "picture smaller",
    )

    for notes, picture in ((2**20 + 1, 1), (1, 2**20 + 1)):
        with pytest.raises(ExportRefused) as told:
            package.pack(bytes(notes), {"a.png": bytes(picture)})
        assert told.value.reasons == reasons
