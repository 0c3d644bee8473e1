"""A browser for the tests that look at cards, and the cards of a module's QUESTIONS in the real Anki."""

from __future__ import annotations

import pytest

from anki_decks import bank_of, release
from anki_screen import Desktop, Phone
from chromium import chromium


@pytest.fixture(scope="session")
def started():
    """One browser for all tests, since its start takes longer than most of them."""
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def browser(started):
    """The browser; nothing in it may have failed or asked the network for anything."""
    yield started
    assert (started.fetched, started.errors) == ([], [])


@pytest.fixture(scope="module")
def collection(request, tmp_path_factory):
    """A learner's collection with the deck of the module's QUESTIONS."""
    from anki_learner import Learner  # needs the package anki, without which these modules are skipped

    learner = Learner(tmp_path_factory.mktemp("anki"))
    learner.imports(release(bank_of(*request.module.QUESTIONS)))
    yield learner.col
    learner.col.close()


@pytest.fixture
def card(collection):
    """A card of the question with this id."""

    def found(question, place=0):
        (note,) = collection.find_notes(f"Id:{question}")
        return collection.get_note(note).cards()[place]

    return found


@pytest.fixture(params=[Desktop, Phone], ids=["desktop", "phone"])
def screen(request, browser):
    return request.param(browser)
