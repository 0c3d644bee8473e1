"""Whether a program with a window of its own can be started here."""

from __future__ import annotations

from collections.abc import Mapping


def has_desktop(environ: Mapping[str, str], platform: str) -> bool:
    """Whether a window can be opened here; a text browser in the terminal would be no player."""
    if platform in ("win32", "darwin"):
        return True
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))
