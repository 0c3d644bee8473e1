"""The libraries that read files, of which an installation may lack some."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from quizmill.errors import FileUnusable


@contextmanager
def needed(name: str, kind: str) -> Iterator[None]:
    """Import within this what reading a file of that *kind* needs.

    Raises FileUnusable that says how to install what is missing.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        advice = "install it: pip install 'quizmill[documents]'"
        raise FileUnusable(name, f"to read {kind} needs the package {error.name}; {advice}") from error
