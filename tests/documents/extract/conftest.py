"""What the tests of reading documents share."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quizmill.documents.extract import extract
from quizmill.errors import FileUnusable


@pytest.fixture
def refused() -> Callable[[str, bytes], str]:
    """In which sentence a file is refused."""

    def sentence(name: str, data: bytes) -> str:
        with pytest.raises(FileUnusable) as caught:
            extract(name, data)
        return str(caught.value)

    return sentence
