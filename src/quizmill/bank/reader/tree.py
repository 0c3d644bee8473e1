"""A file as a plain tree: mappings, lists and text, nothing guessed."""

from __future__ import annotations

Tree = str | list["Tree"] | dict[str, "Tree"] | None  # None: an empty file, or what was broken and told
