"""The files of the preview's own pages."""

from __future__ import annotations

import pkgutil
from functools import cache
from string import Template

KINDS = {".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8"}
KINDS |= {".js": "text/javascript; charset=utf-8"}
STATIC = ("preview.css", "preview.js", "dom.js", "list.js", "views.js", "aside.js", "changes.js")


@cache
def text_of(name: str) -> str:
    """The text of a file in `pages`."""
    data = pkgutil.get_data("quizmill.app.preview", f"pages/{name}")
    assert data is not None  # noqa: S101  # the package's own
    return data.decode("utf-8")


def page(name: str, **values: str) -> str:
    """The page of that name, its `$places` filled with HTML that is safe already."""
    return Template(text_of(name)).substitute(values)
