"""Formulas as they were drawn for an earlier document."""

from __future__ import annotations

from quizmill.app.folders import cache_folder
from quizmill.app.store import Store
from quizmill.export.paper.outlines import Outlines


def kept_outlines() -> Outlines:
    """The outlines in the user's cache folder, and room for those that are drawn now."""
    return Outlines(Store(cache_folder()))
