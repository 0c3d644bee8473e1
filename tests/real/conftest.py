"""A browser for the tests that look at cards."""

from __future__ import annotations

import pytest

from chromium import chromium


@pytest.fixture(scope="module")
def browser():
    """One for all tests of a module; nothing in it may have failed or asked the network for anything."""
    with chromium() as browser:
        yield browser
        assert (browser.fetched, browser.errors) == ([], [])
