"""The one door through which mathematics becomes plain text."""

from __future__ import annotations


def linear(source: str) -> str:
    r"""The formula on one line, for a terminal and for whoever reads aloud; its source in `\(…\)`."""
    return rf"\({source}\)"
